import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EVENT_TYPES } from '../../../../content/model/kinds.ts';
import { manual } from '../../../../content/publisher/commands/manual.ts';
import { BLOCK_MANUAL, BOXES_MANUAL, TEXT_MANUAL } from '../../../../content/publisher/messages.ts';
import { KINDS } from '../../../../content/publisher/steps/folders.ts';
import { type FieldManual, manualOf } from '../../../../content/publisher/steps/manual.ts';
import { CAPTIONS, film, POSTER } from './films-under-test.ts';
import { CHECKLIST, CHECKLIST_NL, compiled, letter, problemsOf, run } from './guide-under-test.ts';

const print = (...args: readonly string[]) => run(['manual', ...args], [manual]);

describe('the author’s manual', () => {
  it.each(KINDS)('has every line of a %s with what it is for and an example', async (kind) => {
    const { code, out } = await print('--kind', kind);
    expect(code).toBe(0);
    const check = (field: FieldManual) => {
      expect(field.description, field.name).not.toBe('');
      if (field.fields.length === 0) expect(field.example, field.name).toMatch(/^\w+: \S/);
      expect(out).toContain(`  ${field.name}  (${field.mandatory ? 'mandatory' : 'if you like'}; `);
      expect(out).toContain(field.example);
      field.fields.forEach(check);
    };
    const { fields, description } = manualOf(kind);
    expect(fields.length).toBeGreaterThan(5);
    fields.forEach(check);
    expect(out).toContain(description);
  });

  it('says where files lie, what can be chosen, how long a text may be and what differs between languages', async () => {
    const { out } = await print('--kind', 'event');
    expect(out).toContain('events/<name>.<language>.md');
    expect(out).toContain(`type  (mandatory; one of ${EVENT_TYPES.join(', ')}; the same in all languages)`);
    expect(out).toContain('title  (mandatory; text, at most 60 characters; in each language)');
    expect(out).toContain('related  (if you like; list, each entry id of a document, at most 3 entries;');
    expect(out).toContain('starts  (mandatory; day with its hour; the same in all languages)');
    expect(out).toContain('example  (if you like; true or false;');
    expect((await print('--kind', 'page')).out).toContain('pages/<theme>/<name>.<language>.md');
    expect((await print('--kind', 'partner')).out).toContain('      phone  (if you like; text, at most 40');
  });

  it('holds all kinds when none is named', async () => {
    const { out } = await print();
    for (const kind of KINDS) expect(out).toContain(`# ${kind.toUpperCase()}\n`);
  });

  it('has examples that build as they stand', async () => {
    const blocks = Object.entries(BLOCK_MANUAL).filter(([name]) => name !== 'next');
    const examples = [...TEXT_MANUAL, ...blocks.map(([, block]) => block)].map(({ example }) => example);
    const here = (text: string) => text.replaceAll('employment/cover-letter', 'employment/first-interview');
    const touch = {
      'media/touch.mp4': await film('line.mp4'),
      'media/touch.svg': POSTER,
      'media/touch.fr.vtt': CAPTIONS,
      'media/touch.nl.vtt': CAPTIONS,
    };
    expect(await problemsOf({ ...letter(here(examples.join('\n\n'))), ...touch })).toEqual([]);

    const top = 'title: T\nsummary: S.\norder: 10\nupdated: 2026-11-23\ntheme: employment\nminutes: 5';
    const list = `---\n${top}\n---\n\n## A\n\n${BOXES_MANUAL.example}\n\n${BLOCK_MANUAL.next.example}\n`;
    expect(await problemsOf({ [CHECKLIST]: list, [CHECKLIST_NL]: list })).toEqual([]);
  });

  it.each(KINDS.filter((kind) => kind !== 'page' && kind !== 'checklist'))(
    'has lines for a %s that build together',
    async (kind) => {
      const { fields, file } = manualOf(kind);
      const lines = fields.flatMap(({ name, example, fields: inner }) => {
        if (name === 'related' || name === 'next') return [];
        return inner.length === 0 ? [example] : [`${name}:`, ...inner.map((each) => `  ${each.example}`)];
      });
      const text = `---\n${lines.join('\n')}\n---\n\nUne phrase.\n`;
      const path = (language: string) => file.replace('<name>', 'new').replace('<language>', language);
      const result = await compiled({ [path('fr')]: text, [path('nl')]: text });
      expect(result.ok ? [] : result.problems).toEqual([]);
    },
  );
});

describe('the manual for programs', () => {
  it('is JSON Schema, of one kind or of all', async () => {
    const one = JSON.parse((await print('--kind', 'notice', '--json')).out);
    expect(one).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      additionalProperties: false,
      properties: { urgency: { enum: ['information', 'urgent'] }, title: { maxLength: 60 } },
    });
    expect(one.required).toEqual(expect.arrayContaining(['title', 'validFrom', 'validUntil']));
    expect(one.required).not.toContain('related');
    const all = JSON.parse((await print('--json')).out);
    expect(Object.keys(all)).toEqual(KINDS);
    expect(all.notice).toEqual(one);
    expect(z.fromJSONSchema(one).safeParse({ urgency: 'urgent' }).success).toBe(false);
  });
});

it('a kind that does not exist is told with those that do', async () => {
  const { code, err, out } = await print('--kind', 'événement');
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain('There is no kind of document "événement". Did you mean "event"?');
});
