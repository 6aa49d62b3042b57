import { csvFormatRows } from 'd3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TableMapping } from '../../../../src/formats/table/table-mapping';
import { RARE_DATES } from '../../../../src/model/dates/parse-event-date';
import { EVENT_TYPES } from '../../../../src/model/vocabulary';
import { readCsv } from '../../../support/read-csv';

await RARE_DATES.load();

const mapping: TableMapping = {
  id: 'id',
  date: 'date',
  title: 'title',
  summary: 'summary',
  actors: [
    { column: 'by', role: 'initiator', separator: '|' },
    { column: 'to', role: 'target' },
  ],
  type: { column: 'type', values: {}, known: true },
  importance: { column: 'weight' },
  place: 'place',
  source: { address: 'link', quote: 'quote' },
};

const text = fc
  .string({
    unit: fc.constantFrom('a', 'B', 'é', '𝒳', ' ', ',', '"', '\n', "'", '<', '0'),
    minLength: 1,
    maxLength: 20,
  })
  .map((value) => value.trim())
  .filter((value) => value !== '');
const year = fc.integer({ min: 1000, max: 2019 });
const two = (n: number) => String(n).padStart(2, '0');
const day = fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 27 }));
const date = fc.oneof(
  year.map(String),
  day.map(([y, m]) => `${y}-${two(m)}`),
  day.map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
  day.map(([y, m, d]) => `${y}-${two(m)}-${two(d)}~`),
  day.map(([y, m, d]) => `[${y}-${two(m)}-${two(d)},${y}-${two(m)}-${two(d + 1)}]`),
  day.map(([y, m]) => `${y}-${two(m)}/..`),
  fc.constant(''),
);
const name = fc.constantFrom('Anna', 'Béla', 'U.S.', 'Land and Water', '');
const event = fc.record({
  date,
  title: text,
  summary: fc.oneof(text, fc.constant('')),
  by: fc.uniqueArray(
    name.filter((each) => each !== ''),
    { maxLength: 3 },
  ),
  to: name,
  type: fc.constantFrom('', ...EVENT_TYPES),
  weight: fc.constantFrom('1', '2', '3'),
  place: fc.oneof(text, fc.constant('')),
  link: fc.constantFrom('', 'https://a.org/1', 'http://b.org/?q=1,2'),
  quote: fc.oneof(text, fc.constant('')),
});

test('a table written from events gives them back, in all that its columns hold', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 1, maxLength: 12 }), (events) => {
      const header = ['id', 'date', 'title', 'summary', 'by', 'to', 'type', 'weight', 'place', 'link', 'quote'];
      const rows = events.map((each, index) =>
        header.map((column) =>
          column === 'id'
            ? `e${index}`
            : column === 'by'
              ? each.by.join('|')
              : String(each[column as keyof typeof each]),
        ),
      );
      const { table, rejections, findings } = readCsv(csvFormatRows([header, ...rows]), mapping);
      expect([rejections, table.size, findings.undated]).toEqual([
        [],
        events.length,
        events.filter((each) => each.date === '').length,
      ]);
      const labels = new Map(table.dataset.actors.map(({ id, label }) => [id, label]));
      const urls = new Map(table.dataset.sources.map(({ id, url }) => [id, url ?? '']));
      events.forEach((each, index) => {
        const read = table.eventAt(table.rowOf(`e${index}`) ?? -1);
        const [first] = read.evidence;
        expect({
          date: read.date?.edtf ?? '',
          title: read.title,
          summary: read.summary ?? '',
          by: read.participants.filter(({ role }) => role === 'initiator').map(({ actor }) => labels.get(actor)),
          to: labels.get(read.participants.find(({ role }) => role === 'target')?.actor ?? '') ?? '',
          type: read.type ?? '',
          weight: String(read.importance),
          place: read.place?.label ?? '',
          link: urls.get(first?.source ?? '') ?? '',
          quote: first?.quote ?? '',
        }).toEqual(each);
      });
    }),
    { numRuns: 60 },
  );
});
