import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import type { Actor, WholeDataset } from '../../../../src/model/dataset';
import { mergeDatasets } from '../../../../src/model/merge/merge-datasets';
import type { Rejection } from '../../../../src/model/rejection';
import { makeActor, makeDataset } from '../../../support/make-dataset';
import type { EventSketch } from '../../../support/make-dataset';

const t = makeTranslate('en', english);

function together(...sets: readonly WholeDataset[]) {
  const told: Rejection[] = [];
  const merged = mergeDatasets(sets, t, (rejection) => told.push(rejection));
  return { merged, told, events: merged.events.map(({ id, title }) => `${id} ${title}`) };
}

/** Five years, and another dataset within them, which both have an event `e1`. */
function twoWithE1(wide: EventSketch, narrow: EventSketch) {
  return together(
    makeDataset(
      [
        { id: 'old', date: '2011-08-18' },
        { id: 'e1', date: '2016-02-22', title: 'A call', participants: ['kerry'], ...wide },
      ],
      { id: 'a', title: 'Wide' },
    ),
    makeDataset([{ id: 'e1', date: '2014-07-17', title: 'A vote', participants: ['council'], ...narrow }], {
      id: 'b',
      title: 'Narrow',
    }),
  );
}

describe('an id that two datasets have by chance', () => {
  test('for events that agree in nothing: both stay, the wider keeps the id, and that is told', () => {
    const { events, told, merged } = twoWithE1({}, {});
    expect(events).toEqual(['old Event old', 'e1 A call', 'e1@b A vote']);
    expect(told).toEqual([
      {
        where: 'Narrow: /events',
        record: 'A vote',
        field: 'id',
        found: 'e1',
        expected: 'an id that means the same thing in “Wide”; here it is called “e1@b”',
        effect: 'noted',
      },
    ]);
    expect(merged.description).toContain('0 events are in both');
  });

  test.each<[string, EventSketch, EventSketch]>([
    ['their dates overlap', {}, { date: '2016-02' }],
    ['one goes on', {}, { date: '2012-01-01/..' }],
    ['one lies before a day', {}, { date: '[..2016-03-01]' }],
    ['somebody acts in both', {}, { participants: ['council', 'kerry'] }],
    ['they are called the same', { participants: [] }, { participants: [], title: 'A  CALL' }],
    ['they are called the same and have no date', { date: null }, { date: null, title: 'A call' }],
  ])('for one happening where %s: it is one event', (_, wide, narrow) => {
    const { events, told } = twoWithE1(wide, narrow);
    expect(events).toEqual(['old Event old', 'e1 A call']);
    expect(told).toEqual([]);
  });

  test.each<[string, EventSketch, EventSketch]>([
    ['somebody is only addressed in both', {}, { participants: [['kerry', 'addressee']] }],
    ['neither has a date or actors', { date: null, participants: [] }, { date: null, participants: [] }],
    ['one has no date, and others act', { date: null }, {}],
    ['the dates touch', { date: '2016-02-22' }, { date: '2016-02-23' }],
  ])('for two happenings though %s', (_, wide, narrow) => {
    expect(twoWithE1(wide, narrow).events).toHaveLength(3);
  });

  test('what names the event follows: relations, claims, chapters and their views, notes', () => {
    const { merged } = together(
      makeDataset(
        [
          { id: 'old', date: '2011' },
          { id: 'e1', date: '2016-02-22', participants: ['kerry'] },
        ],
        { id: 'a' },
      ),
      makeDataset(
        [
          { id: 'e1', title: 'A vote', date: '2014-07-17', participants: ['council'] },
          {
            id: 'e2',
            date: '2014-07-18',
            relations: [{ type: 'responds-to', to: 'e1', certainty: 'certain' }],
            claims: [{ id: 'c', claimedBy: undefined, text: 'so', about: 'e1' }],
          },
        ],
        {
          id: 'b',
          chapters: [
            {
              id: 'ch',
              title: 'Chapter',
              from: undefined,
              to: undefined,
              text: undefined,
              view: 'event=e1&actors=council,kerry&from=2014-01-01',
              events: ['e1', 'e2'],
              evidence: [],
            },
          ],
          notes: [{ id: 'n', text: 'Note', event: 'e1', from: undefined, to: undefined, evidence: [] }],
        },
      ),
    );
    const e2 = merged.events.find(({ id }) => id === 'e2');
    expect(e2?.relations[0]?.to).toBe('e1@b');
    expect(e2?.claims[0]?.about).toBe('e1@b');
    expect(merged.chapters[0]).toMatchObject({
      events: ['e1@b', 'e2'],
      view: 'event=e1%40b&actors=council,kerry&from=2014-01-01',
    });
    expect(merged.notes[0]?.event).toBe('e1@b');
  });

  test('three at once: each joins the one it agrees with, in any order, and no made id is another’s', () => {
    const a = makeDataset(
      [
        { id: 'old', date: '2001' },
        { id: 'e1', date: '2016', participants: ['x'] },
      ],
      { id: 'a', title: 'A' },
    );
    const b = makeDataset(
      [
        { id: 'e1', title: 'Y', date: '2010', participants: ['y'] },
        { id: 'p', date: '2011' },
      ],
      { id: 'b', title: 'B' },
    );
    const c = makeDataset(
      [
        { id: 'e1', title: 'Z', date: '2013-05', participants: ['z'] },
        { id: 'e1@b', date: '1999' },
      ],
      { id: 'c', title: 'C' },
    );
    const { merged } = together(a, b, c);
    for (const order of [
      [b, c, a],
      [c, a, b],
      [c, b, a],
    ])
      expect(together(...order).merged).toEqual(merged);
    const ids = merged.events.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith('e1'))).toHaveLength(4);
  });
});

describe('an actor’s id that two datasets have by chance', () => {
  const pair = (one: Partial<Actor>, other: Partial<Actor>, id = 'a1') => {
    const actor = (parts: Partial<Actor>): Actor => ({ ...makeActor(id), kind: 'person', countries: [], ...parts, id });
    return together(
      makeDataset([{ id: 'e1', date: '2010/2016', participants: [id] }], {
        id: 'a',
        title: 'Wide',
        actors: [actor(one)],
      }),
      makeDataset(
        [
          {
            id: 'e2',
            date: '2012',
            participants: [id],
            claims: [{ id: 'c', claimedBy: id, text: 'so', about: undefined }],
            statements: [{ speaker: id, kind: 'indirect', text: 'so', quote: undefined }],
          },
        ],
        { id: 'b', title: 'Narrow', actors: [actor(other), { ...makeActor('m'), memberOf: [id] }] },
      ),
    );
  };

  test.each<[string, Partial<Actor>, Partial<Actor>, string?]>([
    ['two people', { label: 'Anna Lindh' }, { label: 'Boris Petrov' }],
    [
      'a person and a body',
      { label: 'United Nations', kind: 'international-organisation' },
      { label: 'Ulf Nilsson' },
      'un',
    ],
    ['two bodies', { label: 'United Nations', kind: 'office' }, { label: 'Union of Nurses', kind: 'office' }, 'un'],
    ['one name in two countries', { label: 'President', countries: ['RU'] }, { label: 'President', countries: ['SY'] }],
  ])('for %s: both stay, and what names the second follows', (_, one, other, id = 'a1') => {
    const { merged, told } = pair(one, other, id);
    expect(merged.actors.map(({ id: each }) => each)).toEqual([id, `${id}@b`, 'm']);
    const second = merged.events.find((event) => event.id === 'e2');
    expect([second?.participants[0]?.actor, second?.claims[0]?.claimedBy, second?.statements[0]?.speaker]).toEqual([
      `${id}@b`,
      `${id}@b`,
      `${id}@b`,
    ]);
    expect(merged.actors[2]?.memberOf).toEqual([`${id}@b`]);
    expect(told.map(({ where, found }) => `${where} ${found}`)).toEqual([`Narrow: /actors ${id}`]);
  });

  test.each<[string, Partial<Actor>, Partial<Actor>, string?]>([
    ['called the same', { label: 'Sergey Lavrov' }, { label: 'sergey  lavrov', kind: 'office' }],
    ['called the same by another name', { label: 'UNSC' }, { label: 'Security Council', altNames: ['unsc'] }],
    ['with a part of the name in common', { label: 'Sergey Lavrov' }, { label: 'Minister Lavrov' }],
    ['by the initials', { label: 'United Nations', kind: 'office' }, { label: 'UN', kind: 'office' }, 'un'],
    ['in another script', { label: 'Sergey Lavrov', countries: ['RU'] }, { label: 'Сергей Лавров', countries: ['RU'] }],
    ['by an id that is a name', { label: 'John Kerry' }, { label: 'Secretary of State' }, 'john-kerry'],
  ])('for one, %s: it is one actor', (_, one, other, id = 'a1') => {
    const { merged, told } = pair(one, other, id);
    expect(merged.actors.map(({ id: each }) => each)).toEqual([id, 'm']);
    expect(told).toEqual([]);
  });

  test('keeps events apart whose actors only seem the same', () => {
    const set = (id: string, label: string, date: string) =>
      makeDataset([{ id: 'e1', date, participants: ['a1'], title: label }], {
        id,
        title: id,
        actors: [{ ...makeActor('a1'), kind: 'person', label, countries: [] }],
      });
    const { events } = together(set('a', 'Anna Lindh', '2010/2012'), set('b', 'Boris Petrov', '2014'));
    expect(events).toEqual(['e1 Anna Lindh', 'e1@b Boris Petrov']);
  });
});
