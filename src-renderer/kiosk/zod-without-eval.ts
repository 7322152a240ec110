import { z } from 'zod';

// The pages' policy forbids code made at run time, which zod would try for speed; told so, it does not even try.
z.config({ jitless: true });
