import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { buildAll } from './build.ts';
import { packArchive } from './package/archive.ts';
import { buildWithElectronBuilder, flavourOf } from './package/builder.ts';
import { buildDeb } from './package/deb.ts';
import { drawIcons } from './package/icons.ts';
import { thirdPartyLicences } from './package/licences.ts';
import { packageOptionsOf, TARGETS, USAGE } from './package/options.ts';
import { packRoot } from './package/root.ts';
import { packagedRuntime } from './package/runtime.ts';
import { exitWith, projectDir } from './packages.mjs';
import { findRuntime } from './runtime/find.ts';
import { pinnedVersion, realPorts } from './runtime/ports.ts';
import { say } from './say.ts';

await exitWith(async () => {
  const options = packageOptionsOf(process.argv.slice(2));
  if (options.help) {
    say(USAGE);
    return 0;
  }
  const systems = options.targets.map((target) => TARGETS[target]);
  const runtime = await packagedRuntime({
    options,
    pinned: pinnedVersion(projectDir),
    isForThisMachine: process.arch === options.arch && systems.every((system) => system === process.platform),
    find: () => findRuntime(realPorts(projectDir)),
  });
  const made = path.join(projectDir, 'out/package');
  await rm(made, { recursive: true, force: true });
  await mkdir(made, { recursive: true });
  const root = await packRoot({ projectDir, made, named: options.root, now: new Date() });
  await buildAll();

  const icons = await drawIcons(projectDir, path.join(made, 'icons'));
  await writeFile(path.join(made, 'THIRD-PARTY-LICENSES.txt'), thirdPartyLicences(projectDir));

  const { unpacked, files } = await buildWithElectronBuilder({ projectDir, options, runtime });
  const result = [...files];
  if (options.targets.includes('dir')) result.push(unpacked);
  const { arch, development } = options;
  if (options.targets.includes('tar.gz')) {
    const name = `openfloor-${manifest.version}${flavourOf(options)}-${arch}`;
    result.push(await packArchive(unpacked, name));
  }
  if (options.targets.includes('deb')) {
    const into = path.dirname(unpacked);
    result.push(
      await buildDeb({ projectDir, unpacked, icons, arch, development, version: manifest.version, into }),
    );
  }
  say(root.said);
  say('Made:');
  for (const file of result) say(`  ${path.relative(projectDir, file)}`);
  return 0;
});
