import { createHash } from 'node:crypto';
import { assertNever } from '../../model/assert-never.ts';
import type { Inline } from '../../model/block.ts';
import { translationNote } from '../messages.ts';
import { type Code, type Codes, codesOf, partnerCodes, type Token, toTokens } from './codes.ts';
import type { Pair, PairedText } from './pairs.ts';
import { contentKey, tidy } from './tidy.ts';
import { unitIds } from './unit-ids.ts';
import { escapeXml } from './xml.ts';

/** The namespace of XLIFF 2.0 and 2.1. */
export const XLIFF = 'urn:oasis:names:tc:xliff:document:2.0';
/** The namespace of its metadata module. */
export const METADATA = 'urn:oasis:names:tc:xliff:metadata:2.0';
/** Our own corner of the metadata. */
export const CATEGORY = 'openfloor';
/** The entry there that says what the translation was when it was written; see {@link fingerprint}. */
export const PRESENT = 'present';

/** The entry of a file that says how many texts were sent, so that one that got lost on the way is missed. */
export const SENT = 'texts';

/** Pairs of files as one XLIFF 2.0 document for a translation bureau. The same pairs give the same text. */
export function writeXliff(pairs: readonly Pair[], from: string, to: string): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff xmlns="${XLIFF}" xmlns:mda="${METADATA}" version="2.0" srcLang="${from}" trgLang="${to}">`,
    ...pairs.filter(({ texts }) => texts.length > 0).map(fileXml),
    '</xliff>',
    '',
  ].join('\n');
}

/** A short mark that changes when a translation changes, so that nobody's later correction is written over unseen. */
export function fingerprint(content: readonly Inline[] | undefined): string {
  if (content === undefined) return 'none';
  return createHash('sha256').update(contentKey(content)).digest('hex').slice(0, 16);
}

function fileXml({ id, from, texts }: Pair): string {
  const ids = unitIds(texts);
  return [
    `  <file id="${id}" original="${escapeXml(from.path)}" canResegment="no" xml:space="preserve">`,
    `    ${metaXml(SENT, String(texts.length))}`,
    ...texts.map((text) => unitXml(text, ids.get(text.id) ?? text.id, from.path)),
    '  </file>',
  ].join('\n');
}

function metaXml(type: string, value: string): string {
  return `<mda:metadata><mda:metaGroup category="${CATEGORY}"><mda:meta type="${type}">${value}</mda:meta></mda:metaGroup></mda:metadata>`;
}

function unitXml(text: PairedText, called: string, path: string): string {
  const { id, source, present } = text;
  const codes = codesOf(tidy(source));
  const target =
    present === undefined
      ? []
      : [`        <target>${contentXml(present, partnerCodes(tidy(present), codes))}</target>`];
  return [
    `    <unit id="${called}" name="${id}">`,
    `      ${metaXml(PRESENT, fingerprint(present))}`,
    `      <notes><note category="place">${escapeXml(translationNote(text, path))}</note></notes>`,
    `      <segment state="${present === undefined ? 'initial' : 'translated'}">`,
    `        <source>${contentXml(source, codes)}</source>`,
    ...target,
    '      </segment>',
    '    </unit>',
  ].join('\n');
}

function contentXml(content: readonly Inline[], codes: Codes): string {
  return toTokens(tidy(content), codes)
    .map((token) => tokenXml(token, codes))
    .join('');
}

function tokenXml(token: Token, codes: Codes): string {
  switch (token.type) {
    case 'words':
      return wordsXml(token.text);
    case 'close':
      return '</pc>';
    case 'open':
      return `<pc id="${token.id}"${codeXml(codes.get(token.id))}>`;
    case 'lone':
      return `<ph id="${token.id}" type="fmt" subType="xlf:lb" disp="&#x23CE;" canCopy="no" canDelete="no"/>`;
    default:
      return assertNever(token);
  }
}

function codeXml(code: Code | undefined): string {
  const kept = 'canCopy="no" canDelete="no" canOverlap="no"';
  if (code?.type === 'link') {
    return ` type="link" dispStart="[" dispEnd="](${escapeXml(code.to)})" ${kept}`;
  }
  const bold = code?.type === 'strong';
  const sign = bold ? '**' : '*';
  return ` type="fmt" subType="xlf:${bold ? 'b' : 'i'}" dispStart="${sign}" dispEnd="${sign}" ${kept}`;
}

/** Letters that XML cannot hold are written by their number. */
function wordsXml(text: string): string {
  return Array.from(text, (letter) => {
    const code = letter.charCodeAt(0);
    const fits = code >= 0x20 ? code < 0xfffe : '\t\n\r'.includes(letter);
    return fits ? escapeXml(letter) : `<cp hex="${code.toString(16).padStart(4, '0')}"/>`;
  }).join('');
}
