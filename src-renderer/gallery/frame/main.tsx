import '../../kiosk/zod-without-eval.ts';
import '../../ui/fonts.css';
import '../../ui/tokens.css';
import { createRoot } from 'react-dom/client';
import { Gallery } from './Gallery.tsx';

const element = document.getElementById('gallery');
if (!element) throw new Error('index.html has lost its #gallery.');
createRoot(element).render(<Gallery />);
