import type { Check } from './check.ts';
import { clock } from './checks/clock.ts';
import { configuration } from './checks/configuration.ts';
import { diskHealth } from './checks/disk-health.ts';
import { diskSpace } from './checks/disk-space.ts';
import { display } from './checks/display.ts';
import { headset } from './checks/headset.ts';
import { memory } from './checks/memory.ts';
import { network } from './checks/network.ts';
import { packageIntegrity } from './checks/package.ts';
import { permissions } from './checks/permissions.ts';
import { printer } from './checks/printer.ts';
import { reach } from './checks/reach.ts';
import { running } from './checks/running.ts';
import { server } from './checks/server.ts';
import { session } from './checks/session.ts';
import { sound } from './checks/sound.ts';
import { touch } from './checks/touch.ts';
import { trust } from './checks/trust.ts';
import { watchdog } from './checks/watchdog.ts';

/** Every check of the doctor. */
export const CHECKS: readonly Check[] = [
  configuration,
  trust,
  server,
  clock,
  diskSpace,
  diskHealth,
  display,
  touch,
  printer,
  sound,
  headset,
  network,
  permissions,
  session,
  packageIntegrity,
  watchdog,
  memory,
  running,
  reach,
];
