import { createPublicKey } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import * as say from '../messages.ts';
import { refuse, systemCode } from '../refusal.ts';
import { KEY_NAME, type PublicKey, publicKeyOf } from './key.ts';

/** How a file with the public half of a key ends; what stands before it is the key's name: `root-1.pub`. */
export const PUBLIC_ENDING = '.pub';

/** Largest file that is taken for a public half, in bytes. */
const MOST_BYTES = 4 * 1024;

/** What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410). */
const SPKI_HEAD = '302a300506032b6570032100';

/** The public half of a key as a PEM file, which `openssl pkey -pubin` reads. It is no secret. */
export function toPublicPem({ hex }: PublicKey): string {
  const base64 = Buffer.from(`${SPKI_HEAD}${hex}`, 'hex').toString('base64');
  return `-----BEGIN PUBLIC KEY-----\n${base64}\n-----END PUBLIC KEY-----\n`;
}

/** Reads a file that a holder handed over. Refuses everything else, above all a private key: it was to stay where it was made. */
export async function readPublicHalf(path: string): Promise<PublicKey> {
  const text = await textOf(path);
  if (text.includes('PRIVATE KEY')) return refuse(path, say.privateHalfGiven);
  const file = basename(path);
  const name = file.endsWith(PUBLIC_ENDING) ? file.slice(0, -PUBLIC_ENDING.length) : '';
  const key = ed25519In(text);
  if (key === undefined) return refuse(path, say.notAPublicHalf);
  if (!KEY_NAME.test(name)) return refuse(path, say.publicHalfWithoutName);
  return publicKeyOf(name, key);
}

/** {@link readPublicHalf} for several files; refuses the same key, or the same name, twice. */
export async function readPublicHalves(paths: readonly string[]): Promise<readonly PublicKey[]> {
  const read: PublicKey[] = [];
  for (const path of paths) {
    const key = await readPublicHalf(path);
    const twin = read.find(({ keyId, name }) => keyId === key.keyId || name === key.name);
    if (twin !== undefined) refuse(path, say.publicHalfTwice(key.name, twin.name));
    read.push(key);
  }
  return read;
}

async function textOf(path: string): Promise<string> {
  try {
    const facts = await stat(path);
    if (!facts.isFile() || facts.size > MOST_BYTES) return refuse(path, say.notAPublicHalf);
    return await readFile(path, 'latin1');
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return refuse(path, say.publicHalfUnreadable(code));
  }
}

function ed25519In(text: string) {
  // Node makes a public key out of a certificate, too; nobody hands one over on purpose.
  if (!/^-----BEGIN PUBLIC KEY-----\r?\n/.test(text)) return undefined;
  try {
    const key = createPublicKey(text);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}
