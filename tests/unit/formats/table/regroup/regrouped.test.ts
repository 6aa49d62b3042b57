import { describe, expect, it } from 'vitest';
import { regrouped } from '../../../../../src/formats/table/regroup/regrouped';
import type { RegroupedSource } from '../../../../../src/formats/table/regroup/regrouped';
import type { TableMapping } from '../../../../../src/formats/table/table-mapping';
import { recordSourceOf } from '../../../../support/record-source-of';

const goOn = async (): Promise<boolean> => true;

interface Taken {
  readonly line: number;
  /** Cells by header, empty ones left out. */
  readonly row: Readonly<Record<string, string>>;
  readonly members: readonly Readonly<Record<string, string>>[];
}

async function takeAll(
  source: RegroupedSource,
  turn: (done: number | undefined) => Promise<boolean> = goOn,
): Promise<readonly Taken[]> {
  const named = (cells: readonly string[]): Readonly<Record<string, string>> =>
    Object.fromEntries(
      source.headers.map((header, place) => [header, cells[place] ?? ''] as const).filter(([, cell]) => cell !== ''),
    );
  const taken: Taken[] = [];
  const problem = await source.read((cells, line, members = []) => {
    taken.push({ line, row: named(cells), members: members.map(named) });
  }, turn);
  expect(problem).toBeUndefined();
  return taken;
}

const rows = (text: string): readonly (readonly string[])[] =>
  text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split('|')
        .map((cell) => cell.trim()),
    );

function tableOf(text: string, mapping: TableMapping, name?: string): RegroupedSource {
  const [headers = [], ...records] = rows(text);
  return regrouped(recordSourceOf(headers, records, { ...(name !== undefined && { name }) }), [], mapping);
}

describe('a table without anything to regroup', () => {
  it('is handed on as it is, line by line', async () => {
    const table = tableOf('date | event\n2016-02-22 | A\n2016-02-23 | B', { date: 'date', title: 'event' });
    expect(await takeAll(table)).toEqual([
      { line: 2, row: { date: '2016-02-22', event: 'A' }, members: [] },
      { line: 3, row: { date: '2016-02-23', event: 'B' }, members: [] },
    ]);
    expect(table.counts()).toMatchObject({ records: 2, given: 2, merged: 0, passedOver: 0, notFound: 0 });
    expect(table.mapping).toEqual({ date: 'date', title: 'event' });
  });

  it('keeps a record that is longer or shorter than its header', async () => {
    const source = recordSourceOf(['a', 'b'], [['1'], ['1', '2', '3']]);
    const given: (readonly string[])[] = [];
    await regrouped(source, [], {}).read((cells) => given.push(cells), goOn);
    expect(given).toEqual([['1'], ['1', '2', '3']]);
  });

  it('throws for a table whose headers nobody knows', () => {
    const source = { ...recordSourceOf([], []), headers: undefined };
    expect(() => regrouped(source, [], {})).toThrow(/columns/);
  });
});

describe('columns of another table', () => {
  const calls = recordSourceOf(
    ['id', 'rcid', 'date', 'vote'],
    rows('x | 3 | 1946-01-01 | v\ny | 4 | 1946-01-02 | w\nz |  | 1946-01-03 | u'),
    { name: 'calls.csv' },
  );
  const votes = recordSourceOf(['rcid', 'vote'], rows('3 | yes\n03 | no\n 4 | no\n | yes'), { name: 'votes.csv' });
  const mapping = { regroup: { join: [{ file: 'calls.csv', key: 'rcid', on: 'rcid' }] } } satisfies TableMapping;

  it('stand beside each record with an equal key, those of one name called after their file', async () => {
    const table = regrouped(votes, [calls], mapping);
    expect(table.headers).toEqual(['rcid', 'vote', 'id', 'date', 'vote (calls.csv)']);
    const taken = await takeAll(table);
    expect(taken.map(({ row }) => row)).toEqual([
      { rcid: '3', vote: 'yes', id: 'x', date: '1946-01-01', 'vote (calls.csv)': 'v' },
      { rcid: '03', vote: 'no' },
      { rcid: '4', vote: 'no', id: 'y', date: '1946-01-02', 'vote (calls.csv)': 'w' },
      { vote: 'yes' },
    ]);
    expect(table.counts()).toMatchObject({ records: 4, given: 4, notFound: 2 });
  });

  it('stand beside each other where several records have the key', async () => {
    const issues = recordSourceOf(['rcid', 'issue'], rows('3 | Arms\n3 | Colonies\n3 | Arms'), { name: 'issues.csv' });
    const table = regrouped(votes, [issues], {
      regroup: { join: [{ file: 'issues.csv', key: 'rcid', on: 'rcid' }] },
    });
    expect((await takeAll(table))[0]?.row).toEqual({ rcid: '3', vote: 'yes', issue: 'Arms; Colonies' });
  });

  it('are missed where the file, or a column, is not there', async () => {
    const table = regrouped(votes, [], mapping);
    expect(table.missing).toEqual(['calls.csv']);
    await expect(table.read(() => {}, goOn)).rejects.toThrow('calls.csv');
    const elsewhere = regrouped(votes, [calls], { regroup: { join: [{ file: 'calls.csv', key: 'no', on: 'nor' }] } });
    expect(elsewhere.missing).toEqual(['nor']);
  });

  it('are given up with what is wrong with their file', async () => {
    const problem = { kind: 'network', source: 'calls.csv', detail: '' } as const;
    const broken = { ...calls, read: async () => problem };
    expect(await regrouped(votes, [broken], mapping).read(() => {}, goOn)).toEqual(problem);
  });
});

describe('columns made of others', () => {
  it('hold what a code means, the first that is filled, or a text in which no sign dangles', async () => {
    const table = tableOf(
      `a | b | code
       Russia | Syria | 057
       Russia | | 0571
       | Syria | 145]
       | | 10`,
      {
        title: '{Who}: {What}',
        derive: [
          { as: 'Who', compose: '{a|?}[ → {b}]' },
          { as: 'Name', of: 'code', lookUp: 'cameo-name' },
          { as: 'What', first: ['Name', 'code'] },
          { as: 'Both', compose: '{a}[ ({b})], [as {code}]' },
        ],
      },
    );
    expect((await takeAll(table)).map(({ row: { Who, What, Both = '' } }) => [Who, What, Both])).toEqual([
      ['Russia → Syria', 'Sign an agreement', 'Russia (Syria), as 057'],
      ['Russia', '0571', 'Russia, as 0571'],
      ['? → Syria', 'Violent protest or riot', '(Syria), as 145]'],
      ['?', 'Demand', 'as 10'],
    ]);
    expect(table.mapping).toEqual({ title: '{Who}: {What}' });
  });

  it('hold what a table of their own says of a value, which may stay as it is', async () => {
    const table = tableOf('vote | month\n1 | -9\n4 | 7', {
      derive: [
        { as: 'Vote', of: 'vote', values: { 1: 'yes' } },
        { as: 'If', of: 'month', when: { column: 'Vote', values: ['yes'] } },
        { as: 'Month', of: 'month', values: { '-9': '' }, otherwise: 'as-is' },
      ],
    });
    expect((await takeAll(table)).map(({ row: { Vote = '', Month = '', If = '' } }) => [Vote, Month, If])).toEqual([
      ['yes', '', '-9'],
      ['', '7', ''],
    ]);
  });
});

describe('some rows only', () => {
  it('are handed on, the others counted', async () => {
    const table = tableOf('root | e\n1 | a\n0 | b\n 1 | c\n | d', {
      regroup: { only: { column: 'root', values: ['1'] } },
    });
    expect((await takeAll(table)).map(({ line }) => line)).toEqual([2, 4]);
    expect(table.counts()).toMatchObject({ records: 4, given: 2, passedOver: 2 });
  });

  it('are those with an empty cell where that is asked for', async () => {
    const table = tableOf('type | e\n | a\ntitle | b', { regroup: { only: { column: 'type', values: [''] } } });
    expect((await takeAll(table)).map(({ row }) => row)).toEqual([{ e: 'a' }]);
  });
});

describe('one row as several events', () => {
  const text = `state | Signature | Ratification | id
     France | 1968-07-01 | 1992-08-02 | F
     Syria | | | S
     Iran | 1968-07-01 | | I`;

  it('has one for each of its dates, titled by the column, and one without a date where it has none', async () => {
    const table = tableOf(text, {
      date: { column: 'state', order: 'day-first' },
      title: 'state',
      id: 'id',
      regroup: { spread: { columns: ['Signature', 'Ratification'], title: '{state}: {}' } },
    });
    expect((await takeAll(table)).map(({ line, row: { Date = '', Title, id } }) => [line, Date, Title, id])).toEqual([
      [2, '1968-07-01', 'France: Signature', 'F'],
      [2, '1992-08-02', 'France: Ratification', 'F-2'],
      [3, '', 'Syria', 'S'],
      [4, '1968-07-01', 'Iran: Signature', 'I'],
    ]);
    expect(table.mapping).toEqual({ date: { column: 'Date', order: 'day-first' }, title: 'Title', id: 'id' });
    expect(table.counts()).toMatchObject({ records: 3, given: 4 });
  });

  it('puts the column behind the title of the mapping where nothing else is asked for', async () => {
    const table = tableOf(text, { title: 'state', regroup: { spread: { columns: ['Ratification'] } } });
    expect((await takeAll(table)).map(({ row }) => row.Title)).toEqual(['France: Ratification', 'Syria', 'Iran']);
  });
});

describe('several rows as one event', () => {
  const roll = `rcid | country | vote | short
     3 | Canada | yes | A
     4 | Canada | no | B
     3 | Cuba | no | A
     | Chile | yes | C
     3 | Chile | no | A
     | Peru | yes | C
     3 | Canada | yes | A`;
  const mapping = {
    title: '{country} votes {vote}',
    actors: [{ column: 'country', roleBy: { column: 'vote', values: { no: 'target' } } }],
    regroup: { group: { by: ['rcid'], title: 'short', id: 'rcid', tally: { column: 'vote', as: 'Votes' } } },
  } as const satisfies TableMapping;

  it('has all who take part, wherever their rows stand, in the order of first rows; a row without a key is alone', async () => {
    const table = tableOf(roll, mapping);
    expect(await takeAll(table)).toEqual([
      {
        line: 2,
        row: { rcid: '3', country: 'Canada', vote: 'yes', short: 'A', Votes: 'yes 2, no 2' },
        members: [
          { country: 'Cuba', vote: 'no' },
          { country: 'Chile', vote: 'no' },
        ],
      },
      { line: 3, row: { rcid: '4', country: 'Canada', vote: 'no', short: 'B', Votes: 'no 1' }, members: [] },
      { line: 5, row: { country: 'Chile', vote: 'yes', short: 'C', Votes: 'yes 1' }, members: [] },
      { line: 7, row: { country: 'Peru', vote: 'yes', short: 'C', Votes: 'yes 1' }, members: [] },
    ]);
    expect(table.counts()).toMatchObject({ records: 7, given: 4, merged: 3 });
    expect(table.mapping).toMatchObject({ title: 'short', id: 'rcid' });
  });

  it('writes the count into a column that is there, in a text with others', async () => {
    const tally = { column: 'vote', as: 'short', compose: '{short}[ ({})]' };
    const table = tableOf(roll, { ...mapping, regroup: { group: { by: ['rcid'], tally } } });
    expect(table.headers).toEqual(['rcid', 'country', 'vote', 'short']);
    expect((await takeAll(table))[0]?.row.short).toBe('A (yes 2, no 2)');
  });

  it('names those of the rarer values, up to a bound, and counts who is beyond it', async () => {
    const states = ['Chile yes', 'Cuba no', 'Fiji no', 'Iran no', 'Mali yes', 'Peru yes', 'Togo yes', 'Oman away'];
    const votes = states.map((state) => ['1'].concat(state.split(' ')));
    const names = { column: 'who', of: ['yes', 'no', 'abstained'], most: 2, more: 'and {} more' };
    const close = async (records: readonly (readonly string[])[]): Promise<string | undefined> => {
      const table = regrouped(recordSourceOf(['id', 'who', 'vote'], records), [], {
        regroup: { group: { by: ['id'], tally: { column: 'vote', as: 'Votes', names } } },
      });
      return (await takeAll(table))[0]?.row.Votes;
    };
    expect(await close(votes)).toBe('Yes 4; no 3: Cuba, Fiji and 1 more; away 1');
    // Where most say no, it is the others who are named.
    expect(await close(votes.slice(1, 5))).toBe('Yes 1: Mali; no 3');
    expect(await close(votes.slice(7))).toBe('Away 1');
  });

  it.each([
    ['years', ['1828', '1829', '1827'], {}, ['1827', '1829']],
    ['years before our era', ['-0218', '-0201', '-0217'], {}, ['-0218', '-0201']],
    ['one year', ['1828', '1828'], {}, ['1828', '']],
    ['days', ['2016-02-24', '2016-02-22', '2016-03'], {}, ['2016-02-22', '2016-03']],
    ['compact days', ['20160224', '20160222'], { format: 'YYYYMMDD' }, ['20160222', '20160224']],
    ['days month first', ['2/9/2016', '1/10/2016'], { format: 'M/D/YYYY' }, ['1/10/2016', '2/9/2016']],
    ['days day first', ['2/9/2016', '1/10/2016'], { order: 'day-first' }, ['2/9/2016', '1/10/2016']],
    ['empty cells', ['', '1829', ''], {}, ['1829', '']],
    ['words', ['early 2002', '2001', '3 March 2002'], {}, ['2001', '3 March 2002']],
    ['words of other languages', ['5 мая 2016', '3. April 2016', '2016-05-01'], {}, ['3. April 2016', '5 мая 2016']],
    // Nobody can tell which is earlier: the first row's date stays, and no span is made up.
    ['days that can be read in two ways', ['2/9/2016', '1/10/2016'], {}, ['2/9/2016', '']],
    ['what is no date', ['soon', '2001'], {}, ['soon', '']],
    ['words where only one way is asked for', ['3 May 2016', '2001-01-01'], { format: 'iso' }, ['3 May 2016', '']],
  ] as const)('span %s from the first to the last', async (_name, cells, how, [first, last]) => {
    const records = cells.map((cell) => ['1', cell]);
    const table = regrouped(recordSourceOf(['war', 'when'], records), [], {
      date: { column: 'when', ...how },
      regroup: { group: { by: ['war'], span: true } },
    });
    expect(table.mapping.end).toEqual({ column: 'when (last)', ...how });
    const [taken] = await takeAll(table);
    expect([taken?.row.when, taken?.row['when (last)'] ?? '']).toEqual([first, last]);
  });

  it('take the last day from a column of its own', async () => {
    const records = [
      ['7', '1997-05-29', '2012', '2012-12-21'],
      ['7', '1997-05-29', '2014', ''],
    ];
    const table = regrouped(recordSourceOf(['id', 'start', 'year', 'end'], records), [], {
      date: { column: 'start', precision: { column: 'id', book: 'ucdp' } },
      end: 'end',
      regroup: { group: { by: ['id'], span: { last: 'year' } } },
    });
    expect((await takeAll(table))[0]?.row).toMatchObject({ start: '1997-05-29', 'year (last)': '2014' });
    expect(table.mapping.end).toBe('year (last)');
  });
});

describe('the same the other way round', () => {
  const mapping = {
    actors: [{ column: 'ccode1' }, { column: 'ccode2' }],
    id: 'id',
    regroup: { mirrored: true },
  } as const satisfies TableMapping;

  it('is one event with both, other columns of two sides exchanged too; equal rows are one as well', async () => {
    const table = tableOf(
      `id | ccode1 | ccode2 | year | side1 | side2
       a | 220 | 230 | 1823 | 1 | 2
       b | 365 | 640 | 1828 | 1 | 2
       c | 230 | 220 | 1823 | 2 | 1
       d | 230 | 220 | 1823 | 1 | 2
       e | 640 | 365 | 1829 | 2 | 1
       f | 220 | 230 | 1823 | 1 | 2
       g | 2 | 2 | 1900 | |
       h | 2 | 2 | 1900 | | `,
      mapping,
    );
    const taken = await takeAll(table);
    expect(taken.map(({ line, row: { id = '' }, members }) => [line, id, members.length])).toEqual([
      [2, 'a', 1],
      [3, 'b', 0],
      [5, 'd', 0],
      [6, 'e', 0],
      [8, 'g', 0],
    ]);
    expect(taken[0]?.members[0]).toMatchObject({ ccode1: '230', ccode2: '220', year: '1823', side1: '2', side2: '1' });
    expect(table.counts()).toMatchObject({ records: 8, given: 5, merged: 3, mirrored: 1, equal: 2 });
  });

  it('is found whichever of the two stands first, and the first keeps its own direction', async () => {
    const table = tableOf('ccode1 | ccode2\nZ | A\nA | Z', mapping);
    expect((await takeAll(table)).map(({ row }) => row)).toEqual([{ ccode1: 'Z', ccode2: 'A' }]);
  });

  it('is told from cells whose texts only look alike when laid side by side', async () => {
    const records = [
      ['A\u001F', 'B', 'x'],
      ['A', '\u001FB', 'x'],
      ['B', 'A\u001F', 'x'],
    ];
    const table = regrouped(recordSourceOf(['one', 'two', 'rest'], records), [], {
      actors: [{ column: 'one' }, { column: 'two' }],
      regroup: { mirrored: true },
    });
    const taken = await takeAll(table);
    expect(taken.map(({ line }) => line)).toEqual([2, 3]);
    expect(taken[0]?.row).toEqual({ one: 'A\u001F', two: 'B', rest: 'x' });
  });
});

describe('all of it together', () => {
  it('joins, makes columns, leaves out, spreads, groups and merges in this order', async () => {
    const states = recordSourceOf(['n', 'state'], rows('1 | France\n2 | Spain'), { name: 'states.csv' });
    const table = regrouped(
      recordSourceOf(['one', 'two', 'Signed', 'Ended', 'use'], rows('1|2|1900|1910|y\n2|1|1900||y\n1|2|1901||n')),
      [states],
      {
        title: '{state}',
        actors: [{ column: 'state' }],
        derive: [{ as: 'Use', of: 'use', values: { y: 'yes' } }],
        regroup: {
          join: [{ file: 'states.csv', key: 'n', on: 'one' }],
          only: { column: 'Use', values: ['yes'] },
          spread: { columns: ['Signed', 'Ended'], title: '{}' },
          group: { by: ['Title', 'Date'] },
          mirrored: true,
        },
      },
    );
    expect((await takeAll(table)).map(({ row: { Title, Date }, members }) => [Title, Date, members])).toEqual([
      ['Signed', '1900', [{ state: 'Spain' }]],
      ['Ended', '1910', []],
    ]);
    expect(table.counts()).toMatchObject({ records: 3, passedOver: 1, merged: 1, given: 2 });
  });

  it('hands over what was held back when the reading is stopped, and begins anew when it is read again', async () => {
    const records = Array.from({ length: 10 }, (_, row) => [String(row % 5), 'x']);
    const table = regrouped(recordSourceOf(['k', 'v'], records, { each: 1 }), [], {
      regroup: { group: { by: ['k'] } },
    });
    let turns = 0;
    const stopped = await takeAll(table, async () => ++turns < 3);
    expect(stopped).toHaveLength(3);
    expect(await takeAll(table)).toHaveLength(5);
    expect(table.counts()).toMatchObject({ records: 10, given: 5, merged: 5 });
  });

  it('pauses while it hands over what was held back, and ends where a turn rejects', async () => {
    const records = Array.from({ length: 2000 }, (_, row) => [String(row)]);
    const table = regrouped(recordSourceOf(['k'], records), [], { regroup: { group: { by: ['k'] } } });
    const heard: (number | undefined)[] = [];
    await takeAll(table, async (done) => {
      heard.push(done);
      return true;
    });
    expect(heard.filter((done) => done === 1).length).toBeGreaterThanOrEqual(4);
    const reason = new Error('left');
    await expect(
      table.read(
        () => {},
        () => Promise.reject(reason),
      ),
    ).rejects.toBe(reason);
  });
});
