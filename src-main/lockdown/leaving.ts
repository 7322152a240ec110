import type { WebContents } from 'electron';

/** Attack: a page asks "really leave?" and so outlives the end of its visit. The question is not asked. */
export function forbidStaying(contents: WebContents): void {
  contents.on('will-prevent-unload', (event) => event.preventDefault());
}
