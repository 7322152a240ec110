import { type ReactNode, useLayoutEffect, useRef } from 'react';
import './title.css';

/** Below this part of its size a title is broken inside a word rather than made smaller. */
const SMALLEST = 0.6;

/** The title of a screen. A long word (Dutch has many) makes it smaller instead of running out of the screen. */
export function Title({ children }: { readonly children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words have other widths
  useLayoutEffect(() => {
    const element = title.current;
    if (!element) return;
    const fit = () => {
      element.style.setProperty('--fit', '1');
      // A word that may be broken never runs out of its box: for the measure it may not.
      element.style.overflowWrap = 'normal';
      const fits = element.clientWidth / Math.max(1, element.scrollWidth);
      element.style.removeProperty('overflow-wrap');
      if (fits < 1) element.style.setProperty('--fit', String(Math.max(SMALLEST, fits - 0.01)));
    };
    fit();
    let isFirst = true;
    const sizes = new ResizeObserver(() => {
      // The first word of it is the size that was just measured.
      if (!isFirst) fit();
      isFirst = false;
    });
    if (element.parentElement) sizes.observe(element.parentElement);
    // Letters of another font have other widths, and change no box by themselves.
    document.fonts.addEventListener('loadingdone', fit);
    return () => {
      sizes.disconnect();
      document.fonts.removeEventListener('loadingdone', fit);
    };
  }, [children]);

  return (
    <h1 className="title" ref={title}>
      {children}
    </h1>
  );
}
