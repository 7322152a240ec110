import { assertNever } from '../../model/assert-never.ts';
import { DOCUMENT_SCHEMA, type GuideDocument } from '../../model/document.ts';
import type { FrontMatter } from './front-matter.ts';
import { keywordsOf } from './keywords.ts';
import type { DocumentSide } from './read-document.ts';

/** One language of a checked document as terminals get it; `minutes` is the time of all its languages. */
export function toDocument({ file, front, body: text }: DocumentSide, minutes: number): GuideDocument {
  if (front === undefined || text === undefined) throw new Error(`${file.path} was not checked`);
  const top = { schema: DOCUMENT_SCHEMA, ...given('keywords', keywordsOf(front)) } as const;
  if (text.kind === 'checklist') {
    if (front.kind !== 'checklist') throw new Error(`${file.path} is two kinds at once`);
    const { theme } = front;
    const items = text.groups.reduce((sum, group) => sum + group.items.length, 0);
    const header = { kind: 'checklist', ...shared(file, front, minutes), theme, items } as const;
    const { intro, groups } = text;
    return { ...top, kind: 'checklist', header, intro, groups, ...given('next', text.next) };
  }
  const { body } = text;
  switch (front.kind) {
    case 'page': {
      const theme = file.folder ?? '';
      const { audiences } = front;
      const header = { kind: 'page', ...shared(file, front, minutes), theme, audiences } as const;
      return { ...top, kind: 'page', header, body };
    }
    case 'event': {
      const { theme, type, starts, ends, except, spoken, place, registration, example } = front;
      const times = { starts, ends, ...given('repeats', front.repeats), except };
      const header = {
        kind: 'event',
        ...shared(file, front, minutes),
        theme,
        type,
        ...times,
        spoken,
      } as const;
      const joining = {
        registration,
        ...given('register', front.register),
        ...given('places', front.places),
      };
      return { ...top, kind: 'event', header, place, ...joining, example, body };
    }
    case 'service': {
      const { access, audience, when, where, example } = front;
      const theme = given('theme', front.theme);
      const header = {
        kind: 'service',
        ...shared(file, front, minutes),
        ...theme,
        access,
        audience,
      } as const;
      return {
        ...top,
        kind: 'service',
        header,
        when,
        where,
        ...given('how', front.how),
        example,
        body,
      };
    }
    case 'partner': {
      const { audience } = front;
      const header = { kind: 'partner', ...shared(file, front, minutes), audience } as const;
      return { ...top, kind: 'partner', header, ...given('contact', front.contact), body };
    }
    case 'notice': {
      const { urgency, validFrom, validUntil } = front;
      const header = {
        kind: 'notice',
        ...shared(file, front, minutes),
        urgency,
        validFrom,
        validUntil,
      } as const;
      return { ...top, kind: 'notice', header, body };
    }
    case 'checklist':
      throw new Error(`${file.path} is two kinds at once`);
    default:
      return assertNever(front);
  }
}

function shared({ id, language }: DocumentSide['file'], front: FrontMatter, minutes: number) {
  const { title, summary, order, updated, related } = front;
  const window = { ...given('validFrom', front.validFrom), ...given('validUntil', front.validUntil) };
  return {
    id,
    language,
    title,
    summary,
    order,
    minutes,
    updated,
    ...window,
    ...given('next', front.next),
    related,
  };
}

/** A field that is there only when it has a value. */
function given<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });
}
