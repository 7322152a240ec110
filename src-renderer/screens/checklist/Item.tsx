import { Check, CircleQuestionMark, X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import type { ChecklistItem } from '../../../content/model/document.ts';
import { plainText } from '../../../content/model/plain-text.ts';
import { Blocks } from '../../ui/blocks/Blocks.tsx';
import { RunningText } from '../../ui/blocks/RunningText.tsx';
import { framePainted } from '../../ui/frame-painted.ts';
import { AddToPlan } from '../../visit/AddToPlan.tsx';
import { useWords } from '../../visit/here.tsx';
import { toggleOpen, toggleTick, useIsOpen, useIsTicked } from '../../visit/visit-store.ts';

type ItemProps = { readonly id: string; readonly item: ChecklistItem };

/** One station of a checklist: touch the line to tick it, the question mark to read why. */
export function Item({ id, item }: ItemProps) {
  const { t } = useWords();
  // Each for itself: a tick draws one item again, not the list.
  const ticked = useIsTicked(id, item.anchor);
  const open = useIsOpen(id, item.anchor);
  // The box shows a tick by itself, in the next frame; what else follows from it is drawn after that.
  const box = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (box.current) box.current.checked = ticked;
  }, [ticked]);
  const words = plainText(item.text);
  const helpId = `help-${item.anchor}`;
  return (
    <li className="item" data-ticked={ticked || undefined} data-anchor={item.anchor}>
      <label className="item__tick">
        <input
          ref={box}
          type="checkbox"
          defaultChecked={ticked}
          data-tick={item.anchor}
          onChange={() => void framePainted().then(() => toggleTick(id, item.anchor))}
        />
        <span className="item__station" aria-hidden>
          <Check size="4.4rem" strokeWidth={3.4} />
        </span>
        <span className="item__words">
          <RunningText>{item.text}</RunningText>
        </span>
      </label>
      {item.help.length > 0 && (
        <>
          <button
            type="button"
            className="item__why"
            aria-expanded={open}
            aria-controls={helpId}
            aria-label={t(open ? 'checklist.hideExplanation' : 'checklist.explain', { item: words })}
            data-explain={item.anchor}
            onClick={() => toggleOpen(id, item.anchor)}
          >
            {open ? (
              <X aria-hidden size="4rem" strokeWidth={2.6} />
            ) : (
              <CircleQuestionMark aria-hidden size="4.4rem" strokeWidth={2.2} />
            )}
          </button>
          {/* Nothing in it until somebody asks: a list has many, and its screen would wait for all of them. */}
          <div id={helpId} className="item__help" hidden={!open}>
            {open && (
              <>
                <Blocks blocks={item.help} prefix={`${item.anchor}h`} />
                {!ticked && (
                  <div className="item__keep">
                    <AddToPlan thing={{ kind: 'item', id, anchor: item.anchor }} />
                  </div>
                )}
              </>
            )}
          </div>
        </>
      )}
    </li>
  );
}
