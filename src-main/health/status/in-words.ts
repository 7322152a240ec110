import { assertNever } from '../../../content/model/assert-never.ts';
import type { TerminalStatus } from '../../contract/terminal-status.ts';
import type { StatusReading } from './read-status.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What `openfloor status` shows of a record that was read from `file`. */
export function readingInWords(reading: StatusReading, file: string, now: Date): string {
  switch (reading.kind) {
    case 'running':
      return statusInWords(reading.status, now);
    case 'stopped':
      return `${headline(reading.status)} does not run. It was last seen ${ago(reading.ageMs)}; what follows was true then. Start it again, and look at its log.\n\n${statusInWords(reading.status, new Date(reading.status.at))}`;
    case 'silent':
      return `${headline(reading.status)} has said nothing for ${duration(reading.ageMs)}, and a process with its number ${reading.status.pid} is there. Either the terminal hangs, or cannot write its record any more, or its number was given to another program. Look at the screen; start the terminal again if it does not answer. What follows was true then.\n\n${statusInWords(reading.status, new Date(reading.status.at))}`;
    case 'dated-ahead':
      return `The record of ${headline(reading.status)} is dated ${duration(-reading.ageMs)} in the future, so the clock of this machine was set back. Ask again in a minute: a terminal that runs has written a new one by then.\n`;
    case 'never':
      return `There is no record of a terminal at ${file}. It has not run here yet, or its data lie elsewhere: name them with --data, or its settings with --config.\n`;
    case 'unreadable':
      return `The record of the terminal at ${file} cannot be read (${reading.reason}). Run this as the terminal's user or as root, and look whether the file is a plain file.\n`;
    case 'torn':
      return `The record at ${file} is not whole: the power may have failed while it was written, or another program has written there. A terminal that runs writes a new one within a minute; ask again then.\n`;
    case 'later-version':
      return `The record at ${file} was written by a later Openfloor (form ${reading.schema}). Use the "openfloor" of that one.\n`;
    default:
      return assertNever(reading);
  }
}

function headline({ terminal }: TerminalStatus): string {
  return `The terminal ${terminal.id}`;
}

/** One screen: how a terminal is, line by line. */
export function statusInWords(status: TerminalStatus, now: Date): string {
  const since = (moment: string | null) => (moment === null ? null : ago(now.getTime() - Date.parse(moment)));
  const { terminal, eye, visits, pages, settings, display, printer } = status;
  const where = [terminal.place, terminal.zone === null ? null : `zone ${terminal.zone}`].filter(
    (part) => part !== null,
  );
  const up = duration(now.getTime() - Date.parse(status.startedAt));
  const painted = since(eye.lastPaintedAt);
  const wiped = since(visits.lastWipedAt);
  const problems = Object.entries(pages.problems).map(([code, count]) => `${count} × ${code}`);
  const rows: readonly (readonly [string, string])[] = [
    [
      'Runs',
      `for ${up}: Openfloor ${status.version}, Electron ${status.electron}, process ${status.pid}, ${megabytes(status.memoryBytes)}`,
    ],
    [
      'Visitors see',
      `${EYE[eye.state]}${status.night ? ' (night)' : ''}; ${eye.alive ? 'the page is alive' : 'NO PAGE IS ALIVE'}${painted === null ? '' : `, it painted ${painted}`}`,
    ],
    ['Edition', editionInWords(status)],
    ['Server', serverInWords(status, since(status.server.lastContactAt))],
    ...(status.server.sentence === null ? [] : [['', status.server.sentence] as const]),
    [
      'Visits',
      `${visits.ended} ended since the start${wiped === null ? '' : `; the last one was wiped ${wiped}`}${visits.outlived === 0 ? '' : `; ${plural(visits.outlived, 'process', 'processes')} OUTLIVED a visit and had to be killed`}`,
    ],
    [
      'Pages',
      `${pages.crashed} crashed, ${pages.frozen} froze${problems.length === 0 ? '' : `; reported: ${problems.join(', ')}`}`,
    ],
    [
      'Settings',
      `${settings.files.join(', ') || 'no file'}; ${settings.problems.length === 0 ? 'all of it is used' : `${plural(settings.problems.length, 'thing is', 'things are')} NOT USED ("openfloor config" says why)`}`,
    ],
    [
      'Screen',
      display === null
        ? 'none'
        : `${display.widthPx} × ${display.heightPx} pixels at scale ${display.scaleFactor}, ${display.touch ? 'with touch' : 'NO TOUCH is reported'}`,
    ],
    ['Printer', printer.name ?? 'none'],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `${terminal.id}${where.length === 0 ? '' : ` (${where.join(', ')})`}`,
    ...rows.map(([name, words]) => `  ${name.padEnd(width)}  ${words}`),
    ...(status.bad.length === 0 ? [] : ['', 'Editions that did not work here:']),
    ...status.bad.map(({ seq, reason }) => `  ${seq}: ${reason}`),
    '',
    status.reasons.length === 0
      ? 'Nothing since the start that somebody should look at.'
      : 'What somebody should look at, the newest first:',
    ...status.reasons.map(({ at, code, sentence }) => `  ${localTime(at)}  ${code}  ${sentence}`),
    '',
  ].join('\n');
}

const EYE: Record<TerminalStatus['eye']['state'], string> = {
  preparing: 'that the screen is being prepared',
  attract: 'the first screen',
  visit: 'the guide; a visit is going on',
  maintenance: 'that the terminal is out of service, as staff want it',
  'last-resort': 'the static page, because the terminal COULD NOT START; it tries again by itself',
};

function editionInWords({ edition }: TerminalStatus): string {
  if (edition === null) return 'NONE that can be shown';
  const name = edition.label === null ? '' : ` "${edition.label}"`;
  return `${edition.seq}${name}${edition.factory ? ', the one inside the application' : ''}`;
}

function serverInWords({ server }: TerminalStatus, contact: string | null): string {
  if (server.url === null) return 'none is set: the terminal shows what it has, and takes sticks';
  const { state, progress, code } = server;
  const how = `${state}${progress === null ? '' : `, ${Math.floor(progress * 100)} %`}${code === null ? '' : ` (${code})`}`;
  const last = contact === null ? 'no contact since the start' : `last contact ${contact}`;
  const chosen =
    server.channelInSettings === null || server.channelInSettings === server.channel
      ? ''
      : ` (chosen by staff; the settings say ${server.channelInSettings})`;
  return `${server.url}, channel ${server.channel}${chosen}: ${how}; ${last}`;
}

/** `3 days 4 h`, `2 h 5 min`, `41 s`; at most two units. */
export function duration(ms: number): string {
  const whole = Math.max(0, ms);
  const [days, hours] = [Math.floor(whole / DAY_MS), Math.floor((whole % DAY_MS) / HOUR_MS)];
  const minutes = Math.floor((whole % HOUR_MS) / MINUTE_MS);
  if (days > 0)
    return hours === 0 ? plural(days, 'day', 'days') : `${plural(days, 'day', 'days')} ${hours} h`;
  if (hours > 0) return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min` : `${Math.floor(whole / SECOND_MS)} s`;
}

function ago(ms: number): string {
  return `${duration(ms)} ago`;
}

function plural(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_000_000)} MB`;
}

/** `2026-01-07 12:00:05`, on the clock of this machine. */
function localTime(moment: string): string {
  const date = new Date(moment);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}
