/* What the columns of our own tables are called, in whatever language: exports/event-rows.ts writes them. */

/** Beside these stand columns for participants, called as their roles are. */
export const OWN_COLUMNS = {
  id: 'id',
  date: 'date',
  /** For people alone: spreadsheets make what they like of it. */
  words: 'date in words',
  title: 'title',
  type: 'type',
  status: 'status',
  countries: 'countries',
  place: 'place',
  placeCountry: 'place country',
  summary: 'summary',
  publisher: 'publisher',
  sourceTitle: 'source title',
  published: 'source date',
  link: 'link',
  quote: 'quote',
  importance: 'importance',
  tone: 'tone',
  cameo: 'cameo',
} as const;

/** Parts the names, countries and statuses of a cell. */
export const NAME_SEPARATOR = '; ';
/** What stands for a source in a cell that says nothing of it, where the event has several: each has a line. */
export const NO_ENTRY = '–';

/** Nobody else calls columns so. */
const TELLING: readonly string[] = [
  OWN_COLUMNS.date,
  OWN_COLUMNS.title,
  OWN_COLUMNS.words,
  OWN_COLUMNS.status,
  OWN_COLUMNS.placeCountry,
  OWN_COLUMNS.published,
];

/** Whether these are headers of a table that the page has written, whatever columns somebody has added since. */
export function isOwnHeader(headers: readonly string[]): boolean {
  const plain = new Set(headers.map((header) => header.trim().toLowerCase()));
  return TELLING.every((header) => plain.has(header));
}
