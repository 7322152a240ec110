import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { installRuntime, type RuntimeIdentity } from './cache.ts';
import { FIRST_BYTE_LIMIT_MS, STALL_LIMIT_MS } from './constants.ts';
import { executableIn, pinnedVersion, type RuntimePorts, versionIn } from './ports.ts';

/** The pinned version could not be had; the message says why, in half a sentence. */
export class PinnedUnavailable extends Error {}

/** The pinned version as it lies in the cache. Its checksum is the one the installed package lists. */
export async function pinnedIdentity(ports: RuntimePorts): Promise<RuntimeIdentity> {
  const version = pinnedVersion(ports.projectDir);
  const zip = `electron-v${version}-${ports.platform}-${ports.arch}.zip`;
  const listed: unknown = JSON.parse(await readFile(packageFile(ports, 'checksums.json'), 'utf8'));
  const sums = typeof listed === 'object' && listed !== null ? new Map(Object.entries(listed)) : new Map();
  const sum: unknown = sums.get(zip);
  const zipSha256 = typeof sum === 'string' ? sum : 'none listed';
  return { name: `electron-${version}-${ports.platform}-${ports.arch}`, version, zipSha256 };
}

/**
 * Installs the pinned version with the package's own installer, which checks the download against its list. The installer
 * unpacks beside itself, so a copy of it is run inside the cache and node_modules stays untouched.
 * Throws PinnedUnavailable when it cannot be had, and an error with code ENOSPC when the disk is full.
 */
export async function installPinned(ports: RuntimePorts): Promise<string> {
  const identity = await pinnedIdentity(ports);
  return installRuntime(ports, identity, async (staging) => {
    const temporary = path.join(staging, 'tmp');
    const copy = path.join(staging, 'electron');
    await mkdir(temporary);
    await mkdir(copy);
    for (const file of ['install.js', 'package.json', 'checksums.json']) {
      await copyFile(packageFile(ports, file), path.join(copy, file));
    }
    ports.say(`Fetching Electron ${identity.version} (about 100 MB, once).`);
    const result = await ports.run(process.execPath, [path.join(copy, 'install.js')], {
      cwd: copy,
      env: installerEnv(ports, temporary),
      progress: { directory: staging, firstByteMs: FIRST_BYTE_LIMIT_MS, stallMs: STALL_LIMIT_MS },
    });
    if (/ENOSPC|no space left/i.test(result.output)) {
      throw Object.assign(new Error('install-electron: ENOSPC'), { code: 'ENOSPC' });
    }
    if (result.silent) throw new PinnedUnavailable('its host does not answer');
    if (result.code !== 0) throw new PinnedUnavailable(whyNot(result.output));
    const directory = path.join(copy, 'dist');
    const complete = await stat(executableIn(directory, ports.platform)).catch(() => null);
    if (!complete || versionIn(directory) !== identity.version) {
      throw new PinnedUnavailable('its installer left no usable runtime');
    }
    return directory;
  });
}

function installerEnv(ports: RuntimePorts, temporary: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {
    ...ports.env,
    // The copy lies outside the project, so it finds its own dependencies this way.
    NODE_PATH: path.join(ports.projectDir, 'node_modules'),
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
    ELECTRON_GET_NO_PROGRESS: '1',
  };
  // The checksums are those of the installed package, never ones from the same host as the download.
  delete env['electron_use_remote_checksums'];
  delete env['npm_config_electron_use_remote_checksums'];
  delete env['ELECTRON_OVERRIDE_DIST_PATH'];
  const proxy = ports.env['npm_config_https_proxy'] ?? ports.env['npm_config_proxy'];
  if (proxy && !env['HTTPS_PROXY'] && !env['https_proxy']) env['HTTPS_PROXY'] = proxy;
  if (env['HTTPS_PROXY'] || env['https_proxy']) env['NODE_USE_ENV_PROXY'] = '1';
  return env;
}

function whyNot(output: string): string {
  if (/sumchecker|checksum/i.test(output)) return 'what arrived has the wrong checksum and was refused';
  const status = /Response code (\d+)/.exec(output)?.[1];
  if (status) return `its host answered ${status}`;
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ENETUNREACH/i.test(output))
    return 'its host cannot be reached';
  const words = output
    .split('\n')
    .find((line) => /error/i.test(line))
    ?.trim();
  return `its installer failed${words ? ` (${words})` : ''}`;
}

function packageFile(ports: RuntimePorts, file: string): string {
  return path.join(ports.projectDir, 'node_modules', 'electron', file);
}
