import { createHash, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import { Key } from '@tufjs/models';
import { KEY_NAME_FIELD } from '../../model/central-server.ts';
import { fingerprintOf } from '../../model/fingerprint.ts';

/** The half of a key that everybody may have, as `root.json` lists it. */
export type PublicKey = {
  /** What its holders call it, for instance `targets-1`; also the name of its file. */
  readonly name: string;
  /** SHA-256 of its canonical form. */
  readonly keyId: string;
  /** The 32 bytes of the key in hexadecimal digits. */
  readonly hex: string;
};

/** A key that can sign: it was opened, and lives in memory only. */
export type SigningKey = PublicKey & {
  /** The signature of bytes, in hexadecimal digits. */
  readonly sign: (bytes: Uint8Array) => string;
};

/** What the name of a key looks like. */
export const KEY_NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A new Ed25519 key. */
export function generateKey(): KeyObject {
  return generateKeyPairSync('ed25519').privateKey;
}

/** The public half of an Ed25519 key, with its name. */
export function publicKeyOf(name: string, key: KeyObject): PublicKey {
  const hex = key.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  return { name, keyId: keyIdOf(hex), hex };
}

/** The id of a key by its 32 bytes: the same key never has two. */
export function keyIdOf(hex: string): string {
  const form = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: hex } };
  return createHash('sha256').update(canonicalize(form)).digest('hex');
}

/** A private key with its name, ready to sign. */
export function toSigningKey(name: string, secret: KeyObject): SigningKey {
  const half = publicKeyOf(name, createPublicKey(secret));
  return { ...half, sign: (bytes) => sign(null, bytes, secret).toString('hex') };
}

/** What two people compare to know that they speak of the same key, as with a root: five groups of four signs. */
export function keyFingerprint({ keyId }: PublicKey): string {
  return fingerprintOf(keyId);
}

/** A key as the library has it in `root.json`. */
export function toTufKey({ name, keyId, hex }: PublicKey): Key {
  return new Key({
    keyID: keyId,
    keyType: 'ed25519',
    scheme: 'ed25519',
    keyVal: { public: hex },
    unrecognizedFields: { [KEY_NAME_FIELD]: name },
  });
}

/** A key of `root.json` with its name; a key that has none is called by the beginning of its id. */
export function fromTufKey(key: Key): PublicKey {
  const name = key.unrecognizedFields?.[KEY_NAME_FIELD];
  return {
    name: typeof name === 'string' && KEY_NAME.test(name) ? name : key.keyID.slice(0, 8),
    keyId: key.keyID,
    hex: key.keyVal['public'] ?? '',
  };
}
