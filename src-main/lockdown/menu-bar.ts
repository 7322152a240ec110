import type { Menu } from 'electron';

/** Attack: the menu bar, and the shortcuts that come with it: reload, developer tools, zoom, close. There is none. */
export function removeMenuBar(menu: Pick<typeof Menu, 'setApplicationMenu'>): void {
  menu.setApplicationMenu(null);
}
