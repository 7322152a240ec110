import type { Http } from '../../platform/http.ts';
import { nodeHttp } from '../../platform/node-http.ts';

/** A command's way to the network, and the end of its connections. */
export type Network = { readonly http: Http; readonly close: () => void };

/** The way that `server.proxy` asks for; `system` is what the variables of the environment say, as for other commands. */
export function networkThrough(
  proxy: string,
  environment: Readonly<Record<string, string | undefined>>,
): Network {
  const ways = new Map<string, ReturnType<typeof nodeHttp>>();
  const wayTo = (url: URL) => {
    const through = proxyFor(url, proxy, environment);
    const key = through?.href ?? '';
    const way = ways.get(key) ?? nodeHttp(through);
    ways.set(key, way);
    return way;
  };
  return {
    http: (request) => wayTo(request.url).http(request),
    close: () => {
      for (const way of ways.values()) way.close();
    },
  };
}

/** The proxy for an address: null for none. */
export function proxyFor(
  url: URL,
  proxy: string,
  environment: Readonly<Record<string, string | undefined>>,
): URL | null {
  if (proxy === 'none') return null;
  if (proxy !== 'system') return new URL(proxy);
  const named = (name: string) => environment[name] || environment[name.toUpperCase()];
  const isLoopback = /^(?:localhost|127\..*|\[::1\])$/.test(url.hostname);
  if (isLoopback || isExcepted(url.hostname, named('no_proxy') ?? '')) return null;
  const found = named(url.protocol === 'https:' ? 'https_proxy' : 'http_proxy') ?? named('all_proxy') ?? '';
  const text = found === '' || /^https?:\/\//.test(found) ? found : `http://${found}`;
  return URL.canParse(text) ? new URL(text) : null;
}

/** `no_proxy`: names with commas between them; one with a dot before it, or without, counts for everything below it. */
function isExcepted(host: string, exceptions: string): boolean {
  return exceptions
    .split(',')
    .map((each) =>
      each
        .trim()
        .replace(/:\d+$/, '')
        .replace(/^\*?\./, ''),
    )
    .some((name) => name !== '' && (name === '*' || host === name || host.endsWith(`.${name}`)));
}
