import { readCommonDate } from '../common-dates';
import { isDateFault } from '../parse-event-date';

const YEAR = String.raw`-?(?:\d{4}|\d{3}X|\d\dXX|\dXXX)`;
const MONTH = '(?:0[1-9]|1[0-2]|XX)';
const DAY = '(?:0[1-9]|[12]\\d|3[01]|XX)';
const UNIT = `${YEAR}(?:-${MONTH}(?:-${DAY})?)?`;
const ENTRY = `${UNIT}(?:\\.\\.${UNIT})?`;
/**
 * What EDTF has beside the forms that are read directly: parts of a year, masked figures, long and rounded years, and
 * ranges in sets.
 */
const RARE = new RegExp(
  `^(?:-?\\d{4}-(?:2[1-9]|3\\d|4[01])|${UNIT}|Y-?\\d{5,6}|-?\\d{4}S[1-4]|${UNIT}/(?:${UNIT}|\\.\\.)?|(?:\\.\\.)?/${UNIT}|[[{]${ENTRY}(?:,${ENTRY}){0,255}[\\]}])$`,
);
const SIGNS = /^[\dXYS[\]{},./?~%-]+$/;

/**
 * A text that is EDTF (ISO 8601-2, levels 0-2) already, blanks about its signs left out; undefined for any other, and for
 * a date of that form that there isn't. Of `2014-25` it says the season, as the standard does.
 */
export function edtfText(text: string): string | undefined {
  const bare = /\s/.test(text) ? text.trim().replaceAll(/\s*([/,[\]{}]|\.\.)\s*/g, '$1') : text;
  if (!SIGNS.test(bare)) return undefined;
  const common = readCommonDate(bare);
  if (common !== undefined) return isDateFault(common) ? undefined : bare;
  return RARE.test(bare) && isEvenList(bare) && !/X{4}/.test(bare) ? bare : undefined;
}

function isEvenList(text: string): boolean {
  return text.startsWith('[') === text.endsWith(']') && text.startsWith('{') === text.endsWith('}');
}
