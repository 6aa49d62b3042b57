import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import { writeDataset, writeSteps } from '../../../../src/formats/json/write';
import { makeColumnTable } from '../../../../src/model/table-of-columns';
import type { WholeDataset } from '../../../../src/model/dataset';
import { makeEventTable } from '../../../../src/model/table-builder';
import { wholeDataset } from '../../../../src/model/whole-dataset';
import { makeColumns } from '../../../support/make-columns';
import { randomFile } from '../../../support/random-file';

function read(text: string): WholeDataset {
  const result = readInEnglish(text, 'file.json');
  if (!result.ok) throw new Error(result.problem.detail);
  return result.dataset;
}

describe('writing a dataset', () => {
  it('reading what was written gives the dataset, and writing that the same text', () => {
    fc.assert(
      fc.property(randomFile, (file) => {
        const dataset = read(JSON.stringify(file));
        expect(dataset.events).toHaveLength(6);
        const text = writeDataset(dataset);
        expect(read(text)).toEqual(dataset);
        expect(writeDataset(read(text))).toBe(text);
      }),
      { numRuns: 60 },
    );
  });

  it('goes through a table without a loss', () => {
    fc.assert(
      fc.property(randomFile, (file) => {
        const dataset = read(JSON.stringify(file));
        expect(wholeDataset(makeEventTable(dataset))).toEqual(dataset);
      }),
      { numRuns: 15 },
    );
  });

  it('is in short forms where they say as much', () => {
    const text = writeDataset(
      read(
        JSON.stringify({
          schemaVersion: '1.1',
          id: 'calls',
          title: 'Calls',
          lang: 'en',
          sources: [{ id: 's1' }],
          actors: [{ id: 'anna', kind: 'person', countries: ['SE'] }],
          events: [
            {
              id: 'c1',
              title: 'Anna calls',
              date: { edtf: '2016-02-24' },
              participants: [{ actor: 'anna', role: 'party' }],
              countries: [{ country: 'SE', role: 'acting' }],
              evidence: [{ source: 's1' }],
              importance: 2,
              'our own': [1, { b: 2 }],
            },
            { title: 'Nobody knows when', id: 'c2' },
          ],
        }),
      ),
    );
    expect(text).toBe(`{
  "schemaVersion": "1.1",
  "id": "calls",
  "title": "Calls",
  "lang": "en",
  "sources": [
    {
      "id": "s1"
    }
  ],
  "actors": [
    {
      "id": "anna",
      "kind": "person",
      "countries": [
        "SE"
      ]
    }
  ],
  "events": [
    {
      "id": "c1",
      "title": "Anna calls",
      "date": "2016-02-24",
      "participants": [
        "anna"
      ],
      "evidence": [
        "s1"
      ],
      "our own": [
        1,
        {
          "b": 2
        }
      ]
    },
    {
      "id": "c2",
      "title": "Nobody knows when"
    }
  ]
}
`);
  });

  it('is done in slices', () => {
    const { table } = makeColumnTable(makeColumns({ size: 1000, actors: 20 }));
    const steps = writeSteps(wholeDataset(table));
    const shares: number[] = [];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) shares.push(step.value);
    expect(shares).toEqual([0, 0.256, 0.512, 0.768]);
    expect(read(step.value).events).toHaveLength(1000);
  });

  it('of columns holds what their events tell', () => {
    const { table } = makeColumnTable(makeColumns({ size: 300, actors: 20, bars: 0.2, coarse: 0.2 }));
    const events = read(writeDataset(wholeDataset(table))).events;
    expect(events.map(({ id, title, date }) => [id, title, date?.edtf])).toEqual(
      Array.from({ length: table.size }, (_, row) => [
        table.idAt(row),
        table.titleAt(row),
        table.eventAt(row).date?.edtf,
      ]),
    );
    expect(events.map(({ participants }) => participants)).toEqual(
      Array.from({ length: table.size }, (_, row) => table.eventAt(row).participants),
    );
  });
});

describe.each(['syria-cessation-2016', 'syria-diplomacy-2011-2016'])('the shipped %s', (name) => {
  const original = readFileSync(`data/${name}.json`, 'utf8');
  const written = writeDataset(read(original));

  it('is read, written and read again as the same', () => {
    expect(read(written)).toEqual(read(original));
  });

  it('loses no field in writing, but those that say what is taken without them', () => {
    const file = JSON.parse(written) as WrittenFile;
    const after = new Set(fieldsOf(file));
    const lost = fieldsOf(JSON.parse(original)).filter((field) => !after.has(field) && !isUsual(field, file));
    expect(lost).toEqual([]);
  });
});

interface WrittenFile {
  readonly events: readonly { readonly countries?: unknown; readonly evidence?: readonly unknown[] }[];
}

/** Every value of a file with its path; a short form as the long one that it stands for. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => fieldsOf(item, `${path}/${index}`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, own]) => fieldsOf(own, `${path}/${key}`));
  const long = LONG_FORMS.find(([pattern]) => pattern.test(path));
  return [`${path}${long === undefined ? '' : `/${long[1]}`} = ${JSON.stringify(value)}`];
}

const LONG_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\/events\/\d+\/date$/, 'edtf'],
  [/^\/events\/\d+\/participants\/\d+$/, 'actor'],
  [/^\/events\/\d+\/countries\/\d+$/, 'country'],
  [/^\/events\/\d+\/evidence\/\d+$/, 'source'],
  [/^\/events\/\d+\/status\/\d+$/, 'value'],
  [/^\/events\/\d+\/place$/, 'label'],
  [/^\/events\/\d+\/attribution$/, 'voice'],
  [/^\/events\/\d+\/cameo$/, 'code'],
];

/** What the reader takes where a file says nothing, and what a source alone stands for. */
function isUsual(field: string, { events }: WrittenFile): boolean {
  const [, row, key, index] = /^\/events\/(\d+)\/(\w+)(?:\/(\d+))?/.exec(field) ?? [];
  const event = events[Number(row)];
  // That they are the actors' own follows from their being read as the same.
  if (key === 'countries' && event?.countries === undefined) return true;
  if (field.includes('/supports/') && typeof event?.evidence?.[Number(index)] === 'string') return true;
  return /\/(?:role = "(?:party|acting)"|certainty = "certain"|importance = 2|kind = "(?:indirect|direct|ambiguity)")$/.test(
    field,
  );
}
