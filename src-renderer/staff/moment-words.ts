import type { Language } from '../../content/model/names.ts';

/** A moment in ISO 8601 on the clock of the terminal, as people of that language write it in Belgium. */
export function momentWords(moment: string, language: Language): string {
  const formatter = new Intl.DateTimeFormat(`${language}-BE`, { dateStyle: 'medium', timeStyle: 'medium' });
  return formatter.format(new Date(moment));
}

/** Bytes as megabytes, whole. */
export function megabyteWords(bytes: number, language: Language): string {
  const formatter = new Intl.NumberFormat(`${language}-BE`, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 0,
  });
  return formatter.format(bytes / 1_000_000);
}
