import type { Translate } from '../../base/translate';
import type { CellField } from '../../formats/cells/cell-types';
import type { DiplomaticEvent, WholeDataset } from '../../model/dataset';
import { dateInWords } from '../../model/dates/date-prose';
import { isPublisherSuggested } from '../../model/edit/edit-sources';
import { DATE_TEXT } from '../../model/event-columns';
import { sourceOf } from '../../model/lookups';
import type { GridDesk } from './grid-edits';

/** A cell as it is looked at. */
export interface ShownCell {
  readonly text: string;
  /** Nothing is said: the text says so. */
  readonly isEmpty: boolean;
  /** Of a date that wasn't read. */
  readonly isUnread: boolean;
  /** In smaller words behind the text. */
  readonly more: string | undefined;
}

/** LEFT-TO-RIGHT ISOLATE and its end: the sign stands before its number in every language. */
const LTR = '\u2066';
const POP = '\u2069';

const EMPTY = {
  date: 'grid.empty.date',
  title: 'grid.empty.title',
  who: 'grid.empty.who',
  source: 'grid.empty.source',
} as const;

/** What a cell shows: its text, but an author's own words for a date, and of a source where it stands. */
export function shownCell(
  { tools, context }: Pick<GridDesk, 'tools' | 'context'>,
  dataset: WholeDataset,
  event: DiplomaticEvent,
  field: CellField,
  t: Translate,
): ShownCell {
  if (field === 'source') return shownSource(dataset, event, t, () => tools.cellText(dataset, event, field, context));
  const text = tools.cellText(dataset, event, field, context);
  if (field === 'label') return { text: event.label, isEmpty: text === '', isUnread: false, more: undefined };
  if (field === 'date' && event.date?.display !== undefined)
    return { text: dateInWords(event.date, t), isEmpty: false, isUnread: false, more: undefined };
  return {
    text: text === '' && field in EMPTY ? t(EMPTY[field as keyof typeof EMPTY]) : text,
    isEmpty: text === '',
    isUnread: field === 'date' && event.date === undefined && event.extra?.[DATE_TEXT] !== undefined,
    more: undefined,
  };
}

function shownSource(
  dataset: WholeDataset,
  { evidence }: DiplomaticEvent,
  t: Translate,
  whole: () => string,
): ShownCell {
  const [first] = evidence;
  const source = first && sourceOf(dataset, first.source);
  if (first === undefined || source === undefined)
    return { text: t('grid.empty.source'), isEmpty: true, isUnread: false, more: undefined };
  const host = hostOf(source.url);
  const isSuggested = isPublisherSuggested(source);
  const words = whole();
  const text = source.url === undefined ? words : words.replace(source.url, '').replace(/[,\s]+$/, '');
  const more = [
    ...(host !== undefined && (isSuggested || text === '') ? [t('grid.fromHost', { host })] : []),
    ...(evidence.length > 1 ? [`${LTR}+${t.number(evidence.length - 1)}${POP}`] : []),
  ];
  return {
    text: isSuggested && source.publisher !== undefined ? text.replace(source.publisher, `${source.publisher}?`) : text,
    isEmpty: false,
    isUnread: false,
    more: more.length === 0 ? undefined : more.join(' '),
  };
}

function hostOf(url: string | undefined): string | undefined {
  return /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url ?? '')?.[1];
}
