import type { WebContents } from 'electron';

/** Attack: a `<webview>` loads a page with weaker preferences than ours. */
export function forbidWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
