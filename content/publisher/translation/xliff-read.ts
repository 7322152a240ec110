import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { type Problem, problemAt } from '../problem.ts';
import type { Token } from './codes.ts';
import { CATEGORY, PRESENT, SENT } from './xliff-write.ts';
import { childElements, parseXml, type XmlElement } from './xml.ts';

/** One text as it came back. */
export type XliffUnit = {
  readonly id: string;
  /** Its place in the file when it was sent out, by which people know it; the id when a tool has lost it. */
  readonly name: string;
  readonly line: number;
  readonly source: readonly Token[];
  /** Undefined when a part of it has no translation. */
  readonly target: readonly Token[] | undefined;
  /** The fingerprint of the translation there was when it was sent out. */
  readonly present: string | undefined;
};

/** One file of a translation as it came back. */
export type XliffFile = {
  readonly id: string;
  readonly line: number;
  readonly units: readonly XliffUnit[];
  /** How many texts were sent out; undefined when a tool has lost it. */
  readonly sent: number | undefined;
};

/** A translation as it came back; languages by their first part, `nl` for `nl-BE`. */
export type Xliff = { readonly from: string; readonly to: string; readonly files: readonly XliffFile[] };

/** Reads XLIFF 2.x, as much of it as a translation tool may have made of ours; `path` is for the messages. */
export function readXliff(
  text: string,
  path: string,
): { readonly xliff: Xliff } | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const report = (line: number, words: Words): void => {
    problems.push(problemAt({ file: path, line, column: null }, words));
  };
  const xml = parseXml(text);
  if (!('root' in xml)) {
    report(xml.line, say.notXml(xml.detail));
    return { problems };
  }
  const { root } = xml;
  const version = root.attributes['version'] ?? '';
  if (root.name !== 'xliff' || !/^urn:oasis:names:tc:xliff:document:2\.\d$/.test(root.namespace)) {
    report(root.line, root.name === 'xliff' ? say.otherXliff(version) : say.notXliff(root.name));
    return { problems };
  }
  const from = mainLanguage(root.attributes['srcLang']);
  const to = mainLanguage(root.attributes['trgLang']);
  if (from === '' || to === '') report(root.line, say.xliffWithoutLanguage);

  const files = childElements(root, 'file').map((element): XliffFile => {
    const id = element.attributes['id'] ?? '';
    const units = unitsOf(element).map((unit) => readUnit(unit, to, report));
    for (const unit of repeated(units)) report(unit.line, say.doubledUnit(unit.name, id));
    return { id, line: element.line, units, sent: sentOf(element) };
  });
  for (const file of repeated(files)) report(file.line, say.doubledFile(file.id));
  if (files.length === 0) report(root.line, say.emptyXliff);
  return problems.length > 0 ? { problems } : { xliff: { from, to, files } };
}

function mainLanguage(tag: string | undefined): string {
  return (tag ?? '').toLowerCase().split('-')[0] ?? '';
}

function repeated<T extends { readonly id: string }>(list: readonly T[]): T[] {
  const seen = new Set<string>();
  return list.filter(({ id }) => seen.size === seen.add(id).size);
}

/** The units of a file, also those a tool has put into groups. */
function unitsOf(element: XmlElement): XmlElement[] {
  return childElements(element).flatMap((child) =>
    child.name === 'unit' ? [child] : child.name === 'group' ? unitsOf(child) : [],
  );
}

type Report = (line: number, words: Words) => void;

function readUnit(unit: XmlElement, language: string, report: Report): XliffUnit {
  const id = unit.attributes['id'] ?? '';
  const name = unit.attributes['name'] ?? id;
  // A tool may have cut a text into sentences, and may have changed their order in the translation.
  const parts = childElements(unit).filter(({ name }) => name === 'segment' || name === 'ignorable');
  const source: Token[] = [];
  const targets: { readonly order: number; readonly tokens: readonly Token[] }[] = [];
  let whole = parts.length > 0;
  for (const [index, part] of parts.entries()) {
    const [from] = childElements(part, 'source');
    const [target] = childElements(part, 'target');
    if (from === undefined) report(part.line, say.unitWithoutSource(name));
    const words = from === undefined ? [] : inlineTokens(from, name, report);
    source.push(...words);
    const lang = target?.attributes['xml:lang'];
    if (target !== undefined && lang !== undefined && mainLanguage(lang) !== language) {
      report(target.line, say.targetInOtherLanguage(name, lang, language));
    }
    const tokens = target === undefined ? [] : inlineTokens(target, name, report);
    const order = Number(target?.attributes['order'] ?? index + 1);
    if (hasWords(tokens)) targets.push({ order, tokens });
    else if (part.name === 'ignorable') targets.push({ order, tokens: words });
    else if (hasWords(words)) whole = false;
  }
  const target = targets.sort((a, b) => a.order - b.order).flatMap(({ tokens }) => tokens);
  const present = noted(unit, PRESENT);
  return { id, name, line: unit.line, source, target: whole ? target : undefined, present };
}

function hasWords(tokens: readonly Token[]): boolean {
  return tokens.some((token) => token.type === 'words' && token.text.trim() !== '');
}

/** What we noted in the metadata of an element. */
function noted(element: XmlElement, type: string): string | undefined {
  const entries = childElements(element, 'metadata')
    .flatMap((metadata) => childElements(metadata, 'metaGroup'))
    .filter(({ attributes }) => attributes['category'] === CATEGORY)
    .flatMap((group) => childElements(group, 'meta'));
  const entry = entries.find(({ attributes }) => attributes['type'] === type);
  return entry?.children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
}

function sentOf(file: XmlElement): number | undefined {
  const sent = noted(file, SENT);
  return sent !== undefined && /^\d{1,6}$/.test(sent) ? Number(sent) : undefined;
}

function inlineTokens(element: XmlElement, unit: string, report: Report): Token[] {
  return element.children.flatMap((child): Token[] => {
    if (typeof child === 'string') return [{ type: 'words', text: child }];
    const id = child.attributes['id'] ?? '';
    switch (child.name) {
      case 'pc':
        return [{ type: 'open', id }, ...inlineTokens(child, unit, report), { type: 'close', id }];
      case 'sc':
        return [{ type: 'open', id }];
      case 'ec':
        return [{ type: 'close', id: child.attributes['startRef'] ?? id }];
      case 'ph':
        return [{ type: 'lone', id }];
      case 'cp':
        return [{ type: 'words', text: codePoint(child.attributes['hex'] ?? '') }];
      // A translator's remark about some words: the words count.
      case 'mrk':
        return inlineTokens(child, unit, report);
      case 'sm':
      case 'em':
        return [];
      default:
        report(child.line, say.unknownInline(unit, child.name));
        return [];
    }
  });
}

function codePoint(hex: string): string {
  const code = /^[0-9a-f]{1,8}$/i.test(hex) ? Number.parseInt(hex, 16) : 0xfffd;
  return String.fromCodePoint(code <= 0x10ffff ? code : 0xfffd);
}
