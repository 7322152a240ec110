import { Fragment } from 'react';
import type { Theme } from '../../../content/model/guide.ts';
import type { ThemeId } from '../../../content/model/names.ts';
import { LineIcon } from '../../ui/LineIcon.tsx';
import { landscapePlan, type NetworkPlan, portraitPlan } from './network-plan.ts';

/** Between two words of the interchange. */
const BETWEEN = ' · ';

/** The areas as a network: each line comes from its own side, all meet here, and from here lead to every door alike. */
export function NetworkMap({ themes, lit, hereWords }: Omit<DrawingProps, 'className' | 'plan'>) {
  const letters = hereWords.map(({ word }) => word).join(BETWEEN).length;
  return (
    <>
      <Drawing
        className="network network--portrait"
        plan={portraitPlan(hereWords.length, letters)}
        themes={themes}
        lit={lit}
        hereWords={hereWords}
      />
      <Drawing
        className="network network--landscape"
        plan={landscapePlan(hereWords.length, letters)}
        themes={themes}
        lit={lit}
        hereWords={hereWords}
      />
    </>
  );
}

type DrawingProps = {
  readonly className: string;
  readonly plan: NetworkPlan;
  readonly themes: readonly Theme[];
  /** The area whose station is lit. */
  readonly lit: ThemeId | null;
  /** "Here" in every language, for the interchange. */
  readonly hereWords: readonly { readonly language: string; readonly word: string }[];
};

function Drawing({ className, plan, themes, lit, hereWords }: DrawingProps) {
  const { here } = plan;
  return (
    <svg className={className} viewBox={plan.viewBox} aria-hidden role="presentation">
      {plan.doors.map((path) => (
        <path key={path} className="network__door" d={path} pathLength={1} />
      ))}
      {themes.map((theme, index) => {
        const line = plan.lines[index % plan.lines.length];
        if (!line) return null;
        return (
          <g
            key={theme.id}
            data-line={theme.line}
            data-lit={theme.id === lit || undefined}
            style={{ '--turn': index }}
          >
            <path className="network__line" d={line.path} pathLength={1} />
            <g className="network__station" transform={`translate(${line.station.x} ${line.station.y})`}>
              <g className="network__ring">
                <circle r="46" />
                <g transform="translate(-27 -27)" className="network__icon">
                  <LineIcon name={theme.icon} size="54px" />
                </g>
              </g>
            </g>
          </g>
        );
      })}
      <g className="network__hub">
        <rect
          className="network__here"
          x={here.x}
          y={here.y}
          width={here.width}
          height={here.height}
          rx={here.height / 2}
        />
        <text className="network__word" x={here.x + here.width / 2} y={here.y + here.height / 2}>
          {hereWords.map(({ language, word }, index) => (
            <Fragment key={language}>
              {index > 0 && BETWEEN}
              <tspan lang={language}>{word}</tspan>
            </Fragment>
          ))}
        </text>
      </g>
    </svg>
  );
}
