import { markedLine } from './line-marks';
import type { MarkedLine } from './line-marks';

/** What a line of a text is before its date is looked for. */
export type ChronologyLine =
  | { readonly is: 'blank' }
  /** Comments, rules, breaks between pages, sections of markwhen: nothing that an event has. */
  | { readonly is: 'decoration' }
  | { readonly is: 'heading'; readonly level: number; readonly text: string }
  /** `title: ...` of markwhen and front matter, `as of 24 Feb 2016`, `lang: ru`. */
  | { readonly is: 'setting'; readonly name: SettingName; readonly value: string }
  /** `> "words" TASS, 24 Feb 2016`, under an event. */
  | { readonly is: 'evidence'; readonly text: string }
  | ({ readonly is: 'text' } & MarkedLine);

export type SettingName = 'title' | 'description' | 'as-of' | 'language' | 'order';

/** A longer line is text, whatever it looks like. */
const LONGEST_MARKED = 4000;
const DECORATION =
  /^\s*(?:\/\/.*|<!--.*-->|-{3,}|={3,}|\*{3,}|_{3,}|~{3,}|_-_-_break_-_-_|page\s*break|\\(?:pagebreak|newpage)|\f+|end(?:group|section)?|end\s+(?:group|section))\s*$/iu;
const SECTION = /^\s*(?:section|group)\b(?!\s*:)/i;
const HEADING = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/;
const EVIDENCE = /^\s*>\s?(.*)$/;
const SETTINGS: readonly (readonly [SettingName, RegExp])[] = [
  ['title', /^(?:title|titel|titre|título|название|العنوان)\s*:\s*(\S.*)$/iu],
  ['description', /^description\s*:\s*(\S.*)$/iu],
  ['as-of', /^(?:as of|as-of|asof|stand|état au|по состоянию на|حتى تاريخ)\s*:?\s+(\S.*)$/iu],
  ['language', /^lang(?:uage)?\s*:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*$/i],
  ['order', /^dateformat\s*:\s*(\S.*)$/i],
];
/** Of a markwhen header what no event has. */
const IGNORED = /^(?:tags|key|timezone|view|viewers|editors|edit|author|date)\s*:/i;

/**
 * What a line is. Settings stand before the first event only (`inHead`); below, "Title: ..." is text. A line of a
 * markwhen header that says nothing of events is decoration.
 */
export function chronologyLine(line: string, inHead: boolean, areNumbersMarks: boolean): ChronologyLine {
  if (line.trim() === '') return { is: 'blank' };
  const marked = (line.length <= LONGEST_MARKED && otherLine(line, inHead)) || undefined;
  return marked ?? { is: 'text', ...markedLine(line, areNumbersMarks) };
}

function otherLine(line: string, inHead: boolean): ChronologyLine | undefined {
  if (DECORATION.test(line) || (SECTION.test(line) && !line.includes(':'))) return { is: 'decoration' };
  const [, signs, heading = ''] = HEADING.exec(line) ?? [];
  if (signs !== undefined) return { is: 'heading', level: signs.length, text: heading };
  if (inHead) {
    const setting = settingIn(line.trim());
    if (setting !== undefined) return setting;
    if (IGNORED.test(line)) return { is: 'decoration' };
  }
  const [, evidence] = EVIDENCE.exec(line) ?? [];
  return evidence === undefined ? undefined : { is: 'evidence', text: evidence };
}

function settingIn(line: string): ChronologyLine | undefined {
  for (const [name, pattern] of SETTINGS) {
    const [, value] = pattern.exec(line) ?? [];
    if (value !== undefined) return { is: 'setting', name, value: value.replaceAll(/^["']|["']$/g, '').trim() };
  }
  return undefined;
}
