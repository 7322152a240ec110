import { useSyncExternalStore } from 'react';

const html = document.documentElement;

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(html, { attributes: true, attributeFilter: ['data-seat'] });
  return () => observer.disconnect();
}

/** True while people see this page; an understudy waits behind it and keeps still. */
export function useOnShow(): boolean {
  return useSyncExternalStore(subscribe, () => html.dataset['seat'] === 'on-show');
}
