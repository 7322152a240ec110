import type { PrinterState } from '../../contract/printing.ts';
import type { Clock } from '../../platform/clock.ts';
import { HEARTBEAT_MS } from '../status/limits.ts';

/** What has to be asked for, and is not worth waiting for. */
export type Sample = { readonly storeFreeBytes: number | null; readonly printer: PrinterState };

/** Who is asked. */
export type SamplerParts = {
  /** Free bytes on the disk of the store. May reject. */
  readonly freeBytes: () => Promise<number>;
  readonly printer: () => Promise<PrinterState>;
  readonly clock: Pick<Clock, 'every'>;
};

/** Asks once a heartbeat; `last` is what was answered last, so that a disk or a printer that hangs holds nobody up. */
export function createSampler({ freeBytes, printer, clock }: SamplerParts): {
  readonly last: () => Sample;
  readonly stop: () => void;
} {
  let last: Sample = { storeFreeBytes: null, printer: 'none' };
  const asking = new Set<keyof Sample>();
  const ask = async <Name extends keyof Sample>(name: Name, call: () => Promise<Sample[Name]>) => {
    if (asking.has(name)) return;
    asking.add(name);
    try {
      const answer = await call();
      last = { ...last, [name]: answer };
    } catch {
      // Whoever keeps the store or prints says what is wrong; here the last answer stays.
    } finally {
      asking.delete(name);
    }
  };
  const askAll = () => {
    void ask('storeFreeBytes', freeBytes);
    void ask('printer', printer);
  };
  askAll();
  return { last: () => last, stop: clock.every(HEARTBEAT_MS, askAll) };
}
