import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import {
  channelTarget,
  hashedTargetPath,
  KEY_NAME_FIELD,
  noticesTarget,
  SIGNED_AT_FIELD,
} from '../../content/model/central-server.ts';
import type { Channel } from '../../content/model/channel.ts';
import { blobPath, type Manifest } from '../../content/model/edition.ts';
import { tinyGuideFiles } from './tiny-guide.ts';

/** The top-level roles of TUF. */
export const ROLES = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type Role = (typeof ROLES)[number];

/** A key pair as TUF knows it. */
export type SigningKey = {
  readonly id: string;
  readonly name: string;
  readonly secret: KeyObject;
  readonly hex: string;
};

/** The signed part of a metadata file, as plain JSON that need not be valid. */
export type Signed = Record<string, unknown>;

/** How a release differs from a good one. Everything that is bent is signed as it is then, by `signers`. */
export type Bends = {
  readonly channelName?: string;
  /** Default: one more than before. */
  readonly seq?: number;
  /** Bytes by path, beside the tiny guide. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly manifest?: (manifest: Manifest) => unknown;
  readonly channel?: (channel: Channel) => unknown;
  readonly board?: unknown;
  /** Changes the signed part of a role before it is signed. */
  readonly signed?: Partial<Record<Role, (signed: Signed) => unknown>>;
  /** Who signs a role instead of its own keys. */
  readonly signers?: Partial<Record<Role, readonly SigningKey[]>>;
  /** Changes a metadata file after it was signed; what names its hash names the hash of what comes out. */
  readonly bytes?: Partial<Record<Role, (bytes: Buffer) => Buffer>>;
  /** Versions that metadata gets instead of the next ones. */
  readonly versions?: Partial<Record<Role, number>>;
  /** Days from `now` until a role expires. */
  readonly days?: Partial<Record<Role, number>>;
  /** True: snapshot and timestamp name no length and hash, which TUF allows. */
  readonly namesOnlyVersions?: boolean;
};

/** A small signed tree in memory, good unless it is bent. */
export type SignedRepository = {
  /** Everything by its path, as a server gives it. */
  readonly tree: Map<string, Buffer>;
  readonly keys: Record<Role, SigningKey[]>;
  readonly thresholds: Record<Role, number>;
  readonly versions: Record<Role, number>;
  /** The first root: what a terminal is provisioned with. */
  readonly firstRoot: Buffer;
  /** "Now" for expiry and `publishedAt`, in milliseconds since 1970; may be moved. */
  now: number;
  /** Publishes an edition and signs everything anew. Answers the channel as published. */
  readonly release: (bends?: Bends) => Channel;
  /** Signs targets, snapshot and timestamp anew around what is published. */
  readonly resign: (bends?: Bends) => void;
  /** Publishes the next root, signed by the keys before and after. */
  readonly nextRoot: (bends?: Bends & { readonly keysBefore?: readonly SigningKey[] }) => void;
  /** Gives a role new keys; `nextRoot` and `resign` make it known. */
  readonly newKeys: (role: Role, count?: number) => readonly SigningKey[];
  /** A copy of the tree as it is, to serve again later. */
  readonly photograph: () => Map<string, Buffer>;
};

const DAY_MS = 24 * 60 * 60 * 1000;
const DEFAULT_DAYS: Record<Role, number> = { root: 730, targets: 180, snapshot: 21, timestamp: 21 };

/** A key that nobody trusts yet. */
export function newKey(name: string): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const hex = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
  return { id: digest(canonicalize(keyJson({ hex, name }))), name, secret: privateKey, hex };
}

/** Builds a repository with root 2 of 3, targets 1 of 2, snapshot and timestamp 1 of 1, and nothing published yet. */
export function signedRepository(now: number = Date.UTC(2026, 0, 1)): SignedRepository {
  const count: Record<Role, number> = { root: 3, targets: 2, snapshot: 1, timestamp: 1 };
  const many = (role: Role, howMany: number) =>
    Array.from({ length: howMany }, (_each, at) => newKey(`${role}-${at + 1}`));
  const keys = {
    root: many('root', count.root),
    targets: many('targets', count.targets),
    snapshot: many('snapshot', count.snapshot),
    timestamp: many('timestamp', count.timestamp),
  };
  const thresholds: Record<Role, number> = { root: 2, targets: 1, snapshot: 1, timestamp: 1 };
  const versions: Record<Role, number> = { root: 0, targets: 0, snapshot: 0, timestamp: 0 };
  const tree = new Map<string, Buffer>();
  const targets = new Map<string, Buffer>();
  let seq = 0;
  let firstRoot = Buffer.alloc(0);

  const signRole = (role: Role, body: Signed, bends: Bends, signers: readonly SigningKey[]): Buffer => {
    versions[role] = bends.versions?.[role] ?? versions[role] + 1;
    const days = bends.days?.[role] ?? DEFAULT_DAYS[role];
    const plain: Signed = {
      _type: role,
      spec_version: '1.0.31',
      version: versions[role],
      expires: new Date(repository.now + days * DAY_MS).toISOString().replace(/\.\d+Z$/, 'Z'),
      ...body,
    };
    const signed = bends.signed?.[role]?.(plain) ?? plain;
    const file = Buffer.from(
      JSON.stringify({ signatures: signatures(signed, bends.signers?.[role] ?? signers), signed }),
    );
    return bends.bytes?.[role]?.(file) ?? file;
  };
  const meta = (version: number, file: Buffer, bends: Bends) =>
    bends.namesOnlyVersions === true
      ? { version }
      : { version, length: file.byteLength, hashes: { sha256: digest(file) } };

  const repository: SignedRepository = {
    tree,
    keys,
    thresholds,
    versions,
    get firstRoot() {
      return firstRoot;
    },
    now,
    nextRoot: (bends = {}) => {
      const body = {
        consistent_snapshot: true,
        keys: Object.fromEntries(ROLES.flatMap((role) => keys[role]).map((key) => [key.id, keyJson(key)])),
        roles: Object.fromEntries(
          ROLES.map((role) => [
            role,
            { keyids: keys[role].map(({ id }) => id), threshold: thresholds[role] },
          ]),
        ),
      };
      const signers = [...new Set([...keys.root, ...(bends.keysBefore ?? [])])];
      const file = signRole('root', body, bends, signers);
      tree.set(`metadata/${versions.root}.root.json`, file);
    },
    release: (bends = {}) => {
      const { channelName = 'stable' } = bends;
      seq = bends.seq ?? seq + 1;
      const files = Object.entries({ ...tinyGuideFiles(), ...bends.files })
        .map(([path, bytes]) => ({ path, bytes: Buffer.from(bytes) }))
        .sort((one, other) => (one.path < other.path ? -1 : 1));
      for (const { bytes } of files) tree.set(blobPath(digest(bytes)), bytes);
      const manifest: Manifest = {
        schema: 1,
        seq,
        languages: ['fr', 'nl'],
        files: files.map(({ path, bytes }) => ({
          path,
          sha256: digest(bytes),
          length: bytes.byteLength,
          type: path.endsWith('.json') ? 'application/json' : 'image/svg+xml',
        })),
      };
      const manifestBytes = asBytes(bends.manifest?.(manifest) ?? manifest);
      tree.set(blobPath(digest(manifestBytes)), manifestBytes);
      const channel: Channel = {
        schema: 1,
        seq,
        manifest: { sha256: digest(manifestBytes), length: manifestBytes.byteLength },
        label: `Edition ${seq}`,
        publishedAt: new Date(repository.now).toISOString().replace(/\.\d+Z$/, 'Z'),
      };
      targets.set(channelTarget(channelName), asBytes(bends.channel?.(channel) ?? channel));
      repository.resign(bends);
      return channel;
    },
    resign: (bends = {}) => {
      if (bends.board === null) targets.delete(noticesTarget(bends.channelName ?? 'stable'));
      else if (bends.board !== undefined)
        targets.set(noticesTarget(bends.channelName ?? 'stable'), asBytes(bends.board));
      const listed: Record<string, unknown> = {};
      for (const [path, bytes] of targets) {
        listed[path] = { length: bytes.byteLength, hashes: { sha256: digest(bytes) } };
        tree.set(hashedTargetPath(path, digest(bytes)), bytes);
      }
      const targetsFile = signRole('targets', { targets: listed }, bends, keys.targets.slice(0, 1));
      tree.set(`metadata/${versions.targets}.targets.json`, targetsFile);
      const snapshotFile = signRole(
        'snapshot',
        { meta: { 'targets.json': meta(versions.targets, targetsFile, bends) } },
        bends,
        keys.snapshot,
      );
      tree.set(`metadata/${versions.snapshot}.snapshot.json`, snapshotFile);
      const timestampFile = signRole(
        'timestamp',
        {
          meta: { 'snapshot.json': meta(versions.snapshot, snapshotFile, bends) },
          [SIGNED_AT_FIELD]: new Date(repository.now).toISOString().replace(/\.\d+Z$/, 'Z'),
        },
        bends,
        keys.timestamp,
      );
      tree.set('metadata/timestamp.json', timestampFile);
    },
    newKeys: (role, howMany = keys[role].length) => {
      const before = keys[role];
      keys[role] = Array.from({ length: howMany }, (_each, at) => newKey(`${role}-new-${at + 1}`));
      return before;
    },
    photograph: () => new Map(tree),
  };
  repository.nextRoot();
  firstRoot = Buffer.from(tree.get('metadata/1.root.json') ?? '');
  return repository;
}

/** Signatures over the canonical form, one for each key. */
export function signatures(signed: unknown, signers: readonly SigningKey[]) {
  const text = canonicalize(signed as Parameters<typeof canonicalize>[0]);
  return signers.map(({ id, secret }) => ({
    keyid: id,
    sig: sign(null, Buffer.from(text), secret).toString('hex'),
  }));
}

/** A key as `root.json` lists it. */
export function keyJson({ hex, name }: Pick<SigningKey, 'hex' | 'name'>) {
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: hex }, [KEY_NAME_FIELD]: name };
}

export function digest(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function asBytes(value: unknown): Buffer {
  return value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(JSON.stringify(value));
}
