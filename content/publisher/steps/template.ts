import type { DocumentKind } from '../../model/document.ts';
import { type TemplateWords, templateWords } from '../messages.ts';
import { manualOf } from './manual.ts';

/** What the lines on top of a new document are filled with. */
export type TemplateFacts = {
  readonly languages: readonly string[];
  readonly theme: string;
  readonly order: number;
  /** Today, on the clock of the centre. */
  readonly today: string;
};

/** How long a new notice is shown, and how far away a new event is, in days. */
const NOTICE_DAYS = 30;
const EVENT_IN_DAYS = 14;

/** A new document in one language: it builds as soon as everything between [[ and ]] is written. */
export function templateOf(kind: DocumentKind, language: string, facts: TemplateFacts): string {
  const words = templateWords(language);
  return `---\n${linesOnTop(kind, words, facts).join('\n')}\n---\n\n${bodyOf(kind, words)}\n`;
}

function linesOnTop(
  kind: DocumentKind,
  words: TemplateWords,
  { languages, theme, order, today }: TemplateFacts,
) {
  const inDays = (days: number): string => {
    const date = new Date(today);
    date.setUTCDate(date.getUTCDate() + days);
    return date.toISOString().slice(0, 10);
  };
  const known: Readonly<Record<string, string>> = {
    order: String(order),
    updated: today,
    theme,
    starts: `${inDays(EVENT_IN_DAYS)}T14:00`,
    ends: `${inDays(EVENT_IN_DAYS)}T16:00`,
    spoken: `[${languages.join(', ')}]`,
    validFrom: today,
    validUntil: inDays(NOTICE_DAYS),
  };
  return manualOf(kind)
    .fields.filter(({ mandatory }) => mandatory)
    .map(({ name, type, translated, example, description }) => {
      if (translated) return `${name}: "${words.fields[name] ?? `[[${description}]]`}"`;
      if (name in known) return `${name}: ${known[name]}`;
      return type.is === 'choice' ? `${example} # ${type.choices.join(', ')}` : example;
    });
}

function bodyOf(kind: DocumentKind, words: TemplateWords): string {
  const headings = words.headings[kind];
  if (kind === 'checklist') {
    const box = `- [ ] ${words.box}\n\n  ${words.help}`;
    const groups = headings.map((heading) => `## ${heading}\n\n${box}\n\n${box}`);
    return [words.intro, ...groups, `:::next[${words.next}]\n${words.paragraph}\n:::`].join('\n\n');
  }
  const sections = headings.map((heading) => `## ${heading}\n\n${words.paragraph}`);
  return [words.intro, ...sections].join('\n\n');
}
