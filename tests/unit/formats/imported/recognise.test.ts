import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { IMPORTED_FORMATS } from '../../../../src/formats/imported/imported-formats';
import { foreignFileOf, formatsOf } from '../../../../src/formats/registry';
import { HEAD_BYTES } from '../../../../src/formats/source-file';

const FIXTURES = 'tests/fixtures/import';
const encoder = new TextEncoder();

/** Formats that take a file for their own, with how sure they are. */
function takenBy(content: string | Uint8Array): Readonly<Record<string, string>> {
  const head = typeof content === 'string' ? encoder.encode(content) : content;
  return Object.fromEntries(
    IMPORTED_FORMATS.map(({ id, recognise }) => [id, recognise(head)] as const).filter(([, sure]) => sure !== 'none'),
  );
}

function first(content: string | Uint8Array): string | undefined {
  return formatsOf(typeof content === 'string' ? encoder.encode(content) : content)[0]?.id;
}

const FILES: readonly (readonly [file: string, format: string])[] = [
  ['timelinejs/traps.json', 'timelinejs'],
  ['timelinejs/version-2.json', 'timelinejs'],
  ['icalendar/traps.ics', 'icalendar'],
  ['simile/traps.xml', 'simile-xml'],
  ['simile/traps.json', 'simile-json'],
  ['vis/traps.json', 'vis'],
  ['schema-org/traps.json', 'schema-org'],
  ['sparql/traps.json', 'sparql'],
  ['wikidata/traps.json', 'wikidata'],
  ['bibtex/traps.bib', 'bibtex'],
  ['ris/traps.ris', 'ris'],
  ['csl/traps.json', 'csl-json'],
];

describe('a file whose records are events already', () => {
  test.each(FILES)('%s is certainly %s, and nobody else’s', (file, format) => {
    const bytes = new Uint8Array(readFileSync(`${FIXTURES}/${file}`));
    expect(takenBy(bytes)).toEqual({ [format]: 'certain' });
    expect(first(bytes)).toBe(format);
    expect(foreignFileOf(bytes)).toBeUndefined();
  });

  test.each(FILES)('%s is known after a byte order mark and blank lines', (file, format) => {
    const text = readFileSync(`${FIXTURES}/${file}`, 'utf8').replace(/^\uFEFF/, '');
    const blanks = format === 'simile-xml' ? '' : '\n\n';
    expect(takenBy(`\uFEFF${blanks}${text}`)).toEqual({ [format]: 'certain' });
  });

  test.each(FILES)('%s is known where it breaks off', (file, format) => {
    const text = readFileSync(`${FIXTURES}/${file}`, 'utf8');
    expect(takenBy(text.slice(0, Math.max(700, text.length * 0.6)))[format]).toBeDefined();
  });

  test('is known in any encoding that keeps ASCII', () => {
    const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(takenBy(latin1('BEGIN:VCALENDAR\r\nX-WR-CALNAME:Genève\r\n'))).toEqual({ icalendar: 'certain' });
    expect(takenBy(latin1('@book{a, title = {é}}'))).toEqual({ bibtex: 'certain' });
    expect(takenBy(latin1('TY  - BOOK\r\nTI  - é\r\n'))).toEqual({ ris: 'certain' });
    expect(takenBy(latin1('<data><event start="1990" title="é"/></data>'))).toEqual({ 'simile-xml': 'certain' });
    const wide = new Uint8Array(Uint16Array.from('\uFEFFBEGIN:VCALENDAR\r\n', (letter) => letter.charCodeAt(0)).buffer);
    expect(takenBy(wide)).toEqual({ icalendar: 'certain' });
  });
});

describe('a file of another kind', () => {
  test.each([
    ['our own JSON', readFileSync('data/syria-cessation-2016.json', 'utf8')],
    ['our own in short', '{"events":[{"id":"a","title":"b","date":"2016","participants":["c"]}]}'],
    ['a dataset of rows', readFileSync('tests/fixtures/rows.json', 'utf8')],
    ['a CSV', readFileSync('tests/fixtures/rows.csv', 'utf8')],
    ['a CSV with a start and an end', 'start,end,content,title\n2016,2017,x,y\n'],
    ['a list of records', '[{"date":"2016-02-24","title":"x","source":"y"}]'],
    ['records that only start', '[{"start":"2016","name":"x","country":"SY"}]'],
    [
      'a feature collection',
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"start":"2016"}}]}',
    ],
    ['prose that speaks of calendars', 'We met (BEGIN:VCALENDAR is what files start with) on 3 May.\n'],
    ['prose with addresses', 'Write to anna@example.org {now}.\nOr to @someone.\n'],
    ['a web page', '<!doctype html><html><head><title>data event start</title></head></html>'],
    ['other XML', '<?xml version="1.0"?><rss><item start="1"/></rss>'],
    ['results of a yes-or-no query', '{"head":{},"boolean":true}'],
    ['nothing', ''],
  ])('%s is left to others', (_, content) => {
    expect(takenBy(content)).toEqual({});
  });

  test('that is long is looked at no further than its first words', () => {
    const long = `[${'{"a":1},'.repeat(HEAD_BYTES / 8)}`;
    expect(takenBy(long)).toEqual({});
  });
});

test('every fixture of a format is listed', () => {
  const listed = new Set(FILES.map(([file]) => file.slice(0, file.indexOf('/'))));
  const own = new Set([
    'timelinejs',
    'icalendar',
    'simile',
    'vis',
    'schema-org',
    'sparql',
    'wikidata',
    'bibtex',
    'ris',
    'csl',
  ]);
  expect(
    readdirSync(FIXTURES)
      .filter((folder) => own.has(folder))
      .toSorted(),
  ).toEqual([...listed].toSorted());
});

test('every format has an id of its own and a reader that loads', async () => {
  for (const { load, now, id } of IMPORTED_FORMATS) {
    expect(await load(), id).toBe(now());
  }
});
