import { andThen } from '../../base/awaitable';
import type { Translate } from '../../base/translate';
import type { Dataset } from '../../model/dataset';
import type { LoadProblem } from '../../model/load-problem';
import type { Rejection } from '../../model/rejection';
import type { CsvMapping } from './mapping';
import { rowsSchema } from './mapping-schema';
import { decodeRecord, isRecord } from '../json/decode';
import { MOST_JSON_BYTES } from '../json/read-dataset';
import type { ReadProblem } from '../json/read-dataset';
import { readHead } from '../json/read-head';
import { readActors, readSources } from '../json/read-parties';
import { makeRejectionList } from '../rejections';
import type { RecordPlace, RejectionList } from '../rejections';
import type { Reader, Survey } from '../reader';
import { mappedPlan } from './table-plan';
import type { TablePlan } from './table-plan';
import { readTable } from './table-reader';

/** The plan for the table beside the file that says what it means. */
interface RowsFilePlan extends TablePlan {
  /** Address of the CSV, from the file's own. */
  readonly csv: string;
}

/** Reads a dataset whose events are the rows of a CSV beside it. */
export const rowsFileReader: Reader<RowsFilePlan> = {
  survey: ([file], { t }) =>
    file === undefined ? undefined : andThen(file.text(MOST_JSON_BYTES), (text) => surveyOf(text, file.name, t)),
  read: ([file], plan, options) => {
    if (file === undefined) throw new Error('No file to read a table from');
    return andThen(file.beside(plan.csv), (csv) => readTable(csv, plan, options));
  },
};

function surveyOf(text: string | LoadProblem, name: string, t: Translate): Survey<RowsFilePlan> | undefined {
  if (typeof text !== 'string') return { ok: false, problem: text };
  const read = readRowsFile(text, name, t);
  if (read === undefined) return undefined;
  if (!read.ok) return { ok: false, problem: { source: name, ...read.problem } };
  const { csv, dataset, mapping } = read.file;
  return { ok: true, plan: { ...mappedPlan(csv, dataset, mapping), csv, rejections: read.rejections } };
}

/** A dataset whose events are the rows of a CSV: its head, and how the rows are to be read. */
export interface RowsFile {
  readonly dataset: Dataset;
  /** Address of the CSV, as the file gives it: from its own. */
  readonly csv: string;
  readonly mapping: CsvMapping;
}

export type RowsFileResult =
  | { readonly ok: true; readonly file: RowsFile; readonly rejections: readonly Rejection[] }
  | { readonly ok: false; readonly problem: ReadProblem };

const ROWS: RecordPlace = { pointer: '/rows', record: undefined };

/**
 * Reads a dataset file that has `rows` instead of `events`; undefined for any other text, which `readDataset` is for.
 * Field by field: a bad one is dropped and told, and refuses the file only where rows can't be read without it.
 */
export function readRowsFile(text: string, sourceName: string, t: Translate): RowsFileResult | undefined {
  const file = rowsRecord(text);
  if (file === undefined) return undefined;
  const list = makeRejectionList(t);
  const { rows, ...rest } = file;
  const read = decodeRecord(rowsSchema, rows, ROWS, list, { tellUnknown: true });
  if (read !== undefined && read.mapping.actors.length === 0) {
    list.reject(ROWS, '/mapping/actors', undefined, t('expected.someActor'), 'left-out');
  }
  const fatal = list.rejections.find(({ effect }) => effect === 'left-out');
  if (read === undefined || fatal !== undefined) {
    const { where = '', found = '', expected = '' } = fatal ?? {};
    return { ok: false, problem: { kind: 'wrong-shape', detail: t('problem.badMapping', { where, found, expected }) } };
  }
  tellWithoutPlace(rest, list);
  const head = readHead(rest, sourceName, list);
  const sources = readSources(listIn(rest, 'sources'), list);
  const dataset: Dataset = { ...head, sources, actors: readActors(listIn(rest, 'actors'), list) };
  return {
    ok: true,
    file: { dataset, csv: read.csv, mapping: knownSource(read.mapping as CsvMapping, dataset, list) },
    rejections: list.rejections,
  };
}

const OF_EVENTS = ['chapters', 'notes', 'periods'] as const;

/** What goes with events by their ids has no place yet beside rows, whose ids are known when they have been read. */
function tellWithoutPlace(file: Readonly<Record<string, unknown>>, list: RejectionList): void {
  for (const key of OF_EVENTS) {
    if (file[key] === undefined) continue;
    list.reject({ pointer: '', record: undefined }, `/${key}`, file[key], list.t('expected.notBesideRows'), 'dropped');
  }
}

function rowsRecord(text: string): Readonly<Record<string, unknown>> | undefined {
  if (!text.includes('"rows"')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) && Object.hasOwn(value, 'rows') ? value : undefined;
  } catch {
    // What is wrong with it `readDataset` says, with the place.
    return undefined;
  }
}

function listIn(file: Readonly<Record<string, unknown>>, key: 'sources' | 'actors'): readonly unknown[] {
  const value = Object.hasOwn(file, key) ? file[key] : undefined;
  return Array.isArray(value) ? value : [];
}

/** Nothing may rest on a source that isn't there. */
function knownSource({ restsOn, ...mapping }: CsvMapping, { sources }: Dataset, list: RejectionList): CsvMapping {
  if (restsOn === undefined) return mapping;
  if (sources.some(({ id }) => id === restsOn)) return { ...mapping, restsOn };
  list.reject(ROWS, '/mapping/restsOn', restsOn, list.t('expected.knownSource'), 'dropped');
  return mapping;
}
