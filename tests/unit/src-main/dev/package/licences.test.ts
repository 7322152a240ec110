import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { thirdPartyLicences } from '../../../../../src-main/dev/package/licences.ts';
import { temporaryDirectory } from '../../../../builders/temporary-directory.ts';

const newDirectory = temporaryDirectory();

async function install(at: string, manifest: object, text?: string): Promise<void> {
  await mkdir(at, { recursive: true });
  await writeFile(path.join(at, 'package.json'), JSON.stringify(manifest));
  if (text !== undefined) await writeFile(path.join(at, 'LICENSE.md'), text);
}

test('Whoever receives a package reads the licence of everything inside, of what is needed indirectly, too', async () => {
  const project = await newDirectory();
  await install(project, {
    name: 'app',
    version: '1.0.0',
    dependencies: { one: '1' },
    devDependencies: { tool: '1' },
  });
  await install(
    path.join(project, 'node_modules/one'),
    { name: 'one', version: '1.2.3', license: 'MIT', dependencies: { two: '2' } },
    'Copyright One',
  );
  await install(
    path.join(project, 'node_modules/one/node_modules/two'),
    { name: 'two', version: '2.0.0', license: 'ISC' },
    'Copyright Two',
  );
  await install(
    path.join(project, 'node_modules/two'),
    { name: 'two', version: '1.0.0', license: 'ISC' },
    'Not this one',
  );
  await install(
    path.join(project, 'node_modules/tool'),
    { name: 'tool', version: '9.0.0', license: 'MIT' },
    'A tool',
  );

  const text = thirdPartyLicences(project);
  expect(text).toContain('one 1.2.3 (MIT)');
  expect(text).toContain('Copyright One');
  expect(text).toContain('Copyright Two');
  expect(text).not.toContain('Not this one');
  expect(text).not.toContain('A tool');
});

test('A dependency that says nothing about its licence stops the package', async () => {
  const project = await newDirectory();
  await install(project, { name: 'app', version: '1.0.0', dependencies: { mute: '1' } });
  await install(path.join(project, 'node_modules/mute'), { name: 'mute', version: '1.0.0' });
  expect(() => thirdPartyLicences(project)).toThrow('mute 1.0.0 says nothing about its licence.');
});
