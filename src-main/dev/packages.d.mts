/** The folder that holds package.json. */
export const projectDir: string;

/** A failure whose message is meant for a person; `exitCode` is what the process ends with. */
export class SetupProblem extends Error {
  constructor(message: string, exitCode?: number);
  readonly exitCode: number;
}

/** Throws a SetupProblem when the Node that runs this is too old even to install the packages. */
export function assertNodeCanInstall(version?: string): void;

/** Are the packages in `dir` as its lock file says? */
export function packagesState(dir: string): 'fresh' | 'missing' | 'stale';

/** Makes node_modules match the lock file; does nothing when it already does. Throws a SetupProblem. */
export function ensurePackages(options?: {
  readonly dir?: string;
  readonly install?: (dir: string) => Promise<{ readonly code: number; readonly output: string }>;
  readonly say?: (line: string) => void;
}): Promise<void>;

/** Which Node does the real work: the one in node_modules, else the running one if new enough. Throws a SetupProblem. */
export function chooseNode(
  dir: string,
  running?: { readonly version: string; readonly path: string },
): { readonly path: string; readonly flags: readonly string[] };

/** Installs what is missing, then runs one script of the project with the right Node. Resolves to its exit code. */
export function runWithPackages(script: string, args: readonly string[]): Promise<number>;

/** Runs `main` and ends the process with its exit code; a SetupProblem is printed without a stack. */
export function exitWith(main: () => Promise<number>): Promise<void>;

/** What to tell a person when npm ci failed, from what it printed. */
export function explainFailedInstall(output: string): string;
