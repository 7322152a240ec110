import type { Step } from './step.ts';

/**
 * From the first version of the settings file to the one of today, in order: one file each, named after its version (`to-2.ts`).
 * There has been one version so far, and no step.
 */
export const STEPS: readonly Step[] = [];
