import { describe, expect, test } from 'vitest';
import { makeColumnTable } from '../../../src/model/table-of-columns';
import type { EventColumns } from '../../../src/model/event-columns';
import { DAY_MS } from '../../../src/model/dates/instant';
import { textColumnOf } from '../../../src/model/text-column';
import { EVENT_TYPES, ROLES } from '../../../src/model/vocabulary';
import { makeActor, makeDataset } from '../../support/make-dataset';

const day = (text: string) => Date.parse(`${text}T00:00Z`);
const { events: _none, ...head } = makeDataset([], {
  asOf: undefined,
  actors: [makeActor('us', { countries: ['US'] }), makeActor('ru', { countries: ['RU'] }), makeActor('un')],
});

function columns(parts: Partial<EventColumns> = {}): EventColumns {
  return {
    dataset: head,
    start: Float64Array.of(day('2016-02-24'), day('2014-01-01'), day('2015-09-30')),
    end: Float64Array.of(day('2016-02-25'), day('2015-01-01'), day('2016-02-01')),
    type: Uint8Array.of(EVENT_TYPES.indexOf('talks'), EVENT_TYPES.indexOf('military'), 255),
    participantOffset: Uint32Array.of(0, 2, 3, 5),
    participantActor: Uint32Array.of(0, 1, 2, 1, 0),
    participantRole: Uint8Array.from(['initiator', 'addressee', 'party', 'referenced', 'subject'], (role) =>
      ROLES.indexOf(role as 'party'),
    ),
    texts: { title: textColumnOf(['Call', 'Year', 'Campaign']) },
    ...parts,
  };
}

describe('a table from columns', () => {
  test('stands in time order, whatever order the records come in', () => {
    const { table, rejections } = makeColumnTable(columns());
    expect(rejections).toEqual([]);
    expect([0, 1, 2].map(table.titleAt)).toEqual(['Year', 'Campaign', 'Call']);
    expect([0, 1, 2].map(table.idAt)).toEqual(['row-2', 'row-3', 'row-1']);
    expect(['row-1', 'row-2', 'row-3', 'row-4', 'row-0', 'x'].map(table.rowOf)).toEqual([
      2,
      0,
      1,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('has dates as precise as their spans, tones by type, and the countries of those who act', () => {
    const { table } = makeColumnTable(columns());
    const events = [0, 1, 2].map(table.eventAt);
    expect(events.map(({ date }) => date!.edtf)).toEqual(['2014', '2015-09-30/2016-01-31', '2016-02-24']);
    expect(events.map(({ tone, deed }) => [tone, deed])).toEqual([
      ['conflict', true],
      ['neutral', false],
      ['cooperation', false],
    ]);
    // Nobody acts in the campaign, so all its countries stand for it; in the call only the initiator's.
    expect(events.map((event) => event.countries.map(({ country }) => country))).toEqual([[], ['RU', 'US'], ['US']]);
    expect(table.eventAt(1)).toBe(events[1]);
  });

  test('uses arrays in time order as they are', () => {
    const start = Float64Array.of(day('2014-01-01'), day('2015-01-01'), day('2016-01-01'));
    const given = columns({ start, end: start.map((at) => at + DAY_MS) });
    const { table } = makeColumnTable(given);
    expect(
      [table.start, table.end, table.participantActor].map(
        (column, i) => column === [given.start, given.end, given.participantActor][i],
      ),
    ).toEqual([true, true, true]);
    // Single dates share their arrays: half a million rows are 8 MB less for it.
    expect([table.startLatest === table.end, table.endEarliest === table.start]).toEqual([true, true]);
  });

  test('leaves out what it can’t use, naming record, value and what was expected', () => {
    const { table, rejections } = makeColumnTable(
      columns({
        start: Float64Array.of(day('2016-02-24'), Number.NaN, day('2015-09-30')),
        end: Float64Array.of(day('2016-02-23'), 1, day('2016-02-01')),
      }),
    );
    expect([table.size, table.titleAt(0), table.eventAt(0).participants.map(({ actor }) => actor)]).toEqual([
      1,
      'Campaign',
      ['ru', 'us'],
    ]);
    expect(rejections.map(({ where, field, found, effect }) => [where, field, found, effect])).toEqual([
      ['record 1', 'end', String(day('2016-02-23')), 'left-out'],
      ['record 2', 'start', 'NaN', 'left-out'],
    ]);
    const stranger = makeColumnTable(columns({ participantActor: Uint32Array.of(0, 1, 2, 1, 9) })).rejections;
    expect(stranger.map(({ where, found, expected }) => [where, found, expected])).toEqual([
      ['record 3', '9', 'an index below 3, how many actors there are'],
    ]);
  });

  test.each([
    [{ end: new Float64Array(2) }, 'Column "end" has 2 entries, expected 3 as in "start"'],
    [
      { participantOffset: Uint32Array.of(0, 2, 5) },
      '"participantOffset" has 3 entries, expected 4, one more than "start"',
    ],
    [{ participantActor: Uint32Array.of(0) }, '"participantOffset" ends at 5, expected 1, how many values there are'],
    [{ texts: { title: textColumnOf(['one']) } }, 'Texts "title" have 1 entries, expected 3 as in "start"'],
  ])('throws where columns don’t fit together: %j', (parts, message) => {
    expect(() => makeColumnTable(columns(parts))).toThrow(new RangeError(message));
  });
});
