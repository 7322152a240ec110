import { type Command, EXIT, type Io, UsageError } from '../command.ts';
import { guideFolder, shortest } from '../guide-folder.ts';
import {
  badPort,
  cannotListen,
  cannotWatch,
  internalError,
  openItYourself,
  preparingScreens,
  previewChanged,
  previewHeading,
  previewIsAt,
  previewStopped,
  previewSummary,
  previewUsage,
  screensNotBuilt,
} from '../messages.ts';
import { readOptions } from '../options.ts';
import { buildScreens, SCREENS } from '../preview/build-screens.ts';
import { livingGuide } from '../preview/living-guide.ts';
import { readMoment } from '../preview/moment.ts';
import { openBrowser } from '../preview/open-browser.ts';
import { readPageFiles } from '../preview/page-files.ts';
import { type PreviewServer, servePreview } from '../preview/server.ts';
import { untilStopped } from '../preview/until-stopped.ts';
import { watchFolder } from '../preview/watch-folder.ts';
import { problemsText } from '../report.ts';
import { readSources } from '../steps/read-sources.ts';

const OPTIONS = {
  content: { type: 'string' },
  port: { type: 'string' },
  at: { type: 'string' },
  'no-open': { type: 'boolean' },
} as const;

/** `guide preview`: the real screens in a browser, kept up to date while the guide is written. */
export const preview: Command = { name: 'preview', summary: previewSummary, usage: previewUsage, run };

async function run(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args, OPTIONS);
  const port = options.port === undefined ? 0 : toPort(options.port);
  const at = options.at === undefined ? null : readMoment(options.at);
  const content = guideFolder(options.content, io.cwd);

  const { files, problems } = await readSources(content);
  if (files.length === 0 && problems.length > 0) {
    io.err(problemsText(problems, previewHeading));
    return EXIT.problems;
  }
  const stopped = untilStopped();
  io.out(`${preparingScreens}\n`);
  const failure = await buildScreens();
  if (stopped.asked()) return EXIT.ok;
  if (failure !== undefined) {
    io.err(`${failure}\n\n${screensNotBuilt}\n`);
    return EXIT.problems;
  }

  const folder = shortest(content, io.cwd);
  const guide = livingGuide({ folder, at, read: () => readSources(content) });
  await guide.look(null);
  const pages = await readPageFiles(SCREENS);
  let server: PreviewServer;
  try {
    server = await servePreview(guide, pages, port);
  } catch (error) {
    io.err(`${cannotListen(port, codeOf(error))}\n`);
    return EXIT.problems;
  }
  const unwatch = await watchFolder(content, {
    onChange: (changedAt) => {
      guide.look(changedAt).catch((error: unknown) => io.err(`${internalError(String(error))}\n`));
    },
    onError: (error) => io.err(`${cannotWatch(codeOf(error))}\n`),
  });
  guide.onChange(({ edition, problems: left }) => io.out(`${previewChanged(edition, left.length)}\n`));
  io.out(`${previewIsAt(server.url, folder)}\n`);
  if (options['no-open'] !== true) {
    void openBrowser(server.url).then((opened) => {
      if (!opened) io.out(`${openItYourself}\n`);
    });
  }
  await stopped.wait;
  await unwatch();
  await server.stop();
  io.out(`\n${previewStopped}\n`);
  return EXIT.ok;
}

function toPort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (port < 1 || port > 65_535) throw new UsageError(badPort(value));
  return port;
}

/** The computer's short code for an error, for instance `EADDRINUSE`. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
