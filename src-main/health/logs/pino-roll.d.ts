/** What we use of `pino-roll`, which comes without types: a file destination of pino that begins a new file when one is full. */
declare module 'pino-roll' {
  import type { EventEmitter } from 'node:events';

  type Options = {
    /** Path without number and extension. */
    readonly file: string;
    readonly extension: string;
    /** For instance `5000k`. */
    readonly size: string;
    readonly limit: { readonly count: number; readonly removeOtherLogFiles: boolean };
    readonly mkdir: boolean;
    /** Rights of a new file. */
    readonly mode: number;
    /** True: a line is with the system when `write` returns. */
    readonly sync: boolean;
    /** Most bytes that wait while nothing can be written; what comes after them is dropped. */
    readonly maxLength: number;
  };
  /** Errors of the disk arrive as `error` events; what could not be written is tried again with the next line. */
  type Destination = EventEmitter & {
    readonly write: (text: string) => boolean;
    readonly destroy: () => void;
  };
  /** Rejects when the first file cannot be opened. */
  export default function openRolling(options: Options): Promise<Destination>;
}
