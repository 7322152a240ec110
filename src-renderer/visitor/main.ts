import '../ui/tokens.css';
import '../ui/base.css';
import './shell.css';
import { framePainted } from '../ui/frame-painted.ts';

// The shell needs no more than this; all that the page is made of comes once the shell has been painted, so that nothing delays it.
await framePainted();
await import('./page.ts');
