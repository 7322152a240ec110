import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as say from '../messages.ts';
import { refuse, systemCode } from '../refusal.ts';
import { replaceDurably, writeDurably } from '../steps/write-durably.ts';
import { writeSecret } from './found.ts';
import { generateKey, type PublicKey, toSigningKey } from './key.ts';
import { readKeyFolders } from './key-ring.ts';
import type { Passphrases } from './passphrases.ts';
import { PUBLIC_ENDING, toPublicPem } from './public-half.ts';
import { openKey } from './unlock.ts';

/** Refuses to make a key where one of that name lies already: it would be lost. */
export async function refuseTaken(folder: string, name: string): Promise<void> {
  for (const path of [join(folder, `${name}.pem`), join(folder, `${name}${PUBLIC_ENDING}`)]) {
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) refuse(path, say.ownKeyIsThere);
  }
}

/** Makes one key for whoever sits here: the private half in their folder, which is made, and beside it the public one to hand over. */
export async function makeOwnKey(folder: string, name: string, passphrase: string): Promise<PublicKey> {
  const secret = generateKey();
  const key = toSigningKey(name, secret);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeSecret(folder, name, secret, new Map([[name, passphrase]]));
    await writeDurably(join(folder, `${name}${PUBLIC_ENDING}`), Buffer.from(toPublicPem(key)));
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    refuse(folder, say.keysNotWritten(code));
  }
  return key;
}

/** Writes the public half of a private key that lies in the folder, beside it. */
export async function writePublicHalf(
  folder: string,
  name: string,
  passphrases: Passphrases,
): Promise<PublicKey> {
  const { secrets } = await readKeyFolders([folder]);
  const path = secrets.get(name);
  if (path === undefined) return refuse(folder, say.noOwnKey(name, [...secrets.keys()]));
  const key = await openKey(name, path, passphrases);
  await replaceDurably(join(folder, `${name}${PUBLIC_ENDING}`), Buffer.from(toPublicPem(key)));
  return key;
}
