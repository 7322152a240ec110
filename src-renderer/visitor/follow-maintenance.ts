import type { Kiosk } from '../kiosk/kiosk.ts';
import { useMaintenance } from '../visit/maintenance.ts';

/** Keeps this page out of service as long as staff want it to be, from its briefing on. */
export function followMaintenance(kiosk: Pick<Kiosk, 'on'>, first: boolean): void {
  useMaintenance.setState({ isOn: first });
  kiosk.on.maintenanceChanged(({ maintenance }) => useMaintenance.setState({ isOn: maintenance }));
}
