/** A screen's width and height in pixels. */
export type Size = { readonly width: number; readonly height: number };

/** What npm start was asked to do. `screen: 'document'` means: whatever kind of screen the document has. */
export type StartOptions =
  | { readonly kind: 'run'; readonly size: Size; readonly appArgs: readonly string[] }
  | ShotOptions
  | { readonly kind: 'help' }
  | { readonly kind: 'mistake'; readonly message: string };

/** A picture to take: the absolute file, and where to walk before taking it. */
export type ShotOptions = {
  readonly kind: 'shot';
  readonly file: string;
  readonly language: string;
  readonly screen: ShotScreen;
  readonly document: string | null;
  readonly size: Size;
};

/** Where `--shot` can walk to. */
export type ShotScreen =
  | 'attract'
  | 'home'
  | 'theme'
  | 'audience'
  | 'events'
  | 'services'
  | 'checklists'
  | 'article'
  | 'checklist'
  | 'plan'
  | 'plan-empty'
  | 'takeaway'
  | 'leaving'
  | 'search'
  | 'search-found'
  | 'search-nothing'
  | 'search-accents'
  | 'remembers'
  | 'warning'
  | 'preparing'
  | 'document';

/** Screens `--shot` accepts by name. */
export const SCREENS: readonly string[];
/** Languages `--shot` can begin a visit in. */
export const LANGUAGES: readonly string[];
/** The size of a portrait terminal, in pixels. */
export const DEFAULT_SIZE: Size;
/** What `npm start -- --help` prints. */
export const USAGE: string;

/** Reads the arguments of npm start; relative files are seen from `cwd`. Never throws. */
export function parseStart(args: readonly string[], cwd: string): StartOptions;
