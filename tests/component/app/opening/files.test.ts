import { describe, expect, test } from 'vitest';
import { gzipped, zipSaying, zipped } from '../../../support/bring-files';
import { dropped, makeOpening } from '../../../support/make-opening';

const own = JSON.stringify({ id: 'own', title: 'Own', events: [{ id: 'o', title: 'Ours', date: '2001' }] });
const bytes = (all: Uint8Array) => new Uint8Array(all);
const rounds = `round,date,what
1,2016-01-12,On the ceasefire
2,2016-02-03,On aid
3,2016-03-30,On the talks
`;
/** Of each round by several; no date anywhere. */
const words = `round,who,said
${[1, 2, 3].flatMap((round) => ['Arvia', 'Besmar', 'Velden'].map((country) => `${round},${country},a word`)).join('\n')}
`;

describe('tables of one drop', () => {
  test.each([
    [
      'the dated one first',
      [
        ['rounds.csv', rounds],
        ['words.csv', words],
      ],
    ],
    [
      'the dated one last',
      [
        ['words.csv', words],
        ['rounds.csv', rounds],
      ],
    ],
    [
      'each packed',
      [
        ['words.csv.gz', bytes(gzipped(words))],
        ['rounds.csv.gz', bytes(gzipped(rounds))],
      ],
    ],
  ] as const)('are joined, also where one of them alone has no dates: %s', async (_, files) => {
    const { opening, until } = await makeOpening(own);
    opening.take(dropped(...files));
    const { table, found } = await until('planned');
    expect([table?.survey?.source.name, table?.survey?.others.map(({ name }) => name)]).toEqual([
      'words.csv',
      ['rounds.csv'],
    ]);
    expect([found.count?.events, found.count?.undated]).toEqual([9, 0]);
  });
});

test.each([
  ['says that it unpacks to more than anybody has', zipSaying('bomb.csv', 3e9), 'too-large'],
  ['breaks off', zipped('a.csv', rounds.repeat(50)).subarray(0, 100), 'damaged'],
])('an archive that %s is refused', async (_, archive, kind) => {
  const { opening, until } = await makeOpening(own);
  opening.take(dropped(['x.zip', bytes(archive)]));
  expect((await until('refused')).reason).toMatchObject({ about: 'problem', problem: { kind } });
});
