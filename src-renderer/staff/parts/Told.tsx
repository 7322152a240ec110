import { CircleAlert, CircleCheck, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import './told.css';

type ToldProps = {
  readonly tone: 'good' | 'plain' | 'bad';
  readonly name: string;
  readonly children: ReactNode;
};

const ICONS = { good: CircleCheck, plain: Info, bad: CircleAlert } as const;

/** What came of something staff did: an icon and words, never a colour alone. */
export function Told({ tone, name, children }: ToldProps) {
  const Icon = ICONS[tone];
  return (
    <p className={`told told--${tone}`} role="status" data-told={name}>
      <Icon aria-hidden size="3.4rem" strokeWidth={2.4} />
      <span>{children}</span>
    </p>
  );
}
