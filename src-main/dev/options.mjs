// The command line of npm start, read before anything slow happens. Plain JavaScript: it runs before npm ci.
import { statSync } from 'node:fs';
import path from 'node:path';

/** Screens `--shot` can walk to, in the order a visitor meets them. */
export const SCREENS = [
  'attract',
  'home',
  'theme',
  'audience',
  'events',
  'services',
  'checklists',
  'article',
  'checklist',
  'search',
  'search-found',
  'search-nothing',
  'search-accents',
  'plan',
  'plan-empty',
  'takeaway',
  'leaving',
  'remembers',
  'warning',
  'preparing',
];
/** Screens that are of one document when `--document` names it. */
const OF_A_DOCUMENT = ['theme', 'article', 'checklist', 'takeaway'];
/** Languages `--shot` can begin a visit in. */
export const LANGUAGES = ['fr', 'nl'];
/** The size of a portrait terminal, in pixels. */
export const DEFAULT_SIZE = { width: 1080, height: 1920 };

const SMALLEST = 320;
const LARGEST = 7680;
const OURS = ['--shot', '--language', '--screen', '--document', '--size'];

export const USAGE = `npm start                                    builds what changed and starts the kiosk
npm start -- --size 1920x1080                the same, on a screen of that size when there is no display
npm start -- --shot FILE.png                 saves a picture and stops; with
    --language ${LANGUAGES.join('|')}
    --screen ${SCREENS.join('|')}
    --document ID                            for instance employment/first-interview
    --size 1080x1920|1920x1080|WxH
npm start -- -- ANYTHING                     everything after the second -- goes to the app, as does what is not listed here`;

/** Reads the arguments of npm start. Returns kind `run`, `shot`, `help` or `mistake` (with a message for a person). */
export function parseStart(args, cwd) {
  const given = {};
  const appArgs = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i];
    if (arg === '--') {
      appArgs.push(...args.slice(i + 1));
      break;
    }
    if (arg === '--help') return { kind: 'help' };
    const [name, inline] = splitOnce(arg);
    if (!OURS.includes(name)) {
      appArgs.push(arg);
      continue;
    }
    const value = inline ?? args[i + 1];
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--'))) {
      return mistake(`${name} needs a value${hint(name)}.`);
    }
    if (name in given) return mistake(`${name} is given twice.`);
    if (inline === undefined) i += 1;
    given[name] = value;
  }

  const size = given['--size'] === undefined ? DEFAULT_SIZE : parseSize(given['--size']);
  if (!size) return mistake(`--size ${given['--size']} is not a size${hint('--size')}.`);
  if (given['--shot'] === undefined) {
    const alone = ['--language', '--screen', '--document'].find((name) => name in given);
    return alone
      ? mistake(`${alone} only works together with --shot FILE.png.`)
      : { kind: 'run', size, appArgs };
  }
  return parseShot(given, size, appArgs, cwd);
}

function parseShot(given, size, appArgs, cwd) {
  if (appArgs.length > 0) {
    return mistake(`--shot does not know ${appArgs[0]}. It goes together with ${OURS.slice(1).join(', ')}.`);
  }

  const language = given['--language'];
  if (language !== undefined && !LANGUAGES.includes(language)) {
    return mistake(`--language ${language} is unknown. It is one of ${LANGUAGES.join(', ')}.`);
  }
  const document = given['--document'];
  if (document !== undefined && !/^[a-z0-9-]+(\/[a-z0-9-]+)+$/.test(document)) {
    return mistake(`--document ${document} is not a document's ID${hint('--document')}.`);
  }
  const asked = given['--screen'];
  if (asked !== undefined && !SCREENS.includes(asked)) {
    return mistake(`--screen ${asked} is unknown. It is one of ${SCREENS.join(', ')}.`);
  }
  if (document !== undefined && asked !== undefined && !OF_A_DOCUMENT.includes(asked)) {
    return mistake(`--document does not go together with --screen ${asked}.`);
  }
  const screen = asked ?? (document !== undefined ? 'document' : language !== undefined ? 'home' : 'attract');

  const file = path.resolve(cwd, given['--shot']);
  if (!/\.png$/i.test(file)) return mistake(`--shot ${given['--shot']} must end in .png.`);
  const folder = path.dirname(file);
  if (!isDirectory(folder))
    return mistake(`The folder ${folder} does not exist; make it first, then ask for the picture.`);
  if (isDirectory(file)) return mistake(`--shot ${given['--shot']} is a folder; name a file in it.`);
  return { kind: 'shot', file, language: language ?? LANGUAGES[0], screen, document: document ?? null, size };
}

function parseSize(text) {
  const found = /^(\d+)x(\d+)$/.exec(text);
  if (!found) return null;
  const [width, height] = [Number(found[1]), Number(found[2])];
  const fits = [width, height].every((side) => side >= SMALLEST && side <= LARGEST);
  return fits ? { width, height } : null;
}

function hint(name) {
  if (name === '--shot') return ': a file such as picture.png';
  if (name === '--language') return `: one of ${LANGUAGES.join(', ')}`;
  if (name === '--screen') return `: one of ${SCREENS.join(', ')}`;
  if (name === '--document') return ': a theme and a name, such as employment/first-interview';
  return `: width x height in pixels, such as 1080x1920 (each from ${SMALLEST} to ${LARGEST})`;
}

function splitOnce(arg) {
  const at = arg.indexOf('=');
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

function isDirectory(file) {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false;
  }
}

function mistake(message) {
  return { kind: 'mistake', message: `${message}\nnpm start -- --help lists what it understands.` };
}
