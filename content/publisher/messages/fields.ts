import { aKind, listed, suggested, type Words } from './words.ts';

/** A name that does not exist in the lines on top of a text. */
export function unknownKey(key: string, known: readonly string[], nearest: string | undefined): Words {
  return {
    rule: 'unknown-key',
    what: `The guide does not know "${key}".`,
    why: `These names can stand here: ${listed(known)}.`,
    todo: `${suggested(nearest)}Correct the name, or delete the line.`,
  };
}

/** A name that other kinds of documents know, for instance `minutes` on a page. */
export function keyOfOtherKinds(key: string, others: readonly string[], kind: string): Words {
  const reasons: Readonly<Record<string, string>> = {
    theme:
      kind === 'page'
        ? "A page's theme is the folder it lies in."
        : `${aKind(kind, true)} belongs to all themes.`,
    minutes: `The minutes of ${aKind(kind)} are counted from its words.`,
  };
  return {
    rule: 'key-of-other-kinds',
    what: `"${key}" can only stand in ${others.map((each) => aKind(each)).join(' or ')}, not in ${aKind(kind)}.`,
    why: reasons[key] ?? `"npm run guide -- manual --kind ${kind}" lists what ${aKind(kind)} can have.`,
    todo: 'Delete the line.',
  };
}

/** Something required is not there. */
export function missingKey(key: string): Words {
  return {
    rule: 'missing-key',
    what: `"${key}" is missing.`,
    why: 'The guide cannot do without it.',
    todo: `Add a line that begins with "${lastPart(key)}:".`,
  };
}

/** Something required is there but empty. */
export function emptyValue(key: string): Words {
  return {
    rule: 'empty-value',
    what: `"${key}" is empty.`,
    why: 'The guide cannot do without it.',
    todo: 'Write a value after the colon.',
  };
}

/** Too many characters. `length` counts what visitors will see. */
export function tooLong(key: string, length: number, limit: number): Words {
  return {
    rule: 'too-long',
    what: `"${key}" has ${length} characters; the most is ${limit}.`,
    why: 'It is set in large letters on a narrow screen, and a longer one does not fit.',
    todo: 'Say it in fewer words.',
  };
}

/** A list with too many entries. */
export function tooMany(key: string, count: number, limit: number): Words {
  return {
    rule: 'too-many',
    what: `"${key}" names ${count} documents; the most is ${limit}.`,
    why: 'A short choice helps a visitor more than a long one.',
    todo: `Keep the ${limit} that help most.`,
  };
}

/** A list that names the same thing twice. */
export function namedTwice(key: string, value: string): Words {
  return {
    rule: 'named-twice',
    what: `"${key}" names "${value}" twice.`,
    why: 'A visitor would see the same thing two times.',
    todo: 'Delete one of the two.',
  };
}

/** A list without an entry. */
export function emptyList(key: string): Words {
  return {
    rule: 'empty-list',
    what: `"${key}" is an empty list.`,
    why: 'The guide needs at least one.',
    todo: 'Add one.',
  };
}

/** `contact:` with nothing that reaches anybody. */
export function emptyContact(key: string): Words {
  return {
    rule: 'empty-contact',
    what: `"${key}" has no address, no telephone, no mail and no website.`,
    why: 'Visitors would see an empty frame.',
    todo: 'Add one of these lines under it, or delete it.',
  };
}

/** Something else than yes or no. */
export function badYesNo(key: string): Words {
  return {
    rule: 'bad-yes-no',
    what: `"${key}" has to be true or false.`,
    why: 'Nothing else can be understood here.',
    todo: 'Write true or false, without quotation marks, or delete the line: that means false.',
  };
}

/** Not a whole number, or too small. */
export function badNumber(key: string, smallest: number): Words {
  return {
    rule: 'bad-number',
    what: `"${key}" has to be a whole number, ${smallest} or more.`,
    why:
      key === 'order' ? 'It is the place in the list: 10, 20, 30 ...' : 'The guide shows or counts with it.',
    todo: 'Write digits only, without quotation marks.',
  };
}

/** Something else than words. */
export function badText(key: string): Words {
  return {
    rule: 'bad-text',
    what: `"${key}" has to be a piece of text.`,
    why: 'What stands here is read as a number, a yes/no or a list.',
    todo: 'Put the value between double quotes.',
  };
}

/** Something else than a list. */
export function badList(key: string): Words {
  return {
    rule: 'bad-list',
    what: `"${key}" has to be a list.`,
    why: 'The guide expects several values here, even if there is only one.',
    todo: `Put square brackets around it, for instance  ${lastPart(key)}: [employment/first-interview] .`,
  };
}

/** A value outside a fixed choice. */
export function notInChoice(
  key: string,
  value: string,
  choice: readonly string[],
  nearest: string | undefined,
): Words {
  return {
    rule: 'not-in-choice',
    what: `"${key}" is "${value}", which is not one of the choices.`,
    why: `It can be ${listed(choice, 'or')}.`,
    todo: `${suggested(nearest)}Choose one of these.`,
  };
}

/** A form that no more precise message describes. */
export function badValue(key: string, detail: string): Words {
  return {
    rule: 'bad-value',
    what: `"${key}" does not have the right form (${detail}).`,
    why: 'The guide cannot work with it.',
    todo: 'Compare with a document that works.',
  };
}

function lastPart(key: string): string {
  return key.split(', ').at(-1)?.replace(/ \d+$/, '') ?? key;
}
