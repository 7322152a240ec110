import type { Block } from '../../../content/model/block.ts';
import { plainText } from '../../../content/model/plain-text.ts';
import { useWords } from '../../visit/here.tsx';
import './contents.css';

/** From how many stations on a page has a list of them. */
const STATIONS_WORTH_A_LIST = 4;

/** One station of a page: its anchor and its words. */
export type ContentsStation = { readonly anchor: string; readonly words: string };

/** The stations of a page that is long enough to need a list of them; else none. */
export function stationsOf(body: readonly Block[]): readonly ContentsStation[] {
  const stations = body.flatMap((block) =>
    block.type === 'heading' && block.level === 2
      ? [{ anchor: block.anchor, words: plainText(block.children) }]
      : [],
  );
  return stations.length < STATIONS_WORTH_A_LIST ? [] : stations;
}

type ContentsProps = {
  readonly stations: readonly ContentsStation[];
  /** Anchor of the station the visitor has reached; null before the first. */
  readonly current: string | null;
  /** `beside` lists them next to the text on a lying screen, `above` strings them over it on an upright one. */
  readonly where: 'beside' | 'above';
  readonly onTouch: (anchor: string) => void;
};

/** The stations of a long page: where one is, and a touch to be at another. */
export function Contents({ stations, current, where, onTouch }: ContentsProps) {
  const { t } = useWords();
  if (stations.length === 0) return null;
  const here = stations.findIndex(({ anchor }) => anchor === current);
  return (
    <nav className={`contents contents--${where}`} aria-label={t('article.contents')}>
      <ol>
        {stations.map(({ anchor, words }, index) => (
          <li key={anchor} data-passed={index <= here || undefined}>
            <button
              type="button"
              aria-current={anchor === current ? 'location' : undefined}
              aria-label={words}
              data-station-link={anchor}
              onClick={() => onTouch(anchor)}
            >
              <span className="contents__dot" aria-hidden />
              <span className="contents__words" aria-hidden>
                {words}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {where === 'above' && (
        <p className="contents__here" aria-hidden>
          {stations[Math.max(here, 0)]?.words}
        </p>
      )}
    </nav>
  );
}
