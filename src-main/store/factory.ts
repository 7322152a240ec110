import type { Clock } from '../platform/clock.ts';
import type { Files } from '../platform/files.ts';
import type { Log } from '../platform/log.ts';
import type { EditionShelf } from './edition.ts';
import { type EditionOutcome, readEdition } from './read-edition.ts';

/** What reading the factory edition needs. */
export type FactoryParts = {
  /** Directory with `edition.json` and `blobs/`. */
  readonly directory: string;
  readonly shelf: EditionShelf;
  readonly files: Files;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly log: Log;
};

/** Verifies the edition shipped inside the application and puts it on the shelf; says in the log what came of it. */
export async function shelveFactoryEdition(parts: FactoryParts): Promise<EditionOutcome> {
  const { directory, shelf, files, clock, log } = parts;
  const began = clock.monotonicMs();
  const outcome = await readEdition(directory, files);
  if (outcome.kind === 'refused') {
    const { code, path, file, sentence } = outcome.problem;
    log.trouble('edition-refused', sentence, { problem: code, path, file });
    return outcome;
  }
  const { edition } = outcome;
  shelf.add(edition);
  log.note('edition-ready', 'The edition shipped with the application is whole.', {
    seq: edition.seq,
    files: edition.manifest.files.length,
    ms: Math.round(clock.monotonicMs() - began),
  });
  return outcome;
}
