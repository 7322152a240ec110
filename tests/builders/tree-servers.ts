import { afterAll } from 'vitest';
import { type TreeServer, treeServer } from './tree-server.ts';

/** Starts servers for one test file; all of them end after its last test. */
export function treeServers(): (tree: ReadonlyMap<string, Buffer>) => Promise<TreeServer> {
  const started: TreeServer[] = [];
  afterAll(() => Promise.all(started.map((server) => server.close())));
  return async (tree) => {
    const server = await treeServer(tree);
    started.push(server);
    return server;
  };
}
