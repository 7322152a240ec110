import type { ReactNode } from 'react';
import './station.css';

type StationProps = {
  /** `small` marks a stop on a line, `large` carries an icon. */
  readonly size?: 'small' | 'large';
  /** A station that has been passed is filled with its line's colour. */
  readonly passed?: boolean;
  readonly children?: ReactNode;
};

/** A ring on a line, in the colour of the `data-line` it stands in; decorative. */
export function Station({ size = 'small', passed = false, children }: StationProps) {
  return (
    <span className={`station station--${size}`} data-passed={passed || undefined} aria-hidden>
      {children}
    </span>
  );
}
