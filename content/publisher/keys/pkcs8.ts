import { createCipheriv, createPrivateKey, type KeyObject, randomBytes, scryptSync } from 'node:crypto';

// Node writes encrypted PKCS#8 with 2,048 rounds of PBKDF2, which a thief's graphics card tries a million times a second. The
// format allows better, and every OpenSSL reads it: PBES2 (RFC 8018) with scrypt (RFC 7914) and AES-256-CBC.

/** Cost of scrypt, as `openssl pkcs8 -topk8 -scrypt` has it: 16 MiB of memory and some fifty milliseconds for each guess. */
const SCRYPT = { N: 2 ** 14, r: 8, p: 1 } as const;
const SALT_BYTES = 16;
const IV_BYTES = 16;
const KEY_BYTES = 32;

const OID = {
  pbes2: '2a864886f70d01050d',
  scrypt: '2b06010401da47040b',
  aes256cbc: '60864801650304012a',
} as const;

/** A private key as an encrypted PEM file (PKCS#8), for `openssl pkey` and for {@link openPem}. */
export function toPem(key: KeyObject, passphrase: string): string {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const secret = scryptSync(Buffer.from(passphrase, 'utf8'), salt, KEY_BYTES, SCRYPT);
  const cipher = createCipheriv('aes-256-cbc', secret, iv);
  const plain = key.export({ type: 'pkcs8', format: 'der' });
  const hidden = Buffer.concat([cipher.update(plain), cipher.final()]);
  plain.fill(0);
  secret.fill(0);
  const derivation = sequence(
    oid(OID.scrypt),
    sequence(octets(salt), integer(SCRYPT.N), integer(SCRYPT.r), integer(SCRYPT.p)),
  );
  const encryption = sequence(oid(OID.aes256cbc), octets(iv));
  const algorithm = sequence(oid(OID.pbes2), sequence(derivation, encryption));
  const base64 = sequence(algorithm, octets(hidden)).toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN ENCRYPTED PRIVATE KEY-----', ...lines, '-----END ENCRYPTED PRIVATE KEY-----', ''].join(
    '\n',
  );
}

/** The Ed25519 key in an encrypted PEM file; undefined when the passphrase does not open it, or when it is something else. */
export function openPem(pem: string, passphrase: string): KeyObject | undefined {
  try {
    const key = createPrivateKey({ key: pem, format: 'pem', passphrase: Buffer.from(passphrase, 'utf8') });
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

/** True for the outside of a file that {@link toPem} or another program wrote: encrypted, whatever is in it. */
export function isEncryptedPem(text: string): boolean {
  return /^-----BEGIN ENCRYPTED PRIVATE KEY-----\n[\s\S]+-----END ENCRYPTED PRIVATE KEY-----\s*$/.test(
    text.replaceAll('\r\n', '\n'),
  );
}

/** One value of ASN.1 in DER: its kind, its length, itself. */
function der(tag: number, value: Uint8Array): Buffer {
  const { length } = value;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), value]);
}

function sequence(...values: readonly Uint8Array[]): Buffer {
  return der(0x30, Buffer.concat(values));
}

function octets(value: Uint8Array): Buffer {
  return der(0x04, value);
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, 'hex'));
}

/** A number from 1 to 0x7fff_ffff; DER takes a leading bit for a sign. */
function integer(value: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt32BE(value, 1);
  let first = 0;
  while (first < 4 && bytes[first] === 0 && ((bytes[first + 1] ?? 0) & 0x80) === 0) first += 1;
  return der(0x02, bytes.subarray(first));
}
