import { useEffect, useState } from 'react';
import { PREVIEW_EVENTS, type PreviewState, previewState } from '../../../content/model/preview.ts';

/** What the guide command tells: the newest state, and whether it still tells anything. */
export type Told = { readonly state: PreviewState | null; readonly connected: boolean };

/** Listens to the guide command; when it stops, the last state stays and the browser keeps trying. */
export function usePreviewState(): Told {
  const [told, setTold] = useState<Told>({ state: null, connected: true });
  useEffect(() => {
    const events = new EventSource(PREVIEW_EVENTS);
    events.onmessage = ({ data }: MessageEvent<string>) =>
      setTold({ state: previewState.parse(JSON.parse(data)), connected: true });
    events.onerror = () => setTold(({ state }) => ({ state, connected: false }));
    return () => events.close();
  }, []);
  return told;
}
