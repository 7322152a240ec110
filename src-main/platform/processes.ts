import type { App } from 'electron';

/** The renderer processes of this application. */
export type Processes = {
  /** True while a renderer with this process id is alive. */
  readonly isAlive: (processId: number) => boolean;
  /** Ends a renderer at once; a process that is no renderer of ours is never touched. */
  readonly kill: (processId: number) => void;
};

/** The renderers as Chromium counts them: a process id that the system has given to somebody else is not among them. */
export function renderersOf(
  app: Pick<App, 'getAppMetrics'>,
  endProcess: (processId: number) => void = (processId) => void process.kill(processId, 'SIGKILL'),
): Processes {
  const isAlive = (processId: number) =>
    app.getAppMetrics().some((metric) => metric.pid === processId && metric.type === 'Tab');
  return {
    isAlive,
    kill: (processId) => {
      if (isAlive(processId)) endProcess(processId);
    },
  };
}

/** Resident memory of all processes of the terminal, in bytes. What several of them share counts for each. */
export function memoryBytesOf(app: Pick<App, 'getAppMetrics'>): number {
  const kilobytes = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0);
  return kilobytes * 1024;
}
