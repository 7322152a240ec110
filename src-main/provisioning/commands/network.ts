import type { Http } from '../../platform/http.ts';
import { nodeHttp } from '../../platform/node-http.ts';
import type { Io } from './command.ts';

/** A command's way to the network, and the end of its connections. */
export type Network = {
  /** `proxy` is `system`, `none`, or an address. */
  readonly http: (proxy: string) => Promise<Http>;
  readonly close: () => void;
};

/** Through the program where there is one, as the terminal itself goes; while developing through Node, past any proxy. */
export function networkOf({ program }: Pick<Io, 'program'>): Network {
  if (program !== undefined) return { http: program.http, close: () => {} };
  const { http, close } = nodeHttp();
  return { http: async () => http, close };
}
