import { lazyCode } from '../base/lazy-code';
import type { LazyCode } from '../base/lazy-code';
import { lazyWithMessages } from '../base/messages/load-messages';
import { RARE_DATES } from '../model/dates/parse-event-date';
import type { Writer, WriterHead } from './writer';

/** A format that files are written in: what its files are, and what writes them, loaded when it is wanted. */
export interface WriterEntry extends WriterHead, Pick<LazyCode<Writer>, 'load' | 'now'> {}

/** The one list, in the order in which they are offered. Loading rejects with `CodeMissing`. */
export const WRITERS: readonly WriterEntry[] = [
  entry(
    { id: 'json', name: 'JSON', extension: 'json', mediaType: 'application/json', of: 'events' },
    lazyCode(() => import('./exports/json').then(({ jsonWriter }) => jsonWriter)),
  ),
  entry(
    { id: 'notebook', name: 'Notebook', extension: 'txt', mediaType: 'text/plain', of: 'events' },
    lazyWithMessages(['faults', 'imported'], () =>
      import('./exports/notebook').then(({ notebookWriter }) => notebookWriter),
    ),
  ),
  entry(
    { id: 'csv', name: 'CSV', extension: 'csv', mediaType: 'text/csv', of: 'events' },
    lazyCode(() => import('./exports/csv').then(({ csvWriter }) => csvWriter)),
  ),
  entry(
    {
      id: 'xlsx',
      name: 'XLSX',
      extension: 'xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      of: 'events',
    },
    lazyWithMessages(['share'], () => import('./exports/xlsx').then(({ xlsxWriter }) => xlsxWriter)),
  ),
  entry(
    { id: 'icalendar', name: 'iCalendar', extension: 'ics', mediaType: 'text/calendar', of: 'events' },
    lazyCode(() => import('./exports/icalendar').then(({ icalendarWriter }) => icalendarWriter)),
  ),
  entry(
    { id: 'timelinejs', name: 'TimelineJS', extension: 'timelinejs.json', mediaType: 'application/json', of: 'events' },
    lazyCode(() => import('./exports/timelinejs').then(({ timelineJsWriter }) => timelineJsWriter)),
  ),
  entry(
    { id: 'markdown', name: 'Markdown', extension: 'md', mediaType: 'text/markdown', of: 'events' },
    lazyWithMessages(['share'], () => import('./exports/markdown').then(({ markdownWriter }) => markdownWriter)),
  ),
  entry(
    { id: 'json-ld', name: 'JSON-LD', extension: 'jsonld', mediaType: 'application/ld+json', of: 'events' },
    lazyCode(() => import('./exports/json-ld').then(({ jsonLdWriter }) => jsonLdWriter)),
  ),
  entry(
    {
      id: 'csl',
      name: 'CSL-JSON',
      extension: 'csl.json',
      mediaType: 'application/vnd.citationstyles.csl+json',
      of: 'sources',
    },
    lazyCode(() => import('./exports/csl').then(({ cslWriter }) => cslWriter)),
  ),
  entry(
    { id: 'bibtex', name: 'BibTeX', extension: 'bib', mediaType: 'application/x-bibtex', of: 'sources' },
    lazyCode(() => import('./exports/bibtex').then(({ bibtexWriter }) => bibtexWriter)),
  ),
  entry(
    { id: 'ris', name: 'RIS', extension: 'ris', mediaType: 'application/x-research-info-systems', of: 'sources' },
    lazyCode(() => import('./exports/ris').then(({ risWriter }) => risWriter)),
  ),
];

/** The format of a file by the end of its name, the longest that fits: `out.csl.json` is no JSON of ours. */
export function writerOfName(name: string): WriterEntry | undefined {
  const fitting = WRITERS.filter(({ extension }) => name.toLowerCase().endsWith(`.${extension}`));
  return fitting.toSorted((a, b) => b.extension.length - a.extension.length)[0];
}

/** All of them, in the order of WRITERS: what a list of formats with their counts and losses is made of. */
export function loadWriters(): Promise<readonly Writer[]> {
  return Promise.all(WRITERS.map((each) => each.load()));
}

/** What is written may have any date, and so what reads the rare ones comes along. */
function entry(head: WriterHead, code: LazyCode<(head: WriterHead) => Writer>): WriterEntry {
  const { load, now } = lazyCode(() =>
    Promise.all([code.load(), RARE_DATES.load()]).then(([makeFor]) => makeFor(head)),
  );
  return { ...head, load, now };
}
