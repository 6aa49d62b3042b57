import type { Dataset, Opening } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import { cleanText } from '../../base/clean-text';
import { idFromName } from './bare-actor';
import { decodeRecord } from './decode';
import { checkedEdtf } from './read-parties';
import { entryPath } from '../rejections';
import type { RecordPlace, RejectionList } from '../rejections';
import { headSchema } from './schema';
import type { FileHead } from './schema';

/** Major version of the format that this code reads. */
export const KNOWN_MAJOR = 1;

const LISTS: ReadonlySet<string> = new Set(['sources', 'actors', 'events']);

/** A dataset without its three lists. Without a title or id the file's name stands in. */
export function readHead(
  record: Readonly<Record<string, unknown>>,
  sourceName: string,
  list: RejectionList,
): Omit<Dataset, 'sources' | 'actors' | 'events'> {
  const place: RecordPlace = { pointer: '', record: undefined };
  const rest = Object.fromEntries(Object.entries(record).filter(([key]) => !LISTS.has(key)));
  const file: FileHead = decodeRecord(headSchema, rest, place, list) ?? {};
  const baseName = cleanText(sourceName.slice(sourceName.lastIndexOf('/') + 1).replace(/\.json$/, ''));
  const corrections = file.corrections ?? [];
  return {
    schemaVersion: file.schemaVersion ?? `${KNOWN_MAJOR}.0`,
    id: file.id ?? idFromName(baseName),
    title: file.title ?? baseName,
    description: file.description,
    language: readLanguage(file.language, place, list),
    asOf: readAsOf(file.asOf, place, list),
    licence: file.licence,
    opening: readOpening(file.opening, place, list),
    curators: file.curators ?? [],
    modified: file.modified,
    version: file.version,
    corrections: corrections.filter(
      ({ date }, index) =>
        checkedEdtf(date, `${entryPath(list, '/corrections', corrections, index)}/date`, place, list) !== undefined,
    ),
  };
}

function readLanguage(tag: string | undefined, place: RecordPlace, list: RejectionList): string | undefined {
  if (tag === undefined) return undefined;
  // Intl throws for what isn't a language tag; here that is a file's value, not our mistake.
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    list.reject(place, '/language', tag, list.t('expected.language'), 'dropped');
    return undefined;
  }
}

function readAsOf(edtf: string | undefined, place: RecordPlace, list: RejectionList): EventDate | undefined {
  if (edtf === undefined) return undefined;
  const date = parseEventDate(edtf);
  if (!isDateFault(date) && date.form === 'single' && date.precision === 'day') return date;
  list.reject(place, '/asOf', edtf, list.t(isDateFault(date) ? date.fault : 'expected.oneDay'), 'dropped');
  return undefined;
}

function readOpening(file: FileHead['opening'], place: RecordPlace, list: RejectionList): Opening | undefined {
  if (file === undefined) return undefined;
  const from = spanOf(checkedEdtf(file.from, '/opening/from', place, list))?.start.start;
  const last = spanOf(checkedEdtf(file.to, '/opening/to', place, list));
  const to = last === undefined ? undefined : (last.end ?? last.start).end;
  const rest = { scale: file.scale, group: file.group, expanded: file.expanded };
  if (from === undefined || to === undefined || from < to) return { from, to, ...rest };
  list.reject(place, '/opening/to', file.to, list.t('expected.openingInOrder'), 'dropped');
  return { from, to: undefined, ...rest };
}

function spanOf(edtf: string | undefined): EventDate | undefined {
  const date = edtf === undefined ? undefined : parseEventDate(edtf);
  return date === undefined || isDateFault(date) ? undefined : date;
}
