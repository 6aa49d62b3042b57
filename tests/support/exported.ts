import { compileMessages } from '../../src/base/messages/compile-messages';
import { english } from '../../src/base/messages/en';
import { runToEnd } from '../../src/base/steps';
import { makeTranslate } from '../../src/base/translate';
import { writeEvent } from '../../src/formats/json/write-event';
import { readDataset } from '../../src/formats/json/read-dataset';
import type { Writer, WriterId } from '../../src/formats/writer';
import { WRITERS } from '../../src/formats/writers';
import type { Actor, Dataset, DiplomaticEvent, WholeDataset } from '../../src/model/dataset';
import { actorsById } from '../../src/model/lookups';
import { openFiles } from './open-files';
import { fileAtHand } from './file-at-hand';

export const inEnglish = makeTranslate('en', compileMessages(english));

/** What writes files of a format, with all that it loads. */
export async function writerOf(id: WriterId): Promise<Writer> {
  const entry = WRITERS.find((each) => each.id === id);
  if (entry === undefined) throw new Error(`No writer "${id}"`);
  return entry.load();
}

/** All of the file at once. */
export function written(writer: Writer, dataset: WholeDataset, isRaw = false): string | Uint8Array {
  return runToEnd(writer.write(dataset, { t: inEnglish, isRaw, link: 'https://example.org/timeline/' }));
}

/** A dataset of a file of ours, which must be readable. */
export function datasetOf(file: unknown): WholeDataset {
  const read = readDataset(JSON.stringify(file), 'random.json', inEnglish);
  if (!read.ok) throw new Error(read.problem.detail);
  return read.dataset;
}

/** What the page makes of a file that the page has written: without a question, and without anything left out. */
export async function readBack(
  content: string | Uint8Array,
  name: string,
): Promise<{ readonly dataset: Dataset; readonly events: readonly DiplomaticEvent[]; readonly format: string }> {
  const opened = await openFiles([fileAtHand(content, { name })]);
  if (opened.problem !== undefined) throw new Error(`Not opened: ${opened.problem.kind} ${opened.problem.detail}`);
  const { plan, outcome, table, events, format } = opened;
  if (plan.questions.length > 0) throw new Error(`Asked: ${JSON.stringify(plan.questions)}`);
  if (outcome.rejections.length > 0) throw new Error(`Rejected: ${JSON.stringify(outcome.rejections)}`);
  return { dataset: table.dataset, events: events(), format };
}

/** Of a source, in one order. */
const WORDS = [
  'kind',
  'publisher',
  'ownership',
  'title',
  'dateline',
  'published',
  'url',
  'note',
  'grade',
  'extra',
  'publisherSuggested',
];

/**
 * Events as their own files have them, with the names of actors and the words of sources in the place of ids, which a file
 * without ids gives anew. By id, so that their order is none.
 */
export function comparable(events: readonly DiplomaticEvent[], dataset: Dataset): Readonly<Record<string, unknown>> {
  const labels = new Map(dataset.actors.map((actor: Actor) => [actor.id, actor.label]));
  const sources = new Map(dataset.sources.map(({ id, ...words }) => [id, JSON.stringify(words, WORDS)]));
  const none = actorsById({ actors: [] });
  return Object.fromEntries(
    events.map((event) => [
      event.id,
      JSON.parse(
        JSON.stringify(
          writeEvent(
            {
              ...event,
              participants: event.participants.map((each) => ({
                ...each,
                actor: labels.get(each.actor) ?? each.actor,
              })),
              evidence: event.evidence.map((each) => ({ ...each, source: sources.get(each.source) ?? each.source })),
            },
            none,
          ),
        ),
      ),
    ]),
  );
}
