import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { withLazyCode } from '../../../../src/base/lazy-code';
import { translateFor } from '../../../../src/base/messages/choose-catalogue';
import { loadAllMessages } from '../../../../src/base/messages/load-messages';
import type { Translate } from '../../../../src/base/translate';
import { addEvents, cellText, removeEvents, setCell, setCells } from '../../../../src/formats/cells/cells';
import { CELL_FIELDS } from '../../../../src/formats/cells/cell-types';
import type { CellField } from '../../../../src/formats/cells/cell-types';
import { readDataset } from '../../../../src/formats/json/read-dataset';
import type { DiplomaticEvent, WholeDataset } from '../../../../src/model/dataset';
import { editBetween } from '../../../../src/model/edit/edit-between';
import { makeActor, makeDataset } from '../../../support/make-dataset';
import { randomFile } from '../../../support/random-file';

const LANGUAGES = ['en', 'ru', 'ar', 'fr'] as const;
const translators = new Map<string, Translate>();

beforeAll(async () => {
  for (const language of LANGUAGES) {
    await loadAllMessages(language);
    translators.set(language, await withLazyCode(() => translateFor(language)));
  }
});

function speak(language: string): Translate {
  const t = translators.get(language);
  if (t === undefined) throw new Error(language);
  return t;
}

function theEvent({ events }: WholeDataset, at = 0): DiplomaticEvent {
  const event = events[at];
  if (event === undefined) throw new Error(`no event ${at}`);
  return event;
}

/** A dataset with one event of which one field is set after the other; what its cells say then. */
function written(cells: Partial<Record<CellField, string>>, language = 'en', dataset = makeDataset([{ id: 'e1' }])) {
  const context = { t: speak(language) };
  let whole = dataset;
  for (const field of CELL_FIELDS) {
    const text = cells[field];
    if (text !== undefined) whole = setCell(whole, 'e1', field, text, context).dataset;
  }
  const event = theEvent(whole);
  return { dataset: whole, event, text: (field: CellField) => cellText(whole, event, field, context) };
}

describe('a cell says what its event says', () => {
  test('its own text changes nothing, and read again it says the same', () => {
    fc.assert(
      fc.property(randomFile, fc.constantFrom(...LANGUAGES), fc.nat(5), (file, language, at) => {
        const context = { t: speak(language) };
        const result = readDataset(JSON.stringify(file), 'random', speak('en'));
        if (!result.ok) return;
        const { dataset } = result;
        for (const event of dataset.events.slice(at, at + 1)) {
          for (const field of CELL_FIELDS) {
            const text = cellText(dataset, event, field, context);
            expect(setCell(dataset, event.id, field, text, context).dataset).toBe(dataset);
            // A blank makes it another text, which has to be read. Sources may go by words that say something else.
            if (field === 'source' || field === 'id' || text.includes('"')) continue;
            const { dataset: next, problem } = setCell(dataset, event.id, field, `${text} `, context);
            expect(problem).toBeUndefined();
            const again = next.events.find(({ id }) => id === event.id);
            if (again === undefined) throw new Error(event.id);
            expect(cellText(next, again, field, context).replaceAll(/\s+/g, ' ').trim()).toBe(
              text.replaceAll(/\s+/g, ' ').trim(),
            );
            expect(again.date?.edtf).toBe(event.date?.edtf);
            expect([again.tone, again.deed, again.announced]).toEqual([event.tone, event.deed, event.announced]);
            expect([again.claims, again.relations, again.evidence]).toEqual([
              event.claims,
              event.relations,
              event.evidence,
            ]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    ['22 Feb 2016', '2016-02-22'],
    ['23 or 24 Feb 2016', '[2016-02-23,2016-02-24]'],
    ['since 30 Sep 2015', '2015-09-30/..'],
    ['since 2014', '2014/..'],
    ['on or before 30 Sep 2015', '[..2015-09-30]'],
    ['2016-02~', '2016-02~'],
  ])('the date "%s" is %s, and is written so in each language that it is read back', (typed, edtf) => {
    for (const language of LANGUAGES) {
      const context = { t: speak(language) };
      const { dataset, event, text } = written({ date: typed }, language);
      expect(event.date?.edtf).toBe(edtf);
      const words = text('date');
      const cleared = setCell(dataset, 'e1', 'date', '', context).dataset;
      expect(theEvent(cleared).date).toBeUndefined();
      expect(theEvent(setCell(cleared, 'e1', 'date', words, context).dataset).date?.edtf).toBe(edtf);
      // Words, not EDTF, wherever the language has them.
      expect(words).not.toBe(edtf);
    }
  });

  test('an hour with its place comes back', () => {
    const { event, text } = written({ date: '27 Feb 2016, 00:00 Damascus' });
    expect(event.date?.clock?.zone).toBe('Asia/Damascus');
    expect(text('date')).toBe('27 Feb 2016, 00:00 Damascus');
    expect(event.announced).toBe(true);
  });

  test('a date that can be read two ways is one of two days, and both are told', () => {
    const dataset = makeDataset([{ id: 'e1' }]);
    const { dataset: next, reading } = setCell(dataset, 'e1', 'date', '3/4/2016', { t: speak('en') });
    expect(theEvent(next).date?.edtf).toBe('[2016-03-04,2016-04-03]');
    expect(reading?.alternatives.map(({ edtf }) => edtf)).toEqual(['2016-04-03', '2016-03-04']);
  });

  test('a date that nobody can read is kept as text, and goes when one is read', () => {
    const context = { t: speak('en') };
    const set = setCell(makeDataset([{ id: 'e1' }]), 'e1', 'date', 'the other day', context);
    expect(set.problem?.key).toBe('cell.problem.date');
    expect(theEvent(set.dataset).date).toBeUndefined();
    expect(cellText(set.dataset, theEvent(set.dataset), 'date', context)).toBe('the other day');
    const again = theEvent(setCell(set.dataset, 'e1', 'date', '2016-02-24', context).dataset);
    expect(again.date?.edtf).toBe('2016-02-24');
    expect('extra' in again).toBe(false);
  });
});

describe('who takes part', () => {
  test('names, roles by arrow and by words, in the languages of the page', () => {
    const roles = (who: string, language = 'en') =>
      written({ who }, language).event.participants.map(({ actor, role }) => `${actor}: ${role}`);
    expect(roles('Russia, United States')).toEqual(['russia: party', 'united-states: party']);
    expect(roles('Ann Lee > John Roe, mediated by UN')).toEqual([
      'ann-lee: initiator',
      'john-roe: addressee',
      'un: mediator',
    ]);
    expect(roles('"Lee, Ann"; about Yemen')).toEqual(['lee-ann: party', 'yemen: subject']);
    expect(roles('روسيا، مع مصر', 'ar')).toEqual(['روسيا: party', 'مصر: party']);
    expect(roles('Анна > Борис, о Сирии', 'ru')).toEqual(['анна: initiator', 'борис: addressee', 'сирии: subject']);
  });

  test('whoever stays keeps office and role; names that only editing made go when nobody has them any more', () => {
    const start = makeDataset([
      {
        id: 'e1',
        participants: [
          ['ann', 'speaker'],
          ['bob', 'referenced'],
          ['cy', 'target'],
        ],
      },
      { id: 'e2', participants: ['ann'] },
    ]);
    const first = theEvent(start);
    const participants = first.participants.map((each, at) =>
      at === 0 ? Object.assign({}, each, { office: 'envoy' }) : each,
    );
    const dataset: WholeDataset = { ...start, events: [{ ...first, participants }, ...start.events.slice(1)] };
    const context = { t: speak('en'), baseline: dataset };
    expect(cellText(dataset, theEvent(dataset), 'who', context)).toBe('ann > cy');
    const { dataset: more, newNames } = setCells(
      dataset,
      [{ event: 'e1', field: 'who', text: 'ann, Dee > cy' }],
      context,
    );
    expect(newNames).toEqual(['Dee']);
    expect(theEvent(more).participants.map(({ actor, role, office }) => [actor, role, office])).toEqual([
      ['ann', 'speaker', 'envoy'],
      ['dee', 'initiator', undefined],
      ['cy', 'target', undefined],
      ['bob', 'referenced', undefined],
    ]);
    const { dataset: less } = setCell(more, 'e1', 'who', '', context);
    expect(less.actors.map(({ id }) => id)).toEqual(dataset.actors.map(({ id }) => id));
    expect(theEvent(less).participants.map(({ actor }) => actor)).toEqual(['bob']);
  });

  test('a country by its name is its government, and goes again with the name', () => {
    const dataset = makeDataset([{ id: 'e1' }], { actors: [makeActor('sy', { label: 'Syria', kind: 'person' })] });
    const { event, dataset: next } = written({ who: 'Россия, U.S., Syria, Ann' }, 'en', dataset);
    expect(next.actors.map(({ label, kind, countries }) => [label, kind, countries.join()])).toEqual([
      ['Syria', 'person', ''],
      ['Россия', 'government', 'RU'],
      ['U.S.', 'government', 'US'],
      ['Ann', 'person', ''],
    ]);
    expect(event.countries.map(({ country }) => country)).toEqual(['RU', 'US']);
    const cleared = setCell(next, 'e1', 'who', '', { t: speak('en'), baseline: dataset });
    expect(cleared.dataset.actors).toEqual(dataset.actors);
  });

  test('names are found by other names and in other letters', () => {
    const dataset = makeDataset([{ id: 'e1' }], {
      actors: [makeActor('un', { label: 'United Nations', altNames: ['UN'], countries: ['SE'] })],
    });
    const { event, dataset: next } = written({ who: 'un' }, 'en', dataset);
    expect(event.participants.map(({ actor }) => actor)).toEqual(['un']);
    expect(next.actors).toBe(dataset.actors);
    // Of the countries nothing was said by itself: they follow from who acts.
    expect(event.countries).toEqual([{ country: 'SE', role: 'acting' }]);
  });
});

describe('the other cells', () => {
  test('types and statuses are read in every language and written in that of the page', () => {
    expect(written({ type: 'переговоры' }).event.type).toBe('talks');
    expect(written({ type: 'محادثات' }, 'fr').text('type')).toBe('entretiens');
    expect(written({ status: 'annoncé, в силе' }).text('status')).toBe('announced, in effect');
    const context = { t: speak('en') };
    const dataset = makeDataset([{ id: 'e1' }]);
    const set = setCell(dataset, 'e1', 'type', 'lunch', context);
    expect(set.problem?.params['found']).toBe('lunch');
    expect(set.dataset).toBe(dataset);
  });

  test('what follows from a field follows still; what the file says by itself stays', () => {
    const { event } = written({ title: 'A title of more than thirty-two characters', type: 'military' });
    expect([event.label, event.tone, event.deed]).toEqual(['A title of more than thirty-two…', 'conflict', true]);
    const own = makeDataset([{ id: 'e1', tone: 'neutral', label: 'Own', countries: ['FR'] }]);
    const kept = written({ title: 'Other', type: 'sanctions', who: 'Somebody' }, 'en', own).event;
    expect([kept.label, kept.tone, kept.countries[0]?.country]).toEqual(['Own', 'neutral', 'FR']);
  });

  test('a source by words, publisher, day and address; the others stay', () => {
    const { event, dataset, text } = written({
      source: '"a pause in fighting" TASS, 24 Feb 2016, https://example.org/a',
    });
    expect(dataset.sources).toMatchObject([
      { publisher: 'TASS', published: '2016-02-24', url: 'https://example.org/a' },
    ]);
    expect(event.evidence[0]?.quote).toBe('a pause in fighting');
    expect(text('source')).toBe('"a pause in fighting" TASS, 24 Feb 2016, https://example.org/a');
    const context = { t: speak('en') };
    const changed = setCell(dataset, 'e1', 'source', 'TASS, 25 Feb 2016', context).dataset;
    expect(changed.sources.map(({ id, published, url }) => [id, published, url])).toEqual([
      ['s1', '2016-02-25', undefined],
    ]);
    const cleared = setCell(changed, 'e1', 'source', '', context).dataset;
    expect([cleared.sources, theEvent(cleared).evidence]).toEqual([[], []]);
  });

  test('a source that others rest on stays as it is', () => {
    const rest = { locator: undefined, find: undefined, quote: undefined, supports: [] } as const;
    const first = written({ source: 'TASS' }).dataset;
    const shared = {
      ...first,
      events: [...first.events, ...makeDataset([{ id: 'e2', evidence: [{ source: 's1', ...rest }] }]).events],
    };
    const { dataset } = setCell(shared, 'e1', 'source', 'Reuters', { t: speak('en') });
    expect(dataset.sources.map(({ id, publisher }) => [id, publisher])).toEqual([
      ['s1', 'TASS'],
      ['s2', 'Reuters'],
    ]);
  });

  test('another id is another wherever the event is named', () => {
    const dataset = makeDataset([
      { id: 'e1' },
      { id: 'e2', relations: [{ type: 'part-of', to: 'e1', certainty: 'certain' }] },
    ]);
    const { dataset: next } = setCell(dataset, 'e1', 'id', 'first', { t: speak('en') });
    expect(next.events.map(({ id, relations }) => [id, relations[0]?.to])).toEqual([
      ['first', undefined],
      ['e2', 'first'],
    ]);
    expect(setCell(dataset, 'e1', 'id', 'e2', { t: speak('en') }).problem?.key).toBe('cell.problem.idTaken');
  });
});

describe('rows', () => {
  test('new ones stand where they are put, without a date; an edit of one cell names its own records alone', () => {
    const context = { t: speak('en') };
    const dataset = makeDataset([{ id: 'e1' }, { id: 'e2' }]);
    const { dataset: next, ids } = addEvents(dataset, 2, 1, context);
    expect(next.events.map(({ id }) => id)).toEqual(['e1', ...ids, 'e2']);
    expect(theEvent(next, 1).date).toBeUndefined();
    expect(cellText(next, theEvent(next, 1), 'title', context)).toBe('');
    const named = setCell(next, 'e2', 'title', 'Named', context).dataset;
    expect(editBetween(next, named, { did: 'type' })?.changes.map(({ id }) => id)).toEqual(['e2']);
  });

  test('with those that go goes what spoke of them alone', () => {
    const note = { from: undefined, to: undefined, evidence: [] } as const;
    const dataset = makeDataset(
      [
        { id: 'e1', participants: ['ann'] },
        { id: 'e2', relations: [{ type: 'part-of', to: 'e1', certainty: 'certain' }] },
      ],
      { notes: [{ id: 'n1', text: 'On it', event: 'e1', ...note }] },
    );
    const next = removeEvents(dataset, ['e1'], { baseline: dataset });
    expect([next.events.map(({ id }) => id), theEvent(next).relations, next.notes]).toEqual([['e2'], [], []]);
    expect(next.actors).toBe(dataset.actors);
  });
});
