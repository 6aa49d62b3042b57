import type { Steps } from '../../base/steps';
import { makeImportedReader } from '../imported/imported-reader';
import type { ImportedEnd } from '../imported/imported-reader';
import type { ImportedEvents } from '../imported-events';
import { bibtexParts } from './bibtex-entries';
import type { BibtexEntry } from './bibtex-entries';
import { bibtexNames } from './bibtex-names';
import { issueOf, issueOfText, known, monthNumber } from './issued-date';
import type { Issue } from './issued-date';
import { latexToText } from './latex-text';
import { addReference, noteReferences } from './reference';

/** Reads references in BibTeX and BibLaTeX. */
export const bibtexReader = makeImportedReader({ name: 'BibTeX', read: readBibtex });

const ENTRIES_A_STEP = 64;

/** Writes the references of a text into `into`. */
export function* readBibtex(text: string, into: ImportedEvents): Steps<ImportedEnd> {
  const { t } = into;
  const entries: BibtexEntry[] = [];
  let parts = 0;
  for (const part of bibtexParts(text)) {
    if (++parts % ENTRIES_A_STEP === 0) yield (part.at / text.length) * 0.6;
    if ('entry' in part) entries.push(part.entry);
    else
      into.reject({
        where: t('position.line', { line: part.line }),
        record: part.key,
        field: '',
        found: part.fault,
        expected: t('imported.expected.bibtex'),
        effect: 'left-out',
      });
  }
  if (entries.length === 0) return { problem: 'no-events', detail: t('imported.problem.references') };
  const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
  for (const [index, entry] of entries.entries()) {
    if (index % ENTRIES_A_STEP === 0) yield 0.6 + (index / entries.length) * 0.4;
    addEntry(entry, byKey, into);
  }
  noteReferences(entries.length, into);
  return { records: entries.length };
}

const READ: ReadonlySet<string> = new Set(
  'title author editor date year month day journal journaltitle booktitle publisher institution organization school howpublished address location url doi abstract crossref shorttitle'.split(
    ' ',
  ),
);

function addEntry(entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>, into: ImportedEvents): void {
  const { kind, key, fields, line } = entry;
  const whole = withParent(entry, byKey);
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => textOf(whole.get(name))).find((text) => text !== undefined);
  const issued = issuedOf(whole);
  const rest = [...fields].filter(([name]) => !READ.has(name)).map(([name, value]) => [name, latexToText(value)]);
  const titles = ['title', 'subtitle'].flatMap((name) => textOf(whole.get(name)) ?? []);
  addReference(
    {
      id: key === '' ? undefined : key,
      title: titles.length === 0 ? undefined : titles.join(': '),
      authors: bibtexNames(whole.get('author')),
      editors: bibtexNames(whole.get('editor')),
      issued,
      issuedText:
        first('date') ??
        ([first('year'), first('month'), first('day')].filter((part) => part !== undefined).join(' ') || undefined),
      container: first('journaltitle', 'journal', 'booktitle'),
      publisher: first('publisher', 'institution', 'organization', 'school'),
      place: first('location', 'address'),
      url: whole.get('url')?.replace(/\\([&%$#_{}~])/g, '$1') ?? addressIn(whole.get('howpublished')),
      doi: whole.get('doi'),
      abstract: first('abstract'),
      isNews: /news/i.test(first('entrysubtype') ?? kind),
      extra: rest.length === 0 ? undefined : { bibtex: Object.fromEntries(rest) as Readonly<Record<string, string>> },
      where: into.t('position.line', { line }),
    },
    into,
  );
}

/** `\url{http://...}` where a field says how something was published. */
function addressIn(text: string | undefined): string | undefined {
  return /https?:\/\/[^\s{}]+/.exec(text ?? '')?.[0];
}

function textOf(latex: string | undefined): string | undefined {
  const text = latexToText(latex ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

/** What an entry doesn't say its `crossref` does; the title of that is what it stands in. */
function withParent(entry: BibtexEntry, byKey: ReadonlyMap<string, BibtexEntry>): ReadonlyMap<string, string> {
  const named = entry.fields.get('crossref') ?? entry.fields.get('xdata');
  const parent = named === undefined ? undefined : byKey.get(named.trim().toLowerCase());
  if (parent === undefined || parent === entry) return entry.fields;
  const { fields } = parent;
  const title = fields.get('booktitle') ?? fields.get('title');
  const inherited = [...fields].filter(([name]) => !NOT_INHERITED.has(name));
  return new Map([...inherited, ...(title === undefined ? [] : [['booktitle', title] as const]), ...entry.fields]);
}

const NOT_INHERITED: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'author',
  'abstract',
  'doi',
  'url',
  'crossref',
  'pages',
  'note',
]);

/** BibLaTeX's `date` is EDTF; BibTeX's `year` and `month` are words, the month with its day at times (`10~jan`). */
function issuedOf(fields: ReadonlyMap<string, string>): Issue | undefined {
  const date = fields.get('date')?.trim();
  const own = date === undefined ? undefined : biblatexDate(date);
  if (own !== undefined) return { edtf: own, isCut: false };
  const year = textOf(fields.get('year'));
  if (year === undefined) return undefined;
  if (!/^-?\d{1,4}$/.test(year)) return issueOfText(year);
  const { month, day } = monthAndDay(textOf(fields.get('month')));
  const given = textOf(fields.get('day'));
  const issue = issueOf(Number(year), month, given === undefined ? day : Number(given));
  return month === undefined && fields.has('month') ? { ...issue, isCut: true } : issue;
}

/** Days and months may have one digit; an open end is said by nothing after the slash. */
function biblatexDate(date: string): string | undefined {
  return known(
    date
      .replace(/(?<=^|\/)(-?\d{4})-(\d)(?=\D|$)/g, '$1-0$2')
      .replace(/-(\d)(?=$|\/|T)/g, '-0$1')
      .replace(/T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?/g, ''),
  );
}

function monthAndDay(text: string | undefined): {
  readonly month: number | undefined;
  readonly day: number | undefined;
} {
  if (text === undefined) return { month: undefined, day: undefined };
  const words = text.split(/[\s\u00A0,.]+/).filter((word) => word !== '');
  const month = words
    .map((word) => (/^\d+$/.test(word) && words.length > 1 ? undefined : monthNumber(word)))
    .find((number) => number !== undefined);
  const day =
    words.length > 1
      ? words.map((word) => /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1]).find((digits) => digits !== undefined)
      : undefined;
  return { month, day: day === undefined ? undefined : Number(day) };
}
