import type { DoctorFinding } from '../../../src-main/contract/doctor-report.ts';
import type { StaffBriefing, StaffEvent, StaffPayload, SyncNews } from '../../../src-main/contract/staff.ts';
import type { TerminalStatus } from '../../../src-main/contract/terminal-status.ts';
import type { StaffDesk } from '../../kiosk/staff-desk.ts';

/** The moment of everything that is told, as the gallery's own clock stands. */
const AT = '2026-12-01T09:30:00.000Z';

/** A terminal that is well, as staff see it. */
export const BRIEFING: StaffBriefing = {
  terminal: { id: 'brussels-ground-1', place: 'Ground floor, left of the welcome desk', zone: 'employment' },
  version: '0.1.0',
  mayExit: true,
  maintenance: false,
};

/** The record of that terminal. */
export const STATUS: TerminalStatus = {
  schema: 1,
  at: AT,
  startedAt: '2026-12-01T05:58:00.000Z',
  version: '0.1.0',
  electron: '45.4.1',
  pid: 812,
  terminal: BRIEFING.terminal,
  edition: { seq: 132, label: 'Winter: new workshops', factory: false },
  bad: [],
  server: {
    url: 'https://guide.example.org/openfloor/',
    channel: 'stable',
    channelInSettings: 'stable',
    state: 'up-to-date',
    code: null,
    sentence: null,
    progress: null,
    lastContactAt: '2026-12-01T09:29:12.000Z',
  },
  eye: { state: 'attract', alive: true, lastPaintedAt: '2026-12-01T09:29:58.000Z' },
  visits: { ended: 48, lastWipedAt: '2026-12-01T09:21:40.000Z', outlived: 0 },
  pages: { crashed: 0, frozen: 0, problems: {} },
  settings: { files: ['/etc/openfloor/openfloor.yaml'], problems: [] },
  printer: { name: 'receipt' },
  display: { widthPx: 1080, heightPx: 1920, scaleFactor: 1, touch: true },
  memoryBytes: 612_000_000,
  night: false,
  maintenance: false,
  reasons: [],
};

/** The same terminal on a bad day. */
export const TROUBLED: TerminalStatus = {
  ...STATUS,
  server: {
    ...STATUS.server,
    channel: 'canary',
    state: 'refused',
    code: 'expired',
    sentence: 'What the server says has expired.',
  },
  pages: { crashed: 2, frozen: 1, problems: {} },
  settings: {
    ...STATUS.settings,
    problems: [
      '/etc/openfloor/openfloor.d/20-site.yaml:2:3: "idle.warnAfterSeconds" cannot be soon, so what was set before it, or the default 90, is used. Write a whole number from 10 to 3600, for instance warnAfterSeconds: 90.',
    ],
  },
  printer: { name: null },
  reasons: [
    {
      at: '2026-12-01T09:12:05.000Z',
      code: 'sync-refused',
      sentence:
        'The timestamp of the central server expired on 2026-11-30. The guide on show stays. Somebody on the content team has to run "guide refresh".',
    },
    {
      at: '2026-12-01T08:44:31.000Z',
      code: 'seat-frozen',
      sentence: 'A page painted nothing for 15 s and was replaced.',
    },
  ],
};

const finding = (
  number: number,
  id: string,
  title: string,
  verdict: DoctorFinding['verdict'],
  [found, means, todo]: readonly [found: string, means: string, todo?: string],
): DoctorFinding => ({ number, id, title, verdict, found, means, todo: todo ?? null });

/** What a doctor finds who finds nothing. */
export const WELL: readonly DoctorFinding[] = [
  finding(1, 'configuration', 'Configuration', 'pass', [
    'Read: /etc/openfloor/openfloor.yaml; 11 settings, 0 not in force.',
    'Every setting that was written is in force.',
  ]),
  finding(4, 'clock', 'Clock and time zone', 'pass', [
    'The clock says 2026-12-01T09:30:00.000Z. The zone is Europe/Brussels. A time server sets it.',
    'Opening hours, notices and events are shown at the right time.',
  ]),
];

/** What it finds on the bad day; the last one is a check that is newer than the words of this page. */
export const ILL: readonly DoctorFinding[] = [
  ...WELL,
  finding(9, 'printer', 'Printer', 'fail', [
    'The queue receipt (receipt-80mm) is stopped; it says: media-empty-error.',
    'Visitors cannot take their list home on paper.',
    'Put paper in; the printer goes on by itself.',
  ]),
  finding(10, 'sound', 'Sound and voices', 'warn', [
    'Sound: HDA-Intel; 2 outputs. The volume is at 0 %.',
    'Visitors hear nothing.',
    'Set sound.volumePercent in the settings and start the terminal again.',
  ]),
  finding(99, 'something-newer', 'A check without a name here', 'warn', ['Found.', 'Meant.', 'To do.']),
];

/** How the terminal stands with its server, when nothing is going on. */
export const SYNC: SyncNews = { state: 'up-to-date', code: null, sentence: null, seq: 132, progress: null };

/** Asked, and never answered. */
export const never = () => new Promise<never>(() => {});

type Calls = Omit<StaffDesk, 'on'>;

/** A desk behind which nobody sits but these answers: by default those of a terminal that is well. */
export function galleryDesk(
  answers: Partial<Calls> = {},
  told: Partial<{ readonly [Name in StaffEvent]: StaffPayload<Name> }> = {},
): StaffDesk {
  const calls: Calls = {
    getDoor: async () => ({ pixelsPerMm: 4, hasPin: true, opened: 1 }),
    enterPin: async () => 'no',
    leave: async () => undefined,
    reportHere: async () => undefined,
    getBriefing: async () => BRIEFING,
    getStatus: async () => STATUS,
    runDoctor: async () => ({
      schema: 1,
      at: AT,
      terminal: BRIEFING.terminal,
      version: '0.1.0',
      findings: [...WELL],
    }),
    getSync: async () => SYNC,
    syncNow: async () => SYNC,
    findSticks: async () => [],
    importStick: async () => ({ kind: 'gone' }),
    getEditions: async () => ({ shown: 132, previous: 131 }),
    goBack: async () => 'done',
    getChannels: async () => ({
      current: 'stable',
      inSettings: 'stable',
      mayChoose: true,
      known: ['stable', 'canary', 'charleroi'],
    }),
    setChannel: async () => 'done',
    getVolume: async () => ({ percent: 60, inSettings: 60, mayChoose: true, quietest: 10, loudest: 100 }),
    setVolume: async () => ({
      percent: 70,
      inSettings: 60,
      mayChoose: true,
      quietest: 10,
      loudest: 100,
      isKept: true,
    }),
    getPrinter: async () => 'ready',
    printTest: async () => ({ kind: 'accepted' }),
    getLines: async () => [
      {
        at: AT,
        level: 'note',
        code: 'staff-entered',
        sentence: 'The staff page was opened with the right PIN.',
      },
      ...TROUBLED.reasons.map((reason) => ({ ...reason, level: 'trouble' as const })),
      { at: STATUS.startedAt, level: 'note', code: 'started', sentence: 'The terminal has started.' },
    ],
    setMaintenance: async () => ({ isKept: true }),
    restart: async () => undefined,
    exitToSystem: async () => 'leaving',
  };
  const hearing =
    <Name extends StaffEvent>(name: Name) =>
    (listener: (payload: StaffPayload<Name>) => void) => {
      const payload = told[name];
      if (payload !== undefined) listener(payload as StaffPayload<Name>);
      return () => undefined;
    };
  return {
    ...calls,
    ...answers,
    on: { syncChanged: hearing('syncChanged'), printProgressed: hearing('printProgressed') },
  };
}
