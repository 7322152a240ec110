import { app } from 'electron';
import { createLogMemory } from './health/logs/log-memory.ts';
import { keepWatchdogQuiet } from './health/watchdog.ts';
import { lockApplication } from './lockdown/rules.ts';
import { claimSingleInstance } from './lockdown/single-instance.ts';
import { machineClock } from './platform/clock.ts';
import { machineFiles } from './platform/files.ts';
import { claimKioskScheme } from './platform/kiosk-protocol.ts';
import { jsonLine, logTo, reasonOf, writeToStderr } from './platform/log.ts';
import { pathsOf } from './platform/paths.ts';
import { quitInOrder } from './platform/quitting.ts';
import { serviceManager } from './platform/service-manager.ts';
import { catchTheUnexpected } from './platform/unexpected.ts';
import type { Program } from './provisioning/commands/command.ts';
import { commandWordsOf } from './provisioning/commands/command-words.ts';
import { machineIo } from './provisioning/commands/machine-io.ts';
import { runOpenfloor } from './provisioning/commands/run-openfloor.ts';
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

const writeLine = writeToStderr();
const memory = createLogMemory();
const log = logTo([(line) => writeLine(jsonLine(line)), memory.take], machineClock);
const paths = pathsOf({
  directory: app.getAppPath(),
  resources: process.resourcesPath,
  isPackaged,
  userData: app.getPath('userData'),
  environment: process.env,
});
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
  const settingsPlace = {
    ...settingsPlaceOf({ isPackaged, platform: process.platform, environment: process.env }),
    above: layerOfSwitch(developerSwitch('pixels-per-mm')),
  };
  const services = await startServices({ log, memory, paths, plainWindow, settingsPlace });
  log.note('started', 'The terminal has started.', {
    version: app.getVersion(),
    electron: process.versions.electron,
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
  endToBeStartedAgain(app, machineClock);
}
