import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadWholeReader } from '../../../../src/formats/json/load-reader';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import { writeDataset } from '../../../../src/formats/json/write';
import { readNotebookFile } from '../../../../src/formats/notebook/read-notebook';
import { writeNotebookFile } from '../../../../src/formats/notebook/write-notebook';
import { notebookText, openNotebook, retype } from '../../../../src/formats/notebook/notebook';
import type { WholeDataset } from '../../../../src/model/dataset';
import { context, notebookOf, readFile } from '../../../support/make-notebook';
import { randomFile } from '../../../support/random-file';
import { HOSTILE_STRINGS } from '../../../fixtures/hostile-strings';
import { hostileDataset } from '../../../support/hostile-datasets';
import { anyText } from '../../../support/fuzz';

beforeAll(loadWholeReader);

/** As it comes back from a saved file. */
function saved(dataset: WholeDataset): WholeDataset {
  const result = readInEnglish(writeDataset(dataset), 'file.json');
  if (!result.ok) throw new Error(result.problem.detail);
  return result.dataset;
}

const date = fc.constantFrom(
  '22 Feb 2016',
  '23 or 24 Feb 2016',
  'since 2014',
  '3/4/2016',
  '25.12.2015',
  '2016-02-24',
  'с 30 сентября 2015',
  'le 1er mars 2016',
  '27 Feb 2016, 00:00 Damascus',
  'on or before 30 Sep 2015',
  'early 2002',
  '[2016-02-23,2016-02-24]',
  'no date',
  '22 Feb',
  '**Feb 3, 2016**',
);
const word = fc.constantFrom(
  'Talks',
  'fail',
  '"plan A"',
  '- Russia, United States',
  '- Sergey Lavrov > John Kerry, about Syria',
  '- mediated by Staffan de Mistura',
  '[talks]',
  '(announced)',
  '#tag',
  '\\- not names',
  'https://example.org/a',
  '[TASS](https://tass.example/1)',
  'C:\\temp',
  'переговоры',
);
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(date, fc.array(word, { maxLength: 4 })).map(([day, words]) => `${day}: ${words.join(' ')}`),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '',
      '   ',
      '// a remark',
      '# Title',
      '## 2016',
      '## Geneva',
      'as of 24 Feb 2016',
      'lang: ru',
      '- 24 Feb 2016 – Bulleted',
      '1. 25 Feb 2016: Numbered',
      '24 February 2016',
      '- under a day',
      '  > "a few words" TASS, 24 Feb 2016',
      '  > https://example.org/b',
      '  > TASS',
      '> "more" Reuters',
      '  A summary of it.',
      '  - a point of it',
      '  place: Geneva',
      '  cameo: "040"',
      '  "x-note": {"a": [1]}',
      '  note: Look at this',
      '    > Reuters, 2016',
      '  picture: map.webp "A map" (Somebody)',
      'chapter: 2015 to 2016: The year',
      '  The text of a chapter.',
      'note: On all of it',
      'period: 2014 to 2016: The war - Syria, Iraq',
      'source s9: Le Monde, 2016-01-01',
      'actor kerry: John Kerry',
      '  kind: person',
      'not a line of anything',
      'description: What it is.',
      'licence: CC BY 4.0',
    ),
  },
  { weight: 1, arbitrary: anyText.map((text) => text.replaceAll(/[\r\n]/g, ' ')) },
);
export const anyNotebookText = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));

describe('a text', () => {
  it('is the same after its dataset was saved and opened again', () => {
    fc.assert(
      fc.property(anyNotebookText, (text) => {
        const notebook = notebookOf(text);
        expect(notebook.readings).toHaveLength(notebook.lines.length);
        expect(notebookText(notebook)).toBe(text);
        const file = saved(notebook.dataset);
        const again = openNotebook(file, context);
        expect(notebookText(again)).toBe(text);
        expect(again.dataset).toBe(file);
      }),
      { numRuns: Number(process.env['NB_RUNS'] ?? 80) },
    );
  });

  it('changes nothing of a dataset by being opened, or typed as it is', () => {
    fc.assert(
      fc.property(randomFile, (file) => {
        const dataset = readFile(file);
        const notebook = openNotebook(dataset, context);
        expect(notebook.dataset).toEqual(dataset);
        expect(notebook.dataset).toBe(dataset);
        const again = retype(notebook, notebookText(notebook), context);
        expect(again.dataset).toBe(dataset);
        expect(again.linesRead).toBe(0);
        const commented = retype(notebook, `${notebookText(notebook)}\n// end of it`, context);
        expect({ ...commented.dataset, extra: dataset.extra }).toEqual({ ...dataset, extra: dataset.extra });
        commented.dataset.events.forEach((event, at) => expect(event).toBe(dataset.events[at]));
      }),
      { numRuns: Number(process.env['NB_RUNS'] ?? 25) },
    );
  });
});

describe('a saved text', () => {
  it('holds all of a dataset', () => {
    fc.assert(
      fc.property(randomFile, (file) => {
        const dataset = readFile(file);
        const text = writeNotebookFile(dataset, { isFull: true }, context);
        const again = readNotebookFile(text, 'a file', context).dataset;
        expect(writeDataset(again)).toBe(writeDataset(dataset));
        expect(again).toEqual(dataset);
      }),
      { numRuns: Number(process.env['NB_RUNS'] ?? 20) },
    );
  });

  it.each(['{}', '[]', '{"a":1}', 'null', '"__proto__"'])('holds a field __proto__ of the value %s', (value) => {
    const dataset = readFile(JSON.parse(`{"__proto__":${value},"events":[{"id":"e0","title":"Talks"}]}`));
    const text = writeNotebookFile(dataset, { isFull: true }, context);
    expect(writeDataset(readNotebookFile(text, 'a file', context).dataset)).toBe(writeDataset(dataset));
  });

  it('holds all of hostile strings', () => {
    const dataset = readFile(
      hostileDataset(
        [...HOSTILE_STRINGS.filter((_, at) => at % 4 === 0), 'a\u2028b', 'a\u{F0041}b', '\\', '> # - [x] (y)'],
        '" - \\ [talks]',
      ),
    );
    const text = writeNotebookFile(dataset, { isFull: true }, context);
    expect(writeDataset(readNotebookFile(text, 'a file', context).dataset)).toBe(writeDataset(dataset));
    expect(openNotebook(dataset, context).dataset).toBe(dataset);
  });

  it.each([
    '22 Feb 2016: Talks\nactor kerry: John Kerry\n> "more" Reuters',
    '22 Feb 2016: \nsource s9: Le Monde, 2016-01-01\n  - a point of it',
    '22 Feb 2016: \n\nsource s9: Le Monde, 2016-01-01\n- a point of it',
  ])('holds %j, whose lines mean something else at another place', (text) => {
    const { dataset } = notebookOf(text);
    const again = readNotebookFile(writeNotebookFile(dataset, { isFull: true }, context), 'a file', context).dataset;
    expect(writeDataset(again)).toBe(writeDataset(dataset));
    expect(notebookText(openNotebook(again, context))).toBe(text);
  });

  it('holds all of a typed text', () => {
    fc.assert(
      fc.property(anyNotebookText, (text) => {
        const { dataset } = notebookOf(text);
        const file = writeNotebookFile(dataset, { isFull: true }, context);
        const again = readNotebookFile(file, 'a file', context).dataset;
        expect(writeDataset(again)).toBe(writeDataset(dataset));
        expect(notebookText(openNotebook(again, context))).toBe(text);
      }),
      { numRuns: Number(process.env['NB_RUNS'] ?? 20) },
    );
  });
});
