/** Where a command prints, and from where it counts folders. */
export type Io = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly cwd: string;
  /** Asks for a passphrase without showing what is typed; absent when nobody sits at a keyboard. */
  readonly askSecret?: (question: string) => Promise<string>;
  /** Told when a command has come to a named point of its work; tests stop it there. */
  readonly reached?: (point: string) => void;
};

/** One command of the content team: `guide <name> …`. */
export type Command = {
  readonly name: string;
  /** One line for the overview. */
  readonly summary: string;
  /** What `--help` shows. */
  readonly usage: string;
  /** Runs it with what stands after its name; returns one of {@link EXIT}, throws {@link UsageError}. */
  readonly run: (args: readonly string[], io: Io) => Promise<number>;
};

/** How the guide command ends. */
export const EXIT = {
  /** Done. */
  ok: 0,
  /** Something in the guide or on the disk has to be put right first. */
  problems: 1,
  /** The command itself was not understood. */
  usage: 2,
  /** Done, but a signature ends soon and somebody has to renew it. */
  soon: 3,
  /** A mistake in the command (EX_SOFTWARE of sysexits.h). */
  internal: 70,
} as const;

/** The command was not understood; the message says why, in the author's words. */
export class UsageError extends Error {}
