/**
 * EDTF of `date_prec`, `date_start` and `date_end` of a UCDP georeferenced event, one after the other (UCDP GED Codebook: 1 the
 * day is known, 2 to 5 the event happened somewhere between the two). Hours, which are always midnight, are left out. Empty
 * where there is no first day.
 */
export function gedDate(text: string): string {
  const [precision, ...days] = text.split(' ').filter((part) => !TIME.test(part));
  const [first, last = first] = days.map((day) => day.slice(0, 10));
  if (first === undefined || last === undefined) return '';
  if (precision === '1') return first === last ? first : `${first}/${last}`;
  return first === last ? `${first}~` : `[${first}..${last}]`;
}

const TIME = /^\d{1,2}:\d{2}/;
