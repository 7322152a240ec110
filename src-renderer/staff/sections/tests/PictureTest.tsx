import { Sun } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Pill } from '../../../ui/Pill.tsx';
import { useStaff } from '../../here.tsx';
import { Card } from '../../parts/Card.tsx';
import { COLOURS, GREYS } from './picture.ts';
import './picture-test.css';

/** Greys and colours over the whole screen: brightness and contrast are right when every step can be told from its neighbours. */
export function PictureTest() {
  const { t } = useStaff();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title={t('tests.picture')} text={t('tests.picture-text')}>
      <Pill
        look="outline"
        data-action="picture-test"
        start={<Sun aria-hidden size="3.4rem" strokeWidth={2.4} />}
        onClick={() => setOpen(true)}
      >
        {t('tests.picture-show')}
      </Pill>
      {isOpen && <Picture onEnd={() => setOpen(false)} />}
    </Card>
  );
}

function Picture({ onEnd }: { readonly onEnd: () => void }) {
  const { t } = useStaff();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const patches = (colours: readonly string[]) =>
    colours.map((colour) => <span key={colour} style={{ background: colour }} />);
  return (
    <dialog
      ref={dialog}
      className="picture-test"
      aria-label={t('tests.picture')}
      onCancel={(event) => {
        event.preventDefault();
        onEnd();
      }}
    >
      <div className="picture-test__greys" aria-hidden>
        {patches(GREYS)}
      </div>
      <div className="picture-test__colours" aria-hidden>
        {patches(COLOURS)}
      </div>
      <div className="picture-test__words">
        <p>{t('tests.picture-look')}</p>
        <Pill data-action="picture-end" onClick={onEnd}>
          {t('tests.touch-end')}
        </Pill>
      </div>
    </dialog>
  );
}
