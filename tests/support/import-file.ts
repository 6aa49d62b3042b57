import { readFileSync } from 'node:fs';
import { english } from '../../src/base/messages/en';
import { makeTranslate } from '../../src/base/translate';
import { formatsOf } from '../../src/formats/registry';
import type { ImportedPlan } from '../../src/formats/imported/imported-reader';
import type { Survey } from '../../src/formats/reader';
import type { DiplomaticEvent } from '../../src/model/dataset';
import { fileAtHand } from './file-at-hand';

export const inEnglish = makeTranslate('en', english);

/** What comes of a file by the format that is the surest of it, with that format's id. */
export async function importOf(
  content: string | Uint8Array,
  { name = 'file', t = inEnglish } = {},
): Promise<{ readonly format: string; readonly survey: Survey<ImportedPlan> | undefined }> {
  const file = fileAtHand(content, { name });
  const [format] = formatsOf((await file.head()) as Uint8Array);
  const reader = await format!.load();
  const survey = await reader.survey([file], { t, signal: new AbortController().signal });
  return { format: format!.id, survey: survey as Survey<ImportedPlan> | undefined };
}

/** The plan for a file that can be read. */
export async function importPlan(content: string | Uint8Array, name = 'file'): Promise<ImportedPlan> {
  const { survey, format } = await importOf(content, { name });
  if (survey?.ok !== true) throw new Error(`${format}: ${survey?.problem.detail ?? 'something else'}`);
  return survey.plan;
}

/** The plan for a fixture of ours, by its path under tests/fixtures/import. */
export function fixturePlan(path: string): Promise<ImportedPlan> {
  return importPlan(new Uint8Array(readFileSync(`tests/fixtures/import/${path}`)), path.slice(path.indexOf('/') + 1));
}

/** Each event as `date title`, its date in EDTF with the hour, `-` where it has none. */
export function linesOf(events: readonly DiplomaticEvent[]): readonly string[] {
  return events.map(({ date, title }) => `${date?.edtf ?? '-'} ${title}`);
}

/** A field of each event, by title. */
export function byTitle<Value>(
  { events }: Pick<ImportedPlan, 'events'>,
  value: (event: DiplomaticEvent) => Value,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(events.map((event) => [event.title, value(event)]));
}

/** Faults as `where: field, found (effect)`. */
export function faultsOf({ rejections }: Pick<ImportedPlan, 'rejections'>): readonly string[] {
  return rejections.map(({ where, field, found, effect }) => `${where}: ${field}, ${found} (${effect})`);
}

/** The instant that a date's clock shows, with what the wall clock does. */
export function clockOf({ date }: DiplomaticEvent): string | undefined {
  const clock = date?.clock;
  if (clock === undefined) return undefined;
  const civil = new Date(clock.civil).toISOString().slice(0, 16);
  return `${civil} (${new Date(clock.at).toISOString().slice(11, 16)} UTC)`;
}
