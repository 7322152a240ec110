import { counted } from './words.ts';

/** The line about `preview` in the overview. */
export const previewSummary =
  'see the guide as visitors will, in every language side by side, while you write';

/** What `guide preview --help` shows. */
export const previewUsage = `Usage: npm run guide -- preview [--content DIR] [--port N] [--at MOMENT] [--no-open]

Opens the real screens in your browser, all languages side by side, and keeps them up to date: save a file and
the screens show it in a moment. What has to be put right is shown where it is; until then the screens keep the
guide as it was. Nobody but this computer can see it. Ctrl+C stops it.

  --content DIR  the folder with guide.yaml in it (content/guide of this project if you leave it out)
  --port N       the port of the address, 1 to 65535 (a free one if you leave it out)
  --at MOMENT    show the guide as of that moment on the centre's clock: 2027-01-15T09:00, or 2027-01-15 for nine
                 o'clock on that day (now if you leave it out)
  --no-open      open no browser, only say the address

Folders are counted from the project's folder. Ends with 0 when you stop it, 1 when it could not start, 2 when
the command itself was not understood.
`;

/** `--at` with something that is no moment. */
export function badAt(value: string): string {
  return `"--at ${value}" is not a moment: write a day that exists and a time, as in 2027-01-15T09:00.`;
}

/** `--port` with something that is no port. */
export function badPort(value: string): string {
  return `"--port ${value}" is not a port: use a number from 1 to 65535, or leave it out.`;
}

/** Above what keeps the preview from starting at all. */
export const previewHeading = 'The preview cannot start.';

/** Said first, since building the screens takes a while the first time. */
export const preparingScreens = 'Preparing the screens …';

/** The screens could not be built; their builder has said more above. */
export const screensNotBuilt =
  'The preview cannot start, because its screens could not be built. Your guide is not to blame: please show the lines above to whoever looks after this project.';

/** The address cannot be had; `code` is the computer's short word for why. */
export function cannotListen(port: number, code: string): string {
  if (code === 'EADDRINUSE') {
    return `The preview cannot start, because port ${port} is in use on this computer, perhaps by another preview. Stop that one, choose another number for --port, or leave --port out and get a free one.`;
  }
  if (code === 'EACCES') {
    return `The preview cannot start, because this computer keeps port ${port} for its administrator. Choose a number from 1024 on for --port, or leave it out.`;
  }
  return `The preview cannot start: this computer gives it no address (${code}). Try again, or choose another number for --port.`;
}

/** Where the preview is. */
export function previewIsAt(url: string, folder: string): string {
  return `The guide in ${folder} is at ${url}\nSave a file and look there. Ctrl+C stops the preview.`;
}

/** No browser came up. */
export const openItYourself = 'No browser could be opened from here: open the address above in yours.';

/** One line for each change. */
export function previewChanged(edition: number | null, problems: number): string {
  if (problems > 0) {
    const still = edition === null ? 'nothing can be shown yet' : `edition ${edition} stays on screen`;
    return `${counted(problems, 'thing')} to put right; ${still}. The preview says where.`;
  }
  return `Edition ${edition} is on screen.`;
}

/** The guide folder is not watched any more. */
export function cannotWatch(detail: string): string {
  return `Changes can no longer be noticed (${detail}). Stop the preview with Ctrl+C and start it again.`;
}

/** The last line. */
export const previewStopped = 'The preview has stopped.';
