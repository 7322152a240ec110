import type { Log } from '../platform/log.ts';
import type { LoadedSettings } from './load-settings.ts';
import { movedInWords } from './migrate/step.ts';

/** Writes down what the settings were read from and every part of them that is not used; answers the settings. */
export const reportSettings =
  (log: Log) =>
  (loaded: LoadedSettings): LoadedSettings => {
    for (const { code, place, setting, sentence } of loaded.problems) {
      log.trouble('setting-refused', sentence, { problem: code, place, setting });
    }
    for (const each of loaded.moved)
      log.note('setting-moved', movedInWords(each), { from: each.from, to: each.to });
    log.note('settings-read', 'The settings of this terminal are known.', {
      terminal: loaded.settings.terminal.id,
      files: loaded.files.join(', '),
      set: loaded.origins.size,
      refused: loaded.problems.length,
    });
    return loaded;
  };
