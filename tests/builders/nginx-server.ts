import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { findOnPath } from '../../src-main/dev/commands.ts';
import { installPackages, isDebian, realSystemPorts } from '../../src-main/dev/system.ts';
import { freePort } from './free-port.ts';

/** The configuration that is handed to technicians. */
const CONFIGURATION = new URL('../../assets/nginx/openfloor.conf', import.meta.url);
const SYSTEM = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin` };

/** Debian's nginx at work. */
export type NginxServer = { readonly url: URL; readonly stop: () => Promise<void> };

/** Why there can be no nginx here; undefined when there is one. Installs it where it may. */
export async function whyNoNginx(): Promise<string | undefined> {
  const ports = realSystemPorts();
  if (findOnPath('nginx', SYSTEM) !== null) return undefined;
  if (ports.platform !== 'linux' || ports.uid !== 0 || !isDebian(ports.osRelease))
    return 'nginx is not installed, and only the administrator of a Debian system can install it';
  // Installed, not started as a service.
  await installPackages({ ...ports, env: { ...ports.env, RUNLEVEL: '1' } }, ['nginx']);
  return undefined;
}

/** How it differs from one for a few requests that nobody counts. */
export type NginxOptions = {
  /** File for its access log: a line of `time status bytes path` for each request, time in seconds since 1970. */
  readonly accessLog?: string;
  /** How many terminals may stand at its door at once. */
  readonly crowd?: number;
};

/** Starts nginx with our configuration on a free port of loopback, in front of a published tree; `home` is a folder of its own. */
export async function startNginx(
  tree: string,
  home: string,
  { accessLog, crowd = 64 }: NginxOptions = {},
): Promise<NginxServer> {
  const port = await freePort();
  const site = (await readFile(CONFIGURATION, 'utf8'))
    .replace('listen 80;', `listen 127.0.0.1:${port} backlog=${crowd};`)
    .replace('root /srv/openfloor;', `root ${tree};`);
  await writeFile(join(home, 'site.conf'), site);
  const own = (name: string): string => `${name}_temp_path ${join(home, name)};`;
  const frame = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'daemon off;',
    'worker_processes 1;',
    `pid ${join(home, 'nginx.pid')};`,
    // A terminal may hold several connections, and each takes a file beside that of the answer.
    `worker_rlimit_nofile ${crowd * 8};`,
    `events { worker_connections ${crowd * 4}; }`,
    'http {',
    ...(accessLog === undefined
      ? ['access_log off;']
      : ["log_format counted '$msec $status $bytes_sent $uri';", `access_log ${accessLog} counted;`]),
    ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(own),
    `include ${join(home, 'site.conf')}; }`,
  ];
  const main = join(home, 'nginx.conf');
  await writeFile(main, frame.join('\n'));
  const child = spawn('nginx', ['-c', main, '-p', home, '-e', 'stderr'], {
    env: SYSTEM,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ended = exited.then((code) => Promise.reject(new Error(`nginx ended with ${code}: ${said}`)));
  ended.catch(() => undefined);
  await Promise.race([listening(port), ended]);
  return {
    url: new URL(`http://127.0.0.1:${port}/`),
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Resolves once somebody answers at a port. */
async function listening(port: number): Promise<void> {
  for (;;) {
    const connected = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (connected) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
