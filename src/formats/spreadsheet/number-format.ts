/** What a number format makes of a number, as far as it says what a person saw: days and hours, percent, leading zeros. */
export interface NumberFormat {
  /** Parts of a date that the cell shows; none of them in a format of plain numbers. */
  readonly hasYear: boolean;
  readonly hasMonth: boolean;
  readonly hasDay: boolean;
  /** Hours, minutes or seconds. */
  readonly hasTime: boolean;
  /** Hours go on counting after 24: `[h]:mm`. */
  readonly isElapsed: boolean;
  readonly isPercent: boolean;
  /** `000`: digits before the point that are always written. */
  readonly leastDigits: number;
}

export const GENERAL: NumberFormat = {
  hasYear: false,
  hasMonth: false,
  hasDay: false,
  hasTime: false,
  isElapsed: false,
  isPercent: false,
  leastDigits: 0,
};

export function isDateFormat({ hasYear, hasMonth, hasDay, hasTime }: NumberFormat): boolean {
  return hasYear || hasMonth || hasDay || hasTime;
}

/** Formats that a file names by number alone (ECMA-376, part 1, section 18.8.30); 27 to 36 and 50 to 58 are East Asian dates. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [9, '0%'],
  [10, '0.00%'],
  [14, 'm/d/yyyy'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'm/d/yyyy h:mm'],
  [45, 'mm:ss'],
  [46, '[h]:mm:ss'],
  [47, 'mm:ss'],
  ...[27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map(
    (id) => [id, 'yyyy-mm-dd'] as const,
  ),
]);

/** The format of a cell by its id; `codes` are the file's own. */
export function numberFormat(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id) ?? BUILT_IN.get(id);
  return code === undefined ? GENERAL : readNumberFormat(code);
}

/**
 * Reads a format's code (ECMA-376, part 1, section 18.8.31): what is in quotes, behind a backslash or in brackets is no
 * part of it, and of its sections, parted by semicolons, the first is that of dates.
 */
function readNumberFormat(code: string): NumberFormat {
  const [section = ''] = bare(code).split(';');
  if (/general|standard/i.test(section)) return GENERAL;
  const isElapsed = /\[[hms]+\]/i.test(section);
  const letters = section
    .replaceAll(/\[[^\]]*\]/g, (part) => (/^\[[hms]+\]$/i.test(part) ? part.slice(1, -1) : ''))
    .toLowerCase();
  const withoutHalves = letters.replaceAll(/am\/pm|a\/p|上午\/下午/g, 'z');
  // An m is minutes behind hours and before seconds.
  const months = withoutHalves.replaceAll(/(h[^a-z]*)m+/g, '$1').replaceAll(/m+([^a-z]*s)/g, '$1');
  const hasTime = /[hsz]/.test(withoutHalves);
  const format = {
    hasYear: /[yeb]/.test(months),
    hasMonth: /m/.test(months) && !isElapsed,
    hasDay: /d/.test(months),
    hasTime,
    isElapsed,
  };
  if (!isDateFormat({ ...GENERAL, ...format }) || /[0#?]/.test(months.replaceAll(/\.0+/g, ''))) return plain(section);
  return { ...GENERAL, ...format };
}

/** Without texts, and without what only takes room or fills it. */
function bare(code: string): string {
  return code.replaceAll(/"[^"]*"?|\\.|_.|\*./gs, '');
}

function plain(section: string): NumberFormat {
  const digits = /^[^0#?]*(0+)(?:\.0+)?[^0#?]*$/.exec(section.replaceAll(/\[[^\]]*\]/g, ''))?.[1] ?? '';
  return { ...GENERAL, isPercent: section.includes('%'), leastDigits: digits.length > 1 ? digits.length : 0 };
}
