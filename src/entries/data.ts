/** Dataset files without a page: reading, checking, writing, and the words that they are made of. No DOM, no side effects. */
import type { MessageKey } from '../base/messages/en';
import dates from '../base/messages/en/dates.json';
import check from '../base/messages/en/check.json';
import faults from '../base/messages/en/faults.json';
import files from '../base/messages/en/files.json';
import rejections from '../base/messages/en/rejections.json';
import vocabulary from '../base/messages/en/vocabulary.json';
import type { Message } from '../base/messages/message';
import { makeTranslate } from '../base/translate';
import type { Translate } from '../base/translate';
import { loadWholeReader } from '../formats/json/load-reader';
import { readDataset as readText } from '../formats/json/read-dataset';
import type { ReadResult } from '../formats/json/read-dataset';
import type { Rejection } from '../model/rejection';
import type { DatasetInput } from '../model/dataset-input';

export type { DatasetInput } from '../model/dataset-input';
export type { ReadProblem, ReadResult } from '../formats/json/read-dataset';
export type { Rejection } from '../model/rejection';
export type { Actor, Chapter, Dataset, DiplomaticEvent, Note, Period, Source, WholeDataset } from '../model/dataset';
export { FORMAT_VERSION } from '../formats/json/read-head';
export { writeDataset } from '../formats/json/write';
export { datasetHead } from '../model/dataset-head';
export type { ActorSketch, HeadSketch } from '../model/dataset-head';
export type { EventColumns, EventTexts } from '../model/event-columns';
export { textColumnOf } from '../model/text-column';
export type { TextColumn } from '../model/text-column';
export { DATE_FORMS } from '../model/dates/event-date';
export { FLAG_ANNOUNCED, FLAG_DEED, FLAG_DOUBT, FLAG_OPEN, NO_TYPE } from '../model/event-table';
export {
  ACTOR_KINDS,
  CERTAINTIES,
  COUNTRY_ROLES,
  DATE_BASES,
  EVENT_TYPES,
  EVIDENCE_FIELDS,
  GROUPINGS,
  RELATION_TYPES,
  ROLES,
  SCALES,
  SOURCE_GRADES,
  SOURCE_KINDS,
  STATUSES,
  TONES,
} from '../model/vocabulary';

/** What was looked at, and what is to be mended in it; `line` is a sentence of each. */
export interface CheckResult {
  /** Whether it can be shown at all. */
  readonly ok: boolean;
  /** Events that load. */
  readonly events: number;
  /** Why there is nothing to show, in a sentence; undefined where there is something. */
  readonly problem: string | undefined;
  readonly rejections: readonly Rejection[];
  readonly lines: readonly string[];
}

/**
 * Reads a dataset: the text of its file, or the object. Every good record loads, every bad one becomes a Rejection;
 * refused whole (`ok: false`) where it isn't JSON, is of a newer major version, too large, or has no usable event.
 * `name` stands in for a missing title.
 */
export async function readDataset(data: string | DatasetInput | object, name = 'dataset'): Promise<ReadResult> {
  await loadWholeReader();
  return readText(typeof data === 'string' ? data : JSON.stringify(data), name, words());
}

/** What `diplomatic-timeline check` says of a dataset, without the advice. */
export async function checkDataset(data: string | DatasetInput | object, name = 'dataset'): Promise<CheckResult> {
  const result = await readDataset(data, name);
  const t = words();
  return {
    ok: result.ok,
    events: result.ok ? result.dataset.events.length : 0,
    problem: result.ok ? undefined : result.problem.detail,
    rejections: result.rejections,
    lines: result.rejections.map(({ where, record, found, expected, effect }) =>
      t('check.line', {
        file: name,
        where,
        record: record === undefined ? '' : t('check.record', { record }),
        found,
        expected,
        effect: t(`effect.${effect}`),
      }),
    ),
  };
}

let spoken: Translate | undefined;

/** English, as far as readers of files speak. */
function words(): Translate {
  const messages: Partial<Record<MessageKey, Message>> = {
    ...check,
    ...dates,
    ...faults,
    ...files,
    ...rejections,
    ...vocabulary,
  };
  return (spoken ??= makeTranslate('en', messages));
}
