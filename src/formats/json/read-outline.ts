import type { Chapter, Note, Period } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import { decodeRecord, extraOf } from './decode';
import { readEventDate } from './event-date-field';
import { readEvidence } from './read-event';
import type { EventContext } from './read-event';
import { DAMAGED } from './json-result';
import { idOf, placeOf } from './read-parties';
import { makeUniqueIds } from './unique-ids';
import type { FileList } from './read-parties';
import { entryPath } from '../rejections';
import type { RecordPlace } from '../rejections';
import { chapterSchema, noteSchema, periodSchema } from './outline-schema';

/** What chapters, notes and periods are read against: sources, and the events that were loaded. */
export interface OutlineContext extends Pick<EventContext, 'sourceIds' | 'list'> {
  readonly eventIds: ReadonlySet<string>;
}

/** The usable chapters of a file, in its order. */
export function readChapters(records: readonly unknown[], context: OutlineContext): readonly Chapter[] {
  return readUnique('chapters', records, context, (record, place) => {
    const file = decodeRecord(chapterSchema, record, place, context.list);
    if (file === undefined) return undefined;
    const events = (file.events ?? []).filter((id, index) => {
      const known = context.eventIds.has(id);
      const path = entryPath(context.list, '/events', file.events ?? [], index);
      if (!known) context.list.reject(place, path, id, context.list.t('expected.knownEvent'), 'dropped');
      return known;
    });
    return {
      id: file.id,
      title: file.title,
      ...readBounds(file, place, context),
      text: file.text,
      view: file.view,
      events,
      evidence: readEvidence(file.evidence, place, context),
      ...extraOf(file),
    };
  });
}

/** The usable notes of a file, in its order. */
export function readNotes(records: readonly unknown[], context: OutlineContext): readonly Note[] {
  return readUnique('notes', records, context, (record, place) => {
    const file = decodeRecord(noteSchema, record, place, context.list);
    if (file === undefined) return undefined;
    const isDangling = file.event !== undefined && !context.eventIds.has(file.event);
    if (isDangling) context.list.reject(place, '/event', file.event, context.list.t('expected.knownEvent'), 'dropped');
    return {
      id: file.id,
      text: file.text,
      event: isDangling ? undefined : file.event,
      ...readBounds(file, place, context),
      evidence: readEvidence(file.evidence, place, context),
      ...extraOf(file),
    };
  });
}

/** The usable periods of a file, in its order. */
export function readPeriods(records: readonly unknown[], context: OutlineContext): readonly Period[] {
  return readUnique('periods', records, context, (record, place) => {
    const file = decodeRecord(periodSchema, record, place, context.list);
    const date = file === undefined ? undefined : readEventDate(file.date, place, context.list);
    if (file === undefined || date === undefined) return undefined;
    return {
      id: file.id,
      label: file.label,
      date,
      countries: [...new Set(file.countries)],
      evidence: readEvidence(file.evidence, place, context),
      ...extraOf(file),
    };
  });
}

/** Of several records with one id the first is kept. */
function readUnique<Item extends { readonly id: string }>(
  listName: FileList,
  records: readonly unknown[],
  { list }: OutlineContext,
  read: (record: unknown, place: RecordPlace) => Item | undefined,
): readonly Item[] {
  const items: Item[] = [];
  const ids = makeUniqueIds(records.map(idOf));
  records.forEach((record, index) => {
    if (record === DAMAGED) return;
    const place = placeOf(listName, index, record);
    const item = read(record, place);
    if (item === undefined) return;
    const id = ids.take(item.id, place, list);
    items.push(id === item.id ? item : { ...item, id });
  });
  return items;
}

/** Its first and last day; an end before the start is dropped. */
function readBounds(
  file: { readonly from?: string | undefined; readonly to?: string | undefined },
  place: RecordPlace,
  { list }: OutlineContext,
): { readonly from: EventDate | undefined; readonly to: EventDate | undefined } {
  const read = (edtf: string | undefined, path: string): EventDate | undefined => {
    const date = edtf === undefined ? undefined : parseEventDate(edtf);
    if (date === undefined || !isDateFault(date)) return date;
    list.reject(place, path, edtf, list.t(date.fault), 'dropped');
    return undefined;
  };
  const from = read(file.from, '/from');
  const to = read(file.to, '/to');
  if (from === undefined || to === undefined || (to.end ?? to.start).end > from.start.start) return { from, to };
  list.reject(place, '/to', file.to, list.t('expected.endAfterStart'), 'dropped');
  return { from, to: undefined };
}
