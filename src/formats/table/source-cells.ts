import { readDate } from '../../model/dates/reading/read-date';
import { cleanText } from '../../base/clean-text';
import { growableArray } from '../../base/growable-array';
import type { GrowableArray } from '../../base/growable-array';
import { ownText } from '../../base/utf8-strings';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import type { Dataset, Source } from '../../model/dataset';
import type { EvidenceLists } from '../../model/event-columns';
import type { TextColumn } from '../../model/text-column';
import type { BoundSource } from './bind-mapping';
import { NO_ENTRY } from './presets/own-columns';
import { LONGEST_TEXT } from './record';
import type { TableRecord } from './record';
import { splitNames } from './parties/split-names';
import { makeLateTextStore } from './text-store';

/** Who says so, record by record: one source a distinct address, or name where there is no address. */
export interface SourceCells {
  readonly take: () => void;
  /** Those of the dataset, then those that the records name. */
  readonly all: () => readonly Source[];
  readonly evidence: () => EvidenceLists;
  readonly quotes: () => TextColumn | undefined;
  readonly findings: () => { readonly addresses: number; readonly rowsWith: number };
}

/** Of a source whose publisher is only suggested, by its host's name: nobody has confirmed it. */
const PUBLISHER_SUGGESTED = 'publisherSuggested';

/** No sources yet but those that the dataset lists. */
export function makeSourceCells(bound: BoundSource, record: TableRecord, { sources }: Dataset): SourceCells {
  const all: Source[] = [...sources];
  const ids = new Set(sources.map(({ id }) => id));
  const byKey = new Map<string, number>();
  sources.forEach(({ id, url, publisher, title }, index) => {
    for (const key of [id, url, publisher, title]) if (key !== undefined && !byKey.has(key)) byKey.set(key, index);
  });
  const offset = growableArray((length) => new Uint32Array(length));
  const source = growableArray((length) => new Uint32Array(length));
  offset.push(0);
  const quotes = makeLateTextStore();
  let rowsWith = 0;
  let addresses = 0;
  let next = 0;
  const freeId = (): string => {
    do next += 1;
    while (ids.has(`source-${next}`));
    return `source-${next}`;
  };
  const textAt = (column: number | undefined): string =>
    column === undefined ? '' : cleanText(record.cell(column)).slice(0, LONGEST_TEXT);
  const indexOf = (key: string, make: (id: string) => Source): number => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    all.push(make(freeId()));
    byKey.set(ownText(key), all.length - 1);
    return all.length - 1;
  };
  /** Of several addresses in a cell the record's other words are those of the first. */
  const ofAddress = (url: string, isFirst: boolean): number => {
    const wordsAt = isFirst ? textAt : () => '';
    const name = wordsAt(bound.name);
    return indexOf(url, (id) => {
      addresses += 1;
      const host = hostOf(url);
      return {
        ...sketch(id, bound, wordsAt),
        url: ownText(url),
        publisher: ownText(name) || host,
        ...(name === '' && host !== undefined && { extra: { [PUBLISHER_SUGGESTED]: true } }),
      };
    });
  };
  const ofName = (name: string): number => {
    const rest = [textAt(bound.title), textAt(bound.published)].filter((text) => text !== '');
    return indexOf([name, ...rest].join('\n'), (id) => ({
      ...sketch(id, bound, textAt),
      publisher: ownText(name) || undefined,
    }));
  };
  /** The lines of the cells are of one source each; false where they don't go together. */
  const takePairs = (own: Set<number>): boolean => {
    const cells = [bound.address, bound.name, bound.title, bound.published].map((column) =>
      linesOf(column === undefined ? '' : record.cell(column)),
    );
    const size = Math.max(...cells.map((lines) => lines.length));
    if (cells.some((lines) => lines.length > 0 && lines.length !== size)) return false;
    for (let index = 0; index < size; index++) {
      const [url, ...words] = cells.map((lines) => lines[index]);
      if (url !== undefined && !ADDRESS.test(url)) return false;
      const [publisher, title, published] = words;
      own.add(
        indexOf(cells.map((lines) => lines[index] ?? '').join('\n'), (id) => ({
          ...sketch(id, bound, () => ''),
          url: url && ownText(url),
          publisher: publisher && ownText(publisher),
          title: title && ownText(title),
          published: published && publishedOf(ownText(published)),
        })),
      );
    }
    return true;
  };
  const takeMember = (own: Set<number>): void => {
    if (bound.paired && takePairs(own)) return;
    const cell = textAt(bound.address);
    const urls = addressesIn(cell, bound.separator);
    urls.forEach((url, index) => own.add(ofAddress(url, index === 0)));
    // What stands in the place of an address and is none is the name of a source.
    const names = namesIn(textAt(bound.name), bound.separator);
    if (urls.length === 0) for (const name of cell === '' ? names : [cell]) own.add(ofName(name));
    if (urls.length === 0 && cell === '' && names.length === 0 && textAt(bound.title) !== '') own.add(ofName(''));
  };
  return {
    take: () => {
      const own = new Set<number>();
      const quote = textAt(bound.quote);
      record.forEachMember(() => takeMember(own));
      // Words without a name: somebody said them, and nobody says who.
      if (own.size === 0 && quote !== '') own.add(indexOf('\n', (id) => sketch(id, bound, textAt)));
      if (own.size > 0) rowsWith += 1;
      for (const index of own) source.push(index);
      offset.push(source.length());
      quotes.add(quote);
    },
    all: () => [...all],
    evidence: () => listsOf(offset, source),
    quotes: quotes.column,
    findings: () => ({ addresses, rowsWith }),
  };
}

function listsOf(offset: GrowableArray<Uint32Array>, source: GrowableArray<Uint32Array>): EvidenceLists {
  return { offset: offset.trimmed(), source: source.trimmed() };
}

function sketch(
  id: string,
  { kind, grade, title, published }: BoundSource,
  textAt: (column: number | undefined) => string,
): Source {
  return {
    id,
    kind,
    publisher: undefined,
    ownership: undefined,
    title: ownText(textAt(title)) || undefined,
    dateline: undefined,
    published: publishedOf(ownText(textAt(published))),
    url: undefined,
    note: undefined,
    grade,
  };
}

const AS_WRITTEN = /^\d{4}(?:-\d\d){0,2}$/;
const LANGUAGES = { languages: ['en'] };

/** The day something came out, as EDTF; one that isn't read, or two ways, stays what is written and is told of later. */
function publishedOf(text: string): string | undefined {
  if (text === '') return undefined;
  if (AS_WRITTEN.test(text) || !isDateFault(parseEventDate(text))) return text;
  const { edtf, sure } = readDate(text, LANGUAGES);
  return sure === 'sure' ? edtf : text;
}

const ADDRESS = /^https?:\/\/[^\s/?#]+\S*$/i;

/** The addresses of a cell, by http or https alone; none where anything else stands there too. */
function addressesIn(cell: string, separator: string | undefined): readonly string[] {
  if (ADDRESS.test(cell) && separator === undefined && !/[;|,]https?:/i.test(cell)) return [cell];
  const parts = cell
    .split(separator === undefined ? /[\s;|]+|,(?=https?:)/ : new RegExp(`\\s+|${escaped(separator)}`))
    .filter((part) => part !== '');
  return parts.every((part) => ADDRESS.test(part)) ? parts : [];
}

/** The lines of a cell, undefined for each that only keeps a place; none of an empty one. */
function linesOf(cell: string): readonly (string | undefined)[] {
  if (cell === '') return [];
  return cell.split(/\r\n?|\n/).map((line) => {
    const text = cleanText(line.trim()).slice(0, LONGEST_TEXT);
    return text === '' || text === NO_ENTRY ? undefined : text;
  });
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

function namesIn(cell: string, separator: string | undefined): readonly string[] {
  return splitNames(cell, separator === undefined ? [] : [separator]).filter((name) => name !== '');
}

/** `www.tass.com:443` is `tass.com`. */
function hostOf(url: string): string | undefined {
  const host = /^https?:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i.exec(url)?.[1];
  return host === undefined ? undefined : ownText(host.toLowerCase().replace(/^www\d?\./, ''));
}
