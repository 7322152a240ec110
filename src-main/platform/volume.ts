import type { Machine, Ran } from './machine.ts';

/** How loud the machine's own output is. */
export type Loudness = {
  /** In hundredths of its loudest; some systems go above 100. */
  readonly percent: number;
  readonly isMuted: boolean;
  /** The command that told. */
  readonly tool: string;
};

/** The volume of this machine, through whichever tool its sound system answers to. Nothing here rejects. */
export type Volume = {
  /** Null when no tool can tell. */
  readonly read: () => Promise<Loudness | null>;
  /** Sets it, and switches the sound on; `no` when there is no tool for it, or none that reaches a sound system. */
  readonly set: (percent: number) => Promise<'done' | 'no'>;
};

type Tool = {
  readonly read: (run: Machine['run']) => Promise<Loudness | null>;
  /** The commands that set it, one after the other; empty when it does not know which. */
  readonly set: (
    run: Machine['run'],
    percent: number,
  ) => Promise<readonly (readonly [string, ...string[]])[]>;
};

/** PipeWire's own. */
const wpctl: Tool = {
  read: async (run) => {
    const said = outOf(await run('wpctl', ['get-volume', '@DEFAULT_AUDIO_SINK@']));
    const level = /Volume: (\d+(?:\.\d+)?)/.exec(said)?.[1];
    if (level === undefined) return null;
    return { percent: Math.round(100 * Number(level)), isMuted: said.includes('[MUTED]'), tool: 'wpctl' };
  },
  set: async (_run, percent) => [
    ['wpctl', 'set-volume', '@DEFAULT_AUDIO_SINK@', `${percent}%`],
    ['wpctl', 'set-mute', '@DEFAULT_AUDIO_SINK@', '0'],
  ],
};

/** PulseAudio's, which PipeWire answers, too. */
const pactl: Tool = {
  read: async (run) => {
    const percent = loudest(outOf(await run('pactl', ['get-sink-volume', '@DEFAULT_SINK@'])), /(\d+)%/g);
    if (percent === null) return null;
    const mute = outOf(await run('pactl', ['get-sink-mute', '@DEFAULT_SINK@']));
    return { percent, isMuted: /Mute: yes/.test(mute), tool: 'pactl' };
  },
  set: async (_run, percent) => [
    ['pactl', 'set-sink-volume', '@DEFAULT_SINK@', `${percent}%`],
    ['pactl', 'set-sink-mute', '@DEFAULT_SINK@', '0'],
  ],
};

/** What cards call the control that everything goes through, the likeliest first. */
const CONTROLS = ['Master', 'PCM', 'Speaker', 'Headphone'] as const;

/** ALSA's, for a machine without a sound server: a kiosk's. */
const amixer: Tool = {
  read: async (run) => {
    const control = await controlOf(run);
    const said = control === undefined ? '' : outOf(await run('amixer', ['-M', 'sget', control]));
    const percent = loudest(said, /\[(\d+)%\]/g);
    if (percent === null) return null;
    return { percent, isMuted: /\[off\]/.test(said) && !/\[on\]/.test(said), tool: 'amixer' };
  },
  set: async (run, percent) => {
    const control = await controlOf(run);
    // `-M`: as ears hear it, which is what the other tools do, too.
    return control === undefined ? [] : [['amixer', '-q', '-M', 'sset', control, `${percent}%`, 'unmute']];
  },
};

async function controlOf(run: Machine['run']): Promise<string | undefined> {
  const said = outOf(await run('amixer', ['scontrols']));
  const names = [...said.matchAll(/'([^']+)',\d+/g)].map(([, name]) => name);
  return CONTROLS.find((name) => names.includes(name));
}

const TOOLS = [wpctl, pactl, amixer] as const;

/** The volume of a machine; on Windows no tool of the system can tell or set it. */
export function volumeOf({ platform, run }: Pick<Machine, 'platform' | 'run'>): Volume {
  const tools = platform === 'linux' ? TOOLS : [];
  return {
    read: async () => {
      for (const tool of tools) {
        const found = await tool.read(run);
        if (found !== null) return found;
      }
      return null;
    },
    set: async (percent) => {
      for (const tool of tools) {
        const commands = await tool.set(run, percent);
        let isDone = commands.length > 0;
        for (const [command, ...args] of commands) isDone = isDone && isWell(await run(command, args));
        if (isDone) return 'done';
      }
      return 'no';
    },
  };
}

const isWell = (ran: Ran) => ran.kind === 'ended' && ran.code === 0;

const outOf = (ran: Ran) => (ran.kind === 'ended' && ran.code === 0 ? ran.out : '');

function loudest(said: string, level: RegExp): number | null {
  const levels = [...said.matchAll(level)].map(([, percent]) => Number(percent));
  return levels.length === 0 ? null : Math.max(...levels);
}
