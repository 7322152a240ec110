import { beforeAll, describe, expect, it } from 'vitest';
import { ticket } from '../../../../src-main/contract/ticket.ts';
import { type Takeaway, takeawayOfDocument } from '../../../../src-renderer/takeaway/offers.ts';
import { bytesOf, qrOf } from '../../../../src-renderer/takeaway/qr.ts';
import {
  MAX_PARTS,
  MAX_QR_BYTES,
  MAX_QR_VERSION,
  QUIET_MODULES,
} from '../../../../src-renderer/takeaway/qr-limits.ts';
import { OUR_GUIDE, type ReadGuide, readGuideFolder } from '../../../builders/guide-on-disk.ts';
import { pictureOf, scan, smudged, throughCamera } from '../../../builders/scan.ts';
import { sourcesOf } from './takeaway-under-test.ts';

/**
 * The modest camera: 720 pixels on the short side of its picture, which at 40 cm shows some 37 cm. A module of 1.5 mm, the
 * smallest the lying screen shows, then gets 2.9 pixels. The blur is half a pixel and a bit: focus that hunts.
 */
const MODEST = { pixelsPerModule: 2.9, blur: 0.7 };

/** Modules on the side of a code of a version. */
const sideOf = (version: number) => 17 + 4 * version;

let guide: ReadGuide;
const takeaways = new Map<string, Takeaway>();

beforeAll(async () => {
  guide = await readGuideFolder(OUR_GUIDE);
  for (const language of guide.guide.languages) {
    const sources = sourcesOf(guide, language);
    for (const { header } of guide.documents.filter((document) => document.header.language === language)) {
      const takeaway = takeawayOfDocument(header.id, sources);
      if (takeaway) takeaways.set(`${header.id}.${language}`, takeaway);
    }
  }
}, 120_000);

describe('every document of our guide, in every language', () => {
  it('can be taken home', () => {
    expect(takeaways.size).toBe(guide.documents.length);
    expect(takeaways.size).toBeGreaterThanOrEqual(126);
  });

  it('is a ticket that the terminal takes for printing', () => {
    for (const [name, takeaway] of takeaways)
      expect([name, ticket.safeParse(takeaway.ticket).error]).toEqual([name, undefined]);
  });

  it('is at most four codes for each thing', () => {
    for (const [name, { offers }] of takeaways) {
      for (const { key, codes } of offers) {
        expect(codes.length, `${name} ${key}`).toBeGreaterThan(0);
        expect(codes.length, `${name} ${key}`).toBeLessThanOrEqual(MAX_PARTS);
        for (const code of codes) expect(bytesOf(code), `${name} ${key}`).toBeLessThanOrEqual(MAX_QR_BYTES);
      }
    }
  });

  it('is read back word for word by another reader, through a modest camera, from codes no larger than that takes', async () => {
    const unread: string[] = [];
    for (const [name, { offers }] of takeaways) {
      for (const { key, codes } of offers) {
        for (const [part, code] of codes.entries()) {
          const modules = qrOf(code);
          expect(modules.length, `${name} ${key}`).toBeLessThanOrEqual(sideOf(MAX_QR_VERSION));
          const side = modules.length + 2 * QUIET_MODULES;
          const seen = await scan(await throughCamera(pictureOf(modules, QUIET_MODULES, 6), side, MODEST));
          if (seen[0] !== code) unread.push(`${name} ${key} ${part + 1}`);
        }
      }
    }
    expect(unread).toEqual([]);
  }, 240_000);

  it('is still read with a smudge over a fifth of its side and held at a slant', async () => {
    const codes = [...takeaways.values()].flatMap(({ offers }) => offers.flatMap((offer) => offer.codes));
    const unread: number[] = [];
    // One code in eight: every version, kind and language is among them.
    for (let at = 0; at < codes.length; at += 8) {
      const code = codes[at] ?? '';
      const modules = qrOf(code);
      const side = (modules.length + 2 * QUIET_MODULES) * 6;
      const seen = await scan(await smudged(pictureOf(modules, QUIET_MODULES, 6), side, 0.2));
      if (seen[0] !== code) unread.push(at);
    }
    expect(unread).toEqual([]);
  }, 120_000);
});
