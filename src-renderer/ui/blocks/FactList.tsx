import type { ReactNode } from 'react';
import './fact-list.css';

/** One thing to know at a glance. */
export type Fact = { readonly icon: ReactNode; readonly label: string; readonly words: readonly string[] };

type FactListProps = {
  readonly facts: readonly Fact[];
  /** Said when what is shown was made up to show the form; null otherwise. */
  readonly example: string | null;
};

/** What to know at a glance of an event, a service or a partner: when, where, for whom, how. */
export function FactList({ facts, example }: FactListProps) {
  return (
    <div className="facts" data-anchor="facts">
      {example && <span className="facts__example">{example}</span>}
      <dl>
        {facts.map(({ icon, label, words }) => (
          <div key={label} className="facts__fact">
            <dt>
              {icon}
              {label}
            </dt>
            {words.map((line) => (
              <dd key={line}>{line}</dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  );
}
