import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { byCodeUnits } from '../problem.ts';

const CONTENT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * One hash over everything that decides what becomes of a text: every file of the publisher and of the model, the
 * packages they use, and Node itself. Undefined when that cannot be told; then nothing may be kept.
 */
export function publisherVersion(content = CONTENT): string | undefined {
  try {
    const hash = createHash('sha256').update(process.version);
    for (const room of ['model', 'publisher']) {
      const entries = readdirSync(join(content, room), { recursive: true, withFileTypes: true });
      const files = entries
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .map((entry) => join(entry.parentPath, entry.name))
        .sort(byCodeUnits);
      for (const file of files) {
        hash.update(`\n${relative(content, file).split(sep).join('/')}\n`).update(readFileSync(file));
      }
    }
    return hash.update(readFileSync(join(content, '..', 'package-lock.json'))).digest('hex');
  } catch {
    return undefined;
  }
}
