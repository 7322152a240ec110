import type { ReactNode, Ref } from 'react';
import { FrameTop, type FrameTopProps } from './FrameTop.tsx';
import './screen-frame.css';

type ScreenFrameProps = FrameTopProps & {
  /** Colour of the line this screen lies on. */
  readonly line: string;
  /** `band` sets the head on the line's colour, `plain` on paper. */
  readonly head: 'band' | 'plain';
  /** Stays in sight while the body scrolls, under the title. */
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** The scrolled area, to keep a visitor's place. */
  readonly areaRef?: Ref<HTMLElement>;
};

/**
 * The frame of every screen between attract and the low bar: way back and languages on top, title, body.
 * Upright the title scrolls away with the body; lying it stays on the left while the body scrolls on the right.
 */
export function ScreenFrame(props: ScreenFrameProps) {
  return (
    <div className={`frame frame--${props.head}`} data-line={props.line}>
      <FrameTop back={props.back} brand={props.brand} languageSwitch={props.languageSwitch} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard */}
      <main className="frame__area" ref={props.areaRef} tabIndex={0}>
        <header className="frame__title">{props.title}</header>
        <div className="frame__body">{props.children}</div>
      </main>
    </div>
  );
}
