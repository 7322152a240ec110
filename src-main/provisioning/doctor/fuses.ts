import type { Files } from '../../platform/files.ts';

/** The mark that Electron leaves in front of its fuses. */
const SENTINEL = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');

/** Switches built into the program, in Electron's order, with how each must be set here; null: either will do. */
export const FUSES: readonly (readonly [name: string, wanted: boolean | null])[] = [
  ['runAsNode', false],
  ['enableCookieEncryption', true],
  ['enableNodeOptionsEnvironmentVariable', false],
  ['enableNodeCliInspectArguments', false],
  ['enableEmbeddedAsarIntegrityValidation', null],
  ['onlyLoadAppFromAsar', true],
  ['loadBrowserProcessSpecificV8Snapshot', false],
  ['grantFileProtocolExtraPrivileges', false],
];

/** Fuses that are set otherwise than they must be; null when the program has none that can be read. Rejects like {@link Files}. */
export async function wrongFuses(
  executable: string,
  files: Pick<Files, 'read'>,
): Promise<readonly string[] | null> {
  let kept = Buffer.alloc(0);
  for await (const piece of files.read(executable)) {
    const bytes = Buffer.concat([kept, piece]);
    const at = bytes.indexOf(SENTINEL);
    const begin = at + SENTINEL.length + 2;
    // Version 1, the number of fuses, then one character for each: 0 off, 1 on, r removed.
    if (at >= 0 && bytes.length >= begin + FUSES.length) {
      if (bytes[begin - 2] !== 1) return null;
      const count = bytes[begin - 1] ?? 0;
      const wire = bytes.toString('latin1', begin, begin + count);
      return FUSES.flatMap(([name, wanted], index) => {
        const is = wire[index];
        return wanted !== null && (is === '0' || is === '1') && (is === '1') !== wanted ? [name] : [];
      });
    }
    kept = bytes.subarray(Math.max(0, at >= 0 ? at : bytes.length - SENTINEL.length));
  }
  return null;
}
