const DAY = /^(-?\d{4})-(\d\d)-(\d\d)([?~%]?)$/;
/** In the list of `coarsened`, the first of months. */
const FIRST_OF_MONTH = '01';

/**
 * A date brought to what is known of it where a heap shows that its days were filled in: with `01-09` in the list a day
 * on 9 January is its year, with `01` a day on the first of a month its month. Of an interval or a set each date; all
 * others stay as they are.
 */
export function coarsened(edtf: string, coarse: readonly string[]): string {
  if (coarse.length === 0) return edtf;
  return edtf
    .split(/([/,[\]{}]|\.\.)/)
    .map((part) => coarserDay(part, coarse))
    .join('')
    .replace(/^([^/]+)\/\1$/, '$1');
}

function coarserDay(part: string, coarse: readonly string[]): string {
  const [, year, month = '', day = '', sign = ''] = DAY.exec(part) ?? [];
  if (year === undefined) return part;
  if (coarse.includes(`${month}-${day}`)) return year + sign;
  return day === '01' && coarse.includes(FIRST_OF_MONTH) ? `${year}-${month}${sign}` : part;
}
