import '../../kiosk/zod-without-eval.ts';
import '../../ui/fonts.css';
import '../../ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { Frame } from './Frame.tsx';

const element = document.getElementById('frame');
if (!element) throw new Error('index.html has lost its #frame.');
createRoot(element).render(<Frame />);
