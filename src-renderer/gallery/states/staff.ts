import type { StaffBriefing } from '../../../src-main/contract/staff.ts';
import type { StaffDesk } from '../../kiosk/staff-desk.ts';
import { BRIEFING, galleryDesk, ILL, never, SYNC, TROUBLED } from './staff-desk.ts';
import type { GalleryState } from './state.ts';

type Made = {
  readonly desk?: StaffDesk;
  /** Absent: at the door. */
  readonly briefing?: StaffBriefing;
  readonly hasPin?: boolean;
  /** Touched one after the other once each is there. */
  readonly touch?: readonly string[];
  /** There when the state has come about. */
  readonly until?: string;
};

function door(id: string, title: string, made: Omit<Made, 'briefing'> = {}): GalleryState {
  return {
    kind: 'staff',
    id: `staff/${id}`,
    title: `Staff: ${title}`,
    desk: galleryDesk(),
    hasPin: true,
    touch: [],
    ...made,
  };
}

function part(name: string, id: string, title: string, { touch = [], ...made }: Made = {}): GalleryState {
  return {
    kind: 'staff',
    id: id === '' ? `staff/${name}` : `staff/${name}/${id}`,
    title: `Staff: ${title}`,
    desk: galleryDesk(),
    hasPin: true,
    briefing: BRIEFING,
    ...made,
    touch: [`[data-part="${name}"]`, ...touch],
  };
}

const action = (name: string) => `[data-action="${name}"]`;
const told = (name: string) => `[data-told="${name}"]`;
const digits = ['7', '3', '9', '1'].map((digit) => `[data-digit="${digit}"]`);
const STICK = '/media/openfloor/STICK';
const stick = (answer: Awaited<ReturnType<StaffDesk['importStick']>>) => ({
  desk: galleryDesk({ findSticks: async () => [STICK], importStick: async () => answer }),
  touch: [action('find-sticks'), `[data-stick="${STICK}"]`],
});
const RECEIPT = {
  channel: 'stable',
  label: 'Winter: new workshops',
  from: 131,
  to: 132,
  isNothingNew: false,
  added: { count: 2, first: ['events/job-fair.fr', 'events/job-fair.nl'] },
  changed: { count: 1, first: ['employment/first-interview.fr'] },
  removed: { count: 0, first: [] },
  publishedAt: '2026-12-01T08:00:00Z',
  signedBy: ['Editors'],
};
const standing = (state: 'offline' | 'refused', code: string, sentence: string) => ({
  desk: galleryDesk({ getSync: async () => ({ ...SYNC, state, code, sentence, seq: null }) }),
  until: told(`sync-${state}`),
});

/** Every view of the staff page in every state that looks different. */
export const staffStates: readonly GalleryState[] = [
  door('door', 'the door'),
  door('door/digits', 'the door, four digits typed', { touch: digits }),
  door('door/looking', 'the door, the PIN is looked at', {
    desk: galleryDesk({ enterPin: never }),
    touch: [...digits, action('enter')],
  }),
  door('door/no', 'the door, it does not open', {
    touch: [...digits, action('enter')],
    until: '[data-attempt="no"]',
  }),
  door('door/no-pin', 'the door, no PIN is set', { hasPin: false }),
  part('status', '', 'status'),
  part('status', 'troubled', 'status on a bad day', {
    desk: galleryDesk({ getStatus: async () => TROUBLED }),
  }),
  part('status', 'failed', 'status cannot be had', {
    desk: galleryDesk({ getStatus: () => Promise.reject(new Error('made up')) }),
    until: told('failed'),
  }),
  part('doctor', '', 'doctor, before'),
  part('doctor', 'running', 'doctor, looking', {
    desk: galleryDesk({ runDoctor: never }),
    touch: [action('run-doctor')],
  }),
  part('doctor', 'well', 'doctor, all is well', { touch: [action('run-doctor')], until: told('doctor') }),
  part('doctor', 'ill', 'doctor, something is wrong', {
    desk: galleryDesk({
      runDoctor: async () => ({
        schema: 1,
        at: '2026-12-01T09:30:00.000Z',
        terminal: BRIEFING.terminal,
        version: '0.1.0',
        findings: [...ILL],
      }),
    }),
    touch: [action('run-doctor')],
    until: told('doctor'),
  }),
  part('guide', '', 'guide', { until: '[data-channel]' }),
  part('guide', 'downloading', 'guide, an edition is arriving', {
    desk: galleryDesk({ getSync: async () => ({ ...SYNC, state: 'downloading', seq: 133, progress: 0.42 }) }),
    until: told('sync-downloading'),
  }),
  part(
    'guide',
    'offline',
    'guide, no network',
    standing('offline', 'no-network', 'The server cannot be reached.'),
  ),
  part(
    'guide',
    'refused',
    'guide, refused',
    standing('refused', 'expired', 'What the server says has expired.'),
  ),
  part('guide', 'no-server', 'guide, no server and nothing to show', {
    desk: galleryDesk({
      getSync: async () => ({ ...SYNC, state: 'off', seq: null }),
      getEditions: async () => ({ shown: null, previous: null }),
      getChannels: async () => ({
        current: 'stable',
        inSettings: 'stable',
        mayChoose: false,
        known: ['stable'],
      }),
    }),
  }),
  part('guide', 'channel-asked', 'guide, another channel?', {
    touch: ['[data-channel="canary"]'],
    until: 'dialog',
  }),
  part('guide', 'channel-chosen', 'guide, on a channel of staff’s choice', {
    desk: galleryDesk({
      getChannels: async () => ({
        current: 'canary',
        inSettings: 'stable',
        mayChoose: true,
        known: ['stable', 'canary'],
      }),
    }),
    until: told('channel-chosen'),
  }),
  part('guide', 'no-sticks', 'guide, no stick', { touch: [action('find-sticks')], until: told('no-sticks') }),
  part('guide', 'receipt', 'guide, a stick’s receipt', {
    ...stick({ kind: 'receipt', receipt: RECEIPT }),
    until: '[data-receipt]',
  }),
  part('guide', 'nothing-new', 'guide, a stick without news', {
    ...stick({ kind: 'receipt', receipt: { ...RECEIPT, isNothingNew: true } }),
    until: told('nothing-new'),
  }),
  part('guide', 'stick-refused', 'guide, a stick that is not believed', {
    ...stick({
      kind: 'failed',
      code: 'signature-wrong',
      sentence: 'Nobody trusted has signed what is on it.',
    }),
    until: told('stick-refused'),
  }),
  part('guide', 'back-asked', 'guide, back to the edition before?', {
    touch: [action('go-back')],
    until: 'dialog',
  }),
  part('tests', '', 'tests', { until: '[data-volume]' }),
  part('tests', 'louder', 'tests, louder than in the settings', {
    desk: galleryDesk({
      getVolume: async () => ({ percent: 80, inSettings: 60, mayChoose: true, quietest: 10, loudest: 80 }),
    }),
    until: '[data-action="volume-of-settings"]',
  }),
  part('tests', 'nothing', 'tests, neither volume nor printer', {
    desk: galleryDesk({
      getVolume: async () => ({
        percent: null,
        inSettings: null,
        mayChoose: true,
        quietest: 10,
        loudest: 100,
      }),
      getPrinter: async () => 'none',
    }),
  }),
  part('tests', 'out-of-paper', 'tests, the printer has no paper', {
    desk: galleryDesk(
      { getPrinter: async () => 'out-of-paper' },
      { printProgressed: { progress: 'out-of-paper' } },
    ),
    until: told('print-out-of-paper'),
  }),
  part('tests', 'painting', 'tests, painting the screen', {
    touch: [action('touch-test')],
    until: '[data-cells]',
  }),
  part('tests', 'picture', 'tests, greys and colours', {
    touch: [action('picture-test')],
    until: '.picture-test__greys',
  }),
  part('log', '', 'log', { until: '.staff__line' }),
  part('log', 'empty', 'log, empty', {
    desk: galleryDesk({ getLines: async () => [] }),
    until: told('no-lines'),
  }),
  part('terminal', '', 'terminal'),
  part('terminal', 'out-of-service', 'terminal, out of service', {
    briefing: { ...BRIEFING, maintenance: true },
  }),
  part('terminal', 'no-exit', 'terminal, without the way to the system', {
    briefing: { ...BRIEFING, mayExit: false },
  }),
  part('terminal', 'restart-asked', 'terminal, restart?', { touch: [action('restart')], until: 'dialog' }),
];
