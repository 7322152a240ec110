import type { Check } from './check.ts';
import { clock } from './checks/clock.ts';
import { configuration } from './checks/configuration.ts';
import { diskSpace } from './checks/disk-space.ts';
import { memory } from './checks/memory.ts';

/** Every check of the doctor. */
export const CHECKS: readonly Check[] = [configuration, clock, diskSpace, memory];
