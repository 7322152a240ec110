import { BriefcaseBusiness, Globe, GraduationCap, Store, Wrench } from 'lucide-react';
import type { ComponentType } from 'react';

type IconProps = { readonly size?: string; readonly strokeWidth?: number };

const ICONS = {
  'graduation-cap': GraduationCap,
  wrench: Wrench,
  briefcase: BriefcaseBusiness,
  store: Store,
  globe: Globe,
} satisfies Record<string, ComponentType<IconProps>>;

/** Names of the icons a line can carry. */
export type LineIconName = keyof typeof ICONS;

/** The icon of a line, decorative: the line's name always stands beside it. `size` is a CSS length. */
export function LineIcon({ name, size }: { readonly name: LineIconName; readonly size: string }) {
  const Icon = ICONS[name];
  return <Icon aria-hidden size={size} strokeWidth={2.2} />;
}
