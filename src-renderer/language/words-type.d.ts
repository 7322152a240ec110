import type words from './words/fr.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'words';
    resources: { words: typeof words };
    returnNull: false;
  }
}
