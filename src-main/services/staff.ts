import { app, ipcMain } from 'electron';
import type { TerminalStatus } from '../contract/terminal-status.ts';
import type { StatusFacts } from '../health/status/status-of.ts';
import { openStaffDesk, type StaffDesk, type StaffDeskParts } from '../ipc/staff-desk.ts';
import { machineClock } from '../platform/clock.ts';
import { electronHttp } from '../platform/electron-http.ts';
import { machineFiles } from '../platform/files.ts';
import type { Log } from '../platform/log.ts';
import { thisMachine } from '../platform/machine.ts';
import type { Paths } from '../platform/paths.ts';
import { volumeOf } from '../platform/volume.ts';
import { patientHere } from '../provisioning/doctor/patient-here.ts';
import { runDoctor } from '../provisioning/doctor/run-doctor.ts';
import { newestRecord } from '../provisioning/doctor/trusted.ts';
import { type LoadedSettings, loadSettings, type SettingsPlace } from '../provisioning/load-settings.ts';
import { channelDesk } from '../staff/channels.ts';
import { openStaffChoices } from '../staff/choices.ts';
import type { FollowingSync } from '../staff/following-sync.ts';
import { openLoudness } from '../staff/loudness.ts';
import { recordFile } from '../staff/record-file.ts';
import { findSticks } from '../sync/sticks.ts';

/** Whom the staff page is put together from. */
export type StaffServiceParts = Pick<
  StaffDeskParts,
  'view' | 'endVisit' | 'lines' | 'maintenance' | 'editions' | 'printing' | 'end'
> & {
  readonly loaded: LoadedSettings;
  readonly settingsPlace: SettingsPlace;
  /** Where sticks are looked for while developing; null for the system's own places. */
  readonly stickPlace: string | null;
  readonly program: StatusFacts['program'];
  readonly paths: Paths;
  readonly sync: FollowingSync;
  readonly status: () => TerminalStatus;
  readonly log: Log;
};

/** Opens what is behind two corners and a PIN, and sets the volume that the settings want. Never rejects. */
export async function openStaff(parts: StaffServiceParts): Promise<StaffDesk> {
  const { loaded, settingsPlace, stickPlace, program, paths, sync, status, log } = parts;
  const { settings, technicians } = loaded;
  const { terminal } = settings;
  const data = app.getPath('userData');
  const choices = openStaffChoices({ record: recordFile(paths.staffChoices), log });
  return openStaffDesk({
    port: ipcMain,
    view: parts.view,
    pin: settings.staff.pin,
    pixelsPerMm: settings.screen.pixelsPerMm,
    lockRecord: recordFile(paths.staffLock),
    endVisit: parts.endVisit,
    about: {
      terminal: { id: terminal.id, place: terminal.place, zone: terminal.zone },
      version: app.getVersion(),
      mayExit: settings.staff.mayExit,
    },
    status,
    runDoctor: async () => {
      const here = await patientHere({
        // Read again: somebody may just have put them right.
        loaded: await loadSettings(settingsPlace, machineFiles),
        settingsFile: settingsPlace.file,
        program: {
          version: program.version,
          executable: process.execPath,
          factory: paths.factory,
          root: paths.root,
        },
        data,
        http: () => electronHttp(settings.server.proxy),
        status: status(),
      });
      return runDoctor(app.isPackaged ? here : { ...here, executable: null });
    },
    lines: parts.lines,
    maintenance: parts.maintenance,
    sync,
    findSticks: () =>
      findSticks(
        machineFiles,
        process.platform,
        ...(stickPlace === null ? [] : [[{ directory: stickPlace, depth: 1 }] as const]),
      ),
    editions: parts.editions,
    channels: channelDesk({
      inSettings: technicians.server.channel,
      mayChoose: settings.staff.maySetChannel,
      sync,
      trusted: () => newestRecord({ machine: thisMachine, data }),
      choices,
    }),
    loudness: openLoudness({
      settings,
      inSettings: technicians.sound.volumePercent,
      volume: volumeOf(thisMachine),
      choices,
      log,
    }),
    printing: parts.printing,
    end: parts.end,
    clock: machineClock,
    log,
  });
}
