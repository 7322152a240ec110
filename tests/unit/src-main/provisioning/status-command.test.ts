import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { TerminalStatus } from '../../../../src-main/contract/terminal-status.ts';
import { runOpenfloor } from '../../../../src-main/provisioning/commands/run-openfloor.ts';
import { sampleStatus } from '../../../builders/status-facts.ts';
import { temporaryDirectory } from '../../../builders/temporary-directory.ts';

const directoryOf = temporaryDirectory();

async function openfloor(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const code = await runOpenfloor(args, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    environment: {},
  });
  return { code, ...said };
}

/** Data of a terminal that is this very process, which surely runs, and has just written its record. */
async function dataOf(change: Partial<TerminalStatus> = {}): Promise<string> {
  const data = await directoryOf();
  const status = { ...sampleStatus({ now: new Date() }), pid: process.pid, ...change };
  await writeFile(join(data, 'status.json'), JSON.stringify(status));
  return data;
}

/** No process has this number: Linux gives none above 4194304. */
const NOBODY = 2 ** 30;

describe('A technician who asks how the terminal is', () => {
  test('sees it on one screen', async () => {
    const { code, out } = await openfloor('status', '--data', await dataOf());
    expect(code).toBe(0);
    expect(out).toContain('Visitors see  the first screen');
  });

  test('learns by the number that visitors have no living page, unless staff want it so', async () => {
    const eye = { state: 'preparing', alive: false, lastPaintedAt: null } as const;
    expect((await openfloor('status', '--data', await dataOf({ eye }))).code).toBe(1);
    expect((await openfloor('status', '--data', await dataOf({ eye, maintenance: true }))).code).toBe(0);
  });

  test('learns that it does not run, and when it was last seen', async () => {
    const { code, out } = await openfloor('status', '--data', await dataOf({ pid: NOBODY }));
    expect(code).toBe(3);
    expect(out).toMatch(/^The terminal brussels-ground-1 does not run. It was last seen \d+ s ago/);
  });

  test('learns that it has never run here', async () => {
    const data = await directoryOf();
    const { code, out } = await openfloor('status', '--data', data);
    expect(code).toBe(3);
    expect(out).toContain(`There is no record of a terminal at ${join(data, 'status.json')}`);
  });

  test('learns that it has been silent for too long', async () => {
    const at = new Date(Date.now() - 10 * 60_000).toISOString();
    const { code, out } = await openfloor('status', '--data', await dataOf({ at }));
    expect(code).toBe(4);
    expect(out).toContain('has said nothing for 10 min');
  });

  test('learns that the record is torn, or from a later version', async () => {
    const data = await dataOf();
    await writeFile(join(data, 'status.json'), '{"schema": 1, "at": "2026-');
    expect(await openfloor('status', '--data', data)).toMatchObject({
      code: 4,
      out: expect.stringContaining('is not whole'),
    });
    await writeFile(join(data, 'status.json'), '{"schema": 2, "new": true}');
    expect(await openfloor('status', '--data', data)).toMatchObject({
      code: 4,
      out: expect.stringContaining('a later Openfloor (form 2)'),
    });
  });

  test('finds the record where the settings say it is, and hears of settings that cannot be read', async () => {
    const data = await dataOf();
    const file = join(await directoryOf(), 'openfloor.yaml');
    await writeFile(file, `health:\n  statusFile: ${join(data, 'status.json')}\n`);
    expect(await openfloor('status', '--config', file)).toMatchObject({ code: 0, err: '' });
    const missing = await openfloor('status', '--config', `${file}.none`, '--data', data);
    expect(missing).toMatchObject({ code: 0, err: expect.stringContaining('was named but is not there') });
  });

  test('can hand the same to a program', async () => {
    const data = await dataOf({ pid: NOBODY });
    const { code, out } = await openfloor('status', '--json', '--data', data);
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({
      state: 'stopped',
      file: join(data, 'status.json'),
      ageSeconds: expect.any(Number),
      status: { terminal: { id: 'brussels-ground-1' } },
    });
    const none = await openfloor('status', '--json', '--data', await directoryOf());
    expect(JSON.parse(none.out)).toMatchObject({ state: 'never', ageSeconds: null, status: null });
  });

  test('is told what the command can do when it was not understood', async () => {
    const { code, err } = await openfloor('status', '--watch');
    expect(code).toBe(2);
    expect(err).toContain('Usage: openfloor status');
  });
});
