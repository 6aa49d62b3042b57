import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { WholeDataset } from '../../../../src/model/dataset';
import type { Rejection } from '../../../../src/model/rejection';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';

const fixture = (name: string): string => readFileSync(`tests/fixtures/${name}.json`, 'utf8');

function load(text: string, name = 'file.json'): { dataset: WholeDataset; rejections: readonly Rejection[] } {
  const result = readInEnglish(text, name);
  if (!result.ok) throw new Error(result.problem.detail);
  return result;
}

/** A dataset of one event, as of 1 June 2021. */
function loadEvent(event: object, parts: object = {}): WholeDataset['events'][number] | undefined {
  const file = {
    asOf: '2021-06-01',
    events: [{ id: 'e1', title: 'Ministers meet', date: '2021-05-11', participants: ['Anna'], ...event }],
    ...parts,
  };
  return load(JSON.stringify(file)).dataset.events[0];
}

describe('the smallest dataset', () => {
  const { dataset, rejections } = load(fixture('two-calls'));

  it('loads whole', () => {
    expect(rejections).toEqual([]);
    expect([dataset.id, dataset.title, dataset.events.length]).toEqual(['calls', 'Two calls', 2]);
  });

  it('makes actors of bare names', () => {
    expect(dataset.actors.map(({ id, label, kind }) => [id, label, kind])).toEqual([
      ['john-kerry', 'John Kerry', 'person'],
      ['sergey-lavrov', 'Sergey Lavrov', 'person'],
      ['un-security-council', 'UN Security Council', 'international-organisation'],
    ]);
    expect(dataset.events[0]?.participants.map(({ actor, role }) => [actor, role])).toEqual([
      ['john-kerry', 'party'],
      ['sergey-lavrov', 'party'],
    ]);
  });

  it('takes the file’s name where it has no title or id', () => {
    const named = load(
      '{"events":[{"id":"a","title":"A","date":"2020","participants":["Anna"]}]}',
      'sets/My talks.json',
    ).dataset;
    expect([named.id, named.title, named.schemaVersion, named.asOf]).toEqual([
      'my-talks',
      'My talks',
      '1.1',
      undefined,
    ]);
  });
});

it('a file that is half bad loads its good half, and says why of each other', () => {
  const { dataset, rejections } = load(fixture('half-bad'));
  expect(dataset.events.map(({ id }) => id)).toEqual(['e1', 'e3', 'e5']);
  expect(rejections.map(({ where, record, field, effect }) => [where, record, field, effect])).toEqual([
    ['/events/1/date', 'e2', 'date', 'left-out'],
    ['/events/3/title', 'e4', 'title', 'left-out'],
    ['/events/4/type', 'e5', 'type', 'dropped'],
    ['/events/5/title', 'e6', 'title', 'left-out'],
  ]);
});

it('a version that is no text is none, even one that can’t be made text', () => {
  const events = [{ id: 'a', title: 'A', date: '2020', participants: ['Anna'] }];
  for (const schemaVersion of [{ toString: 1 }, { toString: '' }, ['9'], null]) {
    const { dataset, rejections } = load(JSON.stringify({ schemaVersion, events }));
    expect([dataset.schemaVersion, rejections.map(({ where, effect }) => `${where} ${effect}`)]).toEqual([
      '1.1',
      ['/schemaVersion dropped'],
    ]);
  }
});

describe('text', () => {
  it('that looks like HTML is text', () => {
    const { dataset, rejections } = load(fixture('html-text'));
    expect([rejections, dataset.events[0]?.title]).toEqual([[], '<b>Talks</b> & <script>alert(1)</script>']);
  });

  it('loses direction controls and comes in NFC', () => {
    expect(loadEvent({ title: 'Cafe\u0301 \u202Etalks\u202C' })?.title).toBe('Café talks');
  });

  it('loses halves of surrogate pairs, which no link could carry, and puts none together', () => {
    expect(loadEvent({ title: 'A \uD83D\u202E\uDE00 b\uD800' })?.title).toBe('A  b');
  });

  it('of a file’s name is cleaned like any other where it stands in for a title', () => {
    const { dataset } = load(
      '{"events":[{"id":"a","title":"A","date":"2020","participants":["Anna"]}]}',
      'a/Cafe\u0301\u202Enosj.json',
    );
    expect([dataset.title, dataset.id]).toEqual(['Cafénosj', 'cafenosj']);
  });

  it('makes ids of names in NFC', () => {
    const { dataset } = load('{"events":[{"id":"a","title":"A","date":"2020","participants":["한국"]}]}');
    expect(dataset.actors.map(({ id }) => id)).toEqual(['한국'.normalize('NFC')]);
  });

  it('ids may be words that objects have of their own', () => {
    const { dataset, rejections } = load(fixture('odd-ids'));
    expect(rejections).toEqual([]);
    expect(dataset.events.map(({ id, participants }) => [id, participants.map(({ actor }) => actor)])).toEqual([
      ['__proto__', ['constructor', '__proto__']],
      ['toString', ['constructor']],
    ]);
  });

  it('can’t reach into what objects inherit', () => {
    const text =
      '{"events":[{"__proto__":{"summary":"inherited"},"id":"a","title":"A","date":"2020","participants":["Anna"]}]}';
    const { dataset, rejections } = load(text);
    const [event] = dataset.events;
    expect([event?.summary, rejections]).toEqual([undefined, []]);
    // It is a field like any other that nobody knows.
    expect(Object.entries(event?.extra ?? {})).toEqual([['__proto__', { summary: 'inherited' }]]);
  });
});

describe('short forms', () => {
  it('are spelled out', () => {
    const event = loadEvent(
      {
        countries: ['SE', { country: 'NO', role: 'location' }],
        place: 'Oslo',
        status: ['held'],
        cameo: '040',
        evidence: ['s1'],
        attribution: 'Gazette',
      },
      { sources: [{ id: 's1' }] },
    );
    expect(event?.countries).toEqual([
      { country: 'SE', role: 'acting' },
      { country: 'NO', role: 'location' },
    ]);
    expect(event?.place).toEqual({ label: 'Oslo', country: undefined });
    expect(event?.status).toEqual([{ value: 'held', asOf: undefined }]);
    expect(event?.cameo).toEqual({ code: '040', fit: undefined, alternates: [] });
    expect(event?.evidence[0]?.supports).toContain('date');
    expect(event?.attribution).toEqual({ voice: 'Gazette', via: undefined });
  });

  it('a participant may be named by id, by label or by another name', () => {
    const actors = [{ id: 'un', label: 'United Nations', altNames: ['UN'] }];
    expect(
      loadEvent({ participants: ['un', { actor: 'UN', role: 'mediator' }] }, { actors })?.participants.map(
        ({ actor, role }) => [actor, role],
      ),
    ).toEqual([
      ['un', 'party'],
      ['un', 'mediator'],
    ]);
  });
});

describe('a label', () => {
  it('is made from the title at a word', () => {
    expect(loadEvent({ title: 'Lavrov and Kerry discuss preparations by phone' })?.label).toBe(
      'Lavrov and Kerry discuss…',
    );
    expect(loadEvent({ title: 'Talks resume' })?.label).toBe('Talks resume');
    expect(loadEvent({ title: 'Donaudampfschifffahrtsgesellschaftskapitän' })?.label).toBe(
      'Donaudampfschifffahrtsgesellsch…',
    );
    expect(loadEvent({ title: 'A title of exactly 32 characters' })?.label).toBe('A title of exactly 32 characters');
  });

  it('of its own is kept', () => {
    expect(loadEvent({ title: 'Lavrov and Kerry discuss preparations by phone', label: 'Phone call' })?.label).toBe(
      'Phone call',
    );
  });
});

describe('countries', () => {
  const actors = [{ id: 'anna', countries: ['SE'] }, { id: 'ben', countries: ['NO', 'SE'] }, { id: 'un' }];
  it.each([
    [
      ['anna', 'ben'],
      ['SE', 'NO'],
    ],
    [['anna', { actor: 'ben', role: 'target' }], ['SE']],
    [[{ actor: 'ben', role: 'target' }], ['NO', 'SE']],
    [['un', { actor: 'ben', role: 'target' }], []],
  ])('of participants %j that act, where the file gives none, are %j', (participants, countries) => {
    expect(loadEvent({ participants }, { actors })?.countries).toEqual(
      countries.map((country) => ({ country, role: 'acting' })),
    );
  });
});

describe('tone and deed', () => {
  it.each([
    [{ type: 'talks' }, 'cooperation', false],
    [{ type: 'military' }, 'conflict', true],
    [{ type: 'ceasefire' }, 'cooperation', true],
    [{ type: 'ceasefire', mode: 'announced' }, 'cooperation', false],
    [{ type: 'resolution', mode: 'vetoed' }, 'conflict', false],
    [{ type: 'appeal', mode: 'demand' }, 'conflict', false],
    [{ cameo: '195' }, 'conflict', true],
    [{ cameo: '010' }, 'neutral', false],
    [{ cameo: '0871' }, 'cooperation', true],
    [{ cameo: '112' }, 'conflict', false],
    [{ cameo: '99' }, 'neutral', false],
    [{ type: 'talks', cameo: '195' }, 'cooperation', false],
    [{ type: 'military', tone: 'neutral' }, 'neutral', true],
    [{}, 'neutral', false],
  ])('of %j are %s, done: %s', (parts, tone, deed) => {
    const event = loadEvent(parts);
    expect([event?.tone, event?.deed]).toEqual([tone, deed]);
  });
});

describe('what is announced', () => {
  const announced = { value: 'announced', asOf: '2021-05-20' };
  it.each([
    ['a day ahead', { date: '2021-06-27', status: [announced] }, true],
    ['a day ahead without a status', { date: '2021-06-27' }, true],
    ['the as-of day itself', { date: '2021-06-01' }, false],
    ['the month that holds the as-of day', { date: '2021-06' }, false],
    ['a day past, never confirmed', { date: '2021-05-25', status: [announced] }, true],
    ['a day past, held', { date: '2021-05-25', status: [announced, { value: 'held', asOf: '2021-05-26' }] }, false],
    [
      'a day ahead, its outcome told from later',
      { date: '2021-06-27', status: [announced, { value: 'in-effect', asOf: '2021-06-28' }] },
      true,
    ],
    [
      'statuses out of order',
      { date: '2021-05-25', status: [{ value: 'held', asOf: '2021-05-26' }, announced] },
      false,
    ],
    ['a bound ahead', { date: '[..2021-07-01]' }, false],
  ])('%s: %j is %s, and then a word', (_, parts, expected) => {
    const event = loadEvent({ type: 'military', ...parts });
    expect([event?.announced, event?.deed]).toEqual([expected, !expected]);
  });

  it('is nothing in a file without an as-of day, unless it says so', () => {
    expect(loadEvent({ date: '2999' }, { asOf: undefined })?.announced).toBe(false);
    expect(loadEvent({ date: '2999', status: ['announced'] }, { asOf: undefined })?.announced).toBe(true);
  });
});

describe('a weekday in a date’s note', () => {
  const notes = (note: string, edtf = '2021-05-11'): string[] => {
    const file = {
      events: [{ id: 'e1', title: 'A', date: { edtf, basis: 'inferred', note }, participants: ['Anna'] }],
    };
    return load(JSON.stringify(file)).rejections.map(({ found, expected }) => `${found}: ${expected}`);
  };
  it('must fall on the date', () => {
    expect(notes('Printed “Monday”.')).toEqual(['Monday: Tuesday, which that day was']);
    expect(notes('“Tuesday” in the report.')).toEqual([]);
    expect(notes('Monday, 11 May, says the report.')).toEqual(['Monday: Tuesday, which that day was']);
  });
  it('may be the weekday of another date, when it says of which', () => {
    expect(notes('Reposted on Thursday, 13 May 2021.')).toEqual([]);
    expect(notes('“Tuesday” in a report of Wednesday.')).toEqual([]);
  });
  it('says nothing about a month or one of several days', () => {
    expect(notes('A Monday.', '2021-05')).toEqual([]);
    expect(notes('A Monday.', '[2021-05-11,2021-05-12]')).toEqual([]);
  });
});

describe('an unknown role', () => {
  it('never makes somebody act who may only be mentioned', () => {
    expect(
      loadEvent({ participants: ['Anna', { actor: 'Anna', role: 'boss' }] })?.participants.map(({ role }) => role),
    ).toEqual(['party', 'referenced']);
    expect(loadEvent({ countries: [{ country: 'SE', role: 'boss' }] })?.countries).toEqual([
      { country: 'SE', role: 'mentioned' },
    ]);
  });
});

describe('pointers', () => {
  it('count as the file does, though entries before were dropped', () => {
    const event = {
      id: 'e1',
      title: 'A',
      date: '2020',
      participants: ['Anna'],
      relations: [
        { type: 'likes', to: 'e1' },
        { type: 'announces', to: 'gone' },
      ],
    };
    expect(load(JSON.stringify({ events: [event] })).rejections.map(({ where }) => where)).toEqual([
      '/events/0/relations/0/type',
      '/events/0/relations/1/to',
    ]);
  });
});

describe('a damaged file', () => {
  const events = ['a', 'b', 'c'].map((id) => ({ id, title: `Title ${id}`, date: '2020', participants: ['Anna'] }));
  const text = JSON.stringify({ title: 'Cut', events }, undefined, 1);

  it('cut anywhere after its first event gives the events complete before the cut, and one rejection that says it ends', () => {
    const firstEnd = text.indexOf('}') + 1;
    for (let at = firstEnd; at < text.length - 1; at += 1) {
      const { dataset, rejections } = load(text.slice(0, at));
      const complete = text.slice(0, at).split('}').length - 1;
      expect(dataset.events.length, `cut at ${at}`).toBe(complete);
      expect(
        rejections.map(({ expected }) => expected),
        `cut at ${at}`,
      ).toEqual([expect.stringContaining('what came after is missing')]);
    }
  });

  it('cut before its first event ends is refused, with the place', () => {
    const result = readInEnglish(text.slice(0, 40), 'cut.json');
    expect(result.ok ? undefined : result.problem.kind).toMatch(/not-json|no-events/);
  });

  it('nested beyond reason is refused, not followed', () => {
    const result = readInEnglish('{"events":'.repeat(1) + '['.repeat(200_000), 'deep.json');
    expect(result.ok ? undefined : result.problem.kind).toBe('not-json');
  });

  it('with a byte order mark is fine', () => {
    expect(load(`\uFEFF${text}`).rejections).toEqual([]);
  });
});

describe('limits', () => {
  it('25 MB of JSON is the most, said in words', () => {
    const result = readInEnglish(`{"events":[${' '.repeat(25_000_001)}]}`, 'big.json');
    expect(result.ok ? undefined : result.problem).toEqual({
      kind: 'too-large',
      detail: '26 MB of JSON; the most that can be read is 25 MB',
    });
  });

  it('a million events is the most, said in words', () => {
    const result = readInEnglish(`{"events":[${'0,'.repeat(1_000_000)}0]}`, 'many.json');
    expect(result.ok ? undefined : result.problem).toEqual({
      kind: 'too-large',
      detail: '1,000,001 events; the most that can be read is 1,000,000',
    });
  });
});
