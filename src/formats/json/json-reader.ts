import { andThen } from '../../base/awaitable';
import type { Awaitable } from '../../base/awaitable';
import { withLazyCode } from '../../base/lazy-code';
import { lazyWithMessages, loadUnits } from '../../base/messages/load-messages';
import type { Translate } from '../../base/translate';
import type { DiplomaticEvent } from '../../model/dataset';
import { RARE_DATES } from '../../model/dates/parse-event-date';
import { leftOutEvents } from '../rejections';
import { NOTHING_OPEN } from '../reader';
import type { Format, FoundReading, Plan, Reader, Survey, SurveyOptions } from '../reader';
import { MOST_JSON_BYTES, readDataset } from './read-dataset';
import type { ReadResult } from './read-dataset';
import { headText, isWholeHead } from '../recognise';
import type { Confidence } from '../recognise';
import { HEAD_BYTES } from '../source-file';
import type { SourceFile } from '../source-file';
import type { LoadProblem } from '../../model/load-problem';

/** All that stands in the file: nobody can say what a JSON text is before its end. */
export interface JsonPlan extends Plan {
  readonly events: readonly DiplomaticEvent[];
}

/** Reads our own JSON. Nothing is asked; without a pause where the text is at hand and no further code is needed. */
const jsonReader: Reader<JsonPlan> = {
  survey: ([file], options) => (file === undefined ? undefined : surveyFile(file, options)),
  read: (_, { dataset, events, rejections }, { into }) => {
    into.setDataset(dataset);
    for (const event of events) into.add(event);
    return { rejections, problem: undefined };
  },
};

/** In the entry, which asks it first: the page's own dataset is one. */
export const JSON_FORMAT: Format = {
  id: 'json',
  name: 'JSON',
  recognise: recogniseJson,
  load: () => Promise.resolve(jsonReader),
  now: () => jsonReader,
};

/** How a file is read that is one of ours. */
export function jsonReading(file: SourceFile, options: SurveyOptions): Awaitable<FoundReading | LoadProblem> {
  return andThen(surveyFile(file, options), (survey) =>
    survey.ok ? { reader: jsonReader, files: [file], plan: survey.plan, format: JSON_FORMAT.name } : survey.problem,
  );
}

/** As `readDataset`; asks for the code and the words that a damaged file needs, and reads again when they are here. */
export function readJsonText(text: string, name: string, t: Translate): Awaitable<ReadResult> {
  return withLazyCode(() => readDataset(text, name, t));
}

// A page says names of seasons of no other dates. The reading itself knows no messages that have to be loaded.
RARE_DATES.along(() => loadUnits(['seasons']));

/** Characters of a text that is read at once: some ten milliseconds. */
const MOST_AT_ONCE = 400_000;

/** What reads a text that would hold up the page, with the words for what may be wrong with it. */
const LARGE_JSON = lazyWithMessages(['faults'], () =>
  import('./large-json').then(({ readLargeJson }) => readLargeJson),
);

function surveyFile(file: SourceFile, options: SurveyOptions): Awaitable<Survey<JsonPlan>> {
  return andThen(file.text(MOST_JSON_BYTES), (text): Awaitable<Survey<JsonPlan>> =>
    typeof text === 'string'
      ? andThen(readShortOrLarge(text, file.name, options), (result) => surveyOf(result, file.name))
      : { ok: false, problem: text },
  );
}

function readShortOrLarge(text: string, name: string, { t, signal, heard }: SurveyOptions): Awaitable<ReadResult> {
  return text.length <= MOST_AT_ONCE
    ? readJsonText(text, name, t)
    : LARGE_JSON.load().then((readLargeJson) => readLargeJson(text, name, t, { signal }, heard));
}

function surveyOf(result: ReadResult, source: string): Survey<JsonPlan> {
  if (!result.ok) return { ok: false, problem: { source, ...result.problem } };
  const { events, ...dataset } = result.dataset;
  return {
    ok: true,
    plan: {
      ...NOTHING_OPEN,
      source,
      dataset,
      events,
      counts: { records: events.length + leftOutEvents(result.rejections), events: events.length },
      rejections: result.rejections,
      isRead: true,
    },
  };
}

/**
 * Our own JSON says its version, or has events with participants; any other may be meant as ours, and its reader says
 * what is missing. With `rows` in the place of events it is another's (table/recognise-table.ts).
 */
function recogniseJson(head: Uint8Array): Confidence {
  const text = headText(head, HEAD_BYTES);
  if (!/^[{[]/.test(text)) return 'none';
  const has = (key: string): boolean => new RegExp(`"${key}"\\s*:`).test(text);
  if (isWholeHead(head) && has('rows')) return 'likely';
  if (has('schemaVersion') || (has('events') && has('participants'))) return 'certain';
  return has('events') ? 'likely' : 'possible';
}
