import { ipcRenderer } from 'electron';
import { cornerWatch, PIXELS_PER_MM_ARGUMENT, PREPARING_CORNERS_CHANNEL } from '../contract/corners.ts';

// The static page has no script of its own and is given nothing: this looks at fingers, and can say one thing.
const given = process.argv.find((argument) => argument.startsWith(PIXELS_PER_MM_ARGUMENT));
const pixelsPerMm = Number(given?.slice(PIXELS_PER_MM_ARGUMENT.length)) || 4;
const watch = cornerWatch({
  panel: () => ({ width: innerWidth, height: innerHeight, pixelsPerMm }),
  after: (ms, then) => {
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
  onHeld: () => ipcRenderer.send(PREPARING_CORNERS_CHANNEL),
});
const follow = (tell: typeof watch.down) => (event: PointerEvent) => {
  if (event.pointerType === 'touch') tell(event.pointerId, { x: event.clientX, y: event.clientY });
};
const lift = (event: PointerEvent) => watch.lifted(event.pointerId);
const options = { capture: true, passive: true } as const;
addEventListener('pointerdown', follow(watch.down), options);
addEventListener('pointermove', follow(watch.moved), options);
addEventListener('pointerup', lift, options);
addEventListener('pointercancel', lift, options);
