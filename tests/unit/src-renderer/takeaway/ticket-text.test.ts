import { describe, expect, it } from 'vitest';
import type { Ticket, TicketLine } from '../../../../src-main/contract/ticket.ts';
import { bytesOf } from '../../../../src-renderer/takeaway/qr.ts';
import { MAX_PARTS, MAX_QR_BYTES } from '../../../../src-renderer/takeaway/qr-limits.ts';
import { type TextWords, ticketText } from '../../../../src-renderer/takeaway/ticket-text.ts';

const WORDS: TextWords = {
  partTitle: (title, part, of) => `${title} (${part}/${of})`,
  leftOut: (count) => `[${count} lines left out]`,
};
const lines = (count: number, text = 'Une ligne d’été'): readonly TicketLine[] =>
  Array.from({ length: count }, (_, at) => ({ text: `${text} ${at + 1}`, mark: 'station' }));
const ticketOf = (...sections: Ticket['sections']): Ticket => ({
  language: 'fr',
  title: 'Mon plan',
  sections,
  footer: 'Cité des métiers',
});

describe('a ticket as text', () => {
  it('is one text when it is short: title, headings in capitals, boxes and stops, notes below', () => {
    const ticket = ticketOf(
      { lines: [{ text: 'Sans titre', mark: 'none' }] },
      {
        title: 'À faire été',
        lines: [
          { text: 'Relire', mark: 'box' },
          { text: 'Atelier', note: 'Salle 3', mark: 'station' },
        ],
      },
    );
    expect(ticketText({ ...ticket, lead: 'Une phrase.' }, WORDS)).toEqual({
      leftOut: 0,
      parts: [
        'Mon plan\nUne phrase.\n\nSans titre\n\nÀ FAIRE ÉTÉ\n☐ Relire\n• Atelier\nSalle 3\n\nCité des métiers',
      ],
    });
  });

  it('spends no bytes on spaces that only matter on a screen', () => {
    const { parts } = ticketText(
      ticketOf({ lines: [{ text: 'Où\u202f?\u00a014 h\u2060–16 h', mark: 'none' }] }),
      WORDS,
    );
    expect(parts[0]).toContain('Où ? 14 h–16 h');
  });

  it('is split at lines over numbered texts that each fit, with nothing lost and about the same length', () => {
    const ticket = ticketOf({ title: 'Tout', lines: lines(60) });
    const { parts, leftOut } = ticketText(ticket, WORDS);
    expect(leftOut).toBe(0);
    expect(parts.length).toBeGreaterThan(1);
    for (const [at, part] of parts.entries()) {
      expect(bytesOf(part)).toBeLessThanOrEqual(MAX_QR_BYTES);
      expect(part.startsWith(`Mon plan (${at + 1}/${parts.length})\n`)).toBe(true);
    }
    const told = parts.flatMap((part) => part.split('\n').filter((line) => line.startsWith('•')));
    expect(told).toEqual(lines(60).map(({ text }) => `• ${text}`));
    const sizes = parts.map(bytesOf);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThan(120);
  });

  it('is shortened evenly when it is too long: every heading stays, and the end says how many lines are missing', () => {
    const sections = Array.from({ length: 5 }, (_, at) => ({ title: `Partie ${at}`, lines: lines(60) }));
    const { parts, leftOut } = ticketText(ticketOf(...sections), WORDS);
    expect(parts).toHaveLength(MAX_PARTS);
    const text = parts.join('\n');
    for (let at = 0; at < 5; at += 1) expect(text).toContain(`PARTIE ${at}`);
    const shown = text.split('\n').filter((line) => line.startsWith('•')).length;
    expect(shown + leftOut).toBe(300);
    expect(leftOut).toBeGreaterThan(0);
    expect(text).toContain(`[${leftOut} lines left out]`);
    expect(text.split('\n').filter((line) => line === '…')).toHaveLength(5);
  });

  it('breaks a line longer than a code between words, and a word longer than a code between letters', () => {
    const long = 'mots '.repeat(200).trim();
    const { parts } = ticketText(ticketOf({ lines: [{ text: long, mark: 'none' }] }), WORDS);
    for (const part of parts) expect(bytesOf(part)).toBeLessThanOrEqual(MAX_QR_BYTES);
    expect(parts.join('\n').match(/mots/g)).toHaveLength(200);
    const word = ticketText(ticketOf({ lines: [{ text: '€'.repeat(500), mark: 'none' }] }), WORDS);
    for (const part of word.parts) expect(bytesOf(part)).toBeLessThanOrEqual(MAX_QR_BYTES);
    expect(word.parts.join('').match(/€/g)).toHaveLength(500);
  });

  it('still gives codes that can be shown when even the headings are too many', () => {
    const sections = Array.from({ length: 60 }, (_, at) => ({
      title: `Partie ${at} ${'x'.repeat(150)}`,
      lines: lines(1),
    }));
    const { parts, leftOut } = ticketText(ticketOf(...sections), WORDS);
    expect(parts.length).toBeLessThanOrEqual(MAX_PARTS);
    expect(leftOut).toBe(60);
    for (const part of parts) expect(bytesOf(part)).toBeLessThanOrEqual(MAX_QR_BYTES);
  });
});
