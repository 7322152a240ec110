import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doctorReport } from '../../../../src-main/contract/doctor-report.ts';
import { signedRepository } from '../../../builders/signed-repository.ts';
import { type TreeServer, treeServer } from '../../../builders/tree-server.ts';

// The real commands, as `npm run openfloor -- …` starts them, against a real web server with a signed publication.

const project = resolve(import.meta.dirname, '../../../..');

let directory = '';
let server: TreeServer;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'openfloor-test-'));
  const repository = signedRepository(Date.now());
  repository.nextRoot();
  repository.release();
  server = await treeServer(repository.tree);
});

afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true, force: true });
});

function openfloor(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  return new Promise((done, fail) => {
    const { OPENFLOOR_CONFIG: _config, ...env } = process.env;
    // No terminal behind it: nobody can be asked.
    const child = spawn('npm', ['run', '--silent', 'openfloor', '--', ...args], {
      cwd: project,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.once('error', fail);
    child.once('close', (code) => done({ code, out, err }));
  });
}

test('A machine is set up from an address and a fingerprint, and the doctor finds its settings, its trust and its server well', async () => {
  const file = join(directory, 'openfloor.yaml');
  const wanted = ['provision', '--config', file, '--terminal.id', 'hall-2', '--server.url', server.url.href];

  const unconfirmed = await openfloor(...wanted);
  expect(unconfirmed.code).toBe(1);
  const fingerprint = /--fingerprint (\S+)\./.exec(unconfirmed.err)?.[1] ?? '';
  expect(fingerprint).toMatch(/^\w{4}(-\w{4}){4}$/);

  const done = await openfloor(...wanted, '--fingerprint', fingerprint);
  expect(done.err).toBe('');
  expect(done.code).toBe(0);
  const written = await readFile(file);
  const again = await openfloor(...wanted, '--fingerprint', fingerprint);
  expect(again.out).toContain('There is nothing to change');
  expect(await readFile(file)).toEqual(written);

  const doctor = ['doctor', '--json', '--config', file, '--data', directory];
  const verdicts = async () => {
    const report = doctorReport.parse(JSON.parse((await openfloor(...doctor)).out));
    expect(report.terminal.id).toBe('hall-2');
    return new Map(report.findings.map(({ id, verdict }) => [id, verdict]));
  };
  const well = await verdicts();
  expect([well.get('configuration'), well.get('trust'), well.get('server')]).toEqual([
    'pass',
    'pass',
    'pass',
  ]);

  await server.pauseListening();
  expect((await verdicts()).get('server')).toBe('fail');
  expect((await openfloor(...doctor)).code).toBe(1);
}, 120_000);
