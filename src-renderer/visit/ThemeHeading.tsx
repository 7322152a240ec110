import type { Theme } from '../../content/model/guide.ts';
import { LineIcon } from '../ui/LineIcon.tsx';
import { useWords } from './here.tsx';
import './theme-heading.css';

/** The name of an area over a group of documents, with its icon and its line coming in from the edge. */
export function ThemeHeading({ theme }: { readonly theme: Theme }) {
  const { language } = useWords();
  return (
    <h2 className="theme-heading" data-line={theme.line} data-anchor={theme.id}>
      <span className="theme-heading__icon" aria-hidden>
        <LineIcon name={theme.icon} size="4.4rem" />
      </span>
      {theme.title[language]}
    </h2>
  );
}
