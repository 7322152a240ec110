import { Metadata, MetadataKind, type Root, type Targets, type Timestamp } from '@tufjs/models';

const parse = (file: string | null): ReturnType<typeof Object> =>
  Object(JSON.parse(Buffer.from(file ?? '', 'base64').toString('utf8')));

/** Reads a root that tuf-js has verified, from base64. Throws for null and for what is none. */
export function readRoot(file: string | null): Metadata<Root> {
  return Metadata.fromJSON(MetadataKind.Root, parse(file));
}

/** Reads a timestamp that tuf-js has verified, from base64. Throws for null and for what is none. */
export function readTimestamp(file: string | null): Metadata<Timestamp> {
  return Metadata.fromJSON(MetadataKind.Timestamp, parse(file));
}

/** Reads targets that tuf-js has verified, from base64. Throws for null and for what is none. */
export function readTargets(file: string | null): Metadata<Targets> {
  return Metadata.fromJSON(MetadataKind.Targets, parse(file));
}
