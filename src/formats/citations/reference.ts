import { dateOf } from '../imported/exact-date';
import type { Issue } from './issued-date';
import { webAddress } from '../imported/html-text';
import type { ImportedParty } from '../imported/imported-event';
import type { ImportedEvents } from '../imported-events';

/** A publication, as lists of references have it. */
export interface Reference {
  readonly id: string | undefined;
  readonly title: string | undefined;
  /** Who wrote it. */
  readonly authors: readonly ReferenceName[];
  readonly editors: readonly ReferenceName[];
  readonly issued: Issue | undefined;
  /** The file's own words for when. */
  readonly issuedText: string | undefined;
  /** What it stands in: a journal, a newspaper, a book. */
  readonly container: string | undefined;
  readonly publisher: string | undefined;
  readonly place: string | undefined;
  readonly url: string | undefined;
  readonly doi: string | undefined;
  readonly abstract: string | undefined;
  readonly isNews: boolean;
  /** What no field of ours is for. */
  readonly extra: Readonly<Record<string, unknown>> | undefined;
  readonly where: string;
}

export interface ReferenceName {
  readonly name: string;
  /** A body, not a person. */
  readonly isBody: boolean;
}

/** A publication as the source that it is, and as the event that it came out. */
export function addReference(reference: Reference, into: ImportedEvents): void {
  const { id, title, authors, editors, issued, issuedText, container, publisher, place, abstract, where } = reference;
  const published = issued?.edtf;
  const { t } = into;
  if (issued?.isCut === true)
    into.reject({
      where,
      record: title,
      field: 'date',
      found: issuedText,
      expected: t('expected.calendarDay'),
      effect: 'dropped',
    });
  const writers = authors.length > 0 ? authors : editors;
  into.add({
    id,
    title: title ?? container,
    summary: abstract,
    date: dateOf(published),
    dateText: issuedText,
    participants: writers.map(partyOf),
    place,
    source: {
      url: webAddress(reference.url) ?? doiAddress(reference.doi) ?? reference.url,
      title: title ?? container,
      publisher: container === title ? publisher : (container ?? publisher),
      published,
      kind: reference.isNews ? 'news' : 'reference',
      note: writers.length === 0 ? undefined : writers.map(({ name }) => name).join('; '),
    },
    extra: reference.extra,
    mayBeWords: true,
    where,
  });
}

function partyOf({ name, isBody }: ReferenceName): ImportedParty {
  return { name, role: 'speaker', kind: isBody ? undefined : 'person' };
}

function doiAddress(doi: string | undefined): string | undefined {
  const bare = doi?.trim().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  return bare !== undefined && /^10\.\d{4,9}\/\S+$/.test(bare) ? `https://doi.org/${bare}` : undefined;
}

/** `Kerry, John F., Jr.` as people say it. */
export function spokenName(name: string): ReferenceName {
  const [last = '', first = '', suffix = ''] = name.split(',').map((part) => part.trim());
  return { name: [first, last, suffix].filter((part) => part !== '').join(' '), isBody: false };
}

/** Said once of a file of references. */
export function noteReferences(n: number, into: ImportedEvents): void {
  into.note('settled', into.t('imported.note.references', { n }));
}
