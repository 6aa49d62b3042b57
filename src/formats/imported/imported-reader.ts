import { andThen } from '../../base/awaitable';
import type { Awaitable } from '../../base/awaitable';
import { runInSlices } from '../../base/slices';
import { runToEnd } from '../../base/steps';
import type { Steps } from '../../base/steps';
import type { DiplomaticEvent } from '../../model/dataset';
import type { LoadProblem } from '../../model/load-problem';
import { makeImportedEvents } from '../imported-events';
import type { Imported, ImportedEvents } from '../imported-events';
import { MOST_JSON_BYTES } from '../json/read-dataset';
import { NOTHING_OPEN } from '../reader';
import type { Plan, Reader, Survey, SurveyOptions } from '../reader';
import type { SourceFile } from '../source-file';

/** All that stands in the file: its records are events already. */
export interface ImportedPlan extends Plan {
  readonly events: readonly DiplomaticEvent[];
}

/** A format whose records are events already. */
export interface ImportedFormat {
  /** What its own people call it. */
  readonly name: string;
  /** Writes what a text has into `into`. Gives shares done where it stops; every few hundred records is enough. */
  readonly read: (text: string, into: ImportedEvents) => Steps<ImportedEnd>;
  /** How its bytes become text; UTF-8 where absent. */
  readonly text?: (file: SourceFile) => Awaitable<string | LoadProblem>;
}

/** How a text was read: how many records it has, undefined for something else after all, or why nothing comes of it. */
export type ImportedEnd =
  | { readonly records: number; readonly format?: string }
  | { readonly problem: LoadProblem['kind']; readonly detail: string }
  | undefined;

/** Characters of a text that is read at once: some ten milliseconds. */
const MOST_AT_ONCE = 200_000;

/** What reads such a format: all of it in the survey, without a pause where it is short, else in slices. */
export function makeImportedReader({ name, read, text: textOf }: ImportedFormat): Reader<ImportedPlan> {
  function* imported(text: string, source: string, t: SurveyOptions['t']): Steps<Survey<ImportedPlan> | undefined> {
    const into = makeImportedEvents({ name: source, t });
    const end = yield* read(text, into);
    if (end === undefined) return undefined;
    if ('problem' in end) return { ok: false, problem: { kind: end.problem, source, detail: end.detail } };
    const { records, format = name } = end;
    return { ok: true, plan: planOf(yield* into.finishInSteps(), records, format, source) };
  }
  return {
    survey: ([file], options) =>
      file === undefined
        ? undefined
        : andThen(textOf?.(file) ?? file.text(MOST_JSON_BYTES), (text): Awaitable<Survey<ImportedPlan> | undefined> => {
            if (typeof text !== 'string') return { ok: false, problem: text };
            const steps = imported(text.replace(/^\uFEFF/, ''), file.name, options.t);
            return text.length <= MOST_AT_ONCE
              ? runToEnd(steps)
              : runInSlices(steps, { signal: options.signal }, options.heard);
          }),
    read: (_, { dataset, events, rejections }, { into }) => {
      into.setDataset(dataset);
      for (const event of events) into.add(event);
      return { rejections, problem: undefined };
    },
  };
}

function planOf(
  { dataset, events, rejections, notes }: Imported,
  records: number,
  format: string,
  source: string,
): ImportedPlan {
  return {
    ...NOTHING_OPEN,
    source,
    dataset,
    events,
    counts: { records, events: events.length },
    rejections,
    format,
    notes,
    isRead: true,
  };
}
