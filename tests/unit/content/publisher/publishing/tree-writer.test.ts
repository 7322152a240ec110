import { mkdir, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { treeWriter } from '../../../../../content/publisher/tree/writer.ts';
import { removeTemporary, temporaryFolder } from '../guide-under-test.ts';

afterAll(removeTemporary);

const bytes = (text: string) => Buffer.from(text);

describe('the writer of a tree', () => {
  it('dates a file that replaces another at least a second later, so that web servers tell them apart', async () => {
    const tree = await temporaryFolder();
    const writer = await treeWriter(tree);
    await writer.place('metadata/timestamp.json', bytes('1'));
    const path = join(tree, 'metadata/timestamp.json');
    // As if it had been replaced several times within this very second.
    const ahead = Math.floor(Date.now() / 1000) + 5;
    await utimes(path, ahead, ahead);
    await writer.place('metadata/timestamp.json', bytes('2'));
    expect(Math.floor((await stat(path)).mtimeMs / 1000)).toBe(ahead + 1);
    await writer.place('metadata/timestamp.json', bytes('3'));
    expect(Math.floor((await stat(path)).mtimeMs / 1000)).toBe(ahead + 2);
  });

  it('leaves alone what is there already, byte for byte', async () => {
    const tree = await temporaryFolder();
    const writer = await treeWriter(tree);
    await writer.place('blobs/aa/x', bytes('same'));
    const before = await stat(join(tree, 'blobs/aa/x'));
    await writer.place('blobs/aa/x', bytes('same'));
    expect((await stat(join(tree, 'blobs/aa/x'))).ino).toBe(before.ino);
  });

  it('puts right a file that is not what it should be', async () => {
    const tree = await temporaryFolder();
    await mkdir(join(tree, 'blobs'));
    await writeFile(join(tree, 'blobs/x'), 'much longer than it should be');
    const writer = await treeWriter(tree);
    await writer.place('blobs/x', bytes('right'));
    expect(await readFile(join(tree, 'blobs/x'), 'utf8')).toBe('right');
  });

  it('never shows a file that is not whole, and takes away what a killed one left', async () => {
    const tree = await temporaryFolder();
    await mkdir(join(tree, '.new'));
    await writeFile(join(tree, '.new/half'), 'ha');
    const points: string[] = [];
    const writer = await treeWriter(tree, (point) => points.push(point));
    expect(await readdir(join(tree, '.new'))).toEqual([]);
    await writer.place('targets/x', bytes('whole'));
    expect(await readdir(join(tree, 'targets'))).toEqual(['x']);
    expect(points).toEqual(['before targets/x', 'after targets/x']);
    await writer.close();
    expect(await readdir(tree)).toEqual(['targets']);
  });

  it('takes back what was new, and nothing else', async () => {
    const tree = await temporaryFolder();
    await mkdir(join(tree, 'blobs/aa'), { recursive: true });
    await writeFile(join(tree, 'blobs/aa/old'), 'old');
    const writer = await treeWriter(tree);
    await writer.place('blobs/aa/old', bytes('old'));
    await writer.place('blobs/aa/new', bytes('new'));
    await writer.place('blobs/bb/new', bytes('new'));
    await writer.place('targets/channels/new', bytes('new'));
    await writer.settle();
    await writer.undo();
    await writer.close();
    expect((await readdir(tree, { recursive: true })).sort()).toEqual(['blobs', 'blobs/aa', 'blobs/aa/old']);
  });
});
