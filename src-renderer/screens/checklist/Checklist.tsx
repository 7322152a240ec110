import { Check } from 'lucide-react';
import { useEffect } from 'react';
import type { ChecklistDocument, ChecklistGroup } from '../../../content/model/document.ts';
import { findTheme } from '../../../content/model/guide.ts';
import { plainText } from '../../../content/model/plain-text.ts';
import { Blocks } from '../../ui/blocks/Blocks.tsx';
import { BlockSettingProvider } from '../../ui/blocks/block-setting.ts';
import { RunningText } from '../../ui/blocks/RunningText.tsx';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Station } from '../../ui/Station.tsx';
import { Title } from '../../ui/Title.tsx';
import { useBlockSettingHere } from '../../visit/block-setting-here.tsx';
import { useCount } from '../../visit/count.ts';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import { Keep } from '../../visit/Keep.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { useIsComplete } from '../../visit/visit-store.ts';
import { Item } from './Item.tsx';
import { ProgressLine } from './ProgressLine.tsx';
import './checklist.css';

/** A checklist: a line that fills as the visitor goes. */
export function Checklist({
  document,
  stop,
  back,
  languageSwitch,
}: ScreenProps & { readonly document: ChecklistDocument }) {
  const { catalogue } = useHere();
  const { t } = useWords();
  const areaRef = useKeptPlace(stop);
  const { header, groups, intro, next } = document;
  const setting = useBlockSettingHere(header.id);
  const line = findTheme(catalogue.guide, header.theme)?.line ?? 'ink';
  const complete = useIsComplete(header);
  const count = useCount();
  useEffect(() => {
    if (complete) count('checklist-completed', header.id);
  }, [complete, count, header.id]);
  return (
    <ScreenFrame
      line={line}
      head="plain"
      back={back}
      languageSwitch={languageSwitch}
      areaRef={areaRef}
      title={
        <div className="checklist-title">
          <Title>{header.title}</Title>
          <ProgressLine header={header} />
        </div>
      }
    >
      <BlockSettingProvider value={setting}>
        <div className="checklist">
          <div className="checklist__intro">
            <Blocks blocks={intro} prefix="i" />
          </div>
          {groups.map((group) => (
            <Group key={group.anchor} id={header.id} group={group} />
          ))}
          {complete ? (
            <p className="checklist__complete" role="status">
              <Station size="large" passed>
                <Check size="5.6rem" strokeWidth={3.2} />
              </Station>
              {t('checklist.complete')}
            </p>
          ) : (
            <Keep header={header} />
          )}
          {next && (
            <section className="checklist__next">
              <h2 data-anchor="next">
                <RunningText>{next.title}</RunningText>
              </h2>
              <Blocks blocks={next.blocks} prefix="n" />
            </section>
          )}
        </div>
      </BlockSettingProvider>
    </ScreenFrame>
  );
}

function Group({ id, group }: { readonly id: string; readonly group: ChecklistGroup }) {
  return (
    <section className="group" aria-label={plainText(group.title)}>
      <h2 data-anchor={group.anchor}>
        <RunningText>{group.title}</RunningText>
      </h2>
      {group.intro.length > 0 && (
        <div className="group__intro">
          <Blocks blocks={group.intro} prefix={`${group.anchor}i`} />
        </div>
      )}
      <ul>
        {group.items.map((item) => (
          <Item key={item.anchor} id={id} item={item} />
        ))}
      </ul>
    </section>
  );
}
