import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseStart } from '../../../../src-main/dev/options.mjs';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'openfloor-test-'));
  mkdirSync(path.join(dir, 'folder.png'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('npm start without a picture', () => {
  it('gives everything it does not know to the app', () => {
    expect(parseStart(['--kiosk-id=7', 'word', '--size', '800x600'], dir)).toEqual({
      kind: 'run',
      size: { width: 800, height: 600 },
      appArgs: ['--kiosk-id=7', 'word'],
    });
  });

  it('gives everything after -- to the app, known or not', () => {
    expect(parseStart(['--', '--size', 'x'], dir)).toMatchObject({ kind: 'run', appArgs: ['--size', 'x'] });
  });
});

describe('npm start with --shot', () => {
  it('shows the attract screen of a portrait terminal unless told otherwise', () => {
    expect(parseStart(['--shot', 'a.png'], dir)).toEqual({
      kind: 'shot',
      file: path.join(dir, 'a.png'),
      language: 'fr',
      screen: 'attract',
      document: null,
      size: { width: 1080, height: 1920 },
    });
  });

  it('shows the home screen when a language is given, and the document when one is', () => {
    expect(parseStart(['--shot', 'a.png', '--language', 'nl'], dir)).toMatchObject({
      language: 'nl',
      screen: 'home',
    });
    expect(parseStart(['--shot=a.png', '--document=employment/first-interview'], dir)).toMatchObject({
      screen: 'document',
      document: 'employment/first-interview',
    });
  });

  it.each([
    [['--shot'], /--shot needs a value/],
    [['--shot', '--language', 'fr'], /--shot needs a value/],
    [['--shot', 'a.png', '--language'], /--language needs a value: one of fr, nl/],
    [['--shot', 'a.png', '--language', 'de'], /--language de is unknown.*fr, nl/],
    [['--shot', 'a.png', '--screen', 'lobby'], /--screen lobby is unknown.*attract, home/],
    [['--shot', 'a.png', '--size', 'big'], /--size big is not a size: width x height/],
    [['--shot', 'a.png', '--size', '10x20'], /--size 10x20 is not a size/],
    [['--shot', 'a.png', '--size', '1080x99999'], /--size 1080x99999 is not a size/],
    [['--shot', 'a.png', '--document', '../x'], /not a document's ID/],
    [['--shot', 'a.png', '--document', 'a/b', '--screen', 'home'], /--document does not go together/],
    [['--shot', 'a.png', '--langauge', 'fr'], /--shot does not know --langauge/],
    [['--shot', 'a.png', '--shot', 'b.png'], /--shot is given twice/],
    [['--shot', 'nowhere/a.png'], /folder .*nowhere does not exist/],
    [['--shot', 'folder.png'], /is a folder/],
    [['--shot', 'a.jpg'], /must end in \.png/],
    [['--screen', 'home'], /--screen only works together with --shot/],
  ])('%j is refused with a reason before anything slow happens', (args, message) => {
    const options = parseStart(args, dir);
    expect(options).toMatchObject({ kind: 'mistake', message: expect.stringMatching(message) });
    expect(options).toMatchObject({ message: expect.stringContaining('npm start -- --help') });
  });
});
