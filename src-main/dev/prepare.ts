import { buildAll } from './build.ts';
import { projectDir } from './packages.mjs';
import { findRuntime, type Runtime } from './runtime/find.ts';
import { realPorts } from './runtime/ports.ts';
import { ensureSystem, realSystemPorts, sandboxArguments } from './system.ts';

/** A runtime that can load here and an app built for it. */
export type Prepared = { readonly runtime: Runtime; readonly launchArguments: readonly string[] };

/** Finds the runtime, makes sure the system can load it, builds what changed. Throws a Problem. */
export async function prepare({ needsXvfb }: { readonly needsXvfb: boolean }): Promise<Prepared> {
  const system = realSystemPorts();
  const runtime = await findRuntime(realPorts(projectDir));
  await ensureSystem(system, runtime.executable, needsXvfb);
  await buildAll();
  return { runtime, launchArguments: sandboxArguments(system) };
}
