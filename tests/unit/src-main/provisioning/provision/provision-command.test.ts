import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { runOpenfloor } from '../../../../../src-main/provisioning/commands/run-openfloor.ts';
import { rootFingerprint, selfSignedRoot } from '../../../../../src-main/sync/trust/pinned-root.ts';
import { signedRepository } from '../../../../builders/signed-repository.ts';
import { temporaryDirectory } from '../../../../builders/temporary-directory.ts';
import type { Misbehave } from '../../../../builders/tree-server.ts';
import { treeServers } from '../../../../builders/tree-servers.ts';

const directoryOf = temporaryDirectory();
const serve = treeServers();

/** Runs `openfloor provision`; `typed` are the lines somebody types, absent: nobody sits there; `rootInside` is the packaged root. */
async function provision(args: readonly string[], typed?: readonly string[], rootInside?: string) {
  const lines = [...(typed ?? [])];
  const questions: string[] = [];
  let out = '';
  let err = '';
  const code = await runOpenfloor(['provision', ...args], {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    environment: {},
    ...(rootInside === undefined
      ? {}
      : { program: { version: '0.1.0', executable: '/opt/openfloor', factory: '/none', root: rootInside } }),
    ...(typed === undefined
      ? {}
      : {
          ask: async (question: string) => {
            questions.push(question);
            return lines.shift() ?? null;
          },
        }),
  });
  return { code, out, err, questions, left: lines };
}

async function place(text?: string) {
  const directory = await directoryOf();
  const file = join(directory, 'openfloor.yaml');
  if (text !== undefined) await writeFile(file, text);
  return {
    directory,
    file,
    text: () => readFile(file, 'utf8'),
    names: async () => (await readdir(directory)).sort(),
  };
}

/** A publication on a real web server, with the fingerprints of all its roots. */
async function publication({ roots = 1, bends = {} } = {}) {
  const made = signedRepository(Date.now());
  for (let root = 1; root < roots; root += 1) made.nextRoot();
  made.release(bends);
  const server = await serve(made.tree);
  const fingerprints = Array.from({ length: roots }, (_each, at) => {
    const bytes = made.tree.get(`metadata/${at + 1}.root.json`) ?? Buffer.alloc(0);
    return rootFingerprint(selfSignedRoot(bytes).root);
  });
  return { made, server, url: server.url.href, fingerprint: fingerprints.at(-1) ?? '', fingerprints };
}

describe('Provisioning by switches', () => {
  test('writes a file that the terminal reads as it was meant', async () => {
    const { file, text, names } = await place();
    const { code, out } = await provision([
      '--config',
      file,
      '--terminal.id',
      'hall-2',
      '--terminal.place',
      'Left of the desk',
      '--screen.pixelsPerMm',
      '3.78',
      '--statistics',
      'true',
    ]);
    expect(code).toBe(0);
    expect(parse(await text())).toEqual({
      schema: 1,
      terminal: { id: 'hall-2', place: 'Left of the desk' },
      screen: { pixelsPerMm: 3.78 },
      statistics: true,
    });
    expect(out).toContain('terminal.id: not set -> hall-2');
    expect(out).toContain(`Written: ${file}.`);
    expect(out).toContain('sudo openfloor doctor');
    expect(await names()).toEqual(['openfloor.yaml']);
  });

  test('changes nothing when it is run again with the same', async () => {
    const { file, text, names } = await place();
    const args = ['--config', file, '--terminal.id', 'hall-2', '--printer.name', 'receipt'];
    await provision(args);
    const [before, { mtimeMs }] = [await text(), await stat(file)];
    const again = await provision(args);
    expect(again.code).toBe(0);
    expect(again.out).toContain('There is nothing to change');
    expect(await text()).toBe(before);
    expect((await stat(file)).mtimeMs).toBe(mtimeMs);
    expect(await names()).toEqual(['openfloor.yaml']);
  });

  test('leaves a file alone that says it already, however it is written', async () => {
    const before =
      '{ "terminal": {"id":\'hall-2\'},\n\n\n  screen:   { pixelsPerMm:   4.0 }   } # measured\r\n';
    const { file, text, names } = await place(before);
    const { out } = await provision([
      '--config',
      file,
      '--terminal.id',
      'hall-2',
      '--screen.pixelsPerMm',
      '4',
    ]);
    expect(out).toContain('There is nothing to change');
    expect(await text()).toBe(before);
    expect(await names()).toEqual(['openfloor.yaml']);
  });

  test('keeps comments, order, other settings and what it does not know, and the old file beside it', async () => {
    const before = `# Hall 2, behind the pillar
terminal:
  # Do not rename: the dashboards know it.
  id: hall-2
printer:      # none yet
future: { thing: 1 }
screen: { pixelsPerMm: 4 } # measured twice
`;
    const { file, text, names } = await place(before);
    const { code } = await provision([
      '--config',
      file,
      '--screen.pixelsPerMm',
      '3.5',
      '--printer.name',
      'receipt',
      '--terminal.zone',
      'employment',
    ]);
    expect(code).toBe(0);
    const after = await text();
    for (const kept of [
      '# Hall 2, behind the pillar',
      '# Do not rename: the dashboards know it.',
      'future: { thing: 1 }',
      '# measured twice',
    ]) {
      expect(after).toContain(kept);
    }
    expect(parse(after)).toEqual({
      terminal: { id: 'hall-2', zone: 'employment' },
      printer: { name: 'receipt' },
      future: { thing: 1 },
      screen: { pixelsPerMm: 3.5 },
    });
    const [copy = ''] = (await names()).filter((name) => name.endsWith('.old'));
    expect(await readFile(join(file, '..', copy), 'utf8')).toBe(before);
  });

  test('keeps the rights of the file', async () => {
    const { file } = await place('statistics: true\n');
    const { chmod } = await import('node:fs/promises');
    await chmod(file, 0o640);
    await provision(['--config', file, '--terminal.id', 'hall-2']);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
  });

  test.each([
    ['--terminal.id', 'Hall 2', '"terminal.id" cannot be "Hall 2"'],
    ['--screen.pixelsPerMm', '3,78', '"screen.pixelsPerMm" cannot be "3,78"'],
    ['--server.url', 'http://guide.example.org/', '"server.url" cannot be'],
    ['--printer.layout', 'a3', 'a4 or receipt-80mm'],
  ])('refuses %s %s, says what can stand there, and writes nothing', async (name, value, words) => {
    const { file, names } = await place();
    const { code, err } = await provision(['--config', file, name, value]);
    expect(code).toBe(1);
    expect(err).toMatch(/^Nothing was changed\./);
    expect(err).toContain(words);
    expect(err).not.toContain('is used');
    expect(await names()).toEqual([]);
  });

  test('is not understood with a setting that does not exist', async () => {
    const { code, err } = await provision(['--terminal.name', 'x']);
    expect(code).toBe(2);
    expect(err).toContain('--terminal.name');
  });

  test('says when a file of the folder lies above what was set', async () => {
    const { file, directory } = await place();
    await mkdir(join(directory, 'openfloor.d'));
    await writeFile(join(directory, 'openfloor.d', '50-site.yaml'), 'server:\n  channel: canary\n');
    const { out } = await provision(['--config', file, '--server.channel', 'stable']);
    expect(out).toContain('Note: server.channel is canary all the same');
    expect(out).toContain('50-site.yaml:2:3');
  });

  test('only shows the difference in a rehearsal', async () => {
    const { file, text, names } = await place('terminal:\n  id: hall-2\n');
    const { code, out } = await provision(['--config', file, '--terminal.id', 'hall-3', '--dry-run']);
    expect(code).toBe(0);
    expect(out).toContain('-  id: hall-2\n+  id: hall-3\n');
    expect(out).toContain('nothing was changed');
    expect(await text()).toBe('terminal:\n  id: hall-2\n');
    expect(await names()).toEqual(['openfloor.yaml']);
  });
});

describe('A file that is there already', () => {
  test.each([
    ['cannot be understood', 'terminal: [\n'],
    ['is a list', '- terminal\n'],
    ['has YAML’s special signs', 'terminal: &a { id: hall-2 }\n'],
  ])('is left alone when it %s, and set aside by --anew', async (_what, before) => {
    const { file, text, names } = await place(before);
    const refused = await provision(['--config', file, '--terminal.id', 'hall-2']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('--anew');
    expect(await text()).toBe(before);
    const anew = await provision(['--config', file, '--terminal.id', 'hall-2', '--anew']);
    expect(anew.code).toBe(0);
    expect(parse(await text())).toEqual({ schema: 1, terminal: { id: 'hall-2' } });
    expect((await names()).filter((name) => name.endsWith('.old'))).toHaveLength(1);
  });

  test('of bytes that are no text is left alone, too', async () => {
    const { file } = await place();
    await writeFile(file, Buffer.from([0xff, 0xfe, 0x00]));
    expect((await provision(['--config', file, '--terminal.id', 'x'])).err).toContain('not text in UTF-8');
  });

  test('may go on having something wrong in it, but gets nothing more', async () => {
    const { file, text } = await place('sever: 1\nterminal: hall\n');
    const { code } = await provision(['--config', file, '--terminal.id', 'hall-2']);
    expect(code).toBe(0);
    expect(parse(await text())).toEqual({ sever: 1, terminal: { id: 'hall-2' } });
  });

  test('in a place where none can be is said so', async () => {
    const { file, directory } = await place('x');
    const { code, err } = await provision(['--config', join(file, 'openfloor.yaml'), '--terminal.id', 'x']);
    expect(code).toBe(1);
    expect(err).toContain(`${file} is a file, and should be the folder of the settings`);
    const folder = await provision(['--config', directory, '--terminal.id', 'x']);
    expect(folder.code).toBe(1);
    expect(folder.err).toContain('EISDIR');
  });
});

describe('Provisioning with a server whose root is inside the application', () => {
  async function packaged(bytes: Uint8Array) {
    const file = join(await directoryOf(), 'root.json');
    await writeFile(file, bytes);
    return file;
  }

  test('asks for no fingerprint, pins nothing, and names no root in the settings', async () => {
    const { url, fingerprint, made, server } = await publication();
    const inside = await packaged(made.firstRoot);
    made.nextRoot();
    made.resign();
    const { file, text, names } = await place();
    const args = ['--config', file, '--server.url', url];
    const { code, out } = await provision(args, undefined, inside);
    expect(code).toBe(0);
    expect(out).toContain(
      `The root inside this application is trusted: version 1, fingerprint ${fingerprint}.`,
    );
    expect(parse(await text())).toEqual({ schema: 1, server: { url } });
    expect(await names()).toEqual(['openfloor.yaml']);
    // Everything else can be changed without a network.
    await server.pauseListening();
    expect((await provision([...args, '--terminal.id', 'hall-2'], undefined, inside)).code).toBe(0);
    expect((await provision([...args, '--fingerprint', fingerprint], undefined, inside)).out).toContain(
      'nothing to change',
    );
    await server.listenAgain();
  });

  test('asks all the same when the server belongs to another centre, says so, and pins that one', async () => {
    const [one, other] = [await publication(), await publication()];
    const inside = await packaged(one.made.firstRoot);
    const { file, directory, text } = await place();
    const args = ['--config', file, '--server.url', other.url];
    const refused = await provision(args, undefined, inside);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('packaged for another centre');
    expect(refused.out).toContain(one.fingerprint);
    expect(refused.err).toContain(`--fingerprint ${other.fingerprint}`);
    expect((await provision([...args, '--fingerprint', other.fingerprint], undefined, inside)).code).toBe(0);
    const root = join(directory, 'root.json');
    expect(parse(await text())).toEqual({ schema: 1, server: { url: other.url, root } });
    expect(await readFile(root)).toEqual(other.made.firstRoot);
  });

  test('stands back where the settings name a root of their own', async () => {
    const { url, fingerprint, made } = await publication();
    const { file, text } = await place();
    const args = ['--config', file, '--server.url', url, '--fingerprint', fingerprint];
    await provision(args);
    const before = await text();
    expect((await provision(args, undefined, await packaged(made.firstRoot))).out).toContain(
      'nothing to change',
    );
    expect(await text()).toBe(before);
  });

  test('does not stand in for a root that the settings name and that is gone: it is pinned again', async () => {
    const { url, fingerprint, made } = await publication();
    const { file, directory } = await place();
    const args = ['--config', file, '--server.url', url, '--fingerprint', fingerprint];
    await provision(args);
    await rm(join(directory, 'root.json'));
    expect((await provision(args, undefined, await packaged(made.firstRoot))).code).toBe(0);
    expect(await readFile(join(directory, 'root.json'))).toEqual(made.firstRoot);
  });

  test('with something else in the place of that root asks as if there were none', async () => {
    const { url } = await publication();
    const { file } = await place();
    const args = ['--config', file, '--server.url', url];
    const { code, err } = await provision(args, undefined, await packaged(Buffer.from('{}')));
    expect(code).toBe(1);
    expect(err).toContain('--fingerprint');
  });
});

describe('Provisioning with a server', () => {
  test('pins the root that the fingerprint names, and the settings name it', async () => {
    const { url, fingerprint, made } = await publication();
    const { file, directory, text } = await place();
    const args = ['--config', file, '--server.url', url, '--fingerprint', fingerprint.toLowerCase()];
    const { code, out } = await provision(args);
    expect(code).toBe(0);
    expect(out).toContain('channel stable has edition 1 (Edition 1)');
    expect(out).toContain(`version 1, fingerprint ${fingerprint}`);
    const root = join(directory, 'root.json');
    expect(parse(await text())).toEqual({ schema: 1, server: { url, root } });
    expect(await readFile(root)).toEqual(made.firstRoot);
    expect((await provision(args)).out).toContain('There is nothing to change');
  });

  test('pins the newest root, and takes the fingerprint of any before it', async () => {
    const { url, fingerprints, made } = await publication({ roots: 3 });
    const { file, directory } = await place();
    const { code } = await provision([
      '--config',
      file,
      '--server.url',
      url,
      '--fingerprint',
      fingerprints[0] ?? '',
    ]);
    expect(code).toBe(0);
    expect(await readFile(join(directory, 'root.json'))).toEqual(made.tree.get('metadata/3.root.json'));
  });

  test('keeps a pinned root that has grown older: the terminal follows by itself', async () => {
    const { url, fingerprint, made } = await publication();
    const { file, directory } = await place();
    await provision(['--config', file, '--server.url', url, '--fingerprint', fingerprint]);
    made.nextRoot();
    made.resign();
    const newer = rootFingerprint(
      selfSignedRoot(made.tree.get('metadata/2.root.json') ?? Buffer.alloc(0)).root,
    );
    const { code, out } = await provision(['--config', file, '--server.url', url, '--fingerprint', newer]);
    expect(code).toBe(0);
    expect(out).toContain('There is nothing to change');
    expect(await readFile(join(directory, 'root.json'))).toEqual(made.firstRoot);
  });

  test('changes other settings without a network once the root is pinned', async () => {
    const { url, fingerprint, server } = await publication();
    const { file, text } = await place();
    await provision(['--config', file, '--server.url', url, '--fingerprint', fingerprint]);
    await server.pauseListening();
    expect(
      (
        await provision([
          '--config',
          file,
          '--terminal.id',
          'hall-2',
          '--server.url',
          url,
          '--fingerprint',
          fingerprint,
        ])
      ).code,
    ).toBe(0);
    expect(parse(await text())).toMatchObject({ terminal: { id: 'hall-2' } });
  });

  test('replaces the root of another centre only when its fingerprint is confirmed, and keeps the old one', async () => {
    const [one, other] = [await publication(), await publication()];
    const { file, directory, names } = await place();
    await provision(['--config', file, '--server.url', one.url, '--fingerprint', one.fingerprint]);
    const refused = await provision(['--config', file, '--server.url', other.url]);
    expect(refused.code).toBe(1);
    expect(await readFile(join(directory, 'root.json'))).toEqual(one.made.firstRoot);
    await provision(['--config', file, '--server.url', other.url, '--fingerprint', other.fingerprint]);
    expect(await readFile(join(directory, 'root.json'))).toEqual(other.made.firstRoot);
    expect((await names()).filter((name) => /^root\.json\..*\.old$/.test(name))).toHaveLength(1);
  });

  test('refuses a server with another fingerprint than the one that was given', async () => {
    const [one, other] = [await publication(), await publication()];
    const { file, names } = await place();
    const { code, err } = await provision([
      '--config',
      file,
      '--server.url',
      one.url,
      '--fingerprint',
      other.fingerprint,
    ]);
    expect(code).toBe(1);
    expect(err).toContain(`has the fingerprint ${one.fingerprint}, not ${other.fingerprint}`);
    expect(await names()).toEqual([]);
  });

  test('shows the fingerprint where nobody can be asked, and trusts nobody', async () => {
    const { url, fingerprint } = await publication();
    const { file, names } = await place();
    const { code, err } = await provision(['--config', file, '--server.url', url]);
    expect(code).toBe(1);
    expect(err).toContain(`--fingerprint ${fingerprint}`);
    expect(await names()).toEqual([]);
  });

  const page: Misbehave = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<!doctype html><title>Please log in</title>');
    return true;
  };
  test.each<[string, (made: Awaited<ReturnType<typeof publication>>) => void | Promise<void>, string]>([
    ['does not answer', ({ server }) => server.pauseListening(), 'cannot be reached'],
    [
      'is a page that wants a log-in',
      ({ server }) => {
        server.misbehave = page;
      },
      'usually the log-in page of a network',
    ],
    [
      'holds something else',
      ({ server }) => {
        server.tree = new Map([['index.txt', Buffer.from('x')]]);
      },
      'there is no publication of Openfloor',
    ],
    [
      'holds a root that nobody signed',
      ({ made }) => {
        made.tree.set('metadata/1.root.json', Buffer.from('{"signatures":[],"signed":{}}'));
      },
      'no root signed by its own keys',
    ],
    [
      'holds a forged next root',
      ({ made }) => {
        made.tree.set('metadata/2.root.json', made.firstRoot);
      },
      'Expected version 2, got 1',
    ],
    ['has run out', ({ made }) => made.resign({ days: { timestamp: -1 } }), 'has run out'],
    [
      'was changed by somebody else',
      ({ made }) => {
        made.tree.set(
          'metadata/timestamp.json',
          Buffer.from(`${made.tree.get('metadata/timestamp.json')}`.replace('"version":1', '"version":9')),
        );
      },
      'not signed',
    ],
  ])('refuses a server that %s, in words, and writes nothing', async (_what, spoil, words) => {
    const made = await publication();
    await spoil(made);
    const { file, names } = await place();
    const { code, err } = await provision([
      '--config',
      file,
      '--server.url',
      made.url,
      '--fingerprint',
      made.fingerprint,
    ]);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(await names()).toEqual([]);
  });

  test('names the channels there are', async () => {
    const { url, fingerprint } = await publication();
    const { file } = await place();
    const { err } = await provision([
      '--config',
      file,
      '--server.url',
      url,
      '--server.channel',
      'canary',
      '--fingerprint',
      fingerprint,
    ]);
    expect(err).toContain('has no channel "canary". There are: stable.');
  });

  test.each(['7K2M', 'not a fingerprint at all, really'])('refuses %j as a fingerprint', async (given) => {
    const { url } = await publication();
    const { file } = await place();
    expect((await provision(['--config', file, '--server.url', url, '--fingerprint', given])).err).toContain(
      'is not a fingerprint',
    );
  });

  test('takes a root that was brought on a stick, without a network', async () => {
    const { url, fingerprint, made, server } = await publication();
    await server.pauseListening();
    const { file, directory, text } = await place();
    const root = join(directory, 'brought.json');
    const args = ['--config', file, '--server.url', url, '--server.root', root];
    expect((await provision(args)).err).toContain('is not a root of trust');
    await writeFile(root, made.firstRoot);
    expect((await provision([...args, '--fingerprint', '0000-0000-0000-0000-0000'])).err).toContain(
      `has the fingerprint ${fingerprint}`,
    );
    expect((await provision([...args, '--fingerprint', fingerprint])).code).toBe(0);
    expect(parse(await text())).toEqual({ schema: 1, server: { url, root } });
  });

  test('leaves everything as it was when the settings cannot be written after the root', async () => {
    const { url, fingerprint } = await publication();
    const { file, directory, names } = await place();
    // A folder in the way of the file on its way there.
    await mkdir(`${file}.new`);
    const { code } = await provision(['--config', file, '--server.url', url, '--fingerprint', fingerprint]);
    expect(code).toBe(1);
    expect(await names()).toEqual(['openfloor.yaml.new']);
    expect(await readdir(directory)).not.toContain('root.json');
  });
});

describe('Provisioning by a file of answers', () => {
  test('takes settings and fingerprint from it, switches above it', async () => {
    const { url, fingerprint } = await publication();
    const { file, directory, text } = await place();
    const answers = join(directory, 'answers.yaml');
    await writeFile(
      answers,
      `fingerprint: ${fingerprint}\nterminal: { id: every-terminal, zone: mobility }\nserver: { url: "${url}" }\n`,
    );
    const { code } = await provision(['--config', file, '--answers', answers, '--terminal.id', 'hall-4']);
    expect(code).toBe(0);
    expect(parse(await text())).toMatchObject({
      terminal: { id: 'hall-4', zone: 'mobility' },
      server: { url },
    });
    expect(await text()).not.toContain('fingerprint');
  });

  test.each([
    ['a setting that does not exist', 'sever: { url: x }\n', 'Was "server" meant?'],
    ['a value that cannot be', 'screen: { pixelsPerMm: wide }\n', '"screen.pixelsPerMm" cannot be wide'],
    ['no YAML', 'terminal: "\n', 'cannot be understood'],
    ['a fingerprint that is a number', 'fingerprint: 12\n', 'between quotes'],
  ])('refuses %s, with its line', async (_what, text, words) => {
    const { file, directory } = await place();
    const answers = join(directory, 'answers.yaml');
    await writeFile(answers, text);
    const { code, err } = await provision(['--config', file, '--answers', answers]);
    expect(code).toBe(1);
    expect(err).toContain(words);
    expect(err).toMatch(/answers\.yaml:[12]:/);
    expect(err).not.toContain('goes on without');
  });

  test('says that it is not there', async () => {
    expect((await provision(['--answers', '/nowhere/answers.yaml'])).err).toContain('(ENOENT)');
  });
});

describe('Provisioning by questions', () => {
  test('asks what differs from terminal to terminal, once more after a mistake, and writes at the end', async () => {
    const { url, fingerprint } = await publication();
    const { file, text } = await place();
    const { code, out, questions, left } = await provision(
      ['--config', file],
      [
        'Hall 2',
        'hall-2',
        'Left of the desk',
        '',
        '750',
        'portrait',
        '3.78',
        url,
        '',
        '',
        '',
        fingerprint,
        'yes',
      ],
    );
    expect(left).toEqual([]);
    expect(code).toBe(0);
    expect(out).toContain('It cannot be "Hall 2". Write small letters, digits and hyphens');
    expect(questions[0]).toBe('terminal.id [terminal]: ');
    expect(parse(await text())).toMatchObject({
      terminal: { id: 'hall-2', place: 'Left of the desk', mountingHeightMm: 750 },
      screen: { orientation: 'portrait', pixelsPerMm: 3.78 },
      server: { url },
    });
  });

  test('keeps what is set for an empty answer, and takes it away for a hyphen', async () => {
    const { file, text } = await place(
      'terminal: { id: hall-2, zone: mobility }\nprinter: { name: receipt, layout: receipt-80mm }\n',
    );
    const { code, questions } = await provision(
      ['--config', file],
      ['', '', '-', '', '', '', '', '', '', '-', ''],
    );
    expect(code).toBe(0);
    expect(questions).toContain('terminal.id [hall-2]: ');
    expect(questions).toContain('printer.name [receipt]: ');
    expect(parse(await text())).toEqual({
      terminal: { id: 'hall-2', zone: null },
      printer: { name: null, layout: 'receipt-80mm' },
    });
  });

  test.each([
    ['in the middle', ['hall-2'], 'It was stopped before the end.'],
    ['at the last question', ['hall-2', '', '', '', '', '', '', '', '', '', 'no'], 'It was not wanted.'],
  ])('changes nothing when it is stopped %s', async (_when, typed, words) => {
    const { file, names } = await place();
    const { code, err } = await provision(['--config', file], typed);
    expect(code).toBe(1);
    expect(err).toBe(`Nothing was changed.\n${words}\n`);
    expect(await names()).toEqual([]);
  });

  test('trusts nobody whose fingerprint was not typed', async () => {
    const { url, fingerprint } = await publication();
    const other = (await publication()).fingerprint;
    const { file, names } = await place();
    const { code, out, err } = await provision(['--config', file, '--server.url', url], ['yes', other, '']);
    expect(out).toContain(fingerprint);
    expect(out).toContain('That is not a fingerprint');
    expect(out).toContain('another fingerprint than the server');
    expect(err).toContain('was not confirmed');
    expect(code).toBe(1);
    expect(await names()).toEqual([]);
  });

  test('is not understood where nobody sits', async () => {
    const { code, err } = await provision([]);
    expect(code).toBe(2);
    expect(err).toContain('--answers FILE');
  });
});
