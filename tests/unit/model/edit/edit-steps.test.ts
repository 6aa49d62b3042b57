import { describe, expect, it } from 'vitest';
import { deleteEvents, setEvent } from '../../../../src/model/edit/edit-events';
import { mergeActors, nameParticipant, renameActor, setActor } from '../../../../src/model/edit/edit-names';
import { setHead } from '../../../../src/model/edit/edit-records';
import {
  addEvidence,
  countWithSource,
  isPublisherSuggested,
  removeEvidence,
  setSource,
  suggestedPublisher,
} from '../../../../src/model/edit/edit-sources';
import { changedFields, revertField, revertRecord } from '../../../../src/model/edit/revert';
import type { WholeDataset } from '../../../../src/model/dataset';
import { eventOfSketch } from '../../../../src/model/event-of-sketch';
import { eventDate, makeActor, makeDataset } from '../../../support/make-dataset';

const BARE = makeDataset([], {
  actors: [
    makeActor('anna', { label: 'Anna Ek', countries: ['SE'] }),
    makeActor('anna-e', { label: 'A. Ek', altNames: ['Ek'], countries: [], memberOf: ['un'] }),
    makeActor('un', { label: 'UN' }),
  ],
});

const party = (actor: string, role: 'party' | 'speaker' = 'party', office?: string) => ({
  actor,
  role,
  office,
  claimedBy: undefined,
});

const FIRST: WholeDataset = {
  ...BARE,
  events: [
    eventOfSketch(
      {
        id: 'call',
        title: 'Anna Ek calls',
        date: eventDate('2016-02-20'),
        type: 'talks',
        participants: [party('anna'), party('anna-e', 'party', 'envoy'), party('anna-e', 'speaker')],
        claims: [{ id: 'c1', claimedBy: 'anna-e', text: 'It rains', about: undefined }],
      },
      BARE,
    ),
    eventOfSketch(
      {
        id: 'truce',
        title: 'Truce',
        date: eventDate('2016-03-01'),
        type: 'ceasefire',
        participants: [party('un')],
        relations: [
          { type: 'implements', to: 'call', certainty: 'certain' },
          { type: 'disputes', to: 'c1', certainty: 'certain' },
        ],
        statements: [{ speaker: 'anna-e', kind: 'indirect', text: 'No', quote: undefined }],
        attribution: { voice: 'anna-e', via: undefined },
      },
      BARE,
    ),
  ],
  notes: [{ id: 'n1', text: 'Look', event: 'call', from: undefined, to: undefined, evidence: [] }],
  chapters: [
    {
      id: 'k1',
      title: 'All',
      from: undefined,
      to: undefined,
      text: undefined,
      view: 'actor=anna-e&type=talks',
      events: ['call', 'truce'],
      evidence: [],
    },
  ],
};

const eventIn = (dataset: WholeDataset, id: string) => dataset.events.find((event) => event.id === id);

describe('steps of an event', () => {
  it('what follows from a field follows again; what somebody chose stays', () => {
    const ahead = setEvent(FIRST, 'call', { title: ' Anna Ek will call ', date: eventDate('2016-03-03') });
    expect(eventIn(ahead, 'call')).toMatchObject({
      title: 'Anna Ek will call',
      label: 'Anna Ek will call',
      announced: true,
      deed: false,
    });
    const named = setEvent(setEvent(FIRST, 'call', { label: 'Call' }), 'call', { title: 'Another' });
    expect(eventIn(named, 'call')?.label).toBe('Call');
    expect(eventIn(setEvent(named, 'call', { label: undefined }), 'call')?.label).toBe('Another');
    const toned = setEvent(setEvent(FIRST, 'call', { tone: 'conflict' }), 'call', { type: 'agreement' });
    expect(eventIn(toned, 'call')?.tone).toBe('conflict');
    expect(eventIn(setEvent(toned, 'call', { tone: undefined }), 'call')?.tone).toBe('cooperation');
    expect(eventIn(setEvent(FIRST, 'call', { type: 'military' }), 'call')).toMatchObject({
      tone: 'conflict',
      deed: true,
    });
  });

  it('with another as-of day, what lies ahead is announced', () => {
    expect(eventIn(FIRST, 'truce')?.announced).toBe(true);
    const later = setHead(FIRST, { asOf: eventDate('2016-03-05') });
    expect(eventIn(later, 'truce')?.announced).toBe(false);
    expect(eventIn(later, 'call')).toBe(eventIn(FIRST, 'call'));
  });

  it('deleted, it takes along what points to it', () => {
    const left = deleteEvents(FIRST, ['call']);
    expect(left.events.map(({ id }) => id)).toEqual(['truce']);
    expect(left.events[0]?.relations).toEqual([]);
    expect(left.notes).toEqual([]);
    expect(left.chapters[0]?.events).toEqual(['truce']);
  });
});

describe('steps of names', () => {
  it('two as one, wherever they stand; parts that double are one with what either says', () => {
    const one = mergeActors(FIRST, 'anna', ['anna-e']);
    expect(one.actors).toEqual([
      makeActor('anna', { label: 'Anna Ek', countries: ['SE'], altNames: ['A. Ek', 'Ek'], memberOf: ['un'] }),
      makeActor('un', { label: 'UN' }),
    ]);
    expect(eventIn(one, 'call')?.participants).toEqual([party('anna', 'party', 'envoy'), party('anna', 'speaker')]);
    expect(eventIn(one, 'call')?.claims[0]?.claimedBy).toBe('anna');
    expect(eventIn(one, 'truce')?.statements[0]?.speaker).toBe('anna');
    expect(eventIn(one, 'truce')?.attribution?.voice).toBe('anna');
    expect(one.chapters[0]?.view).toBe('actor=anna&type=talks');
    expect(JSON.stringify(one)).not.toContain('anna-e');
  });

  it('a name that is known is no new one, in whatever case; a new one is made', () => {
    const known = nameParticipant(FIRST, 'truce', 'ek');
    expect(known.actors).toBe(FIRST.actors);
    expect(eventIn(known, 'truce')?.participants).toEqual([party('un'), party('anna-e')]);
    const made = nameParticipant(FIRST, 'truce', 'Ministry of Rain', 'speaker');
    expect(made.actors.at(-1)).toMatchObject({ id: 'ministry-of-rain', label: 'Ministry of Rain', kind: 'ministry' });
  });

  it('a country by its name is its government, as is a bare actor who gets that name', () => {
    const made = nameParticipant(FIRST, 'truce', 'سوريا');
    expect(made.actors.at(-1)).toMatchObject({ label: 'سوريا', kind: 'government', countries: ['SY'] });
    expect(eventIn(made, 'truce')?.countries).toContainEqual({ country: 'SY', role: 'acting' });
    const renamed = renameActor(nameParticipant(FIRST, 'truce', 'Rusia'), 'rusia', 'Russia');
    expect(renamed.actors.at(-1)).toMatchObject({ id: 'rusia', kind: 'government', countries: ['RU'] });
    const person = setActor(nameParticipant(FIRST, 'truce', 'Ann'), 'ann', { note: 'Somebody.' });
    expect(renameActor(person, 'ann', 'Georgia').actors.at(-1)).toMatchObject({ kind: 'person', countries: [] });
  });

  it('countries that follow from names follow again', () => {
    const moved = setActor(FIRST, 'anna', { countries: ['NO'] });
    expect(eventIn(moved, 'call')?.countries).toEqual([{ country: 'NO', role: 'acting' }]);
    expect(eventIn(moved, 'truce')).toBe(eventIn(FIRST, 'truce'));
  });

  it('renamed, an actor keeps its id', () => {
    const renamed = renameActor(FIRST, 'anna-e', 'Ek');
    expect(renamed.actors[1]).toEqual(makeActor('anna-e', { label: 'Ek', altNames: [], memberOf: ['un'] }));
    expect(renamed.events).toBe(FIRST.events);
  });
});

describe('steps of sources', () => {
  const url = 'https://news.example.org/a';
  const linked = addEvidence(FIRST, 'call', [{ source: { url, ...suggestedPublisher('Example') } }]);

  it('one address is one source, used by both', () => {
    const twice = addEvidence(linked, 'truce', [{ source: { url: `${url}/` }, quote: 'a truce' }]);
    expect(twice.sources).toHaveLength(1);
    expect(eventIn(twice, 'truce')?.evidence).toMatchObject([{ source: 's1', quote: 'a truce' }]);
    expect(countWithSource(twice)).toBe(2);
    expect(addEvidence(twice, 'truce', [{ source: { url } }])).toBe(twice);
    expect(removeEvidence(twice, 'call', 0, { withSource: true }).sources).toHaveLength(1);
    expect(removeEvidence(linked, 'call', 0, { withSource: true }).sources).toEqual([]);
  });

  it('a publisher is a suggestion until somebody says so', () => {
    const [source] = linked.sources;
    expect(source && isPublisherSuggested(source)).toBe(true);
    const confirmed = setSource(linked, 's1', { publisher: 'Example' });
    expect(confirmed.sources[0]).not.toHaveProperty('extra');
    const named = addEvidence(linked, 'truce', [{ source: { url, publisher: 'Example News' } }]);
    expect(named.sources[0]).toMatchObject({ publisher: 'Example News' });
    expect(named.sources[0]).not.toHaveProperty('extra');
  });
});

describe('what was edited', () => {
  it('is told field by field, without what only follows, and goes back field by field', () => {
    const edited = setEvent(setEvent(FIRST, 'call', { title: 'A call' }), 'call', { type: 'military' });
    expect(changedFields(FIRST, edited, 'call')?.fields).toEqual(['title', 'type']);
    const back = revertField(FIRST, edited, 'call', 'type');
    expect(changedFields(FIRST, back, 'call')?.fields).toEqual(['title']);
    expect(revertRecord(FIRST, edited, 'events', 'call').events[0]).toEqual(FIRST.events[0]);
    expect(changedFields(undefined, edited, 'call')).toBeUndefined();
  });

  it('a participant comes back with the name that was taken away', () => {
    const gone = mergeActors(FIRST, 'anna', ['anna-e']);
    const back = revertField(FIRST, gone, 'call', 'participants');
    expect(back.actors.map(({ id }) => id)).toContain('anna-e');
  });

  it('who only speaks or claims comes back with what was said', () => {
    const gone = mergeActors(FIRST, 'un', ['anna-e']);
    expect(eventIn(gone, 'truce')?.statements.map(({ speaker }) => speaker)).toEqual(['un']);
    const back = revertRecord(FIRST, gone, 'events', 'truce');
    expect(eventIn(back, 'truce')?.statements.map(({ speaker }) => speaker)).toEqual(['anna-e']);
    expect(back.actors.map(({ id }) => id)).toContain('anna-e');
  });

  it('a name that is an actor’s by now stands for them in what comes back', () => {
    const words = { speaker: 'Bo', kind: 'indirect', text: 'No', quote: undefined } as const;
    const events = FIRST.events.map((event) => (event.id === 'truce' ? { ...event, statements: [words] } : event));
    const first = { ...FIRST, events };
    const named = renameActor(setEvent(first, 'truce', { title: 'Other' }), 'un', 'Bo');
    const back = revertRecord(first, named, 'events', 'truce');
    expect(eventIn(back, 'truce')?.statements.map(({ speaker }) => speaker)).toEqual(['un']);
  });

  it('a deleted event comes back whole, but for what is gone', () => {
    const back = revertRecord(FIRST, deleteEvents(FIRST, ['truce']), 'events', 'truce');
    expect(eventIn(back, 'truce')).toEqual(eventIn(FIRST, 'truce'));
    const alone = revertRecord(FIRST, deleteEvents(FIRST, ['truce', 'call']), 'events', 'truce');
    expect(eventIn(alone, 'truce')?.relations).toEqual([]);
  });
});
