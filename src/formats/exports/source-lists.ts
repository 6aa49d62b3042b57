import type { Source, WholeDataset } from '../../model/dataset';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import type { LossKind } from '../../model/losses';
import { bareHead } from './bare-events';
import { plainText } from './known-names';

/** What lists of references may leave out. */
export const SOURCES_LEAVE_OUT: readonly LossKind[] = ['source-details'];

/**
 * What a list of references holds of a dataset: its sources, with what all such lists have a place for. `published` says
 * what of a date the format can tell.
 */
export function heldByReferences(
  dataset: WholeDataset,
  publishedOf: (edtf: string) => string | undefined,
): WholeDataset {
  return {
    ...bareHead(dataset),
    events: [],
    sources: dataset.sources.map(({ id, kind, publisher, title, published, url, note }) => ({
      id,
      kind,
      publisher: publisher && lineOf(publisher),
      ownership: undefined,
      title: title && lineOf(title),
      dateline: undefined,
      published: published && publishedOf(published),
      url,
      note: note && lineOf(note),
      grade: undefined,
    })),
  };
}

/** One line, as all these lists have texts. */
function lineOf(text: string): string {
  return plainText(text).replaceAll(/\s+/g, ' ');
}

/** Whether a source came out as news. */
export function isNews({ kind }: Source): boolean {
  return kind === 'news' || kind === 'news-agency';
}

/** Year, month and day of a plain date of our era. */
export interface PublishedParts {
  readonly year: string;
  readonly month: string | undefined;
  readonly day: string | undefined;
}

/** The parts of a plain year, month or day; undefined for any other date. */
export function publishedParts(edtf: string): PublishedParts | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?$/.exec(edtf.replace(/T.*$/, '')) ?? [];
  return year === undefined || Number(year) === 0 ? undefined : { year, month, day };
}

/** The date as a plain year, month or day, as far as it is one. */
export function plainPublished(edtf: string): string | undefined {
  return publishedParts(edtf) === undefined ? undefined : edtf.replace(/T.*$/, '');
}

/** A date that EDTF knows. */
export function knownPublished(edtf: string): string | undefined {
  return isDateFault(parseEventDate(edtf)) ? undefined : edtf;
}
