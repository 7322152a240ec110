import { assertNever } from '../../model/assert-never.ts';
import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { lineAndColumn } from '../problem.ts';
import { cssReference, decodeEntities, isInsideReference } from './svg-references.ts';
import { localName, svgAttributes, svgTokens } from './svg-tokens.ts';

/** Something in a drawing that a kiosk must not show, and where it stands. */
export type SvgMistake = { readonly line: number; readonly column: number; readonly words: Words };

const PROGRAMS = new Set(['script', 'handler', 'listener']);
const NOT_DRAWINGS = new Set([
  'foreignobject',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'canvas',
  'link',
]);
const ANIMATIONS = new Set(['animate', 'set', 'animatetransform', 'animatemotion']);

/** Everything in a drawing that a kiosk must not show, from top to bottom; empty for a plain drawing. */
export function svgMistakes(text: string): SvgMistake[] {
  const mistakes: SvgMistake[] = [];
  for (const token of svgTokens(text)) {
    const report = (words: Words): void => {
      mistakes.push({ ...lineAndColumn(text, token.at), words });
    };
    switch (token.type) {
      case 'open':
        checkElement(token.name, report);
        checkAttributes(localName(token.name), token.attributes, report);
        break;
      case 'words': {
        const reference =
          localName(token.inside) === 'style' ? cssReference(decodeEntities(token.text)) : undefined;
        if (reference !== undefined) report(say.svgReference(reference));
        break;
      }
      case 'declaration':
        if (token.text.startsWith('<?xml-stylesheet')) report(say.svgReference('xml-stylesheet'));
        if (token.text.startsWith('<!') && token.text.includes('[')) {
          report(say.svgEntities);
          // What follows reads differently once the abbreviations are known.
          return mistakes;
        }
        break;
      case 'damaged':
        report(say.svgBroken(token.detail));
        break;
      default:
        assertNever(token);
    }
  }
  return mistakes;
}

function checkElement(name: string, report: (words: Words) => void): void {
  const element = localName(name);
  if (PROGRAMS.has(element)) report(say.svgScript(name));
  else if (NOT_DRAWINGS.has(element)) report(say.svgForeign(name));
  else if (element === 'text') report(say.svgWords);
}

function checkAttributes(element: string, attributes: string, report: (words: Words) => void): void {
  for (const { name, value: raw } of svgAttributes(attributes)) {
    const value = decodeEntities(raw).trim();
    const local = localName(name);
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    if (local.startsWith('on')) report(say.svgEvent(name));
    else if (local === 'attributename' && ANIMATIONS.has(element)) {
      const target = localName(value);
      if (target.startsWith('on')) report(say.svgEvent(value));
      else if (target === 'href') report(say.svgReference(value));
    } else if (local === 'href' || local === 'src' || name === 'xml:base') {
      if (!isInsideReference(value)) report(say.svgReference(value));
    } else {
      const reference = cssReference(value);
      if (reference !== undefined) report(say.svgReference(reference));
    }
  }
}
