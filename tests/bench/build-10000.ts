import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exitWith, projectDir } from '../../src-main/dev/packages.mjs';
import { Problem, say } from '../../src-main/dev/say.ts';
import { writeSyntheticGuide } from './synthetic-guide.ts';

/** Documents of the guide, both languages counted. */
const DOCUMENTS = 10_000;

/** Loaded into the build: says at its end how much memory it took at most, in kilobytes. */
const MEMORY =
  "data:text/javascript,process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))";

type Measured = { readonly seconds: number; readonly megabytes: number; readonly files: number };

/** Runs `guide build` in a process of its own, as people do. */
async function build(content: string, out: string, cache: string): Promise<Measured> {
  const entry = join(projectDir, 'content/publisher/guide.ts');
  const args = ['build', '--content', content, '--out', out, '--cache', cache, '--json'];
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', MEMORY, entry, ...args], { cwd: projectDir });
  const printed = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed.err += text;
  });
  const code = await new Promise<number | null>((done, failed) => {
    child.once('error', failed).once('close', done);
  });
  const seconds = (performance.now() - began) / 1000;
  if (code !== 0)
    throw new Problem(`The build ended with ${code}: ${printed.out.slice(0, 500)}${printed.err}`);
  const { files }: { readonly files: number } = JSON.parse(printed.out);
  return { seconds, files, megabytes: Number(/peak (\d+)/.exec(printed.err)?.[1] ?? 0) / 1024 };
}

function line(name: string, { seconds, megabytes, files }: Measured): string {
  return `${name}: ${seconds.toFixed(1)} s, at most ${megabytes.toFixed(0)} MB, ${files} files`;
}

await exitWith(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'openfloor-bench-'));
  try {
    const guide = await writeSyntheticGuide(join(folder, 'guide'), DOCUMENTS);
    const [out, cache] = [join(folder, 'edition'), join(folder, 'cache')];
    const full = await build(guide.folder, out, cache);
    say(line(`anchor, a build of ${DOCUMENTS} documents from nothing`, full));
    for (const path of guide.onePage) {
      await writeFile(path, `${await readFile(path, 'utf8')}\nInfo 10000.\n`);
    }
    const again = await build(guide.folder, out, cache);
    say(line('the same after a change in one page', again));
    say(`one page / anchor: ${(again.seconds / full.seconds).toFixed(4)}`);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
