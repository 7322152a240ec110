import { themeOf } from '../../../content/model/document.ts';
import { findTheme } from '../../../content/model/guide.ts';
import { ScreenFrame } from '../../ui/ScreenFrame.tsx';
import { Title } from '../../ui/Title.tsx';
import { useHere, useKeptPlace, useWords } from '../../visit/here.tsx';
import type { ScreenProps } from '../../visit/screen-props.ts';
import { ChecklistRow } from './ChecklistRow.tsx';
import './checklists.css';

/** Every checklist as a line of its own, filled as far as this visitor has come; the one of the moment first. */
export function Checklists({ stop, back, languageSwitch }: ScreenProps) {
  const { catalogue } = useHere();
  const { language, t } = useWords();
  const areaRef = useKeptPlace(stop);
  const { featured } = catalogue.guide;
  const lists = catalogue
    .headers(language)
    .filter((header) => header.kind === 'checklist')
    .sort((a, b) => Number(b.id === featured) - Number(a.id === featured));
  return (
    <ScreenFrame
      line="ink"
      head="plain"
      back={back}
      languageSwitch={languageSwitch}
      areaRef={areaRef}
      title={
        <div className="checklists-title">
          <Title>{t('checklists.title')}</Title>
          <p>{t('checklists.hint')}</p>
        </div>
      }
    >
      {lists.length === 0 && <p className="checklists-empty">{t('theme.empty')}</p>}
      <ul className="checklists">
        {lists.map((header) => (
          <ChecklistRow key={header.id} header={header} theme={findTheme(catalogue.guide, themeOf(header))} />
        ))}
      </ul>
    </ScreenFrame>
  );
}
