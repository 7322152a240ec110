import type { ReactNode } from 'react';
import { useHere, useWords } from '../visit/here.tsx';
import { type DocumentMarks, useDocumentMarks } from './document-marks.ts';

type MarkedProps = {
  readonly screen: DocumentMarks['screen'];
  readonly document?: string;
  readonly children: ReactNode;
};

/** A screen, and what `<html>` says of it. */
export function Marked({ screen, document = '', children }: MarkedProps) {
  const { catalogue } = useHere();
  const { language } = useWords();
  useDocumentMarks({ screen, language, document, edition: catalogue.seq });
  return children;
}
