import type { Input, WebContents } from 'electron';

/** What a key does when nobody stops it, and what becomes of it. */
export type KeyVerdict = 'allow' | 'block' | 'developer-tools' | 'quit';

/** A key press as far as the rule looks at it. */
export type KeyPress = Pick<Input, 'type' | 'key' | 'control' | 'alt' | 'shift' | 'meta'>;

/** Keys that exist to steer a browser or a machine, by their `KeyboardEvent.key`. */
const STEERING_KEY =
  /^(?:F\d+|Browser.+|Launch.+|Zoom.+|ContextMenu|PrintScreen|Help|Find|Open|Save|Print|Close|New|Exit|Props|Meta|OS|Hyper|Super|WakeUp|Power|Standby|Hibernate|Eject)$/;

/** What Ctrl may do in a field: move, delete, select all, undo. Not copy: the clipboard would outlive the visit. */
const EDITING_KEY = /^(?:Control|Shift|Arrow(?:Left|Right|Up|Down)|Home|End|Backspace|Delete|a|z|A|Z)$/;

/**
 * Decides about one key press. A character is always allowed, also one that needs AltGr (which Windows reports as Ctrl
 * and Alt); every combination that steers is blocked. Developers keep F12 and Ctrl+Q.
 */
export function verdictOn(press: KeyPress, isPackaged: boolean): KeyVerdict {
  const { key, control, alt, meta } = press;
  if (!isPackaged && press.type === 'keyDown') {
    if (key === 'F12') return 'developer-tools';
    if (control && !alt && key.toLowerCase() === 'q') return 'quit';
  }
  if (meta || STEERING_KEY.test(key)) return 'block';
  if (control && alt)
    return key.length === 1 || key === 'Control' || key === 'Alt' || key === 'AltGraph' ? 'allow' : 'block';
  if (control) return EDITING_KEY.test(key) ? 'allow' : 'block';
  if (alt) return key === 'Alt' || key === 'AltGraph' ? 'allow' : 'block';
  return 'allow';
}

/** Attack: a keyboard that somebody plugs in, or one on the screen: reload, close, print, zoom, developer tools, history. */
export function guardKeys(contents: WebContents, isPackaged: boolean, quit: () => void): void {
  contents.on('before-input-event', (event, input) => {
    const verdict = verdictOn(input, isPackaged);
    if (verdict === 'allow') return;
    event.preventDefault();
    if (verdict === 'developer-tools') contents.openDevTools({ mode: 'detach' });
    if (verdict === 'quit') quit();
  });
}
