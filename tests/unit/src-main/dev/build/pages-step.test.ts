import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { refuseInlineScripts } from '../../../../../src-main/dev/build/pages-step.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'openfloor-test-'));
  mkdirSync(path.join(dir, 'visitor'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const page = (html: string) => writeFileSync(path.join(dir, 'visitor/index.html'), html);

it('a page that loads its script from a file is fine', async () => {
  page('<!doctype html><script type="module" crossorigin src="../assets/a.js"></script><p>Only one</p>');
  await expect(refuseInlineScripts(dir)).resolves.toBeUndefined();
});

it.each(['<script>start()</script>', '<script type="module">start()</script>', '<p onclick="start()">x</p>'])(
  'a page with %s, which would stay blank, does not leave the build',
  async (html) => {
    page(html);
    await expect(refuseInlineScripts(dir)).rejects.toThrow(/visitor.index\.html holds an inline script/);
  },
);
