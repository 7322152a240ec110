import { app, type BaseWindow, ipcMain, type Session, screen, session, webContents } from 'electron';
import { isWithinHours } from './contract/night-hours.ts';
import type { TerminalStatus } from './contract/terminal-status.ts';
import type { LogFiles } from './health/logs/log-files.ts';
import type { LogMemory } from './health/logs/log-memory.ts';
import { openHealth } from './health/open-health.ts';
import { createProblems } from './health/problems.ts';
import { noStatistics, openStatistics } from './health/statistics/statistics.ts';
import type { StatusFacts } from './health/status/status-of.ts';
import { createVisitBook } from './health/status/visit-book.ts';
import type { Ending } from './ipc/staff-answers.ts';
import { openStaffCover } from './ipc/staff-cover.ts';
import { openStaffDesk, type StaffDesk } from './ipc/staff-desk.ts';
import { visitorAnswers } from './ipc/visitor-answers.ts';
import { postVisitorDoormen } from './ipc/visitor-doormen.ts';
import { forbidClosing } from './lockdown/closing.ts';
import { lockSession } from './lockdown/rules.ts';
import { forgetStorage } from './lockdown/storage.ts';
import { machineClock } from './platform/clock.ts';
import { machineDisk } from './platform/disk.ts';
import { displayNow } from './platform/display.ts';
import { electronHttp, isOnline } from './platform/electron-http.ts';
import { errorCode, machineFiles } from './platform/files.ts';
import { serveKiosk } from './platform/kiosk-protocol.ts';
import { type Log, type LogLine, reasonOf } from './platform/log.ts';
import type { Paths } from './platform/paths.ts';
import { runningProcesses } from './platform/process-name.ts';
import { memoryBytesOf, renderersOf } from './platform/processes.ts';
import { ticketPress } from './platform/ticket-press.ts';
import { patientHere } from './provisioning/doctor/patient-here.ts';
import { runDoctor } from './provisioning/doctor/run-doctor.ts';
import { loadSettings, type SettingsPlace } from './provisioning/load-settings.ts';
import { reportSettings } from './provisioning/report-settings.ts';
import type { TerminalSettings } from './provisioning/terminal-settings.ts';
import { STAFF_VISIT } from './staff/limits.ts';
import { openMaintenance } from './staff/maintenance.ts';
import { recordFile } from './staff/record-file.ts';
import { briefingFor } from './stage/briefings.ts';
import { createLiveNotices, type LiveNotices } from './stage/live-notices.ts';
import type { PlainSize } from './stage/plain-size.ts';
import { createSeats } from './stage/seats.ts';
import { createStage, type Stage } from './stage/stage.ts';
import { openStageWindow } from './stage/window.ts';
import { centreCalendar } from './store/centre-calendar.ts';
import type { ContentStore } from './store/content-store.ts';
import { editionShelf } from './store/edition.ts';
import { openContentStore } from './store/open-store.ts';
import { keepRhythm, restAfter } from './store/rhythm.ts';
import { kioskServer } from './store/serving/kiosk-server.ts';
import { listPageFiles } from './store/serving/page-files.ts';
import { createShelfKeeper } from './store/shelf-keeper.ts';
import { openSync } from './sync/open-sync.ts';
import { findSticks } from './sync/sticks.ts';
import type { Sync } from './sync/sync.ts';
import { PRESS_WITHIN_MS } from './takeaway/limits.ts';
import { createPrinting, noPrinting, type Printing, type PrintingParts } from './takeaway/printing.ts';
import { queueHere } from './takeaway/queue-here.ts';

/** Where the visitor's pages keep the guide: the only thing in it is IndexedDB. */
const VISITOR_PARTITION = 'persist:visitor';

/** Where tickets are laid out for paper: in memory only. */
const PRINT_PARTITION = 'print';

/** Pages without which the terminal has nothing good to show. */
const NEEDED_PAGES = ['visitor/index.html', 'visitor/preparing.html'] as const;

/** What the services are built from. */
export type ServiceParts = {
  readonly log: Log;
  /** What was logged so far and will be. */
  readonly memory: LogMemory;
  readonly logFiles: Pick<LogFiles, 'open'>;
  readonly program: StatusFacts['program'];
  readonly paths: Paths;
  /** Size of a plain window while developing; null for the kiosk. */
  readonly plainWindow: PlainSize | null;
  /** Where the settings of this terminal lie. */
  readonly settingsPlace: SettingsPlace;
  /** Where sticks are looked for while developing; null for the system's own places. */
  readonly stickPlace: string | null;
  /** Ends the application at the wish of staff. */
  readonly end: (how: Ending) => void;
};

/** The running services; `close` takes them down at once, and resolves when what they have to write is written. */
export type Services = {
  readonly window: BaseWindow;
  /** What everybody on this floor has to know now; whoever fetches notices puts them here. */
  readonly notices: LiveNotices;
  /** The editions on disk; whoever fetches one puts it there. */
  readonly store: ContentStore;
  /** How the terminal stands with its server; a stick is read through it, too. */
  readonly sync: Sync;
  /** How the terminal is at this moment. */
  readonly status: () => TerminalStatus;
  /** The last lines of the log, the newest last. */
  readonly recentLines: () => readonly LogLine[];
  readonly close: () => Promise<void>;
};

/** Builds every service in the order in which they need each other, and opens the stage. Rejects when one cannot be built. */
export async function startServices({
  log,
  memory,
  logFiles,
  program,
  paths,
  plainWindow,
  settingsPlace,
  stickPlace,
  end,
}: ServiceParts): Promise<Services> {
  const loaded = await loadSettings(settingsPlace, machineFiles).then(reportSettings(log));
  const { settings } = loaded;
  const { terminal } = settings;
  await logFiles.open(settings.health);
  const shelf = editionShelf();
  const opening = openContentStore({
    disk: machineDisk,
    directory: paths.store,
    factory: paths.factory,
    clock: machineClock,
    log,
    processes: runningProcesses(),
    rest: restAfter(machineClock),
  });
  const keeper = createShelfKeeper({
    shelf,
    store: opening,
    factory: paths.factory,
    files: machineFiles,
    clock: machineClock,
    log,
    tell: (event) => stage.happened(event),
  });

  const calendar = centreCalendar(shelf, machineFiles);
  const statistics = settings.statistics
    ? await openStatistics({
        file: paths.statistics,
        dayOf: calendar.dayOf,
        languages: () => shelf.current()?.manifest.languages ?? [],
        clock: machineClock,
        log,
      })
    : noStatistics;

  const visitorSession = session.fromPartition(VISITOR_PARTITION);
  lockSession(session.defaultSession, app, log);
  lockSession(visitorSession, app, log);
  const forget = () => {
    forgetStorage(visitorSession).catch((error: unknown) => {
      log.trouble('unexpected', `The browser's storage could not be emptied: ${reasonOf(error)}.`);
    });
  };
  forget();

  const pages = await listPageFiles(paths.pages, machineFiles);
  for (const page of NEEDED_PAGES) {
    if (pages.has(page)) continue;
    log.trouble('page-missing', `The page ${page} is missing from the build. Build or install again.`, {
      page,
    });
  }
  const onUnreadable = (file: string, error: unknown) => {
    log.trouble('file-unreadable', 'A file could not be read from disk.', { file, error: errorCode(error) });
  };
  const server = kioskServer({ shelf, pages, files: machineFiles, onUnreadable });
  serveKiosk(visitorSession, { server, files: machineFiles, onUnreadable });
  const printSession = session.fromPartition(PRINT_PARTITION);
  lockSession(printSession, app, log);
  serveKiosk(printSession, { server, files: machineFiles, onUnreadable });

  const visits = createVisitBook(machineClock);
  let staff: StaffDesk | null = null;

  const window = openStageWindow(plainWindow);
  forbidClosing(window, app);
  const seats = createSeats({
    window,
    session: visitorSession,
    preload: paths.visitorPreload,
    developerTools: !app.isPackaged,
    processes: renderersOf(app),
    clock: machineClock,
    log,
    onGone: (visit, reason) => stage.happened({ kind: 'gone', visit, reason }),
    onDismissed: (visit) => {
      printing.visitEnded(visit);
      visits.ended(visit);
      forget();
    },
    onWiped: visits.wiped,
    onRaised: () => staffView.keepOnTop(),
  });
  const staffView = await openStaffCover({
    app,
    window,
    pages: paths.pages,
    preload: paths.staffPreload,
    onUnreadable,
    clock: machineClock,
    log,
    onBroken: () => staff?.leave('crashed'),
  });
  const maintenance = await openMaintenance({
    record: recordFile(paths.maintenance),
    clock: machineClock,
    log,
    onChange: (isOn) => seats.tellAll('maintenanceChanged', { maintenance: isOn }),
  });
  const printing = printingOf(settings.printer, {
    session: printSession,
    today: () => calendar.dayOf(machineClock.now()),
    tell: (visit, progress) =>
      visit === STAFF_VISIT
        ? staffView.tell('printProgressed', { progress })
        : seats.tell(visit, 'printProgressed', { progress }),
    log,
  });
  const stage: Stage = createStage({
    hands: seats,
    editions: keeper,
    onVisitBegan: visits.began,
    clock: machineClock,
    log,
  });

  const notices = createLiveNotices((news) => seats.tellAll('noticesChanged', news));

  const problems = createProblems({ log, clock: machineClock, keepsWords: !app.isPackaged });
  const dismissDoormen = postVisitorDoormen({
    port: ipcMain,
    seats: { visitOf: seats.visitOf, placeOf: stage.placeOf },
    services: visitorAnswers({
      stage,
      problems,
      statistics,
      printing,
      openStaff: (visit) => staff?.open(visit),
      brief: async ({ visit, seat }) => {
        await content;
        const edition = shelf.bySeq(stage.editionOf(visit) ?? 0) ?? null;
        const place = stage.placeOf(visit) ?? seat;
        return briefingFor(
          place,
          visit,
          edition,
          shelf.all(),
          settings,
          notices.current(),
          maintenance.isOn(),
        );
      },
    }),
    log,
  });

  stage.happened({ kind: 'opened' });
  const content = keeper.begin();
  void content.then(calendar.learn);
  const store = await opening;
  const endRhythm = keepRhythm({
    store,
    clock: machineClock,
    log,
    isAtRest: stage.isAtRest,
    isNight: () => settings.night.hours === null || isWithinHours(settings.night.hours, machineClock.now()),
    editionsInUse: stage.editionsInUse,
    onSwept: shelf.keepOnly,
  });
  const sync = await openSync({
    server: settings.server,
    terminalId: settings.terminal.id,
    directory: paths.sync,
    rootInside: paths.root,
    store,
    files: machineFiles,
    http: () => electronHttp(settings.server.proxy),
    isOnline,
    clock: machineClock,
    log,
  });
  notices.replace(sync.notices());
  sync.onNotices(notices.replace);
  sync.start();

  const health = openHealth({
    loaded,
    program,
    stage,
    store,
    sync,
    visits,
    problems,
    memory,
    isFactory: (seq) => shelf.bySeq(seq)?.manifestFile.file.startsWith(paths.factory) ?? false,
    display: () => displayNow(screen),
    memoryBytes: () => memoryBytesOf(app),
    isInMaintenance: maintenance.isOn,
    freeBytes: () => machineDisk.freeBytes(paths.store),
    printer: printing.printer,
    statusFile: paths.status,
    clock: machineClock,
    log,
  });

  staff = await openStaffDesk({
    port: ipcMain,
    view: staffView,
    pin: settings.staff.pin,
    pixelsPerMm: settings.screen.pixelsPerMm,
    lockRecord: recordFile(paths.staffLock),
    endVisit: (visit) => {
      if (!stage.isAtRest()) stage.happened({ kind: 'visit-ended', visit, reason: 'done' });
    },
    about: {
      terminal: { id: terminal.id, place: terminal.place, zone: terminal.zone },
      version: app.getVersion(),
      channel: settings.server.channel,
      mayExit: settings.staff.mayExit,
    },
    status: health.status,
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
        data: app.getPath('userData'),
        http: () => electronHttp(settings.server.proxy),
        status: health.status(),
      });
      return runDoctor(app.isPackaged ? here : { ...here, executable: null });
    },
    lines: memory.lines,
    maintenance,
    sync,
    findSticks: () =>
      findSticks(
        machineFiles,
        process.platform,
        ...(stickPlace === null ? [] : [[{ directory: stickPlace, depth: 1 }] as const]),
      ),
    editions: {
      shown: () => shelf.current()?.seq ?? null,
      previous: keeper.previous,
      goBack: keeper.goBack,
    },
    printing,
    end,
    clock: machineClock,
    log,
  });

  return {
    window,
    notices,
    store,
    sync,
    status: health.status,
    recentLines: memory.lines,
    close: async () => {
      staff?.close();
      stage.happened({ kind: 'closed' });
      dismissDoormen();
      endRhythm();
      await sync.close();
      await Promise.all([health.close(), statistics.close(), keeper.close(), printing.close()]);
    },
  };
}

/** Printing on the queue that the settings name. */
function printingOf(
  { name, layout }: TerminalSettings['printer'],
  {
    session: ownSession,
    today,
    tell,
    log,
  }: { readonly session: Session; readonly today: () => string } & Pick<PrintingParts, 'tell' | 'log'>,
): Printing {
  if (name === null) return noPrinting;
  const printers = async () => {
    const [anyContents] = webContents.getAllWebContents();
    return (await anyContents?.getPrintersAsync())?.map((printer) => printer.name) ?? [];
  };
  return createPrinting({
    queue: queueHere({ name, printers, log }),
    layout,
    press: ticketPress({ session: ownSession, today, clock: machineClock, withinMs: PRESS_WITHIN_MS }),
    tell,
    clock: machineClock,
    log,
  });
}
