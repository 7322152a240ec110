import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The guide of this project. */
export const OWN_GUIDE = fileURLToPath(new URL('../guide', import.meta.url));

/** The folder that `--content` names, counted from `cwd`; the guide of this project without it. */
export function guideFolder(content: string | undefined, cwd: string): string {
  return content === undefined ? OWN_GUIDE : resolve(cwd, content);
}

/** A folder as people would name it from where they are. */
export function shortest(folder: string, cwd: string): string {
  const way = relative(cwd, folder);
  return way === '' || way.startsWith('..') ? folder : way;
}
