import type { ReactNode } from 'react';
import './card.css';

type CardProps = {
  readonly title: string;
  /** What it is about, or what it does, in a sentence. */
  readonly text?: string;
  readonly children?: ReactNode;
};

/** One matter of the staff page, with what can be done about it. */
export function Card({ title, text, children }: CardProps) {
  return (
    <section className="card">
      <h2>{title}</h2>
      {text !== undefined && <p className="card__text">{text}</p>}
      {children}
    </section>
  );
}
