import { z } from 'zod';
import { parsePinHash } from './pin/pin-hash.ts';
import { soundSettings } from './sound-settings.ts';

/** Version of the settings file; a later one is read as far as it is understood. */
export const SETTINGS_SCHEMA = 1;

/** Shortest warning before a visit is ended, in seconds: people need time to read and to reach the screen. */
export const SHORTEST_WARNING_SECONDS = 20;

const slug = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .meta({ title: 'small letters, digits and hyphens' });

const words = z.string().trim().min(1).max(80).meta({ title: 'a few words' });

/** Hours that may pass midnight, for instance `20:00-07:00`, on the clock of the terminal. */
const hours = z
  .string()
  .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]-([01][0-9]|2[0-3]):[0-5][0-9]$/)
  .refine((text) => text.slice(0, 5) !== text.slice(6), 'begin and end are the same')
  .meta({ title: 'hours written 20:00-07:00' });

/** Hosts that mean this very machine: the only ones that may be spoken to without encryption. */
const LOOPBACK = /^(localhost|127(\.[0-9]{1,3}){3}|\[::1\])$/;

function isServerAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, search, hash } = new URL(text);
  const plain = username === '' && password === '' && search === '' && hash === '';
  return plain && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname)));
}

function isProxy(text: string): boolean {
  if (text === 'system' || text === 'none') return true;
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname, search } = new URL(text);
  return /^https?:$/.test(protocol) && hostname !== '' && pathname === '/' && search === '';
}

const absolutePath = z
  .string()
  .max(400)
  .regex(/^(\/|[A-Za-z]:\\)[^\0]*$/)
  .meta({ title: 'the full path of a file' });

/**
 * Everything that differs from one terminal to the next: type, validator and manual in one (`openfloor config --explain` is made
 * from it). Each setting has a default that works, so that a terminal without any settings starts.
 */
export const terminalSettings = z.strictObject({
  schema: z
    .literal(SETTINGS_SCHEMA)
    .default(SETTINGS_SCHEMA)
    .meta({ description: 'Version of this file.', examples: [SETTINGS_SCHEMA] }),
  terminal: z
    .strictObject({
      id: slug.default('terminal').meta({
        description:
          'Name of this terminal in logs and figures. It also decides when a gradual release reaches it.',
        examples: ['brussels-ground-1'],
      }),
      place: words
        .nullable()
        .default(null)
        .meta({
          description: 'Where it stands, for the people who look after it. Visitors never see it.',
          examples: ['Ground floor, left of the welcome desk'],
        }),
      zone: slug
        .nullable()
        .default(null)
        .meta({
          description: 'The part of the floor it stands in, to group terminals in figures.',
          examples: ['employment'],
        }),
      mountingHeightMm: z
        .int()
        .min(0)
        .max(2_500)
        .nullable()
        .default(null)
        .meta({
          title: 'a whole number from 0 to 2500',
          description:
            'From the floor to the lower edge of the picture, in millimetres. The doctor tells from it whether people who sit reach the screen.',
          examples: [750],
        }),
    })
    .prefault({})
    .meta({ description: 'Which terminal this is.' }),
  screen: z
    .strictObject({
      pixelsPerMm: z
        .number()
        .min(1)
        .max(40)
        .default(4)
        .meta({
          title: 'a number from 1 to 40',
          description:
            'CSS pixels in one millimetre of the screen: width of the picture in pixels divided by its width in millimetres. Touch targets follow it.',
          examples: [3.78],
        }),
      orientation: z
        .enum(['portrait', 'landscape'])
        .nullable()
        .default(null)
        .meta({
          description:
            'How the picture should stand. The doctor says when it stands otherwise; turning it is the work of the session. Without it: either way.',
          examples: ['portrait'],
        }),
    })
    .prefault({})
    .meta({ description: 'The screen.' }),
  server: z
    .strictObject({
      url: z
        .string()
        .max(400)
        .refine(isServerAddress, 'not an address of a central server')
        .nullable()
        .default(null)
        .meta({
          title:
            'an address that begins with https:// (http:// only for this very machine), without a password, ? or #',
          description:
            'The central server that holds the editions. Without it the terminal shows what it has and never uses the network.',
          examples: ['https://guide.example.org/openfloor/'],
        }),
      channel: slug.default('stable').meta({
        description: 'The channel this terminal follows.',
        examples: ['stable'],
      }),
      root: absolutePath
        .nullable()
        .default(null)
        .meta({
          description:
            'The trusted root of the central server (its root.json), as the content team handed it over. Without it the root inside the application is trusted.',
          examples: ['/etc/openfloor/root.json'],
        }),
      proxy: z
        .string()
        .max(400)
        .refine(isProxy, 'not a proxy')
        .default('system')
        .meta({
          title: 'system, none, or an address such as http://proxy.example.org:3128',
          description: 'How the network is reached: as the system says, directly, or through this proxy.',
          examples: ['http://proxy.example.org:3128'],
        }),
      bandwidthKbps: z
        .int()
        .min(16)
        .max(10_000_000)
        .nullable()
        .default(null)
        .meta({
          title: 'a whole number from 16',
          description:
            'The most that updates may take of the line, in kilobits a second. Without it: all there is.',
          examples: [2_000],
        }),
      pollSeconds: z
        .int()
        .min(10)
        .max(86_400)
        .default(60)
        .meta({
          title: 'a whole number from 10 to 86400',
          description: 'How often the server is asked for something new, in seconds, give or take a fifth.',
          examples: [60],
        }),
    })
    .prefault({})
    .meta({ description: 'Where editions come from.' }),
  idle: z
    .strictObject({
      warnAfterSeconds: z
        .int()
        .min(10)
        .max(3_600)
        .default(90)
        .meta({
          title: 'a whole number from 10 to 3600',
          description: 'Rest before the question whether anybody is still there, in seconds.',
          examples: [90],
        }),
      warningSeconds: z
        .int()
        .min(SHORTEST_WARNING_SECONDS)
        .max(600)
        .default(30)
        .meta({
          title: `a whole number from ${SHORTEST_WARNING_SECONDS} to 600`,
          description:
            'How long the question waits for an answer, in seconds. People need at least 20 to read it and reach the screen.',
          examples: [30],
        }),
    })
    .prefault({})
    .meta({ description: 'When a visit ends by itself.' }),
  night: z
    .strictObject({
      hours: hours
        .nullable()
        .default('22:00-06:00')
        .meta({
          description:
            'When nobody comes, on the clock of the terminal: the time for long checks of the disk, and the time in which a terminal that is off is no alarm.',
          examples: ['20:00-07:00'],
        }),
      dim: z
        .boolean()
        .default(false)
        .meta({
          description:
            'Darken the first screen in those hours. A touch begins a visit as by day, with every screen as bright as ever.',
          examples: [true],
        }),
    })
    .prefault({})
    .meta({ description: 'What happens while the centre is closed.' }),
  printer: z
    .strictObject({
      name: z
        .string()
        .max(120)
        .regex(/^[A-Za-z0-9_][A-Za-z0-9_.+-]*$/)
        .nullable()
        .default(null)
        .meta({
          title: 'the name of a print queue, without spaces',
          description: 'The print queue for what visitors take home. Without it nothing offers to print.',
          examples: ['receipt'],
        }),
      layout: z
        .enum(['a4', 'receipt-80mm'])
        .default('a4')
        .meta({
          description: 'What is in the printer: sheets of A4, or a roll of 80 mm.',
          examples: ['receipt-80mm'],
        }),
    })
    .prefault({})
    .meta({ description: 'The printer.' }),
  sound: soundSettings,
  health: z
    .strictObject({
      statusFile: absolutePath
        .nullable()
        .default(null)
        .meta({
          description:
            'The record that tells how this terminal is, for "openfloor status" and other tools. Without it: status.json in the data of the terminal.',
          examples: ['/run/openfloor/status.json'],
        }),
      prometheusFile: z
        .string()
        .max(400)
        .regex(/^(\/|[A-Za-z]:\\)([^\0]*[/\\])?[^\0/\\]+\.prom$/)
        .nullable()
        .default(null)
        .meta({
          title: 'the full path of a file whose name ends in .prom',
          description:
            "Figures for Prometheus, in a file that node_exporter's textfile collector reads: its folder must be there, and the terminal must be allowed to write in it. Without it none are written.",
          examples: ['/var/lib/prometheus/node-exporter/openfloor.prom'],
        }),
      logFileMegabytes: z
        .number()
        .min(0.1)
        .max(100)
        .default(5)
        .meta({
          title: 'a number from 0.1 to 100',
          description: 'How large one file of the log becomes before the next one is begun, in megabytes.',
          examples: [5],
        }),
      logFilesKept: z
        .int()
        .min(2)
        .max(100)
        .default(8)
        .meta({
          title: 'a whole number from 2 to 100',
          description: 'How many files of the log are kept, the newest ones. Older ones are removed.',
          examples: [8],
        }),
    })
    .prefault({})
    .meta({ description: 'How others learn how this terminal is.' }),
  staff: z
    .strictObject({
      pin: z
        .string()
        .max(200)
        .refine((text) => parsePinHash(text) !== null, 'not what "openfloor pin" makes')
        .nullable()
        .default(null)
        .meta({
          title: 'the line that "openfloor pin" makes, which holds no digit of the PIN',
          description:
            'What opens the staff page, as a hash. Without it the staff page opens for nobody and says how a PIN is set.',
          examples: ['scrypt$32768$8$3$sRYJCvPSSKSGnZSW5P58Yw$g6G2ZRs4ru3Q5IWLMTJH0FEZA_zH1BX0Bd1kOKwJbWY'],
          secret: true,
        }),
      mayExit: z
        .boolean()
        .default(false)
        .meta({
          description: 'Whether the staff page offers to leave the kiosk for the system below it.',
          examples: [true],
        }),
      maySetChannel: z
        .boolean()
        .default(true)
        .meta({
          description:
            'Whether staff may have this terminal follow another channel of its server. What they choose is kept with the data of the terminal and lies above server.channel until they take it back. With false it does not count.',
          examples: [false],
        }),
      maySetVolume: z
        .boolean()
        .default(true)
        .meta({
          description:
            'Whether staff may change the volume. What they choose is kept with the data of the terminal and lies above sound.volumePercent until they take it back. With false it does not count.',
          examples: [false],
        }),
    })
    .prefault({})
    .meta({ description: 'The staff page, behind two corners of the screen and a PIN.' }),
  statistics: z
    .boolean()
    .default(false)
    .meta({
      description:
        'Count by day and language what is used: never who, in which order or for how long. The screen tells visitors either way.',
      examples: [true],
    }),
});
export type TerminalSettings = Readonly<z.infer<typeof terminalSettings>>;

/** The settings of a terminal that was told nothing. */
export const defaultSettings: TerminalSettings = terminalSettings.parse({});
