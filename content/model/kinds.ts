import { z } from 'zod';

/** Whom a page is written for; a page that names nobody is for everybody. */
export const AUDIENCES = [
  'pupil',
  'student',
  'job-seeker',
  'changing-trade',
  'graduate',
  'entrepreneur',
] as const;
export const audience = z.enum(AUDIENCES);
export type Audience = z.infer<typeof audience>;

/** What sort of event: a CV workshop, a job fair, an information seminar, any other group activity. */
export const EVENT_TYPES = ['workshop', 'job-fair', 'information-seminar', 'group-activity'] as const;
export const eventType = z.enum(EVENT_TYPES);
export type EventType = z.infer<typeof eventType>;

/** How a visitor gets in: just come, make an appointment, or either. */
export const ACCESS = ['walk-in', 'appointment', 'both'] as const;
export const access = z.enum(ACCESS);
export type Access = z.infer<typeof access>;

/** Whether one comes to an event without a word or registers first. */
export const REGISTRATION = ['walk-in', 'required'] as const;
export const registration = z.enum(REGISTRATION);
export type Registration = z.infer<typeof registration>;

/** `urgent` is seen on every screen at once; `information` waits where people begin. */
export const URGENCY = ['information', 'urgent'] as const;
export const urgency = z.enum(URGENCY);
export type Urgency = z.infer<typeof urgency>;

/** False for 2026-02-31: `Date` would take it for 3 March. */
function isInCalendar(time: string): boolean {
  const calendar = new Date(`${time}Z`);
  return !Number.isNaN(calendar.getTime()) && calendar.toISOString().startsWith(time);
}

/** A moment on the clock of the centre, without a zone: `2026-12-01T14:00`. */
export const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, {
    error: 'a moment is written 2026-12-01T14:00',
    abort: true,
  })
  .refine(isInCalendar, 'there is no such day')
  .meta({ title: 'day with its hour' });
export type LocalTime = z.infer<typeof localTime>;
