import type { Chapter, Note, Period, WholeDataset } from '../dataset';
import type { DatasetFields } from './edit';
import { mapSame, newId, recordsOf, withFields, withLists } from './lists';
import { renewedEvent } from './renewed-event';

/* Steps of the dataset's own fields, and of chapters, notes and periods: the same object where nothing changes. */

/** The dataset's own fields; with another as-of day, what is announced and done follows again. */
export function setHead(dataset: WholeDataset, fields: Partial<DatasetFields>): WholeDataset {
  const next = withFields(dataset, fields);
  if (next === dataset) return dataset;
  const isLater = next.asOf !== dataset.asOf;
  const speaksOtherwise = next.language !== dataset.language;
  if (!isLater && !speaksOtherwise) return next;
  return withLists(next, {
    events: mapSame(dataset.events, (event) => {
      const { date } = event;
      const worded =
        speaksOtherwise && date?.display !== undefined ? { date: inLanguage(date, next.language) } : undefined;
      return isLater || worded !== undefined ? renewedEvent(event, worded ?? {}, next, dataset) : event;
    }),
  });
}

/** An author's words for a date say in which language they are. */
function inLanguage<Date extends { readonly display: string | undefined; readonly displayLanguage?: string }>(
  date: Date,
  language: string | undefined,
): Date {
  const { displayLanguage: _, ...rest } = date;
  const own = date.display === undefined || language === undefined ? rest : { ...rest, displayLanguage: language };
  // Nothing but the language of its words is another.
  return own as unknown as Date;
}

/** Chapters, notes and periods by the names of their lists. */
interface Asides {
  readonly chapters: Chapter;
  readonly notes: Note;
  readonly periods: Period;
}
export type AsideList = keyof Asides;

/** Fields of a chapter, a note or a period. */
export function setAside<Name extends AsideList>(
  dataset: WholeDataset,
  list: Name,
  id: string,
  fields: Partial<Omit<Asides[Name], 'id'>>,
): WholeDataset {
  const records: readonly Asides[Name][] = recordsOf(dataset, list);
  return withLists(dataset, {
    [list]: mapSame(records, (record) =>
      record.id === id ? withFields(record, fields as Partial<Asides[Name]>) : record,
    ),
  });
}

/** A new one at the end of its list. */
export function addAside<Name extends AsideList>(
  dataset: WholeDataset,
  list: Name,
  record: Omit<Asides[Name], 'id'>,
): WholeDataset {
  const id = newId(dataset, list, `${list.slice(0, 1)}${dataset[list].length + 1}`);
  return withLists(dataset, { [list]: [...dataset[list], { ...record, id }] });
}

export function deleteAside(dataset: WholeDataset, list: AsideList, id: string): WholeDataset {
  const records: readonly { readonly id: string }[] = dataset[list];
  return records.some((record) => record.id === id)
    ? withLists(dataset, { [list]: records.filter((record) => record.id !== id) })
    : dataset;
}
