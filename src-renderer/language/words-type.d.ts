import type staff from '../staff/words/fr.json';
import type words from './words/fr.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof words; staff: typeof staff };
    returnNull: false;
  }
}
