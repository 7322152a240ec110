/** The packaged program that a command runs in, and where its parts lie. */
export type Program = {
  readonly version: string;
  /** The file that was started. */
  readonly executable: string;
  /** The edition inside the application. */
  readonly factory: string;
  /** The root of trust inside the application; it need not be there. */
  readonly root: string;
};

/** Where a command prints, and what it is told by the machine. */
export type Io = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Asks whoever sits there for one line; null when there will be none. Absent: nobody sits there. */
  readonly ask?: (question: string) => Promise<string | null>;
  /** The same for what must not be shown. */
  readonly askHidden?: (question: string) => Promise<string | null>;
  /** Everything on standard input, as text; absent where a person sits there. */
  readonly readInput?: () => Promise<string>;
  /** Absent while developing. */
  readonly program?: Program;
};

/** One command of the technician: `openfloor <name> …`. */
export type Command = {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  /** What `--help` shows. */
  readonly usage: string;
  /** Runs it with what stands after its name; answers one of {@link EXIT}, throws {@link UsageError}. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
};

/** How an `openfloor` command ends. */
export const EXIT = {
  /** Everything is in order. */
  ok: 0,
  /** Something has to be put right; what it is was printed. */
  problems: 1,
  /** The command itself was not understood. */
  usage: 2,
  /** A mistake in the command (EX_SOFTWARE of sysexits.h). */
  internal: 70,
} as const;

/** The command was not understood; the message says why. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
