import '../../kiosk/zod-without-eval.ts';
import '../../ui/fonts.css';
import '../../ui/tokens.css';
import '../../ui/base.css';
import '../../visitor/shell.css';
import { language as languageSchema } from '../../../content/model/names.ts';
import { momentOf } from '../../../content/model/occurrences.ts';
import { PREVIEW_POINTER } from '../../../content/model/preview.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { browserTwin } from '../../kiosk/browser-twin.ts';
import { documentKey } from '../../navigation/navigator.ts';
import { startOfWay } from '../../navigation/place.ts';
import { freshVisit, useVisit } from '../../visit/visit-store.ts';
import { startVisitor } from '../../visitor/start.tsx';
import { type FromPage, messageFrom, send, type ToPage } from '../link.ts';
import { clock } from './clock.ts';
import { editionCache } from './edition-cache.ts';
import { markBlocks } from './marks.ts';
import { scrollTogether } from './scroll.ts';
import { documentOf, standTogether } from './stand.ts';

/** An author at a desk is never asked whether anybody is still there: a whole day in milliseconds. */
const NEVER_IDLE = { warnAfterMs: 86_400_000, warningMs: 30_000 };

const language = languageSchema.parse(new URL(location.href).searchParams.get('language'));
const tell = (message: FromPage): void => send(parent, message);
const time = clock();
let catalogue: Catalogue | null = null;

const readDocument = async (id: string, inLanguage: string) =>
  (await catalogue?.document(id, inLanguage).catch(() => null)) ?? null;

const page = startVisitor({
  bridge: browserTwin({
    pointerUrl: PREVIEW_POINTER,
    idle: NEVER_IDLE,
    // The end of a visit leads to the attract screen, where the next one begins; the page itself stays.
    reload: () => {
      page.navigator.store.setState({ way: startOfWay, documents: {} });
      useVisit.setState(freshVisit, true);
    },
  }),
  editionFetch: editionCache(),
  // Every preview has an address of its own: a database would stay behind in the author's browser each time.
  catalogue: { databaseName: null, now: time.now },
  onOpened: async (opened) => {
    catalogue = opened.catalogue;
    // The document on screen is read again, so that it changes under the author's eyes and nothing moves.
    const { language: spoken } = useVisit.getState();
    const id = documentOf(opened.navigator.store.getState().way);
    const documents = id && spoken ? { [documentKey(id, spoken)]: await readDocument(id, spoken) } : {};
    opened.navigator.store.setState({ documents });
  },
});

useVisit.setState({ language });
const stand = standTogether({
  navigator: page.navigator,
  language,
  readDocument,
  onStand: (where, following) =>
    tell({
      kind: 'stand',
      stand: where,
      language: useVisit.getState().language,
      document: where.begun ? documentOf(where.way) : null,
      following,
    }),
});
const marks = markBlocks();
const scroll = scrollTogether((how) => tell({ kind: 'scrolled', scroll: how }));

// One after the other: a change that comes while the last one is being shown is shown after it.
let shown: Promise<void> = Promise.resolve();
const show = async (): Promise<void> => {
  const opened = await page.show();
  tell({ kind: 'shown', edition: opened?.seq ?? null });
  stand.tell();
};

addEventListener('message', (event: MessageEvent<unknown>) => {
  const message = messageFrom<ToPage>(event, parent);
  switch (message?.kind) {
    case 'show':
      time.set(message.at === null ? null : momentOf(message.at, message.timeZone));
      shown = shown.then(show);
      break;
    case 'stand':
      void stand.follow(message.stand);
      break;
    case 'scroll':
      scroll.follow(message.scroll);
      break;
    case 'open':
      if (!useVisit.getState().language) useVisit.setState({ language });
      void page.navigator.toDocument(message.id);
      break;
    case 'marks':
      marks.set(message.marks);
      break;
    case 'look':
      marks.look(message.at);
      break;
    case undefined:
      break;
  }
});
tell({ kind: 'hello' });
