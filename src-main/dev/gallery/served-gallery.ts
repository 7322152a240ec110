import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { stopProcess } from '../display.ts';
import { projectDir } from '../packages.mjs';
import { Problem } from '../say.ts';

/** The gallery being served to this computer. */
export type ServedGallery = {
  /** Address of the list of states; a page of it is `page.html?…` beside it. */
  readonly url: string;
  /** The process that serves it; it runs until it is stopped. */
  readonly child: ChildProcess;
  readonly stop: () => Promise<void>;
};

/** Builds and serves the gallery with the guide of this project: by the preview, which has everything it needs. Throws a Problem. */
export async function serveGallery(): Promise<ServedGallery> {
  const entry = path.join(projectDir, 'content/publisher/guide.ts');
  const child = spawn(process.execPath, [...process.execArgv, entry, 'preview', '--no-open'], {
    cwd: projectDir,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString('utf8');
    });
  }
  for (;;) {
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0];
    if (address) return { url: `${address}gallery/index.html`, child, stop: async () => stopProcess(child) };
    if (child.exitCode !== null) throw new Problem(`The gallery could not be served:\n${printed.trim()}`);
    await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data'), once(child, 'exit')]);
  }
}
