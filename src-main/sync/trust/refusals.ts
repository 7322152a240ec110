import { reasonOf } from '../../platform/log.ts';
import { Refusal } from '../failure.ts';
import type { RefusalCode } from '../state.ts';

/**
 * What tuf-js says, by the words it uses: it wraps most errors of snapshot and targets into their text, so classes are
 * not enough. The version is pinned and each line has a case in the hostile suite.
 */
const SAYINGS: readonly (readonly [RegExp, RefusalCode])[] = [
  [/is expired/, 'expired'],
  [/was signed by \d+\/\d+ keys|multiple signatures found|UnsignedMetadataError/, 'signature-wrong'],
  [/Expected (?:length|hash) .* but got/, 'not-what-was-signed'],
  [
    /is less than current version|Expected version|doesn't match timestamp|does not match snapshot version/,
    'rolled-back',
  ],
  [/Missing file .* in new snapshot/, 'rolled-back'],
];

/** The refusal an error of tuf-js stands for; what it does not name is malformed metadata. */
export function refusalOf(error: unknown): Refusal {
  const said = reasonOf(error);
  const code = SAYINGS.find(([pattern]) => pattern.test(said))?.[1] ?? 'metadata-malformed';
  return new Refusal(code, said, { cause: error });
}
