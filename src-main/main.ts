import { app } from 'electron';
import { terminalLog } from './health/logs/terminal-log.ts';
import { tellOfLastResort } from './health/open-health.ts';
import { keepWatchdogQuiet } from './health/watchdog.ts';
import { lockApplication } from './lockdown/rules.ts';
import { claimSingleInstance } from './lockdown/single-instance.ts';
import { machineClock } from './platform/clock.ts';
import { machineFiles } from './platform/files.ts';
import { isJournal, JOURNAL_PREFIX } from './platform/journal.ts';
import { claimKioskScheme } from './platform/kiosk-protocol.ts';
import { reasonOf, toStderr } from './platform/log.ts';
import { pathsOf } from './platform/paths.ts';
import { memoryBytesOf } from './platform/processes.ts';
import { endApplication, quitInOrder } from './platform/quitting.ts';
import { serviceManager } from './platform/service-manager.ts';
import { catchTheUnexpected } from './platform/unexpected.ts';
import type { Program } from './provisioning/commands/command.ts';
import { commandWordsOf } from './provisioning/commands/command-words.ts';
import { machineIo } from './provisioning/commands/machine-io.ts';
import { runOpenfloor } from './provisioning/commands/run-openfloor.ts';
import { loadSettings } from './provisioning/load-settings.ts';
import { layerOfSwitch, settingsPlaceOf } from './provisioning/settings-place.ts';
import { startServices } from './services.ts';
import { endToBeStartedAgain, showLastResort } from './stage/last-resort.ts';
import { plainSizeOf } from './stage/plain-size.ts';
import { takeEditionFrom } from './store/take-edition.ts';

// Electron is ready only when this module has been evaluated: a command ends before there is a window, a profile or a lock.
const commandWords = commandWordsOf(process.argv);
if (commandWords !== null) process.exit(await runOpenfloor(commandWords, machineIo(process, programHere())));

const { isPackaged } = app;
const developerSwitch = (name: string) => (isPackaged ? '' : app.commandLine.getSwitchValue(name));

const paths = pathsOf({
  directory: app.getAppPath(),
  resources: process.resourcesPath,
  isPackaged,
  userData: app.getPath('userData'),
  environment: process.env,
});
const { log, memory, files } = terminalLog({
  stderr: toStderr(isJournal() ? JOURNAL_PREFIX : null),
  directory: paths.logs,
  clock: machineClock,
});
const settingsPlace = {
  ...settingsPlaceOf({ isPackaged, platform: process.platform, environment: process.env }),
  staffFile: paths.staffChoices,
  above: layerOfSwitch(developerSwitch('pixels-per-mm')),
};
const program = {
  version: app.getVersion(),
  electron: process.versions.electron ?? '',
  pid: process.pid,
  startedAt: machineClock.now(),
};
const plainWindow = plainSizeOf(developerSwitch('window'));

catchTheUnexpected(log);
lockApplication(app, log);
claimKioskScheme();

if (claimSingleInstance(app, log)) {
  app.whenReady().then(start).catch(giveUp);
} else {
  app.quit();
}

async function start(): Promise<void> {
  const services = await startServices({
    log,
    memory,
    logFiles: files,
    program,
    paths,
    plainWindow,
    settingsPlace,
    stickPlace: developerSwitch('sticks') || null,
    end: (how) => endApplication(app, how, process.env),
  });
  log.note('started', 'The terminal has started.', {
    version: program.version,
    electron: program.electron,
  });
  // In place of a central server: tests bring notices and editions this way.
  const developing: NodeJS.EventEmitter = app;
  if (!isPackaged) {
    developing.on('openfloor-notices', services.notices.replace);
    developing.on('openfloor-edition', (directory: string) => {
      void takeEditionFrom(services.store, directory, machineFiles);
    });
    // In place of a hand that plugs it in; what it brought is a line of the log.
    const stick = developerSwitch('stick');
    if (stick !== '') void services.sync.syncFrom(stick);
  }
  const releaseWatchdog = keepWatchdogQuiet({
    manager: serviceManager(process.env),
    status: services.status,
    clock: machineClock,
    log,
  });
  quitInOrder(app, machineClock, async () => {
    releaseWatchdog();
    await services.close();
    log.note('stopped', 'The terminal has stopped.');
  });
}

/** What a command is told of the program it runs in; null while developing. */
function programHere(): Program | null {
  if (!app.isPackaged) return null;
  const { factory, root } = pathsOf({
    directory: app.getAppPath(),
    resources: process.resourcesPath,
    isPackaged: true,
    userData: '',
    environment: process.env,
  });
  return { version: app.getVersion(), executable: process.execPath, factory, root };
}

function giveUp(error: unknown): void {
  log.trouble(
    'start-failed',
    `The terminal could not start: ${reasonOf(error)}. It shows its static page and tries again.`,
  );
  showLastResort(paths.pages, plainWindow);
  void loadSettings(settingsPlace, machineFiles).then((loaded) =>
    tellOfLastResort({
      loaded,
      program,
      memory,
      statusFile: paths.status,
      memoryBytes: () => memoryBytesOf(app),
      clock: machineClock,
      log,
    }),
  );
  endToBeStartedAgain(app, machineClock);
}
