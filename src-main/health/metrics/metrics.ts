import { Counter, Gauge, Registry } from 'prom-client';
import { PRINTER_TROUBLES, type PrinterState } from '../../contract/printing.ts';
import { type TerminalStatus, terminalStatus } from '../../contract/terminal-status.ts';
import { PROBLEM_CODES } from '../../contract/visitor.ts';
import type { LogCode } from '../../platform/log-codes.ts';
import { nightAround } from '../status/night.ts';

/** What figures tell beside the status. */
export type MetricsFacts = {
  /** False in the last file that a terminal writes before it ends in order. */
  readonly isUp: boolean;
  /** When nobody comes, as the settings say it. */
  readonly nightHours: string | null;
  /** Free bytes on the disk of the store; null while they are not known. */
  readonly storeFreeBytes: number | null;
  readonly printer: PrinterState;
  /** How many troubles of each code were logged since the start. */
  readonly troubles: Readonly<Partial<Record<LogCode, number>>>;
};

const EYE_STATES = terminalStatus.shape.eye.shape.state.options;
const SYNC_STATES = terminalStatus.shape.server.shape.state.options;
const PRINTER_STATES: readonly PrinterState[] = ['ready', 'busy', ...PRINTER_TROUBLES];

/** How the terminal is, in the text format of Prometheus. Names and meanings stay; a moment that never came is 0. */
export function metricsText(status: TerminalStatus, facts: MetricsFacts): Promise<string> {
  const registry = new Registry();
  const registers = [registry];
  const gauge = (name: string, help: string, value: number) =>
    new Gauge({ name: `openfloor_${name}`, help, registers }).set(value);
  const counter = (name: string, help: string, value: number) =>
    new Counter({ name: `openfloor_${name}`, help, registers }).inc(value);
  /** One series for each state: 1 for the one that is, 0 for the others. */
  const states = (name: string, help: string, all: readonly string[], now: string) => {
    const made = new Gauge({ name: `openfloor_${name}`, help, labelNames: ['state'], registers });
    for (const state of all) made.set({ state }, state === now ? 1 : 0);
  };
  const counts = (name: string, help: string, by: Readonly<Record<string, number>>) => {
    const made = new Counter({ name: `openfloor_${name}`, help, labelNames: ['code'], registers });
    for (const [code, count] of Object.entries(by)) made.inc({ code }, count);
  };

  const { terminal, edition, server, eye, visits, pages } = status;
  new Gauge({
    name: 'openfloor_info',
    help: 'Which terminal this is, and which program it runs.',
    labelNames: ['terminal', 'zone', 'version', 'electron', 'channel'],
    registers,
  }).set(
    {
      terminal: terminal.id,
      zone: terminal.zone ?? '',
      version: status.version,
      electron: status.electron,
      channel: server.channel,
    },
    1,
  );
  gauge(
    'up',
    '1 while the terminal runs, 0 when it was ended in order. A terminal that died says neither: look at the heartbeat.',
    bit(facts.isUp),
  );
  gauge(
    'heartbeat_timestamp_seconds',
    'When these figures were written; a running terminal does so every 15 seconds.',
    seconds(status.at),
  );
  gauge('start_time_seconds', 'When the terminal was started.', seconds(status.startedAt));

  gauge('visitor_page_alive', '1 while a page is on show that paints when it is asked to.', bit(eye.alive));
  gauge(
    'visitor_page_last_painted_timestamp_seconds',
    'When the page on show painted last.',
    seconds(eye.lastPaintedAt),
  );
  states('eye_state', 'What a visitor sees.', EYE_STATES, eye.state);
  gauge('maintenance', '1 while staff have put the terminal out of service.', bit(status.maintenance));

  gauge('night', '1 within the hours in which nobody comes.', bit(status.night));
  const night = nightAround(facts.nightHours, new Date(status.at));
  if (night !== null) {
    gauge(
      'night_start_timestamp_seconds',
      'When the night begins that is now or comes next: a terminal that is off then is no alarm.',
      night.from.getTime() / 1_000,
    );
    gauge('night_end_timestamp_seconds', 'When that night ends.', night.until.getTime() / 1_000);
  }

  gauge(
    'edition_seq',
    'Number of the edition on show; 0 when there is none that can be shown.',
    edition?.seq ?? 0,
  );
  gauge(
    'edition_factory',
    '1 while the edition on show is the one inside the application.',
    bit(edition?.factory ?? false),
  );
  gauge(
    'bad_edition_seq',
    'The highest number of an edition that was tried here and did not work; 0 when there was none.',
    Math.max(0, ...status.bad.map(({ seq }) => seq)),
  );
  gauge('server_configured', '1 when the settings name a central server.', bit(server.url !== null));
  states('sync_state', 'How the terminal stands with its central server.', SYNC_STATES, server.state);
  gauge(
    'last_contact_timestamp_seconds',
    'When the server was last reached and believed, since the start.',
    seconds(server.lastContactAt),
  );

  counter('visits_ended_total', 'Visits that have ended since the start.', visits.ended);
  counter(
    'visit_processes_outlived_total',
    'Processes that outlived the visit they belonged to, and were killed. Each is a fault.',
    visits.outlived,
  );
  gauge(
    'last_wipe_timestamp_seconds',
    'When the process of the last visit was gone, since the start.',
    seconds(visits.lastWipedAt),
  );
  counter('pages_crashed_total', 'Pages whose process died.', pages.crashed);
  counter('pages_frozen_total', 'Pages that stopped to paint or to answer, and were replaced.', pages.frozen);
  counts('page_problems_total', 'Problems that pages have reported, by their code.', {
    ...Object.fromEntries(PROBLEM_CODES.map((code) => [code, 0])),
    ...pages.problems,
  });
  counts(
    'log_troubles_total',
    'Lines of the log that somebody should look at, by their code.',
    facts.troubles,
  );

  gauge('settings_problems', 'Parts of the settings that are not used.', status.settings.problems.length);
  gauge(
    'memory_bytes',
    'Resident memory of all processes of the terminal; what several share counts for each.',
    status.memoryBytes,
  );
  if (facts.storeFreeBytes !== null)
    gauge('store_free_bytes', 'Free bytes on the disk that holds the editions.', facts.storeFreeBytes);
  if (status.printer.name !== null)
    states('printer_state', 'How the printer of the terminal is.', PRINTER_STATES, facts.printer);
  return registry.metrics();
}

function bit(is: boolean): number {
  return is ? 1 : 0;
}

function seconds(moment: string | null): number {
  return moment === null ? 0 : Date.parse(moment) / 1_000;
}
