import { shortenAtWord } from '../../base/clean-text';
import { dateFormatOf } from '../../base/messages/locale-formats';
import { listInWords } from '../../base/translate';
import type { MessageKey, Translate } from '../../base/translate';
import type { DiplomaticEvent } from '../dataset';
import { dateInWords } from '../dates/date-prose';
import type { Edit, EditAbout, ListName, RecordChange } from './edit';
import { isSameValue } from './lists';

/**
 * What an edit did, in a short sentence without a full stop: "“Plan A”: date is now 23 or 24 Feb 2016". Names of records
 * are shortened. Wants the messages of the unit `edit`.
 */
export function describeEdit(edit: Edit, t: Translate): string {
  const { about } = edit;
  switch (about.did) {
    case 'type':
      return changesInWords(edit, t);
    case 'set':
      return setInWords(edit, about.field, about.list, about.id, t);
    case 'set-head':
      return headInWords(edit, about.field, t);
    case 'add':
    case 'delete':
    case 'move':
      // Several of them, or one whose id was made with it.
      if (!edit.changes.some(({ list, id }) => list === about.list && id === about.id) && about.did !== 'move')
        return changesInWords(edit, t);
      return t(`edit.did.${about.did}`, { name: nameIn(edit, about.list, about.id) });
    case 'paste':
      return pasteInWords(edit, about.rows * about.columns, t);
    case 'settle': {
      const words = t('edit.did.settle', { n: about.dates });
      return about.order === undefined
        ? words
        : t('edit.did.detail', { what: words, detail: t(`edit.${about.order}`) });
    }
    case 'evidence':
      return t('edit.did.evidence', { n: about.sources, name: nameIn(edit, 'events', about.event) });
    case 'rename-actor':
      return t('edit.did.rename', { from: short(about.from), to: short(about.to) });
    case 'merge-actors':
      return mergeInWords(edit, about, t);
    case 'revert': {
      const name = nameIn(edit, about.list, about.id);
      const field = about.field === undefined ? undefined : fieldInWords(about.field, t);
      return field === undefined ? t('edit.did.revert', { name }) : t('edit.did.revertField', { name, field });
    }
    case 'restore':
      return t('edit.did.restore', { time: timeInWords(about.savedAt, t) });
    case 'elsewhere':
      return t('edit.did.elsewhere');
  }
}

const LONGEST_NAME = 44;

function short(text: string): string {
  return shortenAtWord(text.replace(/\s+/g, ' ').trim(), LONGEST_NAME);
}

function timeInWords(at: number, { locale }: Translate): string {
  return dateFormatOf(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(
    new Date(at - new Date(at).getTimezoneOffset() * 60_000),
  );
}

/** What a record is called, by what the edit has of it; its id where it has nothing. */
function nameIn({ changes }: Edit, list: ListName, id: string): string {
  const change = changes.find((each) => each.list === list && each.id === id);
  return change === undefined ? id : nameOf(change);
}

function nameOf(change: RecordChange): string {
  const record = change.after ?? change.before;
  if (record === undefined) return change.id;
  if ('publisher' in record) return short(record.publisher ?? record.title ?? record.url ?? record.id);
  if ('title' in record) return short(record.title);
  return short('label' in record ? record.label : record.text);
}

function setInWords(edit: Edit, field: string, list: ListName, id: string, t: Translate): string {
  const change = edit.changes.find((each) => each.list === list && each.id === id);
  if (change === undefined) return changesInWords(edit, t);
  return changeInWords(change, [field], t);
}

/** One record that is another now. */
function changeInWords(change: RecordChange, fields: readonly string[], t: Translate): string {
  const { before, after } = change;
  const [field] = fields;
  if (before === undefined) return t('edit.did.add', { name: nameOf(change) });
  if (after === undefined) return t('edit.did.delete', { name: nameOf(change) });
  if (fields.length === 1 && field !== undefined) {
    const was = nameOf({ ...change, after: undefined });
    if (field === 'title' || field === 'label') return t('edit.did.named', { from: was, to: nameOf(change) });
    const word = fieldInWords(field, t);
    const value = 'deed' in after ? valueInWords(after, field, t) : undefined;
    if (word !== undefined && value !== undefined) return t('edit.did.set', { name: was, field: word, value });
  }
  const words = fields.flatMap((each) => fieldInWords(each, t) ?? []);
  const name = nameOf(change);
  return words.length === 0
    ? t('edit.did.changed', { name })
    : t('edit.did.fields', { name, fields: listInWords(words, t) });
}

/** What an event's field says now, where that is short. */
function valueInWords(event: DiplomaticEvent, field: string, t: Translate): string | undefined {
  switch (field) {
    case 'date':
      return dateInWords(event.date, t);
    case 'type':
      return t(event.type === undefined ? 'type.none' : `type.${event.type}`);
    case 'status': {
      const last = event.status.at(-1);
      return last && t(`status.${last.value}`);
    }
    case 'place':
      return event.place && short(event.place.label);
    default:
      return undefined;
  }
}

/** Words for the fields of records, of the dataset itself among them. */
const FIELD_WORDS: Readonly<Partial<Record<string, MessageKey>>> = {
  title: 'edit.word.title',
  label: 'edit.word.label',
  date: 'edit.word.date',
  participants: 'edit.word.participants',
  who: 'edit.word.participants',
  names: 'edit.word.participants',
  place: 'edit.word.place',
  type: 'edit.word.type',
  mode: 'edit.word.type',
  tone: 'edit.word.tone',
  status: 'edit.word.status',
  summary: 'edit.word.summary',
  countries: 'edit.word.countries',
  importance: 'edit.word.importance',
  evidence: 'edit.word.evidence',
  relations: 'edit.word.relations',
  statements: 'edit.word.statements',
  claims: 'edit.word.claims',
  media: 'edit.word.media',
  description: 'edit.word.description',
  asOf: 'edit.word.asOf',
  licence: 'edit.word.licence',
  language: 'edit.word.language',
  opening: 'edit.word.opening',
  publisher: 'edit.word.publisher',
  url: 'edit.word.url',
  published: 'edit.word.published',
  grade: 'edit.word.grade',
  ownership: 'edit.word.ownership',
  kind: 'edit.word.kind',
  altNames: 'edit.word.altNames',
  text: 'edit.word.text',
  from: 'edit.word.date',
  to: 'edit.word.date',
};

function fieldInWords(field: string, t: Translate): string | undefined {
  const key = Object.hasOwn(FIELD_WORDS, field) ? FIELD_WORDS[field] : undefined;
  return key === undefined ? undefined : t(key);
}

function headInWords({ head }: Edit, field: string, t: Translate): string {
  const word = fieldInWords(field, t);
  if (word === undefined || head === undefined) return t('edit.did.head');
  const { after } = head;
  switch (field) {
    case 'title':
      return t('edit.did.setHead', { field: word, value: short(after.title) });
    case 'asOf':
      return t('edit.did.setHead', { field: word, value: dateInWords(after.asOf, t) });
    default:
      return t('edit.did.headField', { field: word });
  }
}

/** Fields whose change says something to a reader; others follow from them. */
const TOLD = new Set(
  Object.keys(FIELD_WORDS).filter((field) => !['label', 'tone', 'countries', 'mode'].includes(field)),
);

function changedIn({ before, after }: RecordChange): readonly string[] {
  if (before === undefined || after === undefined) return [];
  const [was, is] = [Object.entries(before), new Map<string, unknown>(Object.entries(after))];
  return was.filter(([field, value]) => TOLD.has(field) && !isSameValue(value, is.get(field))).map(([field]) => field);
}

function pasteInWords({ changes }: Edit, cells: number, t: Translate): string {
  const events = changes.filter(({ list }) => list === 'events');
  const added = events.filter(({ before }) => before === undefined);
  if (added.length > 0 && added.length === events.length) return t('edit.did.pasteEvents', { n: added.length });
  const fields = [...new Set(events.flatMap(changedIn))].flatMap((field) => fieldInWords(field, t) ?? []);
  const words = t('edit.did.paste', { n: cells });
  return fields.length === 0
    ? words
    : t('edit.did.detail', { what: words, detail: listInWords([...new Set(fields)], t) });
}

function mergeInWords(edit: Edit, { kept, gone }: Extract<EditAbout, { did: 'merge-actors' }>, t: Translate): string {
  const names = gone.map((id) => nameIn(edit, 'actors', id));
  return t('edit.did.merge', { gone: listInWords(names, t), kept: nameIn(edit, 'actors', kept) });
}

/** From the changes alone: one record by its name, several by their number. */
function changesInWords({ changes, head, orders }: Edit, t: Translate): string {
  // Names and sources come with the events that name them.
  const events = changes.filter(({ list }) => list === 'events');
  const own = events.length > 0 ? events : changes;
  const [first] = own;
  if (own.length === 1 && first !== undefined) return changeInWords(first, changedIn(first), t);
  if (own.length === 0) return t(head === undefined && orders.length > 0 ? 'edit.did.order' : 'edit.did.head');
  const added = own.filter(({ before }) => before === undefined).length;
  const deleted = own.filter(({ after }) => after === undefined).length;
  const parts = [
    added === 0 ? undefined : t('edit.did.manyAdded', { n: added }),
    deleted === 0 ? undefined : t('edit.did.manyDeleted', { n: deleted }),
    own.length === added + deleted ? undefined : t('edit.did.manyChanged', { n: own.length - added - deleted }),
  ].filter((part) => part !== undefined);
  return listInWords(parts, t);
}
