import type { ComponentPropsWithRef, ReactNode } from 'react';
import './pill.css';

type PillProps = Omit<ComponentPropsWithRef<'button'>, 'className' | 'type'> & {
  /** `solid` is the one thing to do, `outline` everything else, `light` stands on ink. */
  readonly look?: 'solid' | 'outline' | 'light';
  readonly start?: ReactNode;
  readonly end?: ReactNode;
};

/** A button in the shape of a pill, at least `--touch-primary` high. */
export function Pill({ look = 'solid', start, end, children, ...rest }: PillProps) {
  return (
    <button type="button" className={`pill pill--${look}`} {...rest}>
      {start}
      <span className="pill__words">{children}</span>
      {end}
    </button>
  );
}
