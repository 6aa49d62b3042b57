import type { Actor, Designation, Office, Source } from '../../model/dataset';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import { guessKind } from './bare-actor';
import { decodeRecord, extraOf, isRecord, withExtra } from './decode';
import { DAMAGED } from './json-result';
import { makeUniqueIds } from './unique-ids';
import { cleanText } from '../../base/clean-text';
import { entryPath, pointerPart } from '../rejections';
import type { RecordPlace, RejectionList } from '../rejections';
import { actorSchema, sourceSchema } from './schema';
import type { FileActor } from './schema';

/** The usable sources of a file, in its order. */
export function readSources(records: readonly unknown[], list: RejectionList): readonly Source[] {
  const sources: Source[] = [];
  const ids = makeUniqueIds(records.map(idOf));
  records.forEach((record, index) => {
    if (record === DAMAGED) return;
    const place = placeOf('sources', index, record);
    const file = decodeRecord(sourceSchema, record, place, list);
    if (file === undefined) return;
    if (file.url === null && file.note === undefined)
      list.reject(place, '/url', null, list.t('expected.urlNote'), 'noted');
    sources.push({
      id: ids.take(file.id, place, list),
      kind: file.kind,
      publisher: file.publisher,
      ownership: file.ownership,
      title: file.title,
      dateline: file.dateline,
      published: checkedEdtf(file.published, '/published', place, list),
      url: file.url ?? undefined,
      note: file.note,
      grade: file.grade,
      ...extraOf(file),
    });
  });
  return sources;
}

/** The usable actors a file lists, in its order. */
export function readActors(records: readonly unknown[], list: RejectionList): readonly Actor[] {
  const actors = new Map<string, Actor>();
  const ids = makeUniqueIds(records.map(idOf));
  const places: RecordPlace[] = [];
  records.forEach((record, index) => {
    if (record === DAMAGED) return;
    const place = placeOf('actors', index, record);
    const file = decodeRecord(actorSchema, record, place, list);
    if (file === undefined) return;
    places.push(place);
    const id = ids.take(file.id, place, list);
    actors.set(id, {
      id,
      label: file.label ?? file.id,
      kind: file.kind ?? guessKind(file.label ?? file.id),
      countries: [...new Set(file.countries)],
      altNames: file.altNames ?? [],
      memberOf: file.memberOf ?? [],
      offices: readOffices(file.offices, place, list),
      designations: (file.designations ?? []).map((entry): Designation =>
        withExtra({ by: entry.by, what: entry.what, accordingTo: entry.accordingTo }, entry),
      ),
      note: file.note,
      ...extraOf(file),
    });
  });
  return [...actors.values()].map((actor, index) => inKnownGroups(actor, actors, places[index], list));
}

function readOffices(offices: FileActor['offices'] = [], place: RecordPlace, list: RejectionList): readonly Office[] {
  return offices.map((office, index): Office => {
    if (typeof office === 'string') return { title: office, country: undefined, asOf: undefined };
    const { title, country } = office;
    const path = `${entryPath(list, '/offices', offices, index)}/asOf`;
    return withExtra({ title, country, asOf: checkedEdtf(office.asOf, path, place, list) }, office);
  });
}

function inKnownGroups(
  actor: Actor,
  actors: ReadonlyMap<string, Actor>,
  place: RecordPlace | undefined,
  list: RejectionList,
): Actor {
  const memberOf = actor.memberOf.filter((group, index) => {
    const known = actors.has(group);
    if (!known && place !== undefined) {
      list.reject(
        place,
        entryPath(list, '/memberOf', actor.memberOf, index),
        group,
        list.t('expected.knownActor'),
        'dropped',
      );
    }
    return known;
  });
  return { ...actor, memberOf };
}

/** An EDTF string kept as written; undefined, and reported as dropped, when it is none. */
export function checkedEdtf(
  edtf: string | undefined,
  path: string,
  place: RecordPlace,
  list: RejectionList,
): string | undefined {
  if (edtf === undefined) return undefined;
  const date = parseEventDate(edtf);
  if (!isDateFault(date)) return edtf;
  list.reject(place, path, edtf, list.t(date.fault), 'dropped');
  return undefined;
}

/** The lists of a file whose records are read one by one. */
export const FILE_LISTS = ['sources', 'actors', 'chapters', 'notes', 'periods', 'events'] as const;
export type FileList = (typeof FILE_LISTS)[number];

/** Where a record of one of the file's lists stands, and what to call it: its id, else its title. */
export function placeOf(listName: FileList, index: number, record: unknown): RecordPlace {
  return { pointer: `/${listName}${pointerPart(index)}`, record: nameOf(record) };
}

/** The id that a record gives itself; undefined where that is none. */
export function idOf(record: unknown): string | undefined {
  const id = isRecord(record) && Object.hasOwn(record, 'id') ? record['id'] : undefined;
  return typeof id === 'string' ? cleanText(id) : undefined;
}

function nameOf(record: unknown): string | undefined {
  if (!isRecord(record)) return undefined;
  const name = ['id', 'title', 'label']
    .map((key) => (Object.hasOwn(record, key) ? record[key] : undefined))
    .find((value) => typeof value === 'string');
  return typeof name === 'string' ? name.slice(0, 80) : undefined;
}
