import { describe, expect, it } from 'vitest';
import { makeEventTable } from '../../../src/model/table-builder';
import { actorOf, claimOf, eventOf, relationsOf, sourceOf } from '../../../src/model/lookups';
import { makeDataset } from '../../support/make-dataset';

const claim = { id: 'doubts', claimedBy: undefined, text: 'It can’t work.', about: undefined };
const dataset = makeDataset([
  { id: '__proto__', title: 'Statement', relations: [{ type: 'announces', to: 'start', certainty: 'certain' }] },
  { id: 'start', participants: ['anna'], claims: [claim] },
  {
    id: 'answer',
    relations: [
      { type: 'disputes', to: 'doubts', certainty: 'possible' },
      { type: 'endorses', to: '__proto__', certainty: 'certain' },
    ],
  },
]);

const table = makeEventTable(dataset);

describe('looking up by id', () => {
  it('finds events, actors and claims, whatever they are called', () => {
    expect(eventOf(table, '__proto__')?.title).toBe('Statement');
    expect(actorOf(dataset, 'anna')?.label).toBe('anna');
    expect(claimOf(table, 'doubts')).toEqual({ claim, event: eventOf(table, 'start') });
  });

  it.each(['nobody', 'toString', 'constructor', ''])('finds nothing under "%s"', (id) => {
    expect([eventOf(table, id), actorOf(dataset, id), sourceOf(dataset, id), claimOf(table, id)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('relations', () => {
  it('are read in both directions', () => {
    expect(relationsOf(table, '__proto__').outgoing.map(({ relation, event }) => [relation.type, event?.id])).toEqual([
      ['announces', 'start'],
    ]);
    expect(relationsOf(table, '__proto__').incoming.map(({ relation, event }) => [relation.type, event.id])).toEqual([
      ['endorses', 'answer'],
    ]);
  });

  it('to a claim lead to the event in which it was said, and come back from it', () => {
    expect(relationsOf(table, 'answer').outgoing.map((out) => [out.event?.id, out.claim?.id])).toEqual([
      ['start', 'doubts'],
      ['__proto__', undefined],
    ]);
    expect(relationsOf(table, 'start').incoming.map(({ relation, event }) => [relation.type, event.id])).toEqual([
      ['announces', '__proto__'],
      ['disputes', 'answer'],
    ]);
  });

  it('of an unknown event are none', () => {
    expect(relationsOf(table, 'nothing')).toEqual({ outgoing: [], incoming: [] });
  });
});
