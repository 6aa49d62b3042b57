import type { Dataset, Opening } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import { cleanText } from '../../base/clean-text';
import { idFromName } from './bare-actor';
import { decodeRecord, extraOf, withExtra } from './decode';
import { FILE_LISTS, checkedEdtf } from './read-parties';
import { entryPath } from '../rejections';
import type { RecordPlace, RejectionList } from '../rejections';
import { headSchema } from './schema';
import type { FileHead } from './schema';

/** Version of the format that this code reads and writes; files of another minor version are read too. */
export const FORMAT_VERSION = '1.1';
export const KNOWN_MAJOR = 1;

const LISTS: ReadonlySet<string> = new Set(FILE_LISTS);

/** A dataset with empty lists. Without a title or id the file's name stands in. */
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
    ...(file.$schema === undefined ? {} : { $schema: file.$schema }),
    schemaVersion: file.schemaVersion ?? FORMAT_VERSION,
    id: file.id ?? idFromName(baseName),
    title: file.title ?? baseName,
    description: file.description,
    language: readLanguage(file, place, list),
    asOf: readAsOf(file.asOf, place, list),
    licence: file.licence,
    opening: readOpening(file.opening, place, list),
    curators: file.curators ?? [],
    modified: file.modified,
    version: file.version,
    corrections: corrections
      .filter(
        ({ date }, index) =>
          checkedEdtf(date, `${entryPath(list, '/corrections', corrections, index)}/date`, place, list) !== undefined,
      )
      .map((entry) => withExtra({ date: entry.date, text: entry.text }, entry)),
    chapters: [],
    notes: [],
    periods: [],
    ...extraOf(file),
  };
}

/** `lang`, in files of 1.0 `language`. */
function readLanguage(file: FileHead, place: RecordPlace, list: RejectionList): string | undefined {
  const tag = file.lang ?? file.language;
  if (tag === undefined) return undefined;
  // Intl throws for what isn't a language tag; here that is a file's value, not our mistake.
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    list.reject(place, file.lang === undefined ? '/language' : '/lang', tag, list.t('expected.language'), 'dropped');
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
  const rest = { scale: file.scale, group: file.group, expanded: file.expanded, ...extraOf(file) };
  if (from === undefined || to === undefined || from < to) return { from, to, ...rest };
  list.reject(place, '/opening/to', file.to, list.t('expected.openingInOrder'), 'dropped');
  return { from, to: undefined, ...rest };
}

function spanOf(edtf: string | undefined): EventDate | undefined {
  const date = edtf === undefined ? undefined : parseEventDate(edtf);
  return date === undefined || isDateFault(date) ? undefined : date;
}
