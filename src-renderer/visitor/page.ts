import '../kiosk/zod-without-eval.ts';
import '../ui/fonts.css';
import { bridgeOfWindow } from '../kiosk/bridge-of-window.ts';
import { startVisitor } from './start.tsx';

await startVisitor({ bridge: bridgeOfWindow() }).show();
