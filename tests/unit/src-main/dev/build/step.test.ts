import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BuildStep, buildStep } from '../../../../../src-main/dev/build/step.ts';

let dir: string;
let said: string[];
let builds: number;
let step: BuildStep;
const say = (line: string) => said.push(line.trim());

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'openfloor-test-'));
  said = [];
  builds = 0;
  mkdirSync(path.join(dir, 'src/deep'), { recursive: true });
  writeFileSync(path.join(dir, 'src/deep/a.ts'), 'one');
  step = {
    name: 'pages',
    inputs: ['src', 'lock.json'],
    output: 'out/pages',
    proof: 'index.html',
    build: async (into) => {
      builds += 1;
      writeFileSync(path.join(into, 'index.html'), readFileSync(path.join(dir, 'src/deep/a.ts')));
      return `made in ${into}`;
    },
  };
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const output = () => readFileSync(path.join(dir, 'out/pages/index.html'), 'utf8');

it('the second start builds nothing, and says so', async () => {
  await buildStep(dir, step, say);
  await buildStep(dir, step, say);
  expect(builds).toBe(1);
  expect(said).toEqual([expect.stringMatching(/^pages: built in/), 'made in out/pages', 'pages: up to date']);
});

it('a changed, new or removed source file builds again', async () => {
  await buildStep(dir, step, say);
  writeFileSync(path.join(dir, 'src/deep/a.ts'), 'two');
  await buildStep(dir, step, say);
  expect(output()).toBe('two');
  writeFileSync(path.join(dir, 'src/b.ts'), '');
  await buildStep(dir, step, say);
  rmSync(path.join(dir, 'src/b.ts'));
  await buildStep(dir, step, say);
  writeFileSync(path.join(dir, 'lock.json'), '{}');
  await buildStep(dir, step, say);
  expect(builds).toBe(5);
});

it('a removed output is built again', async () => {
  await buildStep(dir, step, say);
  rmSync(path.join(dir, 'out/pages/index.html'));
  await buildStep(dir, step, say);
  expect(output()).toBe('one');
});

it('a build that breaks half-way leaves the last good output and no rubbish, and the next one recovers', async () => {
  await buildStep(dir, step, say);
  writeFileSync(path.join(dir, 'src/deep/a.ts'), 'two');
  const broken: BuildStep = {
    ...step,
    build: async (into) => {
      writeFileSync(path.join(into, 'index.html'), 'half');
      throw new Error('broken');
    },
  };
  await expect(buildStep(dir, broken, say)).rejects.toThrow('broken');
  expect(output()).toBe('one');
  expect(readdirSync(path.join(dir, 'out/.staging'))).toEqual([]);
  await buildStep(dir, step, say);
  expect(output()).toBe('two');
});

it('a build that makes nothing is a failure', async () => {
  await expect(buildStep(dir, { ...step, build: async () => '' }, say)).rejects.toThrow(
    /made no index\.html/,
  );
  expect(existsSync(path.join(dir, 'out/pages'))).toBe(false);
});
