import { describe, expect, test } from 'vitest';
import { NO_FILTER } from '../../../../src/model/filter';
import { actorProfile, sharedEvents } from '../../../../src/state/query/actor-profile';
import { matchEvents } from '../../../../src/state/query/matches';
import { tableOf } from '../../../../src/state/view/loading';
import { makeActor, makeDataset, makeLargeDataset } from '../../../support/make-dataset';

const dataset = makeDataset(
  [
    {
      id: 'request',
      date: '2016-02-20',
      participants: [
        ['assad', 'requester'],
        ['russia', 'addressee'],
      ],
    },
    {
      id: 'call',
      date: '2016-02-24',
      participants: ['kerry', 'lavrov', ['russia', 'referenced'], ['lavrov', 'source']],
    },
    {
      id: 'plan',
      date: '2016-02-23',
      participants: [
        ['kerry', 'speaker'],
        ['allies', 'excluded'],
      ],
      statements: [{ speaker: 'kerry', kind: 'direct', text: 'Plans', quote: undefined }],
    },
    {
      id: 'critics',
      date: '2016-02-22',
      participants: [
        ['lavrov', 'speaker'],
        ['kerry', 'target'],
      ],
      statements: [{ speaker: 'lavrov', kind: 'indirect', text: 'Voices', quote: undefined }],
    },
    {
      id: 'about',
      date: '2016-02-21',
      participants: [
        ['kerry', 'referenced'],
        ['lavrov', 'speaker'],
      ],
    },
  ],
  {
    actors: [
      makeActor('kerry', {
        label: 'John Kerry',
        offices: [
          { title: 'Senator', country: 'US', asOf: '2013-01-01' },
          { title: 'Secretary of State', country: 'US', asOf: '2016-02-24' },
        ],
      }),
      makeActor('lavrov', { label: 'Sergey Lavrov' }),
    ],
  },
);
const table = tableOf(dataset);
const everything = matchEvents(table, NO_FILTER).mask;
const idsOf = (rows: readonly number[]) => rows.map((row) => table.eventAt(row).id);
const profileOf = (id: string, mask = everything) => actorProfile(dataset, table, mask, id);

describe("an actor's profile", () => {
  test('holds all it takes part in, and what it did of that, in time order', () => {
    const { events, acted } = profileOf('kerry');
    expect(idsOf(events)).toEqual(['about', 'critics', 'plan', 'call']);
    expect(idsOf(acted)).toEqual(['plan', 'call']);
  });

  test('holds its own statements only', () => {
    expect(profileOf('kerry').said.map(({ event, statement }) => [event.id, statement.text])).toEqual([
      ['plan', 'Plans'],
    ]);
  });

  test('counts who acts, is addressed or targeted together with it, once an event', () => {
    expect(profileOf('kerry').counterparts).toEqual([{ actor: 'lavrov', count: 2 }]);
    expect(profileOf('russia').counterparts).toEqual([{ actor: 'assad', count: 1 }]);
    expect(profileOf('allies').counterparts).toEqual([]);
  });

  test('keeps to the filtered events', () => {
    const { mask } = matchEvents(table, { ...NO_FILTER, text: 'plan' });
    expect(idsOf(profileOf('kerry', mask).events)).toEqual(['plan']);
    expect(profileOf('lavrov', mask)).toMatchObject({ events: [], said: [], counterparts: [] });
  });

  test('names the last office listed', () => {
    expect(profileOf('kerry').office?.title).toBe('Secretary of State');
    expect(profileOf('lavrov').office).toBeUndefined();
  });

  test('of nobody is empty', () => {
    expect(profileOf('__proto__')).toEqual({ events: [], acted: [], said: [], counterparts: [], office: undefined });
  });
});

describe('a pair', () => {
  test('is what both are engaged in', () => {
    expect(idsOf(sharedEvents(table, everything, 'kerry', 'lavrov'))).toEqual(['critics', 'call']);
    expect(sharedEvents(table, everything, 'kerry', 'kerry')).toEqual([]);
    expect(sharedEvents(table, everything, 'kerry', 'nobody')).toEqual([]);
  });

  test("shares as many events as the counterpart's number says", () => {
    const large = makeLargeDataset({ events: 500, actors: 12, seed: 3 });
    const columns = tableOf(large);
    const all = matchEvents(columns, NO_FILTER).mask;
    for (const { actor, count } of actorProfile(large, columns, all, 'actor-1').counterparts) {
      expect(sharedEvents(columns, all, 'actor-1', actor), actor).toHaveLength(count);
      expect(sharedEvents(columns, all, actor, 'actor-1'), actor).toHaveLength(count);
    }
  });
});
