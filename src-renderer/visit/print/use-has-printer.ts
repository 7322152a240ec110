import { useEffect, useState } from 'react';
import { useHere } from '../here.tsx';

/** True once the terminal has said that it has a printer, however that is at the moment. */
export function useHasPrinter(): boolean {
  const { kiosk } = useHere();
  const [has, setHas] = useState(false);
  useEffect(() => {
    let isHere = true;
    kiosk.getPrinter().then(
      (state) => isHere && setHas(state !== 'none'),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [kiosk]);
  return has;
}
