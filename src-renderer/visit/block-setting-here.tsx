import { useMemo } from 'react';
import type { DocumentId } from '../../content/model/names.ts';
import type { BlockSetting } from '../ui/blocks/block-setting.ts';
import { Embedded } from './Embedded.tsx';
import { filmWords } from './film-words.ts';
import { useHere, useWords } from './here.tsx';
import { toggleOpen, useIsOpen, useVisit } from './visit-store.ts';

const useChoice = () => useVisit((visit) => visit.film);

/** Ties the blocks of a document to the visit: links lead somewhere, questions stay open. */
export function useBlockSettingHere(id: DocumentId): BlockSetting {
  const { catalogue, navigator } = useHere();
  const { t } = useWords();
  return useMemo(
    () => ({
      onLink: (to) => void navigator.toDocument(to),
      mediaUrl: (path) => catalogue.mediaUrl(path),
      useIsOpen: (anchor) => useIsOpen(id, anchor),
      onToggle: (anchor) => toggleOpen(id, anchor),
      tip: t('article.tip'),
      warning: t('article.warning'),
      film: {
        useChoice,
        onChoice: (film) => useVisit.setState({ film }),
        words: filmWords(t),
      },
      embed: (block) => <Embedded block={block} />,
    }),
    [catalogue, navigator, id, t],
  );
}
