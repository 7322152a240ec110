import { readFileSync } from 'node:fs';

/** A process by more than its number, since numbers are given again: also which start of the machine, and which moment. */
export type ProcessName = {
  readonly pid: number;
  /** Differs after every start of the machine; empty where the system does not tell. */
  readonly boot: string;
  /** When it began, in ticks since the start of the machine; empty where the system does not tell. */
  readonly began: string;
};

/** Who is running on this machine. */
export type RunningProcesses = {
  readonly me: ProcessName;
  /** True while that very process runs; where the system tells little, a process of the same number counts as it. */
  readonly isRunning: (name: ProcessName) => boolean;
};

/** The processes of this machine. */
export function runningProcesses(pid = process.pid): RunningProcesses {
  const boot = readOr('', '/proc/sys/kernel/random/boot_id');
  const me = { pid, boot, began: beganAt(pid) };
  return {
    me,
    isRunning: (name) => {
      if (name.boot !== boot || !processExists(name.pid)) return false;
      const began = beganAt(name.pid);
      return began === '' || began === name.began;
    },
  };
}

/** Field 22 of Linux's `/proc/<pid>/stat`, counted after the name in brackets, which may hold anything. */
function beganAt(pid: number): string {
  const stat = readOr('', `/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

/** True while a process of that number is there, whoever it is and whoever it belongs to. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readOr(otherwise: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return otherwise;
  }
}
