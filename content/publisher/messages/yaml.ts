import type { Words } from './words.ts';

/** How YAML is called where the author meets it. */
export type YamlWhere = 'the lines on top of the text' | 'guide.yaml' | 'the notice';

/** `title: CV: the basics` or a line that is indented by mistake. */
export function yamlColonOrIndent(where: YamlWhere): Words {
  return {
    rule: 'yaml-colon-or-indent',
    what: `There is a colon too many on this line, or the next line begins with spaces (in ${where}).`,
    why: 'Each line has one name, one colon and one value, and begins at the left edge unless it belongs to the line above.',
    todo: 'Put the value between double quotes, for instance  title: "My CV: the basics" , and check the spaces at the start of the lines.',
  };
}

/** A quotation mark or bracket that is not closed. */
export function yamlNotClosed(where: YamlWhere): Words {
  return {
    rule: 'yaml-not-closed',
    what: `Something is opened and never closed before this place (in ${where}).`,
    why: 'A quotation mark or a square bracket was opened, so everything after it is taken for one value.',
    todo: 'Look for a missing " or \' or ] just before this place.',
  };
}

/** The same name twice. */
export function yamlDuplicateKey(key: string): Words {
  return {
    rule: 'yaml-duplicate-key',
    what: `"${key}" stands here a second time.`,
    why: 'Only one of the two would count, and nobody could tell which.',
    todo: 'Delete one of the two lines.',
  };
}

/** A tab where spaces belong. */
export function yamlTab(where: YamlWhere): Words {
  return {
    rule: 'yaml-tab',
    what: `This line begins with a tab (in ${where}).`,
    why: 'Only spaces can be used at the start of a line here.',
    todo: 'Replace the tab by spaces.',
  };
}

/** A line without its colon, or `title:without a space`. */
export function yamlNoColon(where: YamlWhere): Words {
  return {
    rule: 'yaml-no-colon',
    what: `This line has no "name: value" (in ${where}).`,
    why: 'Each line needs a name, a colon and then a space before the value.',
    todo: 'Write it as in  title: A good title , with a space after the colon.',
  };
}

/** A value whose first sign means something in YAML. */
export const yamlBadStart: Words = {
  rule: 'yaml-bad-start',
  what: 'This value begins with a sign that has a meaning of its own here.',
  why: 'A value cannot begin with @, `, % and a few others without quotation marks.',
  todo: 'Put the whole value between double quotes.',
};

/** Quotation marks that end too early: `'l'entretien'`. */
export function yamlQuotesEndEarly(where: YamlWhere): Words {
  return {
    rule: 'yaml-quotes-end-early',
    what: `Nothing more was expected on this line (in ${where}).`,
    why: 'A quotation mark or a bracket just before this place ends the value: an apostrophe inside single quotes does that.',
    todo: 'Put the whole value between double quotes, for instance  title: "Préparer l\'entretien" .',
  };
}

/** A line `---` in the middle. */
export function yamlSecondDocument(where: YamlWhere): Words {
  return {
    rule: 'yaml-second-document',
    what: `A line begins with --- here (in ${where}).`,
    why: 'It would begin a second set of details, and there is only one.',
    todo: 'Take the --- out.',
  };
}

/** A backslash between double quotes. */
export const yamlBackslash: Words = {
  rule: 'yaml-backslash',
  what: 'There is a backslash (\\) that cannot be understood here.',
  why: 'Between double quotes a backslash begins a secret code.',
  todo: 'Take the backslash out, or use single quotes around the value.',
};

/** `&name`, `*name`, `!name`. */
export function yamlSpecialSign(where: YamlWhere): Words {
  return {
    rule: 'yaml-special-sign',
    what: `A value begins with !, & or * here (in ${where}).`,
    why: 'These signs have a meaning of their own, which the guide does not use.',
    todo: 'Put the value between double quotes.',
  };
}

/** Anything else YAML stumbles over; `detail` is the parser's own sentence. */
export function yamlUnclear(where: YamlWhere, detail: string): Words {
  return {
    rule: 'yaml-unclear',
    what: `This line cannot be understood (in ${where}): ${detail.charAt(0).toLowerCase()}${detail.slice(1)}.`,
    why: 'Each line needs the form "name: value".',
    todo: 'Compare it with a document that works, and put the value between double quotes if it holds unusual signs.',
  };
}

/** No lines between `---` at the top. */
export const noFrontMatter: Words = {
  rule: 'no-front-matter',
  what: 'The lines between --- and --- are missing at the very top of the file.',
  why: 'They hold the title, the summary, the place in the list and the date.',
  todo: 'Begin the file with a line ---, then title:, summary:, order: and updated:, then another line ---.',
};

/** The first `---` has no second one. */
export const frontMatterNotClosed: Words = {
  rule: 'front-matter-not-closed',
  what: 'The lines on top of this file begin with --- and never end.',
  why: 'A second line --- tells where the title and the other details end and the text begins.',
  todo: 'Write a line with only --- between the details and the text.',
};
