import { cleanText, countWords } from '../../base/clean-text';
import type { Evidence, Source, WholeDataset } from '../../model/dataset';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import { setSource } from '../../model/edit/edit-sources';
import { sourceOf } from '../../model/lookups';
import { EVIDENCE_FIELDS } from '../../model/vocabulary';
import { readEvidence } from '../chronology/line-evidence';
import type { LineEvidence } from '../chronology/line-evidence';
import { webAddress } from '../imported/html-text';
import { dateContext, spelled } from './date-cell';
import type { CellContext } from './cell-types';

/** Most words that are quoted; of more the first stand. */
const MOST_QUOTED = 10;

/**
 * What an event rests on first, `"quote" Publisher, date, address`; empty for one that has no source. Further evidence
 * isn't written.
 */
export function sourceText([first]: readonly Evidence[], dataset: WholeDataset, context: CellContext): string {
  const source = first && sourceOf(dataset, first.source);
  if (first === undefined || source === undefined) return '';
  const { quote, publisher, published, url } = partsOf(first, source);
  const day = published === undefined ? undefined : dayText(published, dataset, context);
  const rest = [publisher, day, url].filter((part) => part !== undefined).join(', ');
  return quote === undefined ? rest : `"${quote}" ${rest}`.trim();
}

/** A source without a publisher goes by its title, its note or its id. */
function partsOf({ quote }: Evidence, { publisher, title, note, url, published, id }: Source): LineEvidence {
  return { quote, publisher: publisher ?? title ?? (url === undefined ? (note ?? id) : undefined), published, url };
}

function dayText(published: string, dataset: WholeDataset, context: CellContext): string {
  const date = parseEventDate(published);
  return isDateFault(date) ? published : spelled(date, dateContext(dataset, context), context.t);
}

/** What an event rests on, and the sources with one that is new or changed. */
export interface SourceSet {
  readonly evidence: readonly Evidence[];
  readonly sources: readonly Source[];
}

/**
 * The first source of an event by the text of a cell; the others stay. A source that is known by its address, or by
 * publisher and day, is that one; what is said anew of one that this event alone rests on is said of that source.
 * `isShared` says whether others rest on a source, or it stood in the dataset before it was edited.
 */
export function readSourceCell(
  text: string,
  evidence: readonly Evidence[],
  dataset: WholeDataset,
  context: CellContext,
  isShared: (source: string) => boolean,
): SourceSet {
  const [first, ...others] = evidence;
  const { sources } = dataset;
  const plain = cleanText(text).replaceAll(/\s+/g, ' ').trim();
  if (plain === '') return { evidence: others, sources };
  const said = saidIn(plain, dataset, context);
  const old = first && sources.find(({ id }) => id === first.source);
  if (first !== undefined && old !== undefined) {
    const was = partsOf(first, old);
    if (isSameSource(said, was)) return { evidence: [{ ...first, quote: said.quote }, ...others], sources };
    if (!isShared(old.id) && known(said, sources, old.id) === undefined) {
      const next = setSource(dataset, old.id, changedParts(said, was));
      return { evidence: [{ ...first, quote: said.quote }, ...others], sources: next.sources };
    }
  }
  const there = known(said, sources);
  const source = there ?? newSource(said, sources);
  const supports = first === undefined ? EVIDENCE_FIELDS : first.supports;
  const own: Evidence = { source: source.id, locator: undefined, find: undefined, quote: said.quote, supports };
  return {
    evidence: [own, ...others.filter((each) => each.source !== source.id)],
    sources: there === undefined ? [...sources, source] : sources,
  };
}

function saidIn(text: string, dataset: WholeDataset, context: CellContext): LineEvidence {
  const address = webAddress(text);
  if (address !== undefined) return { quote: undefined, publisher: undefined, published: undefined, url: address };
  const said = readEvidence(text, dateContext(dataset, context), new Map());
  const isNamed = said.publisher !== undefined || said.url !== undefined;
  // Words alone are said by somebody: until it is known who, they are what the source is known by.
  const publisher = isNamed ? said.publisher : (said.quote ?? text);
  return { ...said, publisher, quote: isNamed ? said.quote && shortened(said.quote) : undefined };
}

function shortened(quote: string): string {
  return countWords(quote) <= MOST_QUOTED ? quote : `${quote.split(/\s+/).slice(0, MOST_QUOTED).join(' ')} …`;
}

function isSameSource(one: LineEvidence, other: LineEvidence): boolean {
  return one.publisher === other.publisher && one.published === other.published && one.url === other.url;
}

/** What is said of a source beside what it was known by, which stays where nothing else is said. */
function changedParts(said: LineEvidence, was: LineEvidence): Partial<Omit<Source, 'id'>> {
  return {
    url: said.url,
    published: said.published,
    ...(said.publisher === was.publisher ? {} : { publisher: said.publisher }),
  };
}

function known(said: LineEvidence, sources: readonly Source[], but?: string): Source | undefined {
  return sources.find(
    ({ id, url, publisher, published, title }) =>
      id !== but &&
      (said.url === undefined
        ? publisher !== undefined && publisher === said.publisher && published === said.published && title === undefined
        : url === said.url),
  );
}

function newSource({ publisher, published, url }: LineEvidence, sources: readonly Source[]): Source {
  const taken = new Set(sources.map(({ id }) => id));
  let n = sources.length + 1;
  while (taken.has(`s${n}`)) n += 1;
  return {
    id: `s${n}`,
    kind: undefined,
    publisher,
    ownership: undefined,
    title: undefined,
    dateline: undefined,
    published,
    url,
    note: undefined,
    grade: undefined,
  };
}
