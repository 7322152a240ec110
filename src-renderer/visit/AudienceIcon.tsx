import { Backpack, BookOpen, Lightbulb, Scroll, Search, Shuffle } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Audience } from '../../content/model/kinds.ts';

type IconProps = { readonly size?: string; readonly strokeWidth?: number };

const ICONS = {
  pupil: Backpack,
  student: BookOpen,
  'job-seeker': Search,
  'changing-trade': Shuffle,
  graduate: Scroll,
  entrepreneur: Lightbulb,
} satisfies Record<Audience, ComponentType<IconProps>>;

/** The icon of an audience, decorative: its words always stand beside it. `size` is a CSS length. */
export function AudienceIcon({ audience, size }: { readonly audience: Audience; readonly size: string }) {
  const Icon = ICONS[audience];
  return <Icon aria-hidden size={size} strokeWidth={2.2} />;
}
