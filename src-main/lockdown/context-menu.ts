import type { WebContents } from 'electron';

/** Attack: a long press or a right click opens a menu with "save", "inspect" or "look up". */
export function forbidContextMenu(contents: WebContents): void {
  contents.on('context-menu', (event) => event.preventDefault());
}
