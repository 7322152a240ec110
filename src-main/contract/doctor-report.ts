import { z } from 'zod';

/** What a check found: all is well, somebody should look at it, or visitors are or will be affected. */
export const VERDICTS = ['pass', 'warn', 'fail'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** One numbered check of `openfloor doctor`. */
export const doctorFinding = z.strictObject({
  /** Never changes once given: technicians say "check 7". */
  number: z.int().positive(),
  /** For programs, for instance `disk-space`. */
  id: z.string().max(40),
  /** A few words for people. */
  title: z.string().max(80),
  verdict: z.enum(VERDICTS),
  /** What was found, with the figures. */
  found: z.string().max(600),
  /** What it means for visitors or staff. */
  means: z.string().max(400),
  /** What to do about it; null when nothing has to be done. */
  todo: z.string().max(600).nullable(),
});
export type DoctorFinding = Readonly<z.infer<typeof doctorFinding>>;

/** Everything the doctor found, in the order of the numbers. */
export const doctorReport = z.strictObject({
  schema: z.literal(1),
  at: z.iso.datetime(),
  terminal: z.strictObject({ id: z.string().max(40), place: z.string().max(80).nullable() }),
  version: z.string().max(40),
  findings: z.array(doctorFinding),
});
export type DoctorReport = Readonly<z.infer<typeof doctorReport>>;
