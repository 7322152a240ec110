import { type Log, reasonOf } from './log.ts';

/** Writes down what nobody foresaw and goes on: no dialog with a stack trace, no terminal that stops. */
export function catchTheUnexpected(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.trouble('unexpected', `Something unforeseen happened: ${reasonOf(error)}.`, { kind: 'exception' });
  });
  process.on('unhandledRejection', (reason) => {
    log.trouble('unexpected', `Something unforeseen happened: ${reasonOf(reason)}.`, { kind: 'rejection' });
  });
}
