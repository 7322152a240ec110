import '../kiosk/zod-without-eval.ts';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import './staff.css';
import { createRoot } from 'react-dom/client';
import { connectStaff, staffBridgeOfWindow } from '../kiosk/staff-desk.ts';
import { guardTouches } from '../ui/accidental-touches.ts';
import { StaffApp } from './StaffApp.tsx';

const desk = connectStaff(staffBridgeOfWindow());
const door = await desk.getDoor();
document.documentElement.style.setProperty('--mm', `${door.pixelsPerMm}px`);
// Staff hesitate, and tap twice, like everybody.
guardTouches(door.pixelsPerMm);

const element = document.getElementById('root');
if (!element) throw new Error('The page has lost its #root.');
createRoot(element, {
  // Nothing is left on the screen: the visitors' page below it is.
  onUncaughtError: () => void desk.leave().catch(() => undefined),
}).render(<StaffApp desk={desk} door={door} />);
