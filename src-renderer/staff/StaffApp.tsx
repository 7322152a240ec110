import { useCallback, useState } from 'react';
import type { StaffBriefing, StaffDoor } from '../../src-main/contract/staff.ts';
import type { StaffDesk } from '../kiosk/staff-desk.ts';
import { PinDoor } from './door/PinDoor.tsx';
import { StaffPage } from './StaffPage.tsx';
import { languagesAt } from './staff-words.ts';

type StaffAppProps = { readonly desk: StaffDesk; readonly door: StaffDoor };

/** The staff page: the door with its keys, and what is behind it. */
export function StaffApp({ desk, door }: StaffAppProps) {
  const languages = languagesAt(door.opened);
  const [briefing, setBriefing] = useState<StaffBriefing | null>(null);
  const leave = useCallback(() => void desk.leave().catch(() => undefined), [desk]);
  const opened = useCallback(() => {
    desk.getBriefing().then(setBriefing, leave);
  }, [desk, leave]);
  return briefing === null ? (
    <PinDoor desk={desk} hasPin={door.hasPin} languages={languages} onOpen={opened} onLeave={leave} />
  ) : (
    <StaffPage desk={desk} briefing={briefing} languages={languages} onChanged={opened} onLeave={leave} />
  );
}
