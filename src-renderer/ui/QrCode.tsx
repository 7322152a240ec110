import { useLayoutEffect, useRef, useState } from 'react';
import './qr-code.css';

type QrCodeProps = {
  /** Row by row, true for dark, without the quiet zone. */
  readonly modules: readonly (readonly boolean[])[];
  /** White modules around the code. */
  readonly quiet: number;
  /** What the code holds, for those who do not see it. */
  readonly label: string;
};

/**
 * A QR code, dark on white, as large as its box allows. Every module is a whole number of the screen's own pixels:
 * modules of uneven widths are what makes a code hard to read.
 */
export function QrCode({ modules, quiet, label }: QrCodeProps) {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const side = modules.length + 2 * quiet;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setRoom(Math.min(element.clientWidth, element.clientHeight));
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, []);

  const pixels = Math.floor((room * devicePixelRatio) / side);
  return (
    <div className="qr-code" ref={box}>
      <svg
        role="img"
        aria-label={label}
        data-qr-modules={modules.length}
        viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
        width={(pixels * side) / devicePixelRatio}
        height={(pixels * side) / devicePixelRatio}
        shapeRendering="crispEdges"
      >
        <rect x={-quiet} y={-quiet} width={side} height={side} fill="#ffffff" />
        <path d={pathOf(modules)} fill="#000000" />
      </svg>
    </div>
  );
}

/** The dark modules as one path, each run of a row as one rectangle. */
function pathOf(modules: QrCodeProps['modules']): string {
  let path = '';
  for (const [y, row] of modules.entries()) {
    for (let x = 0; x < row.length; ) {
      let run = 0;
      while (row[x + run]) run += 1;
      if (run > 0) path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run + 1;
    }
  }
  return path;
}
