import { listInWords, withoutIsolates } from '../base/translate';
import type { Translate } from '../base/translate';
import type { Dataset } from '../model/dataset';
import { dateInWords } from '../model/dates/date-prose';
import { isDateFault, parseEventDate } from '../model/dates/parse-event-date';

/** A view of a timeline, as somebody refers to it. */
export interface CitedView {
  readonly dataset: Dataset;
  /** Events of all of it, and those that the filter shows. */
  readonly events: number;
  readonly shown: number;
  /** The filter in words; empty where all is shown. */
  readonly filter: string;
  /** Undefined where no address leads there. */
  readonly address: string | undefined;
  /** The day on which it was looked at, ms as `Date.UTC` counts them. */
  readonly accessed: number;
}

/** One paragraph: who made it, its title, what it is, its version, where it is, and when that was so. */
export function citationOfView(view: CitedView, t: Translate): string {
  const { dataset, address } = view;
  const authors = dataset.curators.length === 0 ? '' : `${listInWords(dataset.curators, t)}.`;
  const parts = [
    authors.replace(/\.\.$/, '.'),
    t('give.cite.titled', { title: dataset.title }),
    ...aboutOf(view, t),
    address ?? '',
    address === undefined ? '' : t('give.cite.accessed', { date: daysOf(dayOf(view.accessed), t) }),
  ];
  return withoutIsolates(parts.filter((part) => part !== '').join(' '));
}

/** The same as an entry of BibTeX, in ASCII's signs and the letters of the timeline. */
export function bibtexOfView(view: CitedView, t: Translate): string {
  const { dataset, address, accessed } = view;
  const changed = dataset.modified ?? dataset.asOf?.edtf;
  const year = changed === undefined ? undefined : /^-?\d{4}/.exec(changed)?.[0];
  const fields = [
    ['author', dataset.curators.map((name) => `{${latex(name)}}`).join(' and ')],
    ['title', `{${latex(dataset.title)}}`],
    ['year', year ?? ''],
    ['version', latex(dataset.version ?? '')],
    ['note', latex(withoutIsolates(aboutOf(view, t).join(' ')))],
    ['url', address === undefined ? '' : urlInBraces(address)],
    ['urldate', address === undefined ? '' : dayOf(accessed)],
  ] as const;
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${keyOf(dataset.id)},\n${lines.join(',\n')}\n}\n`;
}

/** What it is, what of it is shown, and which version. */
function aboutOf({ dataset, events, shown, filter }: CitedView, t: Translate): readonly string[] {
  const { asOf, version, modified } = dataset;
  return [
    asOf === undefined
      ? t('give.cite.events', { n: events })
      : t('give.cite.eventsAsOf', { n: events, date: dateInWords(asOf, t) }),
    shown === events ? '' : t('give.cite.shown', { shown, view: filter === '' ? '' : `${filter}.` }),
    version === undefined ? '' : t('give.cite.version', { version }),
    version !== undefined || modified === undefined ? '' : t('give.cite.modified', { date: daysOf(modified, t) }),
  ].filter((part) => part !== '');
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** A day as a file writes it; what isn't one stands as it is. */
function daysOf(text: string, t: Translate): string {
  const date = parseEventDate(text);
  return isDateFault(date) ? text : dateInWords(date, t);
}

/** What TeX takes for a sign of its own. */
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function latex(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/[\\{}~^$%&#_]/g, (sign) => SIGNS[sign] ?? `\\${sign}`);
}

/** Inside `url` signs stand as they are, but braces and backslashes have to be escaped as addresses escape them. */
function urlInBraces(address: string): string {
  return address.replaceAll(/[\\{}]/g, (sign) => encodeURIComponent(sign));
}

function keyOf(id: string): string {
  const key = id
    .normalize('NFKD')
    .replaceAll(/[^\w:.-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return key === '' ? 'timeline' : key;
}
