import type { Translate } from '../base/translate';
import { dateInWords } from '../model/dates/date-prose';
import type { DiplomaticEvent, Source } from '../model/dataset';
import type { SourceSum } from '../model/event-columns';
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
  | (DatesFromElsewhere & {
      /** Every event has evidence, all of it from one source. */
      readonly kind: 'single';
      readonly source: Source;
    })
  | { readonly kind: 'several'; readonly sources: number; readonly eventsWithout: number };

interface DatesFromElsewhere {
  /** Whose date is taken from elsewhere on purpose (basis `external`). */
  readonly datesFromElsewhere: readonly DiplomaticEvent[];
}

/** Works out what a dataset rests on from its evidence; O(evidence). */
export function sourceBasis(table: EventTable): SourceBasis {
  const { restsOn, evidence, detailed, size } = table;
  const { sources } = table.dataset;
  if (sources.length === 0) return { kind: 'none' };
  const isWhole = sources.some(({ id }) => id === restsOn);
  const { used, rowsWithout, datesFromElsewhere }: SourceSum & Partial<DatesFromElsewhere> =
    evidence?.sum() ?? sumOfDetails(isWhole ? [] : detailed, size);
  const all = new Set(used);
  if (isWhole && restsOn !== undefined) all.add(restsOn);
  const eventsWithout = isWhole ? 0 : rowsWithout;
  const only = all.size === 1 && eventsWithout === 0 ? sources.find(({ id }) => all.has(id)) : undefined;
  return only === undefined
    ? { kind: 'several', sources: sources.length, eventsWithout }
    : { kind: 'single', source: only, datesFromElsewhere: datesFromElsewhere ?? [] };
}

function sumOfDetails(detailed: readonly DiplomaticEvent[], size: number): SourceSum & DatesFromElsewhere {
  const used = new Set<string>();
  const datesFromElsewhere: DiplomaticEvent[] = [];
  // Rows without details have no evidence either.
  let rowsWithout = size - detailed.length;
  for (const event of detailed) {
    const dateOnly = event.evidence.filter(
      (item) =>
        event.date?.basis === 'external' &&
        item.supports.length > 0 &&
        item.supports.every((field) => field === 'date'),
    );
    const rest = event.evidence.filter((item) => !dateOnly.includes(item)).map((item) => item.source);
    for (const source of rest) used.add(source);
    if (rest.length === 0) rowsWithout += 1;
    if (dateOnly.some((item) => !rest.includes(item.source))) datesFromElsewhere.push(event);
  }
  return { used, rowsWithout, datesFromElsewhere };
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
