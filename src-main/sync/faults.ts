import type { Done, StoreFaultCode } from '../store/fault.ts';
import { Refusal } from './failure.ts';
import type { RefusalCode } from './state.ts';

const CODES: Record<StoreFaultCode, RefusalCode> = {
  'disk-full': 'no-room',
  'read-only': 'disk-trouble',
  'locked-by-another': 'disk-trouble',
  'disk-failed': 'disk-trouble',
  'already-receiving': 'disk-trouble',
  'too-large': 'blob-wrong',
  'wrong-length': 'blob-wrong',
  'wrong-digest': 'blob-wrong',
  'number-taken': 'number-taken',
  'manifest-unusable': 'manifest-unusable',
  incomplete: 'blob-wrong',
  'unknown-edition': 'unexpected',
  'marked-bad': 'edition-bad',
};

/** What the store gives, or its "no" thrown as a `Refusal`. */
export function given<Value>(done: Done<Value>): Value {
  if (done.ok) return done.value;
  throw new Refusal(CODES[done.fault.code], done.fault.sentence);
}
