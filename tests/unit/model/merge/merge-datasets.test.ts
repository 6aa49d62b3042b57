import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import type { DiplomaticEvent, Source, WholeDataset } from '../../../../src/model/dataset';
import { makeEventTable } from '../../../../src/model/table-builder';
import { eventDateInWords } from '../../../../src/model/dates/date-prose';
import { relationsOf, sourceOf } from '../../../../src/model/lookups';
import { mergeDatasets } from '../../../../src/model/merge/merge-datasets';
import {
  eventDate,
  makeActor,
  makeDataset,
  makeEvent,
  makeLargeDataset,
  randomFrom,
} from '../../../support/make-dataset';
import type { EventSketch } from '../../../support/make-dataset';

const t = makeTranslate('en', english);
const merge = (...sets: readonly WholeDataset[]) => mergeDatasets(sets, t);

function source(id: string, parts: Partial<Source> = {}): Source {
  return {
    id,
    kind: 'news',
    publisher: undefined,
    ownership: undefined,
    title: undefined,
    dateline: undefined,
    published: undefined,
    url: undefined,
    note: undefined,
    grade: undefined,
    ...parts,
  };
}

const evidence = (from: string, locator?: string) => ({
  source: from,
  locator,
  find: undefined,
  quote: undefined,
  supports: [],
});
const claim = (id: string, text: string) => ({ id, claimedBy: undefined, text, about: undefined });
const relation = (type: 'prepares' | 'announces', to: string) => ({ type, to, certainty: 'certain' as const });

/** Five years, and one week within them; an event called "shared" in both. */
function wideAndNarrow(
  wide: EventSketch = {},
  narrow: EventSketch = {},
  heads: { wide?: Partial<WholeDataset>; narrow?: Partial<WholeDataset> } = {},
) {
  return {
    wide: makeDataset(
      [
        { id: 'old', date: '2011-08-18', participants: ['obama'] },
        { id: 'shared', date: '2016-02-22', participants: ['kerry'], ...wide },
      ],
      { id: 'wide', title: 'Wide', asOf: eventDate('2016-12-29'), ...heads.wide },
    ),
    narrow: makeDataset(
      [
        { id: 'shared', date: '2016-02-22', participants: ['lavrov'], ...narrow },
        { id: 'own', date: '2016-02-24', participants: ['kerry'] },
      ],
      { id: 'narrow', title: 'Narrow: a report', asOf: eventDate('2016-02-24'), ...heads.narrow },
    ),
  };
}

function eventIn(dataset: WholeDataset, id: string): DiplomaticEvent {
  const found = dataset.events.filter((event) => event.id === id);
  expect(found).toHaveLength(1);
  return found[0]!;
}

describe('two datasets laid together', () => {
  test('keep the chapters, notes and periods of both, and what nobody knows of either', () => {
    const chapter = (id: string, title: string) => ({
      id,
      title,
      from: eventDate('2016'),
      to: undefined,
      text: undefined,
      view: undefined,
      events: ['shared'],
      evidence: [evidence('tass')],
    });
    const note = { id: 'n', text: 'A note', event: 'own', from: undefined, to: undefined, evidence: [] };
    const period = { id: 'p', label: 'A term', date: eventDate('2012/2016'), countries: ['US'], evidence: [] };
    const { wide, narrow } = wideAndNarrow(
      { extra: { colour: 'red' } },
      {
        extra: { colour: 'blue', size: 3 },
        media: { src: 'a.png', description: undefined, credit: undefined, licence: undefined },
      },
      {
        wide: {
          sources: [source('tass', { title: 'One' })],
          chapters: [chapter('c', 'Theirs')],
          periods: [period],
          extra: { theme: 'x' },
        },
        narrow: {
          sources: [source('tass', { title: 'Another' })],
          chapters: [chapter('c', 'Ours')],
          notes: [note],
          periods: [period],
        },
      },
    );
    const merged = merge(narrow, wide);
    expect(merged.chapters.map(({ id, title, evidence: [own] }) => [id, title, own?.source])).toEqual([
      ['c', 'Theirs', 'tass'],
      ['c@narrow', 'Ours', 'tass@narrow'],
    ]);
    expect([merged.notes, merged.periods, merged.extra]).toEqual([[note], [period], { theme: 'x' }]);
    const { extra, media } = eventIn(merged, 'shared');
    expect([extra, media?.src]).toEqual([{ colour: 'red', size: 3 }, 'a.png']);
  });

  test('an event takes its date from who gives one', () => {
    const { wide, narrow } = wideAndNarrow({ date: null });
    expect(eventIn(merge(wide, narrow), 'shared').date?.edtf).toBe('2016-02-22');
  });

  test('hold every event of both once, whichever comes first', () => {
    const { wide, narrow } = wideAndNarrow();
    const merged = merge(wide, narrow);
    expect(merged.events.map(({ id }) => id)).toEqual(['old', 'shared', 'own']);
    expect(merge(narrow, wide)).toEqual(merged);
  });

  test('the wider says what an event is; evidence, statements, claims, caveats and statuses are of both', () => {
    const said = { speaker: 'lavrov', kind: 'indirect' as const, text: 'A plan', quote: undefined };
    const { wide, narrow } = wideAndNarrow(
      {
        title: 'Theirs',
        label: 'T',
        type: 'agreement',
        tone: 'cooperation',
        importance: 3,
        countries: ['US'],
        evidence: [evidence('un', 'p. 1')],
        claims: [claim('c1', 'one')],
        status: [{ value: 'made', asOf: '2016-02-23' }],
      },
      {
        title: 'Ours',
        label: 'O',
        type: 'criticism',
        tone: 'conflict',
        importance: 1,
        countries: ['RU'],
        summary: 'As told',
        evidence: [evidence('tass', 'S1')],
        claims: [claim('c2', 'two')],
        statements: [said],
        caveats: [{ kind: 'framing', text: 'Slanted' }],
        status: [{ value: 'approved', asOf: '2016-02-22' }],
        attribution: { voice: 'TASS', via: undefined },
      },
      { wide: { sources: [source('un')] }, narrow: { sources: [source('tass')] } },
    );
    expect(eventIn(merge(wide, narrow), 'shared')).toMatchObject({
      title: 'Theirs',
      label: 'T',
      type: 'agreement',
      tone: 'cooperation',
      importance: 3,
      participants: [{ actor: 'kerry' }],
      countries: [{ country: 'US' }],
      summary: 'As told',
      attribution: { voice: 'TASS' },
      evidence: [
        { source: 'un', locator: 'p. 1' },
        { source: 'tass', locator: 'S1' },
      ],
      claims: [{ id: 'c1' }, { id: 'c2' }],
      statements: [{ text: 'A plan' }],
      caveats: [{ text: 'Slanted' }],
      status: [{ value: 'approved' }, { value: 'made' }],
    });
  });

  test('the longer span of time is the wider, then more events, then the lower id', () => {
    const days = (id: string, ...dates: readonly string[]) =>
      makeDataset(
        dates.map((date, index) => ({ id: index === 0 ? 'shared' : `${id}-${index}`, title: id, date })),
        { id, title: id },
      );
    const titleOf = (a: WholeDataset, b: WholeDataset) => eventIn(merge(a, b), 'shared').title;
    expect(titleOf(days('few', '2011', '2016'), days('many', '2015', '2015-02', '2015-03', '2015-04'))).toBe('few');
    expect(
      titleOf(days('two', '2015-01-01', '2015-01-03'), days('three', '2015-01-01', '2015-01-02', '2015-01-03')),
    ).toBe('three');
    expect(titleOf(days('b', '2015', '2016'), days('a', '2015', '2016'))).toBe('a');
  });

  test('look from the later day, in the wider one’s opening view, under both names', () => {
    const opening = {
      from: undefined,
      to: undefined,
      scale: 'calendar' as const,
      group: undefined,
      expanded: undefined,
    };
    const { wide, narrow } = wideAndNarrow(
      {},
      {},
      {
        wide: {
          opening,
          curators: ['A', 'B'],
          licence: 'CC BY 4.0',
          version: '1',
          modified: '2020-01-01',
          description: 'Five years.',
        },
        narrow: {
          curators: ['B', 'C'],
          licence: 'CC BY 4.0',
          version: '2',
          modified: '2021-01-01',
          corrections: [{ date: '2020', text: 'x' }],
        },
      },
    );
    const merged = merge(narrow, wide);
    expect(merged).toMatchObject({
      id: 'narrow+wide',
      title: 'Wide and Narrow',
      asOf: { edtf: '2016-12-29' },
      opening,
      curators: ['A', 'B', 'C'],
      licence: 'CC BY 4.0',
      version: '1 + 2',
      modified: '2021-01-01',
      corrections: [{ text: 'x' }],
      description:
        '“Wide” (2 events) and “Narrow: a report” (2 events), laid together; 1 event is in both. Wide: Five years.',
    });
    const lookingLater = makeDataset(narrow.events, { id: 'later', asOf: eventDate('2017-01-01') });
    expect(merge(wide, lookingLater).asOf?.edtf).toBe('2017-01-01');
    expect(merge(wide, makeDataset(narrow.events, { id: 'never', asOf: undefined })).asOf?.edtf).toBe('2016-12-29');
  });

  test('three at once are the same in any order', () => {
    const { wide, narrow } = wideAndNarrow();
    const third = makeDataset([{ id: 'shared', title: 'Third', date: '2016-02-22' }, { id: 'third' }], {
      id: 'third',
      title: 'Third',
    });
    const merged = merge(wide, narrow, third);
    expect(merged.events).toHaveLength(4);
    expect(merge(third, narrow, wide)).toEqual(merged);
    expect(merged.description).toMatch(
      /^“Wide” \(2 events\), “Narrow: a report” \(2 events\) and “Third” \(2 events\), laid together; 1 event is in more than one of them\./,
    );
  });
});

describe('whether an event is only announced', () => {
  const announced = {
    announced: true,
    deed: false,
    type: 'ceasefire' as const,
    status: [{ value: 'announced' as const, asOf: '2016-02-24' }],
  };
  const held = {
    announced: false,
    deed: true,
    type: 'ceasefire' as const,
    status: [{ value: 'in-effect' as const, asOf: undefined }],
  };

  test('is what the later day saw: what the narrow set announces has happened in the wide one', () => {
    const { wide, narrow } = wideAndNarrow(held, announced);
    expect(eventIn(merge(wide, narrow), 'shared')).toMatchObject({ announced: false, deed: true });
  });

  test('also when the narrow one looks from the later day, and then it is a deed', () => {
    const later = { narrow: { asOf: eventDate('2017-06-01') } };
    const done = wideAndNarrow(announced, held, later);
    expect(eventIn(merge(done.wide, done.narrow), 'shared')).toMatchObject({ announced: false, deed: true });
    const ahead = wideAndNarrow(held, announced, later);
    expect(eventIn(merge(ahead.wide, ahead.narrow), 'shared')).toMatchObject({ announced: true, deed: false });
  });

  test('stays as it is where one set alone tells it, though its day has passed', () => {
    const { wide } = wideAndNarrow();
    const narrow = makeDataset([{ id: 'ahead', date: '2016-02-27', announced: true }], { id: 'narrow' });
    expect(eventIn(merge(wide, narrow), 'ahead').announced).toBe(true);
  });
});

describe('dates that differ', () => {
  test('are told beside the event: as an ambiguity where both may be right, as a contradiction where not', () => {
    const vague = wideAndNarrow({ date: '2016-02-23' }, { date: '[2016-02-22,2016-02-23]' });
    expect(eventIn(merge(vague.wide, vague.narrow), 'shared').caveats).toEqual([
      { kind: 'ambiguity', text: 'In “Narrow: a report” this is dated 22 or 23 Feb 2016.' },
    ]);
    const apart = wideAndNarrow({ date: '2016-02-22' }, { date: '2016-02-25' });
    expect(eventIn(merge(apart.wide, apart.narrow), 'shared').caveats).toMatchObject([{ kind: 'contradiction' }]);
    const same = wideAndNarrow({}, { date: { ...eventDate('2016-02-22'), basis: 'resolved', note: 'Monday' } });
    expect(eventIn(merge(same.wide, same.narrow), 'shared').caveats).toEqual([]);
  });

  test('what went on when the earlier set looked is not said to go on when the later does', () => {
    const campaign = makeEvent({ id: 'campaign', date: '2014/..', status: [{ value: 'ongoing', asOf: '2016-02-24' }] });
    const merged = merge(wideAndNarrow().wide, makeDataset([campaign], { id: 'narrow', title: 'Narrow' }));
    const event = eventIn(merged, 'campaign');
    expect(event.date).toMatchObject({
      edtf: '2014/',
      open: 'unknown',
      note: 'Ongoing on 24 Feb 2016, the day that “Narrow” looks from; what became of it later is not said there.',
    });
    expect(eventDateInWords(event, merged.asOf, t)).not.toContain('ongoing');
  });
});

describe('ids that two datasets use', () => {
  test('for different sources: both survive, and evidence follows its own', () => {
    const { wide, narrow } = wideAndNarrow(
      { evidence: [evidence('tass')] },
      { evidence: [evidence('tass'), evidence('same')] },
      {
        wide: { sources: [source('tass', { title: 'One' }), source('same'), source('tass@narrow', { title: 'Odd' })] },
        narrow: { sources: [source('tass', { title: 'Two' }), source('same')] },
      },
    );
    const merged = merge(narrow, wide);
    expect(merged.sources.map(({ id }) => id)).toEqual(['tass', 'same', 'tass@narrow', 'tass@narrow@2']);
    expect(
      eventIn(merged, 'shared').evidence.map((entry) => sourceOf(merged, entry.source)?.title ?? entry.source),
    ).toEqual(['One', 'Two', 'same']);
  });

  test('for different claims: both survive, and relations follow their own', () => {
    const { wide, narrow } = wideAndNarrow(
      { claims: [claim('c', 'one'), claim('own', 'an event of the other has this id')] },
      { claims: [claim('c', 'two')] },
    );
    const linking = makeDataset(
      [
        ...narrow.events,
        makeEvent({ id: 'link', relations: [relation('prepares', 'c'), relation('announces', 'own')] }),
      ],
      { id: 'narrow', title: 'Narrow' },
    );
    const merged = merge(wide, linking);
    expect(eventIn(merged, 'shared').claims.map(({ id, text }) => [id, text])).toEqual([
      ['c', 'one'],
      ['own@wide', 'an event of the other has this id'],
      ['c@narrow', 'two'],
    ]);
    const { outgoing } = relationsOf(makeEventTable(merged), 'link');
    expect(outgoing.map(({ claim: about, event }) => about?.text ?? event?.id)).toEqual(['two', 'own']);
  });

  test('for one actor: labels are the wider’s, the rest is of both', () => {
    const { wide, narrow } = wideAndNarrow(
      {},
      {},
      {
        wide: {
          actors: [
            makeActor('kerry', {
              label: 'John Kerry',
              altNames: ['Kerry'],
              countries: ['US'],
              offices: [{ title: 'Secretary', country: 'US', asOf: '2016' }],
            }),
          ],
        },
        narrow: {
          actors: [
            makeActor('kerry', {
              label: 'Mr Kerry',
              altNames: ['John Kerry', 'JK'],
              memberOf: ['gov-us'],
              note: 'Met in Geneva.',
              offices: [
                { asOf: '2016', title: 'Secretary', country: 'US' },
                { title: 'Senator', country: 'US', asOf: '2004' },
              ],
            }),
          ],
        },
      },
    );
    const merged = merge(wide, narrow);
    expect(merged.actors.filter(({ id }) => id === 'kerry')).toEqual([
      makeActor('kerry', {
        label: 'John Kerry',
        altNames: ['Kerry', 'Mr Kerry', 'JK'],
        countries: ['US'],
        memberOf: ['gov-us'],
        note: 'Met in Geneva.',
        offices: [
          { title: 'Secretary', country: 'US', asOf: '2016' },
          { title: 'Senator', country: 'US', asOf: '2004' },
        ],
      }),
    ]);
  });

  test('relations of both, each type and target once', () => {
    const { wide, narrow } = wideAndNarrow(
      { relations: [relation('prepares', 'old')] },
      { relations: [{ ...relation('prepares', 'own'), certainty: 'possible' }, relation('announces', 'own')] },
    );
    expect(eventIn(merge(wide, narrow), 'shared').relations.map(({ type, to }) => `${type} ${to}`)).toEqual([
      'prepares old',
      'prepares own',
      'announces own',
    ]);
  });

  test('that are names of an object’s own parts are ids like any other', () => {
    const odd = ['__proto__', 'constructor', 'toString'];
    const one = (id: string, title: string) =>
      makeDataset(
        odd.map((name) => ({
          id: name,
          title,
          participants: [name],
          evidence: [evidence(name)],
          claims: [claim(`${name}-claim`, title)],
        })),
        { id, title: id, sources: odd.map((name) => source(name, { title })) },
      );
    const merged = merge(one('__proto__', 'A'), one('constructor', 'B'));
    expect(merged.events.map(({ id }) => id)).toEqual(odd);
    expect(merged.actors.map(({ id }) => id)).toEqual(odd);
    expect(merged.sources).toHaveLength(6);
    expect(merged.events.every((event) => event.evidence.length === 2 && event.claims.length === 2)).toBe(true);
  });
});

describe('a dataset laid over itself', () => {
  test.each(['data/syria-cessation-2016.json', 'data/syria-diplomacy-2011-2016.json'])('%s is what it was', (file) => {
    const set = shipped(file);
    expect(merge(set, set)).toEqual(set);
  });
});

describe('the shipped datasets together', () => {
  const a = shipped('data/syria-cessation-2016.json');
  const b = shipped('data/syria-diplomacy-2011-2016.json');

  test('say the cessation came into effect, and keep what the report says of it', () => {
    const merged = merge(a, b);
    expect(merge(b, a)).toEqual(merged);
    const cessation = eventIn(merged, 'ev-cessation-start');
    expect(cessation.announced).toBe(false);
    expect(cessation.evidence).toHaveLength(
      eventIn(a, 'ev-cessation-start').evidence.length + eventIn(b, 'ev-cessation-start').evidence.length,
    );
    expect(merged.events.length).toBeLessThan(a.events.length + b.events.length);
  });

  test('resolve every reference', () => {
    const merged = merge(a, b);
    const ids = new Set([
      ...merged.events.map(({ id }) => id),
      ...merged.events.flatMap(({ claims }) => claims.map(({ id }) => id)),
    ]);
    const actors = new Set(merged.actors.map(({ id }) => id));
    for (const event of merged.events) {
      expect(event.relations.filter(({ to }) => !ids.has(to))).toEqual([]);
      expect(event.evidence.filter((entry) => sourceOf(merged, entry.source) === undefined)).toEqual([]);
      expect(event.participants.filter(({ actor }) => !actors.has(actor))).toEqual([]);
    }
  });
});

test('agrees with a slow reading of the rule on made-up datasets', () => {
  const random = randomFrom(7);
  const part = (seed: number) => {
    const whole = makeLargeDataset({ events: 60, actors: 12, seed: 3 });
    const sources = ['s1', 's2'].map((id) => source(id, { title: random() < 0.5 ? 'same' : `${seed}` }));
    const events = whole.events
      .filter(() => random() < 0.6)
      .map((event) =>
        makeEvent({
          id: event.id,
          date: event.date!,
          title: `${event.title} ${seed}`,
          evidence: [evidence(random() < 0.5 ? 's1' : 's2', `${Math.floor(random() * 3)}`)],
        }),
      );
    return makeDataset(events, { id: `part-${seed}`, title: `Part ${seed}`, actors: whole.actors, sources });
  };
  for (let round = 0; round < 40; round++) {
    const [a, b] = [part(round * 2), part(round * 2 + 1)];
    const merged = merge(a, b);
    const span = (set: WholeDataset) => makeEventTable(set).extent.end - makeEventTable(set).extent.start;
    const wider = span(a) === span(b) ? (a.events.length >= b.events.length ? a : b) : span(a) > span(b) ? a : b;
    const other = wider === a ? b : a;
    const inBoth = (id: string) =>
      a.events.some((event) => event.id === id) && b.events.some((event) => event.id === id);
    const expected = [...wider.events, ...other.events.filter(({ id }) => !inBoth(id))].map(
      ({ id, title }) => `${id} ${title}`,
    );
    expect(merged.events.map(({ id, title }) => `${id} ${title}`)).toEqual(expected);
    // Who says so, by what the source says and not by what it is called.
    const told = (set: WholeDataset, id: string) =>
      set.events
        .filter((event) => event.id === id)
        .flatMap((event) =>
          event.evidence.map(
            (entry) =>
              `${entry.locator} ${set.sources.find((one) => one.id === entry.source)?.title} ${entry.source.slice(0, 2)}`,
          ),
        );
    for (const { id } of merged.events)
      expect(new Set(told(merged, id))).toEqual(new Set([...told(a, id), ...told(b, id)]));
  }
});

function shipped(file: string): WholeDataset {
  const read = readInEnglish(readFileSync(file, 'utf8'), file);
  if (!read.ok) throw new Error(`${file}: ${read.problem.detail}`);
  return read.dataset;
}
