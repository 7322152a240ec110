import { type EditionPointer, editionPointer, manifest } from '../../content/model/edition.ts';
import type { Language } from '../../content/model/names.ts';
import type { VisitorBridge } from '../../src-main/contract/bridge.ts';
import type { Result } from '../../src-main/contract/failure.ts';
import { manifestUrl } from '../../src-main/contract/urls.ts';
import type { Briefing } from '../../src-main/contract/visitor.ts';

/** What the twin of the terminal is to say and do; every part has a sensible default. */
export type BrowserTwinOptions = Partial<Omit<Briefing, 'edition'>> & {
  /** Where the pointer to the edition is read. Default `/edition.json`. */
  readonly pointerUrl?: string;
  /** How pointer and manifest are read. Default the page's own `fetch`, past every cache. */
  readonly read?: (url: string) => Promise<Response>;
  /** What the end of a visit does. Default: the page is loaded again, which forgets just as much. */
  readonly reload?: () => void;
  /** Where problems are told. Default the browser's console. */
  readonly tell?: (sentence: string) => void;
};

/**
 * The terminal's side of the contract in an ordinary browser: the preview's pages run without Electron. Every briefing
 * names the edition that is served at that moment. Without a readable one it says so and briefs as a terminal would.
 */
export function browserTwin(options: BrowserTwinOptions = {}): VisitorBridge {
  const {
    pointerUrl = '/edition.json',
    read = (url) => fetch(url, { cache: 'no-store' }),
    reload = () => window.location.reload(),
    tell = (sentence) => console.warn(sentence),
    seat = 'on-show',
    visit = 1,
    // What a terminal takes when nobody has measured its screen.
    pixelsPerMm = 4,
    idle = { warnAfterMs: 90_000, warningMs: 30_000 },
    notices = [],
    statistics = false,
    maintenance = false,
  } = options;

  const getBriefing = async (): Promise<Result<Briefing>> => {
    const rest = {
      seat,
      visit,
      kept: [],
      pixelsPerMm,
      idle,
      notices,
      dimHours: null,
      statistics,
      maintenance,
    };
    try {
      const { seq, manifest: file } = await readPointer(read, pointerUrl);
      const languages = options.languages ?? (await readLanguages(read, seq));
      return done({ ...rest, edition: { seq, manifest: file.sha256 }, languages: [...languages] });
    } catch (error) {
      tell(`No edition at ${pointerUrl}: ${error instanceof Error ? error.message : error}`);
      return done({ ...rest, edition: null, languages: [] });
    }
  };

  // Nobody swaps seats in a browser, and nobody asks whether the page is alive.
  const silent = () => () => {};

  return {
    calls: {
      getBriefing,
      reportReady: async () => done(undefined),
      beginVisit: async () => done(undefined),
      endVisit: async () => {
        reload();
        return done(undefined);
      },
      // Nobody's kiosk: there is no staff page behind a browser.
      openStaff: async () => done(undefined),
      reportPainted: async () => done(undefined),
      reportProblem: async ({ code, detail }) => {
        tell(`Problem ${code}: ${detail}`);
        return done(undefined);
      },
      // Authors at their desks are nobody's visitors.
      countEvent: async () => done(undefined),
      getPrinter: async () => done('none'),
      printTicket: async () => done({ kind: 'refused', why: 'none' }),
    },
    on: {
      seatChanged: silent,
      areYouAlive: silent,
      noticesChanged: silent,
      maintenanceChanged: silent,
      printProgressed: silent,
    },
  };
}

function done<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

type Read = NonNullable<BrowserTwinOptions['read']>;

async function readPointer(read: Read, url: string): Promise<EditionPointer> {
  const parsed = editionPointer.safeParse(await readJson(read, url));
  if (parsed.success) return parsed.data;
  throw new Error('this is not the pointer of an edition; build one with the guide command.');
}

async function readLanguages(read: Read, seq: number): Promise<readonly Language[]> {
  const parsed = manifest.safeParse(await readJson(read, manifestUrl(seq)));
  if (parsed.success) return parsed.data.languages;
  throw new Error(`${manifestUrl(seq)} is not a manifest; build the edition again with the guide command.`);
}

async function readJson(read: Read, url: string): Promise<unknown> {
  const response = await read(url);
  if (!response.ok)
    throw new Error(`the server answered ${response.status}; build an edition and serve it there.`);
  return await response.json();
}
