import { useCallback } from 'react';
import type { GuideDocument } from '../../content/model/document.ts';
import type { DocumentId } from '../../content/model/names.ts';
import { documentKey } from '../navigation/navigator.ts';
import { useNavigation, useWords } from './here.tsx';

/** Finds a document that the navigator loaded for this place, in the visit's language; undefined when it could not be had. */
export function useLoaded(): (id: DocumentId) => GuideDocument | undefined {
  const { language } = useWords();
  const documents = useNavigation((state) => state.documents);
  return useCallback((id) => documents[documentKey(id, language)] ?? undefined, [documents, language]);
}
