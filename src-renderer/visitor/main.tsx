import '../kiosk/zod-without-eval.ts';
import '../ui/fonts.css';
import '../ui/tokens.css';
import '../ui/base.css';
import './shell.css';
import { bridgeOfWindow } from '../kiosk/bridge-of-window.ts';
import { startVisitor } from './start.tsx';

await startVisitor({ bridge: bridgeOfWindow() }).show();
