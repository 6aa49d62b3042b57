import { andThen } from '../../base/awaitable';
import type { Awaitable } from '../../base/awaitable';
import { runInSlices } from '../../base/slices';
import { runToEnd } from '../../base/steps';
import type { Steps } from '../../base/steps';
import type { Translate } from '../../base/translate';
import type { DiplomaticEvent } from '../../model/dataset';
import type { LoadProblem } from '../../model/load-problem';
import { makeImportedEvents } from '../imported-events';
import type { Imported, ImportedEvents } from '../imported-events';
import { NOTHING_OPEN } from '../reader';
import type { Plan, Reader, Survey } from '../reader';
import { textOfFile } from './file-text';
import type { FileText } from './file-text';

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
}

/** How a text was read: how many records it has, undefined for something else after all, or why nothing comes of it. */
export type ImportedEnd =
  | { readonly records: number; readonly format?: string }
  | { readonly problem: LoadProblem['kind']; readonly detail: string }
  | undefined;

/** Characters of a text that is read at once: some ten milliseconds. */
const MOST_AT_ONCE = 200_000;

/** What reads such a format: all of it in the survey, without a pause where it is short, else in slices. */
export function makeImportedReader(format: ImportedFormat): Reader<ImportedPlan> {
  return {
    survey: ([file], { t, signal, heard }) =>
      file === undefined
        ? undefined
        : andThen(textOfFile(file), (found): Awaitable<Survey<ImportedPlan> | undefined> => {
            if ('kind' in found) return { ok: false, problem: found };
            const steps = imported(format, found, file.name, t);
            return found.text.length <= MOST_AT_ONCE ? runToEnd(steps) : runInSlices(steps, { signal }, heard);
          }),
    read: (_, { dataset, events, rejections }, { into }) => {
      into.setDataset(dataset);
      for (const event of events) into.add(event);
      return { rejections, problem: undefined };
    },
  };
}

function* imported(
  { name, read }: ImportedFormat,
  { text, encoding }: FileText,
  source: string,
  t: Translate,
): Steps<Survey<ImportedPlan> | undefined> {
  const into = makeImportedEvents({ name: source, t });
  if (encoding !== undefined) into.note('settled', t('imported.note.encoding', { encoding }));
  tellLostLetters(text, into);
  const end = yield* read(text, into);
  if (end === undefined) return undefined;
  if ('problem' in end) return { ok: false, problem: { kind: end.problem, source, detail: end.detail } };
  return { ok: true, plan: planOf(yield* into.finishInSteps(), end.records, end.format ?? name, source) };
}

/** Bytes that no letter of UTF-8 has stand as U+FFFD; that never goes unsaid. */
function tellLostLetters(text: string, into: ImportedEvents): void {
  const at = text.indexOf('\uFFFD');
  if (at === -1) return;
  const line = text.slice(0, at).split('\n').length;
  const { t } = into;
  into.reject({
    where: t('position.line', { line }),
    field: '',
    found: text.slice(Math.max(0, at - 20), at + 20),
    expected: t('expected.utf8'),
    effect: 'noted',
  });
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
