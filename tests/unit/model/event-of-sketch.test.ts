import { expect, test } from 'vitest';
import { eventOfSketch } from '../../../src/model/event-of-sketch';
import type { Participant } from '../../../src/model/dataset';
import { eventDate, makeActor } from '../../support/make-dataset';

const head = {
  asOf: eventDate('2016-02-24'),
  actors: [makeActor('anna', { countries: ['SE'] }), makeActor('boris', { countries: ['RU'] })],
};
const participant = (actor: string, role: Participant['role']): Participant => ({
  actor,
  role,
  office: undefined,
  claimedBy: undefined,
});

test('an id and a title are enough; everything else is absent or empty', () => {
  expect(eventOfSketch({ id: 'a', title: 'A title that is longer than the chart has room for' }, head)).toEqual({
    id: 'a',
    title: 'A title that is longer than the chart has room for',
    label: 'A title that is longer than the…',
    tone: 'neutral',
    deed: false,
    announced: false,
    status: [],
    participants: [],
    countries: [],
    evidence: [],
    statements: [],
    claims: [],
    caveats: [],
    relations: [],
    importance: 2,
  });
});

test('what follows from the rest is worked out', () => {
  const strike = { id: 'a', title: 'A strike', type: 'military' as const };
  const participants = [participant('boris', 'initiator'), participant('anna', 'target')];
  const held = eventOfSketch({ ...strike, date: eventDate('2016-02-01'), participants }, head);
  expect([held.tone, held.deed, held.countries]).toEqual(['conflict', true, [{ country: 'RU', role: 'acting' }]]);
  const ahead = eventOfSketch({ ...strike, date: eventDate('2016-03') }, head);
  expect([ahead.announced, ahead.deed]).toEqual([true, false]);
  expect(eventOfSketch({ ...strike, tone: 'neutral', countries: [] }, head)).toMatchObject({
    tone: 'neutral',
    countries: [],
  });
});
