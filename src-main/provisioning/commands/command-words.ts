/**
 * The words of a technician's command in the command line of the application, or null when it is to show the kiosk. They stand behind
 * `--`, as `openfloor` (assets/linux) puts them there: Chromium takes nothing behind it for a switch of its own.
 */
export function commandWordsOf(argv: readonly string[]): readonly string[] | null {
  const separator = argv.indexOf('--');
  return separator === -1 ? null : argv.slice(separator + 1);
}
