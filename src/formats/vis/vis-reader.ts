import type { Steps } from '../../base/steps';
import type { EventDate } from '../../model/dates/event-date';
import { singleDate, spanDate } from '../imported/exact-date';
import type { ExactDate } from '../imported/exact-date';
import { htmlToText } from '../imported/html-text';
import type { ImportedParty } from '../imported/imported-event';
import { makeImportedReader } from '../imported/imported-reader';
import type { ImportedEnd } from '../imported/imported-reader';
import { readJsDate } from '../imported/js-date';
import { RECORDS_A_STEP, fieldOf, jsonOf, listIn, recordsOf, restOf, textIn } from '../imported/json-text';
import type { JsonRecord } from '../imported/json-text';
import type { ImportedEvents } from '../imported-events';
import { isRecord } from '../json/decode';
import { sidesOf } from './vis-sides';

/** Reads items of vis-timeline: a list of them, or `items` with their `groups`. */
export const visReader = makeImportedReader({ name: 'vis-timeline', read: readVis });

const READ: ReadonlySet<string> = new Set('id start end content title description group type'.split(' '));

function* readVis(text: string, into: ImportedEvents): Steps<ImportedEnd> {
  const json = yield* jsonOf(text, into);
  if ('problem' in json) return json.problem;
  const file = isRecord(json.value) ? json.value : undefined;
  const items = Array.isArray(json.value) ? (json.value as readonly unknown[]) : listIn(file, 'items');
  const pointer = file === undefined ? '' : '/items';
  if (items.length === 0) return { problem: 'no-events', detail: into.t('imported.problem.vis') };
  const groups = groupsOf(listIn(file, 'groups'));
  const named = new Set<string>();
  for (const [item, where, index] of recordsOf(items, pointer, into)) {
    if (index % RECORDS_A_STEP === 0) yield index / items.length;
    addItem(item, where, groups, named, into);
  }
  if (named.size > 0)
    into.note('to-settle', into.t('imported.note.groups', { n: named.size, list: [...named].slice(0, 4).join(', ') }));
  return { records: items.length };
}

function groupsOf(groups: readonly unknown[]): ReadonlyMap<string, string> {
  return new Map(
    groups.filter(isRecord).flatMap((group) => {
      const id = textIn(group, 'id');
      const label = plain(textIn(group, 'content')) ?? id;
      return id === undefined || label === undefined ? [] : [[id, label] as const];
    }),
  );
}

function addItem(
  item: JsonRecord,
  where: string,
  groups: ReadonlyMap<string, string>,
  named: Set<string>,
  into: ImportedEvents,
): void {
  const { t } = into;
  const sides = sidesOf(item);
  const content = textIn(item, 'content');
  const title = content ?? sides?.title ?? textIn(item, 'title');
  const [startText, endText] = [textIn(item, 'start'), textIn(item, 'end')];
  const start = readVisDate(fieldOf(item, 'start'), into);
  const end = readVisDate(fieldOf(item, 'end'), into);
  const record = plain(title);
  const drop = (expected: string): void =>
    into.reject({ where, record, field: 'end', found: endText, expected, effect: 'dropped' });
  if (endText !== undefined && end === undefined) drop(t('imported.expected.date'));
  let date: EventDate | undefined;
  if (start !== undefined) {
    date = end === undefined ? singleDate(start) : spanDate(start, end);
    if (date === undefined) {
      drop(t('expected.endAfterStart'));
      date = singleDate(start);
    }
  }
  if (textIn(item, 'type') === 'background' && date !== undefined) {
    into.addPeriod({ label: record ?? '', date });
    return;
  }
  const group = groupOf(item, groups);
  if (group !== undefined) named.add(group);
  const summary = [
    content === undefined && sides === undefined ? undefined : textIn(item, 'title'),
    textIn(item, 'description'),
  ];
  const rest = restOf(item, new Set([...READ, ...(sides?.keys ?? [])]));
  into.add({
    id: textIn(item, 'id'),
    title,
    summary: summary.filter((part) => part !== undefined && part !== title).join('<br><br>'),
    date,
    dateText: startText,
    participants: [...(sides?.parties ?? []), ...(group === undefined ? [] : [groupParty(group)])],
    extra: rest === undefined ? undefined : { vis: rest },
    markup: 'html',
    mayBeWords: true,
    where,
  });
}

function groupOf(item: JsonRecord, groups: ReadonlyMap<string, string>): string | undefined {
  const id = textIn(item, 'group');
  return id === undefined ? undefined : (groups.get(id) ?? id);
}

/** A group is a row of the timeline that holds items together, not somebody who acts. */
function groupParty(name: string): ImportedParty {
  return { name, kind: 'category', role: 'subject' };
}

/** Text, milliseconds since 1970, or these as .NET writes them; of milliseconds nobody knows more than UTC. */
function readVisDate(value: unknown, into: ImportedEvents): ExactDate | undefined {
  const ms = typeof value === 'number' ? value : Number(/^\/Date\((-?\d+)/.exec(String(value))?.[1]);
  if (!Number.isFinite(ms)) return typeof value === 'string' ? readJsDate(value) : undefined;
  const date = new Date(ms);
  if (!Number.isFinite(date.getTime())) return undefined;
  into.note('settled', into.t('imported.note.milliseconds'));
  return readJsDate(date.toISOString());
}

function plain(html: string | undefined): string | undefined {
  const text = html === undefined ? '' : htmlToText(html).text.replace(/\s+/g, ' ');
  return text === '' ? undefined : text;
}
