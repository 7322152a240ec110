/** Everything that can be wrong with the settings of a terminal. */
export const SETTING_PROBLEM_CODES = [
  'file-missing',
  'file-unreadable',
  'file-too-large',
  'not-text',
  'not-yaml',
  'special-sign',
  'not-settings',
  'later-version',
  'unknown-name',
  'group-expected',
  'not-for-staff',
  'empty-value',
  'bad-value',
] as const;
export type SettingProblemCode = (typeof SETTING_PROBLEM_CODES)[number];

/** One part of the settings that is not used, said so that a technician can act. */
export type SettingProblem = {
  readonly code: SettingProblemCode;
  /** `file:line:column`, a file, or a variable of the environment. */
  readonly place: string;
  /** For instance `server.url`; empty when the whole file is meant. */
  readonly setting: string;
  /** What happened, why, what to do, and what the terminal does meanwhile. */
  readonly sentence: string;
};
