import type { RootContent } from 'mdast';
import type { Block } from '../../model/block.ts';
import { EVENT_TYPES } from '../../model/kinds.ts';
import * as say from '../messages.ts';
import { BLOCK_NAMES, BOXED_BLOCKS, LINE_BLOCKS, meantBlock } from './block-names.ts';
import type { BodyReader } from './body-reader.ts';
import { FOLDERS } from './folders.ts';
import { nearest, nearestId } from './nearest.ts';

/** A block that is one line and begins with `::name`. */
type Line = Extract<RootContent, { readonly type: 'leafDirective' }>;

/** A `::` line as one of the guide's blocks. */
export function toLineBlock(node: Line, reader: BodyReader): Block[] {
  const { name } = node;
  if (name !== 'checklist' && name !== 'events') {
    if (BOXED_BLOCKS.some((each) => each === name)) reader.report(node, say.twoColons(name));
    else reader.report(node, say.unknownBlock(name, BLOCK_NAMES, meantBlock(name)));
    return [];
  }
  if (node.children.length > 0) reader.report(node, say.lineBlockWithTitle(name));
  const known: readonly string[] = LINE_BLOCKS[name];
  for (const key of Object.keys(node.attributes ?? {}).filter((each) => !known.includes(each))) {
    reader.reportAtText(node, key, say.unknownBlockDetail(name, key, known, nearest(key, known)));
  }
  return name === 'checklist' ? toChecklistOffer(node, reader) : toEvents(node, reader);
}

function toChecklistOffer(node: Line, reader: BodyReader): Block[] {
  const id = node.attributes?.['id'] ?? '';
  reader.mark(node, { type: 'checklist', to: id });
  const isChecklist = (each: string): boolean => each.startsWith(`${FOLDERS.checklist}/`);
  if (id === '') reader.report(node, say.checklistWithoutId);
  else if (id === reader.file.id) reader.report(node, say.linkToSelf);
  else if (!reader.ids.has(id)) {
    const checklists = new Set([...reader.ids].filter(isChecklist));
    reader.reportAtText(node, id, say.unknownChecklist(id, nearestId(id, checklists)));
  } else if (!isChecklist(id)) reader.reportAtText(node, id, say.notAChecklist(id));
  return [{ type: 'checklist', to: id }];
}

function toEvents(node: Line, reader: BodyReader): Block[] {
  const { type, theme } = node.attributes ?? {};
  const eventType = EVENT_TYPES.find((each) => each === type);
  reader.mark(node, { type: 'events', eventType: type ?? undefined, theme: theme ?? undefined });
  if (type !== undefined && eventType === undefined) {
    const found = type ?? '';
    reader.report(node, say.notInChoice('type', found, EVENT_TYPES, nearest(found, EVENT_TYPES)));
  }
  if (typeof theme === 'string' && reader.themes !== undefined && !reader.themes.includes(theme)) {
    reader.report(node, say.unknownThemeValue(theme, reader.themes, nearest(theme, reader.themes)));
  }
  return [
    {
      type: 'events',
      ...(eventType === undefined ? {} : { eventType }),
      ...(typeof theme === 'string' ? { theme } : {}),
    },
  ];
}
