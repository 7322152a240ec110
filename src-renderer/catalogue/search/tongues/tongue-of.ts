import type { Language } from '../../../../content/model/names.ts';
import { dutch } from './dutch.ts';
import { french } from './french.ts';
import { plainTongue, type Tongue } from './tongue.ts';

const TONGUES: Readonly<Record<Language, Tongue>> = { fr: french, nl: dutch };

/** What is known of a language; one that nobody has described is searched word for word. */
export function tongueOf(language: Language): Tongue {
  return TONGUES[language] ?? plainTongue;
}
