import type { Words } from '../messages.ts';
import * as say from '../messages.ts';
import { nearestId } from './nearest.ts';

/** What is wrong with the target of a link in the document `self`, or undefined when it resolves. */
export function linkMistake(target: string, self: string, ids: ReadonlySet<string>): Words | undefined {
  if (target === '') return say.linkWithoutTarget;
  if (target === self) return say.linkToSelf;
  if (ids.has(target)) return undefined;
  if (leavesGuide(target)) return say.linkLeavesGuide(target);
  if (isFromWeb(target)) return say.webLink(target);
  if (target.includes('#') && (target.startsWith('#') || ids.has(target.replace(/#.*$/, '')))) {
    return say.linkToPlace(target);
  }
  return say.unknownLink(target, nearestId(target, ids));
}

/** True for addresses that need a network, a mail program or a telephone. */
export function isFromWeb(target: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/|www\.)/i.test(target);
}

/** True for paths that point out of the guide: upwards, from the root of a disk, or disguised. */
export function leavesGuide(target: string): boolean {
  const plain = target
    .replace(/%2e/gi, '.')
    .replace(/%2f/gi, '/')
    .replace(/%5c/gi, '\\')
    .replaceAll('\\', '/');
  return plain.split('/').includes('..') || /^(file:|[a-z]:\/)/i.test(plain) || target.includes('\\');
}
