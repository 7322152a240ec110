import { app, ipcMain, screen } from 'electron';
import { isWithinHours } from './contract/night-hours.ts';
import { openHealth } from './health/open-health.ts';
import { createProblems } from './health/problems.ts';
import { noStatistics, openStatistics } from './health/statistics/statistics.ts';
import { createVisitBook } from './health/status/visit-book.ts';
import { postPreparingDoorman } from './ipc/preparing-doorman.ts';
import { openStaffCover } from './ipc/staff-cover.ts';
import type { StaffDesk } from './ipc/staff-desk.ts';
import { visitorAnswers } from './ipc/visitor-answers.ts';
import { postVisitorDoormen } from './ipc/visitor-doormen.ts';
import { forbidClosing } from './lockdown/closing.ts';
import { machineClock } from './platform/clock.ts';
import { machineDisk } from './platform/disk.ts';
import { displayNow } from './platform/display.ts';
import { electronHttp, isOnline } from './platform/electron-http.ts';
import { machineFiles } from './platform/files.ts';
import { memoryBytesOf, renderersOf } from './platform/processes.ts';
import { loadSettings } from './provisioning/load-settings.ts';
import { reportSettings } from './provisioning/report-settings.ts';
import { openGuide } from './services/guide.ts';
import { openPageSessions } from './services/pages.ts';
import type { ServiceParts, Services } from './services/parts.ts';
import { openPrinting } from './services/printing.ts';
import { openStaff } from './services/staff.ts';
import { followingSync } from './staff/following-sync.ts';
import { STAFF_VISIT } from './staff/limits.ts';
import { openMaintenance } from './staff/maintenance.ts';
import { recordFile } from './staff/record-file.ts';
import { briefingFor } from './stage/briefings.ts';
import { createLiveNotices } from './stage/live-notices.ts';
import { createSeats } from './stage/seats.ts';
import { createStage, type Stage } from './stage/stage.ts';
import { openStageWindow } from './stage/window.ts';
import { keepRhythm } from './store/rhythm.ts';
import { openSync } from './sync/open-sync.ts';

/** Builds every service in the order in which they need each other, and opens the stage. Rejects when one cannot be built. */
export async function startServices(parts: ServiceParts): Promise<Services> {
  const { log, memory, program, paths, settingsPlace } = parts;
  const loaded = await loadSettings(settingsPlace, machineFiles).then(reportSettings(log));
  const { settings } = loaded;
  await parts.logFiles.open(settings.health);
  const { shelf, opening, keeper, calendar } = openGuide({
    paths,
    tell: (event) => stage.happened(event),
    log,
  });
  const statistics = settings.statistics
    ? await openStatistics({
        file: paths.statistics,
        dayOf: calendar.dayOf,
        languages: () => shelf.current()?.manifest.languages ?? [],
        clock: machineClock,
        log,
      })
    : noStatistics;

  const sessions = await openPageSessions({ pagesDirectory: paths.pages, shelf, log });

  const visits = createVisitBook(machineClock);
  let staff: StaffDesk | null = null;

  const window = openStageWindow(parts.plainWindow);
  forbidClosing(window, app);
  const seats = createSeats({
    window,
    session: sessions.visitor,
    preload: paths.visitorPreload,
    preparingPreload: paths.preparingPreload,
    pixelsPerMm: settings.screen.pixelsPerMm,
    developerTools: !app.isPackaged,
    processes: renderersOf(app),
    clock: machineClock,
    log,
    onGone: (visit, reason) => stage.happened({ kind: 'gone', visit, reason }),
    onDismissed: (visit) => {
      printing.visitEnded(visit);
      visits.ended(visit);
      sessions.forget();
    },
    onWiped: visits.wiped,
    onRaised: () => staffView.keepOnTop(),
  });
  const staffView = await openStaffCover({
    app,
    window,
    pages: paths.pages,
    preload: paths.staffPreload,
    onUnreadable: sessions.onUnreadable,
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
  const printing = openPrinting(settings.printer, {
    session: sessions.print,
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

  const dismissPreparing = postPreparingDoorman({
    port: ipcMain,
    seats,
    openStaff: (visit) => staff?.open(visit),
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
  const sync = await followingSync(
    (channel) =>
      openSync({
        server: { ...settings.server, channel },
        terminalId: settings.terminal.id,
        directory: paths.sync,
        rootInside: paths.root,
        store,
        files: machineFiles,
        http: () => electronHttp(settings.server.proxy),
        isOnline,
        clock: machineClock,
        log,
      }),
    settings.server.channel,
  );
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

  staff = await openStaff({
    view: staffView,
    loaded,
    settingsPlace,
    stickPlace: parts.stickPlace,
    program,
    paths,
    sync,
    status: health.status,
    endVisit: (visit) => {
      if (!stage.isAtRest()) stage.happened({ kind: 'visit-ended', visit, reason: 'done' });
    },
    lines: memory.lines,
    maintenance,
    editions: {
      shown: () => shelf.current()?.seq ?? null,
      previous: keeper.previous,
      goBack: keeper.goBack,
    },
    printing,
    end: parts.end,
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
      dismissPreparing();
      endRhythm();
      await sync.close();
      await Promise.all([health.close(), statistics.close(), keeper.close(), printing.close()]);
    },
  };
}
