import { csvParseRows } from 'd3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RARE_DATES } from '../../../../src/model/dates/parse-event-date';
import { heldByTable } from '../../../../src/formats/exports/event-rows';
import { HOSTILE_STRINGS } from '../../../fixtures/hostile-strings';
import { hostileDataset } from '../../../support/hostile-datasets';
import { runToEnd } from '../../../../src/base/steps';
import { clipboardTable } from '../../../../src/formats/exports/clipboard-table';
import { comparable, datasetOf, inEnglish, readBack, writerOf, written } from '../../../support/exported';
import { randomFile } from '../../../support/random-file';

await RARE_DATES.load();

/** Ids of their own: two that differ by the blanks about them would be one in a cell. */
const hostileFile = hostileDataset(
  HOSTILE_STRINGS.filter((text, index) => index % 6 === 0 || /^'*\s*[=+\-@]/.test(text)),
  'hostile',
);
const hostile = datasetOf({
  ...hostileFile,
  events: hostileFile.events.map((event, index) => Object.assign({}, event, { id: `e${index}` })),
});

test('the clipboard has the same table, in both of its forms', async () => {
  const { text, html } = runToEnd(clipboardTable(hostile, inEnglish));
  const back = await readBack(text, 'pasted.txt');
  const held = heldByTable(hostile);
  expect(comparable(back.events, back.dataset)).toEqual(comparable(held.events, held));
  // No tag but those of the table, and as many cells as the text has.
  expect(html.replaceAll(/<\/?(?:table|thead|tbody|tr|th|td|br)>/g, '')).not.toMatch(/[<>]/);
  expect(html.match(/<tr>/g)).toHaveLength(held.events.length + 1);
});

test('hostile texts come back out of CSV as they are, and no cell begins as a formula does', async () => {
  const writer = await writerOf('csv');
  const text = String(written(writer, hostile));
  const cells = csvParseRows(text.slice(1)).flat();
  expect(cells.filter((cell) => /^\s*[=+\-@\t\r]/.test(cell))).toEqual([]);
  expect(cells.some((cell) => cell.startsWith("'="))).toBe(true);
  const back = await readBack(text, 'hostile.csv');
  const held = heldByTable(hostile);
  expect(comparable(back.events, back.dataset)).toEqual(comparable(held.events, held));
});

test('the raw table has no apostrophe that nobody wrote', async () => {
  const dataset = datasetOf({ id: 'x', events: [{ id: 'e', title: '=1+1', date: '2016-02' }] });
  const writer = await writerOf('csv');
  expect(String(written(writer, dataset, true))).toContain('e,2016-02,February 2016,=1+1,');
  expect(String(written(writer, dataset))).toContain("e,'2016-02,February 2016,'=1+1,");
});

test('a table with an hour, a month, two sources and a status says them in its cells', async () => {
  const dataset = datasetOf({
    id: 'calls',
    actors: [{ id: 'anna', label: 'Anna' }],
    sources: [
      { id: 's1', publisher: 'TASS', url: 'https://a.example/1' },
      { id: 's2', title: 'A note' },
    ],
    events: [
      {
        id: 'call',
        title: 'Anna calls',
        date: { edtf: '2016-02-24', time: '2016-02-24T10:30:00+02:00' },
        type: 'talks',
        status: [{ value: 'held', asOf: '2016-02-25' }],
        participants: [{ actor: 'anna', role: 'initiator' }],
        evidence: [{ source: 's1' }, { source: 's2', quote: 'she called' }],
      },
    ],
  });
  expect(csvParseRows(String(written(await writerOf('csv'), dataset)).slice(1))).toEqual([
    'id,date,date in words,title,type,status,initiator,countries,place,place country,summary,publisher,source title,source date,link,quote,importance'.split(
      ',',
    ),
    [
      'call',
      '2016-02-24T10:30:00+02:00',
      '24 Feb 2016',
      'Anna calls',
      'talks',
      'held 2016-02-25',
      'Anna',
      '',
      '',
      '',
      '',
      '–\nTASS',
      'A note\n–',
      '',
      '–\nhttps://a.example/1',
      'she called',
      '2',
    ],
  ]);
});

test.each(['csv', 'xlsx'] as const)('%s gives back all that it says it holds, without a question', async (id) => {
  const writer = await writerOf(id);
  await fc.assert(
    fc.asyncProperty(randomFile, async (file) => {
      const dataset = datasetOf(file);
      const held = heldByTable(dataset);
      const back = await readBack(written(writer, dataset), `timeline.${writer.extension}`);
      expect(comparable(back.events, back.dataset)).toEqual(comparable(held.events, held));
    }),
    { numRuns: 12 },
  );
});
