import { describe, expect, test } from 'vitest';
import { gzipped, zipSaying, zipped } from '../../../support/bring-files';
import { dropped, makeOpening } from '../../../support/make-opening';

const own = JSON.stringify({ id: 'own', title: 'Own', events: [{ id: 'o', title: 'Ours', date: '2001' }] });
const bytes = (all: Uint8Array) => new Uint8Array(all);
const rollCalls = `rcid,date,what
1,2016-01-12,On the ceasefire
2,2016-02-03,On aid
3,2016-03-30,On the talks
`;
/** Each roll call by several; no date anywhere. */
const votes = `rcid,country,vote
${[1, 2, 3].flatMap((call) => ['Arvia', 'Besmar', 'Velden'].map((country) => `${call},${country},yes`)).join('\n')}
`;

describe('tables of one drop', () => {
  test.each([
    [
      'the dated one first',
      [
        ['calls.csv', rollCalls],
        ['votes.csv', votes],
      ],
    ],
    [
      'the dated one last',
      [
        ['votes.csv', votes],
        ['calls.csv', rollCalls],
      ],
    ],
    [
      'each packed',
      [
        ['votes.csv.gz', bytes(gzipped(votes))],
        ['calls.csv.gz', bytes(gzipped(rollCalls))],
      ],
    ],
  ] as const)('are joined, also where one of them alone has no dates: %s', async (_, files) => {
    const { opening, until } = await makeOpening(own);
    opening.take(dropped(...files));
    const { table, found } = await until('planned');
    expect([table?.survey.source.name, table?.survey.others.map(({ name }) => name)]).toEqual([
      'votes.csv',
      ['calls.csv'],
    ]);
    expect([found.count?.events, found.count?.undated]).toEqual([9, 0]);
  });
});

test.each([
  ['says that it unpacks to more than anybody has', zipSaying('bomb.csv', 3e9), 'too-large'],
  ['breaks off', zipped('a.csv', rollCalls.repeat(50)).subarray(0, 100), 'damaged'],
])('an archive that %s is refused', async (_, archive, kind) => {
  const { opening, until } = await makeOpening(own);
  opening.take(dropped(['x.zip', bytes(archive)]));
  expect((await until('refused')).reason).toMatchObject({ about: 'problem', problem: { kind } });
});
