import {
  Metadata,
  type MetadataKind,
  type Root,
  Signature,
  type Snapshot,
  type Targets,
  type Timestamp,
} from '@tufjs/models';
import type { SigningKey } from './key.ts';
import { KIND, type Role } from './roles.ts';

type Signed = { root: Root; targets: Targets; snapshot: Snapshot; timestamp: Timestamp };

/** What a role signs. */
export type SignedOf<R extends Role> = Signed[R];

/** Signs with every key, in the order of their ids: the same keys and the same words give the same bytes. */
export function signed<R extends Role>(of: SignedOf<R>, keys: readonly SigningKey[]): Metadata<SignedOf<R>> {
  const metadata = new Metadata<SignedOf<R>>(of);
  for (const key of [...keys].sort((a, b) => (a.keyId < b.keyId ? -1 : 1))) {
    metadata.sign((bytes) => new Signature({ keyID: key.keyId, sig: key.sign(bytes) }));
  }
  return metadata;
}

/** The bytes of a metadata file. */
export function bytesOf(metadata: Metadata<Root | Targets | Snapshot | Timestamp>): Uint8Array {
  return Buffer.from(JSON.stringify(metadata.toJSON()), 'utf8');
}

/** A metadata file that was read; undefined when it is none of this role. Says nothing about who signed it. */
export function parseMetadata<R extends Role>(role: R, bytes: Uint8Array): Metadata<SignedOf<R>> | undefined {
  try {
    // The library has one overload for each kind; which of them it is, `role` says to both it and the caller.
    return Metadata.fromJSON(
      KIND[role] as MetadataKind.Root,
      JSON.parse(Buffer.from(bytes).toString('utf8')),
    ) as Metadata<SignedOf<R>>;
  } catch {
    return undefined;
  }
}

/** True when a root says that enough of the right keys signed it (clauses 5.3.4, 5.4.2, 5.5.3 and 5.6.3 of the specification). */
export function isSignedBy(
  root: Metadata<Root>,
  role: Role,
  metadata: Metadata<Root | Targets | Snapshot | Timestamp>,
): boolean {
  try {
    root.verifyDelegate(role, metadata);
    return true;
  } catch {
    return false;
  }
}
