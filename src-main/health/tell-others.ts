import type { TerminalStatus } from '../contract/terminal-status.ts';
import type { Clock } from '../platform/clock.ts';
import { replaceForReaders } from '../platform/durable-file.ts';
import type { Log } from '../platform/log.ts';
import type { TerminalSettings } from '../provisioning/terminal-settings.ts';
import type { LogMemory } from './logs/log-memory.ts';
import { metricsText } from './metrics/metrics.ts';
import { createSampler, type SamplerParts } from './metrics/sampler.ts';
import { keepStatus, type StatusKeeper, type StatusOutlet } from './status/keep-status.ts';

/** What telling others needs. */
export type TellOthersParts = Pick<SamplerParts, 'freeBytes' | 'printer'> & {
  readonly current: () => TerminalStatus;
  readonly settings: Pick<TerminalSettings, 'health' | 'night'>;
  /** Where the record lies unless the settings name another place. */
  readonly statusFile: string;
  readonly memory: Pick<LogMemory, 'troubleCounts'>;
  readonly clock: Clock;
  readonly log: Log;
};

/** Keeps the record and, where the settings want it, the figures for Prometheus up to date. */
export function tellOthers(parts: TellOthersParts): StatusKeeper {
  const { settings, clock, log, memory } = parts;
  const { prometheusFile } = settings.health;
  const statusFile = settings.health.statusFile ?? parts.statusFile;
  let isUp = true;
  const sampler = prometheusFile === null ? null : createSampler(parts);
  const outlets: StatusOutlet[] = [
    {
      file: statusFile,
      write: (status) => replaceForReaders(statusFile, `${JSON.stringify(status, null, 1)}\n`),
      code: 'status-not-written',
    },
  ];
  if (prometheusFile !== null && sampler !== null) {
    outlets.push({
      file: prometheusFile,
      write: async (status) => {
        const troubles = memory.troubleCounts();
        const facts = { isUp, nightHours: settings.night.hours, troubles, ...sampler.last() };
        await replaceForReaders(prometheusFile, await metricsText(status, facts));
      },
      code: 'metrics-not-written',
    });
  }
  const keeper = keepStatus({ current: parts.current, outlets, clock, log });
  return {
    close: () => {
      isUp = false;
      sampler?.stop();
      return keeper.close();
    },
  };
}
