import { readChapters, readNotes, readPeriods } from '../json/read-outline';
import type { OutlineContext } from '../json/read-outline';
import { recordOf, writeEvidence } from '../json/write-event';
import type { FileRecord } from '../json/write-event';
import { writeChapter, writeNote, writePeriod } from '../json/write';
import { makeRejectionList } from '../rejections';
import { countryByName, countryCode } from '../../model/country-names';
import { evidenceOfSaid, setField } from './event-of-said';
import type { SayingContext } from './event-of-said';
import type { OutlineRecord, RecordBase } from './notebook-memory';
import type { RecordSaid } from './reading/said';

export type OutlineKind = 'chapter' | 'note' | 'period';

/** A record of a kind as the lines under its keyword say it now; undefined where it can't be one. */
export function recordOfSaid(
  kind: OutlineKind,
  id: string,
  said: RecordSaid,
  base: RecordBase | undefined,
  /** Of a note: the event that it stands under. */
  event: string | undefined,
  context: SayingContext & { readonly eventIds: ReadonlySet<string> },
): OutlineRecord | undefined {
  const file: Record<string, unknown> = base === undefined ? { id } : { ...fileOfRecord(base.record) };
  const isChanged = (field: keyof RecordSaid): boolean =>
    base === undefined || JSON.stringify(base.said[field]) !== JSON.stringify(said[field]);
  const set = (field: string, value: unknown): void => {
    setField(file, field, value);
  };
  if (kind === 'period') {
    if (isChanged('text')) {
      const { text, countries } = countriesIn(said.text);
      set('label', text);
      set('countries', countries.length === 0 ? undefined : countries);
    }
    if (isChanged('date')) set('date', said.date);
  } else if (isChanged('date')) {
    const { from, to } = boundsOf(said.date);
    set('from', from);
    set('to', to);
  }
  if (kind === 'chapter') {
    if (isChanged('text')) set('title', said.text);
    if (isChanged('summary')) set('text', said.summary);
  }
  if (kind === 'note') {
    if (isChanged('text') || isChanged('summary'))
      set('text', [said.text, ...(said.summary === undefined ? [] : [said.summary])].join('\n'));
    // Under an event it is that event's; a note that stood under one before, and doesn't now, is of none.
    if (event !== undefined) set('event', event);
    else if (base !== undefined && !Object.hasOwn(said.fields, 'event')) set('event', undefined);
  }
  if (isChanged('evidence')) {
    const known = base?.record.evidence ?? [];
    set(
      'evidence',
      writeEvidence(evidenceOfSaid(`${kind}:${id}`, said.evidence, base?.said.evidence ?? [], known, known, context)),
    );
  }
  if (isChanged('fields')) {
    const before = base?.said.fields ?? {};
    for (const key of Object.keys(before)) if (!Object.hasOwn(said.fields, key)) set(key, undefined);
    for (const [key, value] of Object.entries(said.fields)) if (key !== 'id') set(key, value);
  }
  set('id', id);
  return readRecord(kind, recordOf(file, {}), {
    sourceIds: context.sources.ids,
    eventIds: context.eventIds,
    list: makeRejectionList(context.t),
  });
}

/** A record as a file has it. */
export function fileOfRecord(record: OutlineRecord): FileRecord {
  if ('title' in record) return writeChapter(record);
  return 'label' in record ? writePeriod(record) : writeNote(record);
}

function readRecord(kind: OutlineKind, file: FileRecord, context: OutlineContext): OutlineRecord | undefined {
  if (kind === 'chapter') return readChapters([file], context)[0];
  return kind === 'note' ? readNotes([file], context)[0] : readPeriods([file], context)[0];
}

/** `a/b` is from a to b; one date alone is both. */
function boundsOf(edtf: string | undefined): { readonly from: string | undefined; readonly to: string | undefined } {
  if (edtf === undefined) return { from: undefined, to: undefined };
  const [first = '', last = first, ...more] = edtf.split('/');
  if (more.length > 0) return { from: edtf, to: edtf };
  return { from: knownBound(first), to: knownBound(last) };
}

function knownBound(part: string): string | undefined {
  return part === '..' || part === '' ? undefined : part;
}

/** "The war - Syria, Iraq": countries after the last dash, by their names or codes; all of them, or it is no list. */
export function countriesIn(text: string): { readonly text: string; readonly countries: readonly string[] } {
  const at = Math.max(...['-', '–', '—'].map((sign) => text.lastIndexOf(` ${sign} `)));
  const codes =
    at < 0
      ? []
      : text
          .slice(at + 3)
          .split(',')
          .map((name) => countryCode(name.trim()) ?? countryByName(name.trim()));
  const countries = codes.filter((code) => code !== undefined);
  return at < 0 || countries.length < codes.length
    ? { text, countries: [] }
    : { text: text.slice(0, at).trim(), countries };
}
