import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from '../browser.ts';
import { createCleanups, endOnSignals } from '../cleanups.ts';
import { exitWith } from '../packages.mjs';
import { messageOf, Problem, say } from '../say.ts';
import { realSystemPorts, sandboxArguments } from '../system.ts';
import { takeContactSheets } from './contact-sheets.ts';
import { serveGallery } from './served-gallery.ts';

const USAGE = `Usage: npm run gallery [-- --sheets DIR [--only STATE] [--text SIZE] [--contrast KIND] [--pseudo]]

Serves every part and every screen in every state to a browser of this computer, until Ctrl+C.

  --sheets DIR     take a picture of each in every language, standing and lying, set them on contact sheets in DIR, and end
  --only STATE     only states whose id begins with this
  --text SIZE      with text as a visitor chose it: usual, large, largest
  --contrast KIND  with the contrast a visitor chose: usual, strong
  --pseudo         with the words of the screens in the pseudo-language
`;

const cleanups = createCleanups();

await exitWith(async () => {
  endOnSignals(cleanups);
  const options = optionsOf(process.argv.slice(2));
  if (options.help) {
    say(USAGE);
    return 0;
  }
  try {
    const gallery = await serveGallery();
    cleanups.add(gallery.stop);
    if (options.sheets === undefined) {
      say(`The gallery is at ${gallery.url}. Ctrl+C ends it.`);
      await once(gallery.child, 'exit');
      return 0;
    }
    const system = realSystemPorts();
    const executable = await findBrowser(system);
    if (executable === null) throw new Problem('Without a browser no pictures can be taken.');
    await takeContactSheets({
      url: gallery.url,
      executable,
      arguments: sandboxArguments(system),
      into: path.resolve(options.sheets),
      only: options.only ?? '',
      text: oneOf('--text', options.text, ['usual', 'large', 'largest']),
      contrast: oneOf('--contrast', options.contrast, ['usual', 'strong']),
      pseudo: options.pseudo === true,
      say,
    });
    return 0;
  } finally {
    await cleanups.run();
  }
});

/** The first one unless another was asked for. */
function oneOf(option: string, value: string | undefined, known: readonly [string, ...string[]]): string {
  if (value === undefined) return known[0];
  if (known.includes(value)) return value;
  throw new Problem(`${option} knows ${known.join(', ')}, not ${value}.`, 2);
}

function optionsOf(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean' },
        sheets: { type: 'string' },
        only: { type: 'string' },
        text: { type: 'string' },
        contrast: { type: 'string' },
        pseudo: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new Problem(`${messageOf(error)}\n\n${USAGE}`, 2);
  }
}
