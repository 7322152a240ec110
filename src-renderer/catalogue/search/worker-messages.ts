import type { DeskAsk, DeskAsks } from './desk.ts';

/** A question on its way to the worker. */
export type ToWorker = {
  readonly [Ask in DeskAsk]: {
    readonly number: number;
    readonly ask: Ask;
    readonly input: Parameters<DeskAsks[Ask]>[0];
  };
}[DeskAsk];

/** The answer to the question of that number. */
export type FromWorker =
  | { readonly number: number; readonly ok: true; readonly value: ReturnType<DeskAsks[DeskAsk]> }
  | { readonly number: number; readonly ok: false; readonly why: string };
