import type { Translate } from '../base/translate';
import { valueAt } from '../base/value-at';
import { dateInWords } from '../model/dates/date-prose';
import type { DiplomaticEvent, Source } from '../model/dataset';
import type { EvidenceLists } from '../model/event-columns';
import type { EventTable } from '../model/event-table';
import { isDateFault, parseEventDate } from '../model/dates/parse-event-date';

/** An EDTF date in words; as written where it can't be parsed. */
export function edtfInWords(edtf: string, t: Translate): string {
  const date = parseEventDate(edtf);
  return isDateFault(date) ? edtf : dateInWords(date, t);
}

/**
 * "TASS, 24 Feb 2016"; the title or id stands in for a missing publisher. Of one without a title and a date, where it
 * stands at its publisher's tells it from the others there: "news.example/2014".
 */
export function sourceInShort(source: Source, t: Translate): string {
  const { publisher, title, published, url } = source;
  const name = publisher ?? title ?? source.id;
  if (published !== undefined) return t('source.dated', { name, date: edtfInWords(published, t) });
  const [, host = '', path = ''] = title === undefined ? (ADDRESS.exec(url ?? '') ?? []) : [];
  if (path === '') return name;
  const place = inOneLine(path);
  return name === host || publisher === undefined ? `${host}${place}` : t('source.dated', { name, date: place });
}

/** Host, and what follows it but for a slash at its end. */
const ADDRESS = /^https?:\/\/(?:www\.)?([^/?#]+)(.*?)\/?$/i;
/** Letters of a path that are shown: its end tells more than its beginning. */
const LONGEST_PATH = 48;

function inOneLine(path: string): string {
  const letters = [...readable(path)];
  return letters.length <= LONGEST_PATH ? letters.join('') : `/…${letters.slice(2 - LONGEST_PATH).join('')}`;
}

/** Letters beyond ASCII as they are read, where the address holds them as it should. */
function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/** What a whole dataset rests on. */
export type SourceBasis =
  | { readonly kind: 'none' }
  | {
      /**
       * Every event has evidence, all of it from one source; a date taken from elsewhere on purpose (basis `external`)
       * aside.
       */
      readonly kind: 'single';
      readonly source: Source;
      readonly datesFromElsewhere: readonly DiplomaticEvent[];
    }
  | { readonly kind: 'several'; readonly sources: number; readonly eventsWithout: number };

/** Works out what a dataset rests on from its evidence; O(evidence). */
export function sourceBasis(table: EventTable): SourceBasis {
  const { dataset, detailed, restsOn, evidence, size } = table;
  const [first] = dataset.sources;
  if (first === undefined) return { kind: 'none' };
  const whole = dataset.sources.find(({ id }) => id === restsOn);
  if (evidence !== undefined) return basisOfLists(evidence, table, whole);
  if (whole !== undefined) return { kind: 'single', source: whole, datesFromElsewhere: [] };
  const carrying = new Set<string>();
  const datesFromElsewhere: DiplomaticEvent[] = [];
  // Rows without details have no evidence either.
  let eventsWithout = size - detailed.length;
  for (const event of detailed) {
    const dateOnly = event.evidence.filter(
      (item) =>
        event.date?.basis === 'external' &&
        item.supports.length > 0 &&
        item.supports.every((field) => field === 'date'),
    );
    const rest = event.evidence.filter((item) => !dateOnly.includes(item)).map((item) => item.source);
    for (const source of rest) carrying.add(source);
    if (rest.length === 0) eventsWithout += 1;
    if (dateOnly.some((item) => !rest.includes(item.source))) datesFromElsewhere.push(event);
  }
  const only =
    carrying.size === 1 && eventsWithout === 0 ? dataset.sources.find((source) => carrying.has(source.id)) : undefined;
  return only === undefined
    ? { kind: 'several', sources: dataset.sources.length, eventsWithout }
    : { kind: 'single', source: only, datesFromElsewhere };
}

/** The same of rows whose sources stand in lists; `whole` is one that all of them rest on besides. */
function basisOfLists(
  { offset, source }: EvidenceLists,
  { dataset, size }: EventTable,
  whole: Source | undefined,
): SourceBasis {
  const used = new Set(source);
  let rowsWithout = 0;
  for (let row = 0; row < size; row++) if (valueAt(offset, row) === valueAt(offset, row + 1)) rowsWithout += 1;
  const own = [...used].map((index) => dataset.sources[index]);
  const [only] = own;
  if (whole !== undefined && own.every((each) => each === whole))
    return { kind: 'single', source: whole, datesFromElsewhere: [] };
  if (own.length === 1 && only !== undefined && rowsWithout === 0 && whole === undefined)
    return { kind: 'single', source: only, datesFromElsewhere: [] };
  return { kind: 'several', sources: dataset.sources.length, eventsWithout: whole === undefined ? rowsWithout : 0 };
}

/** What a whole dataset rests on, in sentences. */
export function basisInWords(basis: SourceBasis, table: EventTable, t: Translate): readonly string[] {
  switch (basis.kind) {
    case 'none':
      return [t('summary.noSources')];
    case 'several': {
      const without = basis.eventsWithout === 0 ? [] : [t('summary.eventsWithout', { n: basis.eventsWithout })];
      return [t('summary.sourceCount', { n: basis.sources }), ...without];
    }
    case 'single': {
      const { source, datesFromElsewhere } = basis;
      const name =
        source.ownership === undefined
          ? (source.publisher ?? source.id)
          : t('summary.owned', { name: source.publisher ?? source.id, ownership: source.ownership });
      const dated =
        source.published === undefined ? name : t('source.dated', { name, date: edtfInWords(source.published, t) });
      const isReport = source.kind === 'news-agency' || source.kind === 'news';
      return [
        t(isReport ? 'summary.allOnReport' : 'summary.allOnSource', { n: table.size, source: dated }),
        ...(isStateOwned(source) ? [t('summary.stateOwned')] : []),
        ...datesFromElsewhere.map((event) =>
          t('summary.dateFromElsewhere', { event: event.label, date: dateInWords(event.date, t) }),
        ),
      ];
    }
  }
}

/** Whether the note on a source's owner says that a state owns it. */
function isStateOwned(source: Source): boolean {
  return (source.ownership ?? '').toLowerCase().includes('state-owned');
}
