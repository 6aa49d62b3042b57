import type { Steps } from '../../base/steps';
import { makeImportedReader } from '../imported/imported-reader';
import type { ImportedEnd } from '../imported/imported-reader';
import type { ImportedEvents } from '../imported-events';
import { issueOf, issueOfText, monthNumber } from './issued-date';
import type { Issue } from './issued-date';
import { addReference, noteReferences, spokenName } from './reference';

/** Reads references in RIS. */
export const risReader = makeImportedReader({ name: 'RIS', read: readRis });

interface RisRecord {
  readonly line: number;
  readonly tags: Map<string, string[]>;
}

const TAG = /^([A-Z][A-Z\d]) {1,2}- ?(.*)$/;
const LINES_A_STEP = 512;

/** Writes the references of a text into `into`. */
export function* readRis(text: string, into: ImportedEvents): Steps<ImportedEnd> {
  const { t } = into;
  const lines = text.split(/\r\n|\r|\n/);
  let record: RisRecord | undefined;
  let last: string[] | undefined;
  let records = 0;
  const end = (isWhole: boolean): void => {
    if (record === undefined) return;
    records += 1;
    if (!isWhole)
      into.reject({
        where: t('position.line', { line: record.line }),
        record: firstOf(record, 'TI', 'T1'),
        field: 'ER',
        found: undefined,
        expected: t('imported.expected.ris'),
        effect: 'noted',
      });
    addRecord(record, into);
    record = undefined;
    last = undefined;
  };
  for (const [index, line] of lines.entries()) {
    if (index % LINES_A_STEP === 0) yield index / lines.length;
    const [, tag, value = ''] = TAG.exec(line) ?? [];
    if (tag === 'TY') {
      end(false);
      record = { line: index + 1, tags: new Map([['TY', [value.trim()]]]) };
    } else if (tag === 'ER') end(true);
    else if (record !== undefined && tag !== undefined) {
      last = record.tags.get(tag) ?? [];
      last.push(value.trim());
      record.tags.set(tag, last);
    } else if (line.trim() !== '') {
      // A value goes on in lines without a tag.
      if (last !== undefined) last.push(`${last.pop() ?? ''} ${line.trim()}`.trim());
      else
        into.reject({
          where: t('position.line', { line: index + 1 }),
          field: '',
          found: line,
          expected: t('imported.expected.risLine'),
          effect: 'dropped',
        });
    }
  }
  end(false);
  if (records === 0) return { problem: 'no-events', detail: t('imported.problem.references') };
  noteReferences(records, into);
  return { records };
}

const READ: ReadonlySet<string> = new Set(
  'TI T1 CT T2 JO JF JA BT AU A1 A2 ED PY Y1 DA UR LK L2 DO PB CY PP AB N2 ID'.split(' '),
);
const NEWS: ReadonlySet<string> = new Set(['NEWS', 'BLOG', 'MGZN']);

function addRecord(record: RisRecord, into: ImportedEvents): void {
  const first = (...tags: readonly string[]): string | undefined => firstOf(record, ...tags);
  const all = (...tags: readonly string[]): readonly string[] => tags.flatMap((tag) => record.tags.get(tag) ?? []);
  const dates = all('DA', 'PY', 'Y1').filter((text) => /[^/\s]/.test(text));
  const rest = [...record.tags].filter(([tag]) => !READ.has(tag)).map(([tag, values]) => [tag, values.join('; ')]);
  addReference(
    {
      id: first('ID'),
      title: first('TI', 'T1', 'CT'),
      authors: all('AU', 'A1').filter(isSaid).map(spokenName),
      editors: all('A2', 'ED').filter(isSaid).map(spokenName),
      issued: fullest(dates.map(risDate)),
      issuedText: dates[0],
      container: first('T2', 'JO', 'JF', 'BT', 'JA'),
      publisher: first('PB'),
      place: first('CY', 'PP'),
      url: all('UR', 'LK', 'L2').flatMap((text) => text.split(/;\s*|\s+/))[0],
      doi: first('DO'),
      abstract: first('AB', 'N2'),
      isNews: NEWS.has(first('TY') ?? ''),
      extra: rest.length === 0 ? undefined : { ris: Object.fromEntries(rest) as Readonly<Record<string, string>> },
      where: into.t('position.line', { line: record.line }),
    },
    into,
  );
}

function isSaid(text: string): boolean {
  return text !== '';
}

function firstOf({ tags }: RisRecord, ...names: readonly string[]): string | undefined {
  return names.flatMap((name) => tags.get(name) ?? []).find((text) => text.trim() !== '');
}

/** `1998/03/15/`, `1998///Spring`, `1998/03`, `1998-03-15`, or a year; what stands after the third slash is a season. */
export function risDate(text: string): Issue {
  const dashed = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text.trim());
  const [year, month, day, other] = dashed === null ? text.split('/').map((part) => part.trim()) : dashed.slice(1);
  if (year === undefined || !/^\d{4}$/.test(year) || /^\d{4}$/.test(month ?? '')) return issueOfText(text);
  const number = monthNumber(month) ?? monthNumber(other);
  const issue = issueOf(Number(year), number, number !== undefined && number < 13 && day ? Number(day) : undefined);
  return number === undefined && (month ?? '') + (day ?? '') !== '' ? { ...issue, isCut: true } : issue;
}

/** The one that says most: a day before its month before its year. */
function fullest(dates: readonly Issue[]): Issue | undefined {
  return dates.toSorted((a, b) => (b.edtf ?? '').length - (a.edtf ?? '').length)[0];
}
