import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as zlib from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { patchPath } from '../../../../../content/model/central-server.ts';
import { blobPath } from '../../../../../content/model/edition.ts';
import { applyPatch, makePatch } from '../../../../../content/publisher/release/patches.ts';
import { expectDone, jsonOf, newCentre, removeTemporary } from './centre-under-test.ts';

afterAll(removeTemporary);

const zstd = typeof zlib.zstdCompressSync === 'function';

describe.skipIf(!zstd)('the short way from one list of files to the next', () => {
  it('is published for the editions a terminal may have, and costs a fraction of the list', async () => {
    const centre = await newCentre();
    const manifests: string[] = [];
    let cost: unknown;
    for (const title of ['Un', 'Deux', 'Trois']) {
      await centre.retitle(title);
      const facts = jsonOf(expectDone(await centre.publish('--channel', 'canary', '--json')));
      manifests.push(String(facts['manifest']));
      cost = facts['bytes'];
    }
    const [first = '', second = '', third = ''] = manifests;
    const file = (path: string) => readFile(join(centre.tree, path));
    const whole = await file(blobPath(third));
    for (const before of [first, second]) {
      const patch = await file(patchPath(before, third));
      expect(applyPatch(await file(blobPath(before)), patch)).toEqual(whole);
      // Three digests of 32 bytes changed, and a number.
      expect(patch.length).toBeLessThan(whole.length / 8);
    }
    expect(cost).toMatchObject({ manifest: (await file(patchPath(second, third))).length });
  });

  it('leads nowhere from another list, or when it is damaged', () => {
    const before = Buffer.from('a list of files '.repeat(100));
    const after = Buffer.concat([before, Buffer.from('and one more')]);
    const patch = makePatch(before, after) ?? new Uint8Array();
    expect(applyPatch(before, patch)).toEqual(after);
    const elsewhere = applyPatch(Buffer.from('another list '.repeat(130)), patch);
    expect(elsewhere === undefined || !Buffer.from(elsewhere).equals(after)).toBe(true);
    expect(applyPatch(before, patch.subarray(0, patch.length - 3))).toBeUndefined();
    expect(applyPatch(before, Buffer.from('not zstd'))).toBeUndefined();
  });

  it('reaches over lists as long as they can be', () => {
    const line = (index: number) =>
      `{"path":"documents/${index}.fr.json","sha256":"${index.toString(16).padStart(64, '0')}"},`;
    const lines = Array.from({ length: 10_000 }, (_, index) => line(index));
    const before = Buffer.from(lines.join('\n'));
    lines[9_000] = line(99_999);
    const after = Buffer.from(lines.join('\n'));
    const patch = makePatch(before, after) ?? new Uint8Array();
    expect(patch.length).toBeLessThan(1000);
    expect(applyPatch(before, patch)).toEqual(after);
  });
});
