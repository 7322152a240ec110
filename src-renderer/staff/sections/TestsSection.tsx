import { useStaff } from '../here.tsx';
import { PictureTest } from './tests/PictureTest.tsx';
import { PrintTest } from './tests/PrintTest.tsx';
import { SoundTest } from './tests/SoundTest.tsx';
import { TouchTest } from './tests/TouchTest.tsx';

/** What staff can try with their own hands, eyes and ears. */
export function TestsSection() {
  const { t } = useStaff();
  return (
    <>
      <h1>{t('tests.title')}</h1>
      <TouchTest />
      <SoundTest />
      <PictureTest />
      <PrintTest />
    </>
  );
}
