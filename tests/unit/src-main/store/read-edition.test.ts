import { appendFile, mkdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { MAX_BLOB_BYTES } from '../../../../content/model/limits.ts';
import { type Files, machineFiles } from '../../../../src-main/platform/files.ts';
import type { StoreProblemCode } from '../../../../src-main/store/problem.ts';
import { readEdition } from '../../../../src-main/store/read-edition.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';
import {
  TINY_DOCUMENT,
  TINY_PICTURE,
  type TinyEdition,
  type TinyEditionOptions,
  writeTinyEdition,
} from '../../../builders/tiny-edition.ts';

const makeDirectory = temporaryDirectory();

async function tiny(options: TinyEditionOptions = {}): Promise<TinyEdition> {
  return writeTinyEdition(await makeDirectory(), options);
}

async function flipLastBit(file: string): Promise<void> {
  const bytes = await readFile(file);
  const last = bytes.length - 1;
  bytes[last] = (bytes[last] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

async function expectRefused(
  edition: { readonly directory: string },
  code: StoreProblemCode,
  inSentence: readonly string[],
  files: Files = machineFiles,
): Promise<void> {
  const outcome = await readEdition(edition.directory, files);
  if (outcome.kind !== 'refused') throw new Error('The edition was accepted.');
  expect(outcome.problem.code).toBe(code);
  for (const part of inSentence) expect(outcome.problem.sentence).toContain(part);
  expect(outcome.problem.sentence).toMatch(/(Copy the whole edition again|Install a later Openfloor)/);
}

describe('An edition that is whole', () => {
  test('can be opened by its paths, and by nothing else', async () => {
    const made = await tiny({ seq: 7 });
    const outcome = await readEdition(made.directory, machineFiles);
    if (outcome.kind !== 'ready') throw new Error(outcome.problem.sentence);
    const { edition } = outcome;
    expect(edition.seq).toBe(7);
    expect(edition.manifest).toEqual(made.manifest);
    expect(edition.manifestSha256).toBe(made.pointer.manifest.sha256);
    const picture = edition.open(TINY_PICTURE);
    expect(picture).toMatchObject({ file: made.onDisk(TINY_PICTURE), type: 'image/svg+xml' });
    expect((await readFile(picture?.file ?? '')).byteLength).toBe(picture?.length);
    expect(edition.open('media/other.svg')).toBeUndefined();
    expect(edition.open('edition.json')).toBeUndefined();
    expect(edition.open('__proto__')).toBeUndefined();
  });

  test('may name the same bytes under two paths, and hold an empty file', async () => {
    const made = await tiny({
      files: { 'media/one.png': 'same', 'media/two.png': 'same', 'media/no.png': '' },
    });
    expect((await readEdition(made.directory, machineFiles)).kind).toBe('ready');
  });

  test('is whole only after every different file was read once, at most four at a time', async () => {
    const pictures = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [`media/p${at}.png`, `picture ${at}`]),
    );
    const many = { ...pictures, 'media/copy.png': 'picture 1' };
    const made = await tiny({ files: many });
    let open = 0;
    let mostOpen = 0;
    const read: string[] = [];
    const files: Files = {
      ...machineFiles,
      read: async function* (file) {
        open += 1;
        mostOpen = Math.max(mostOpen, open);
        read.push(file);
        yield* machineFiles.read(file);
        open -= 1;
      },
    };
    expect((await readEdition(made.directory, files)).kind).toBe('ready');
    const blobs = new Set(made.manifest.files.map((entry) => made.onDisk(entry.path)));
    expect(new Set(read)).toEqual(
      new Set([...blobs, join(made.directory, 'edition.json'), made.manifestOnDisk]),
    );
    expect(read).toHaveLength(blobs.size + 2);
    expect(mostOpen).toBeLessThanOrEqual(4);
  });
});

describe('An edition is refused, and the file is named, when', () => {
  test('there is no directory at all', async () => {
    const directory = join(await makeDirectory(), 'nowhere');
    await expectRefused({ directory }, 'pointer-missing', [join(directory, 'edition.json'), 'is not there']);
  });

  test('a file stands where the directory should be', async () => {
    const directory = join(await makeDirectory(), 'file');
    await writeFile(directory, 'x');
    await expectRefused({ directory }, 'pointer-missing', [directory]);
  });

  test('edition.json is not JSON, or is not UTF-8', async () => {
    const made = await tiny();
    const pointer = join(made.directory, 'edition.json');
    await writeFile(pointer, '{"schema":1,');
    await expectRefused(made, 'pointer-malformed', [pointer, 'it is not JSON']);
    await writeFile(pointer, new Uint8Array([0x22, 0xff, 0x22]));
    await expectRefused(made, 'pointer-malformed', [pointer, 'it is not JSON']);
  });

  test('edition.json has another shape', async () => {
    const made = await tiny({ bendPointer: (pointer) => ({ ...pointer, seq: 0 }) });
    await expectRefused(made, 'pointer-malformed', ['edition.json', 'seq']);
  });

  test('edition.json is far too large to be one', async () => {
    const made = await tiny({ bendPointer: (pointer) => ({ ...pointer, more: 'x'.repeat(20_000) }) });
    await expectRefused(made, 'pointer-malformed', ['edition.json', 'bytes']);
  });

  test('edition.json is written in a format of the future', async () => {
    const made = await tiny({ bendPointer: (pointer) => ({ ...pointer, schema: 2, news: true }) });
    await expectRefused(made, 'pointer-from-later-version', ['format 2', 'Install a later Openfloor']);
  });

  test('edition.json is a link', async () => {
    const made = await tiny();
    const other = await tiny({ seq: 2 });
    await rm(join(made.directory, 'edition.json'));
    await symlink(join(other.directory, 'edition.json'), join(made.directory, 'edition.json'));
    await expectRefused(made, 'not-a-plain-file', ['edition.json']);
  });

  test('the manifest is missing', async () => {
    const made = await tiny();
    await rm(made.manifestOnDisk);
    await expectRefused(made, 'file-missing', ['manifest', made.manifestOnDisk]);
  });

  test('the manifest is not the one that was published', async () => {
    const made = await tiny();
    await flipLastBit(made.manifestOnDisk);
    await expectRefused(made, 'wrong-digest', ['manifest', made.manifestOnDisk]);
  });

  test('the manifest has another length than its pointer says', async () => {
    const made = await tiny({
      bendPointer: ({ manifest, ...rest }) => ({
        ...rest,
        manifest: { ...manifest, length: manifest.length + 1 },
      }),
    });
    await expectRefused(made, 'wrong-length', ['manifest', made.manifestOnDisk]);
  });

  test('the manifest is not JSON although its digest is right', async () => {
    const made = await tiny({ bendManifest: () => new TextEncoder().encode('{"schema":1,') });
    await expectRefused(made, 'manifest-malformed', [made.manifestOnDisk, 'it is not JSON']);
  });

  test('the manifest has another shape', async () => {
    const made = await tiny({ bendManifest: (manifest) => ({ ...manifest, languages: [] }) });
    await expectRefused(made, 'manifest-malformed', ['languages', made.manifestOnDisk]);
  });

  test('a path of the manifest leads out of the edition', async () => {
    const made = await tiny({
      bendManifest: (manifest) => ({
        ...manifest,
        files: manifest.files.map((entry, at) => (at === 0 ? { ...entry, path: '../outside.json' } : entry)),
      }),
    });
    await expectRefused(made, 'manifest-malformed', ['files.0.path']);
  });

  test('the manifest is written in a format of the future', async () => {
    const made = await tiny({ bendManifest: (manifest) => ({ ...manifest, schema: 3 }) });
    await expectRefused(made, 'manifest-from-later-version', ['format 3', 'Install a later Openfloor']);
  });

  test('the manifest is that of another edition', async () => {
    const made = await tiny({ seq: 4, bendManifest: (manifest) => ({ ...manifest, seq: 3 }) });
    await expectRefused(made, 'manifest-other-edition', ['3 instead of 4']);
  });

  test('a path stands twice in the manifest', async () => {
    const made = await tiny({
      bendManifest: (manifest) => ({
        ...manifest,
        files: [...manifest.files, ...manifest.files.slice(0, 1)],
      }),
    });
    await expectRefused(made, 'path-twice', [made.manifest.files[0]?.path ?? '']);
  });

  test('the files together are larger than an edition may be', async () => {
    const made = await tiny({
      bendManifest: (manifest) => ({
        ...manifest,
        files: Array.from({ length: 9 }, (_, at) => ({
          path: `media/film-${at}.mp4`,
          sha256: String(at).repeat(64),
          length: MAX_BLOB_BYTES,
          type: 'video/mp4',
        })),
      }),
    });
    await expectRefused(made, 'edition-too-large', ['too large']);
  });

  test('a file is missing', async () => {
    const made = await tiny();
    await rm(made.onDisk(TINY_DOCUMENT));
    await expectRefused(made, 'file-missing', [TINY_DOCUMENT, made.onDisk(TINY_DOCUMENT)]);
  });

  test('one bit of one file has changed', async () => {
    const made = await tiny();
    await flipLastBit(made.onDisk(TINY_PICTURE));
    await expectRefused(made, 'wrong-digest', [TINY_PICTURE, made.onDisk(TINY_PICTURE)]);
  });

  test('a file is too long, or too short', async () => {
    const made = await tiny();
    await appendFile(made.onDisk(TINY_DOCUMENT), ' ');
    await expectRefused(made, 'wrong-length', [TINY_DOCUMENT]);
    await truncate(made.onDisk(TINY_DOCUMENT), 5);
    await expectRefused(made, 'wrong-length', [TINY_DOCUMENT, '5 bytes instead of']);
  });

  test('a file grows without end while it is read', async () => {
    const made = await tiny();
    const growing: Files = {
      ...machineFiles,
      read: async function* (file) {
        yield* machineFiles.read(file);
        if (file !== made.onDisk(TINY_PICTURE)) return;
        for (let piece = 0; piece < 100; piece += 1) yield new Uint8Array(1);
        throw new Error('It was read on and on.');
      },
    };
    await expectRefused(made, 'wrong-length', [TINY_PICTURE], growing);
  });

  test('a file has a length that is wrong at first sight, and then it is not even read', async () => {
    const made = await tiny();
    await appendFile(made.onDisk(TINY_DOCUMENT), ' ');
    const read: string[] = [];
    const files: Files = {
      ...machineFiles,
      read: (file) => {
        read.push(file);
        return machineFiles.read(file);
      },
    };
    await expectRefused(made, 'wrong-length', [TINY_DOCUMENT], files);
    expect(read).not.toContain(made.onDisk(TINY_DOCUMENT));
  });

  test('a link or a directory stands in place of a file', async () => {
    const made = await tiny();
    const file = made.onDisk(TINY_DOCUMENT);
    const copy = join(made.directory, 'copy');
    await writeFile(copy, await readFile(file));
    await rm(file);
    await symlink(copy, file);
    await expectRefused(made, 'not-a-plain-file', [TINY_DOCUMENT, file]);
    await rm(file);
    await mkdir(file);
    await expectRefused(made, 'not-a-plain-file', [TINY_DOCUMENT, file]);
  });

  test('a file may not be read, or the disk fails', async () => {
    const made = await tiny();
    const failing: Files = {
      ...machineFiles,
      read: (file) => {
        if (file === made.onDisk(TINY_DOCUMENT))
          throw Object.assign(new Error('input/output'), { code: 'EIO' });
        return machineFiles.read(file);
      },
    };
    await expectRefused(made, 'file-unreadable', [TINY_DOCUMENT, 'EIO'], failing);
    const locked: Files = {
      ...machineFiles,
      facts: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })),
    };
    await expectRefused(made, 'file-unreadable', ['edition.json', 'EACCES'], locked);
  });

  test('two files are broken: the first in the manifest is named', async () => {
    const made = await tiny();
    await flipLastBit(made.onDisk(TINY_PICTURE));
    await flipLastBit(made.onDisk(TINY_DOCUMENT));
    await expectRefused(made, 'wrong-digest', [TINY_DOCUMENT]);
  });
});
