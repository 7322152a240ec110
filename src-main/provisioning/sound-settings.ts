import { z } from 'zod';

/** A loudness of the machine's sound, in hundredths of its loudest. */
const percent = z.int().min(0).max(100);

/** The part of the settings that tells how loud a terminal is. */
export const soundSettings = z
  .strictObject({
    volumePercent: percent
      .nullable()
      .default(null)
      .meta({
        title: 'a whole number from 0 to 100',
        description:
          'How loud films and the notes before the end of a visit are, set each time the terminal starts. Without it the volume stays as the system has it.',
        examples: [60],
      }),
    quietestPercent: percent.default(10).meta({
      title: 'a whole number from 0 to 100',
      description:
        'How quiet staff may make it on their page: a terminal that somebody silenced one evening would stay silent.',
      examples: [20],
    }),
    loudestPercent: percent.default(100).meta({
      title: 'a whole number from 0 to 100',
      description:
        'How loud staff may make it on their page. When it is below quietestPercent, both count as the lower one.',
      examples: [80],
    }),
  })
  .prefault({})
  .meta({ description: 'The sound.' });
