/** Signs that Unicode does not take apart by itself. */
const TAKEN_APART: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ø: 'o', ß: 'ss', ł: 'l', đ: 'd' };

/** A word as it is compared: small letters without accents, `œ` as `oe`, `ĳ` as `ij`. Other signs stay. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæøßłđ]/g, (sign) => TAKEN_APART[sign] ?? sign);
}
