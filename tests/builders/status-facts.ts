import { type StatusFacts, statusOf } from '../../src-main/health/status/status-of.ts';
import { defaultSettings } from '../../src-main/provisioning/terminal-settings.ts';

/** A healthy terminal at noon, up for an hour, with the edition that came inside the application. */
export function statusFacts(change: Partial<StatusFacts> = {}): StatusFacts {
  return {
    now: new Date(2026, 0, 7, 12, 0),
    program: { startedAt: new Date(2026, 0, 7, 11, 0), version: '0.1.0', electron: '33.3.0', pid: 4242 },
    settings: {
      ...defaultSettings,
      terminal: {
        ...defaultSettings.terminal,
        id: 'brussels-ground-1',
        place: 'Left of the desk',
        zone: 'employment',
      },
    },
    settingsFiles: ['/etc/openfloor/openfloor.yaml'],
    settingsProblems: [],
    look: { kind: 'attract', seq: 7, isAlive: true, lastPaintedAt: new Date(2026, 0, 7, 11, 59, 58) },
    isFactory: () => true,
    bad: [],
    channel: 'stable',
    channelInSettings: 'stable',
    sync: { kind: 'off' },
    contact: { lastAt: null, channel: null },
    visits: { ended: 2, lastWipedAt: new Date(2026, 0, 7, 11, 30).toISOString(), outlived: 0 },
    pages: { crashed: 0, frozen: 0, problems: {} },
    display: { widthPx: 1080, heightPx: 1920, scaleFactor: 1, touch: true },
    memoryBytes: 600_000_000,
    isInMaintenance: false,
    troubles: [],
    ...change,
  };
}

/** The status of that terminal. */
export function sampleStatus(change: Partial<StatusFacts> = {}) {
  return statusOf(statusFacts(change));
}
