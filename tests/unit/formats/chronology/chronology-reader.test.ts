import { beforeAll, describe, expect, test } from 'vitest';
import { withLazyCode } from '../../../../src/base/lazy-code';
import { translateFor } from '../../../../src/base/messages/choose-catalogue';
import { withoutIsolates } from '../../../../src/base/translate';
import type { Translate } from '../../../../src/base/translate';
import { chronologyReader } from '../../../../src/formats/chronology/chronology-reader';
import type { ImportedPlan } from '../../../../src/formats/imported/imported-reader';
import { fileAtHand } from '../../../support/file-at-hand';

let t: Translate;
beforeAll(async () => {
  t = await withLazyCode(() => translateFor('en'));
});

async function planOf(text: string): Promise<ImportedPlan> {
  const survey = await chronologyReader.survey([fileAtHand(text, { name: 'notes.md' })], {
    t,
    signal: new AbortController().signal,
  });
  if (survey?.ok !== true) throw new Error(JSON.stringify(survey));
  return survey.plan;
}

/** `date | title | names with roles | text under it`, event by event. */
async function eventsIn(text: string): Promise<readonly string[]> {
  const { events, dataset } = await planOf(text);
  const labels = new Map(dataset.actors.map(({ id, label }) => [id, label]));
  return events.map(({ date, title, participants, summary }) =>
    [
      date?.edtf ?? 'no date',
      title,
      participants.map(({ actor, role }) => `${labels.get(actor) ?? '?'} (${role})`).join(', '),
      summary?.replaceAll('\n', '⏎') ?? '',
    ].join(' | '),
  );
}

async function notesOf(text: string): Promise<readonly string[]> {
  return (await planOf(text)).notes?.map((note) => `${note.kind}: ${withoutIsolates(note.text)}`) ?? [];
}

async function leftOutOf(text: string): Promise<readonly string[]> {
  return (await planOf(text)).rejections.map(({ where, found, effect }) => `${where}: ${found} (${effect})`);
}

const TEN_LINES = `# Syria, February 2016
as of 24 Feb 2016
22 Feb 2016: Russia and the U.S. agree a joint statement on a cessation - Russia, United States [agreement]
  > "cessation of hostilities" TASS, 24 Feb 2016
23 or 24 Feb 2016: The Kremlin says it is focusing on "plan A" - Dmitry Peskov [statement]
24 Feb 2016: Lavrov and Kerry speak by phone - Sergey Lavrov > John Kerry [talks]
since 30 Sep 2015: Russian air strikes - Russia > Islamic State group [military]
since 2014: Strikes by the U.S.-led coalition - U.S.-led coalition [military]
27 Feb 2016, 00:00 Damascus: Cessation to take effect (announced) [ceasefire]
on or before 30 Sep 2015: Assad asks for strikes, as TASS reports - Bashar Assad > Russia [appeal]
`;

describe('the ten lines of a notebook', () => {
  test('are seven events with who did what to whom', async () => {
    expect(await eventsIn(TEN_LINES)).toEqual([
      '2016-02-22 | Russia and the U.S. agree a joint statement on a cessation | Russia (party), United States (party) | ',
      '[2016-02-23,2016-02-24] | The Kremlin says it is focusing on "plan A" | Dmitry Peskov (party) | ',
      '2016-02-24 | Lavrov and Kerry speak by phone | Sergey Lavrov (initiator), John Kerry (addressee) | ',
      '2015-09-30/.. | Russian air strikes | Russia (initiator), Islamic State group (addressee) | ',
      '2014/.. | Strikes by the U.S.-led coalition | U.S.-led coalition (party) | ',
      '2016-02-27 | Cessation to take effect |  | ',
      '[..2015-09-30] | Assad asks for strikes, as TASS reports | Bashar Assad (initiator), Russia (addressee) | ',
    ]);
  });

  test('have a title, a day to look from, types, a status, evidence and the hour of a place', async () => {
    const { dataset, events, counts } = await planOf(TEN_LINES);
    expect([dataset.title, dataset.asOf?.edtf, dataset.description]).toEqual([
      'Syria, February 2016',
      '2016-02-24',
      undefined,
    ]);
    expect(events.map(({ type }) => type)).toEqual([
      'agreement',
      'statement',
      'talks',
      'military',
      'military',
      'ceasefire',
      'appeal',
    ]);
    expect(events[5]).toMatchObject({ announced: true, status: [{ value: 'announced' }] });
    // Two hours east of Greenwich in February 2016.
    expect(events[5]?.date?.clock).toMatchObject({ zone: 'Asia/Damascus', at: Date.UTC(2016, 1, 26, 22) });
    expect(events[0]?.evidence).toMatchObject([{ quote: 'cessation of hostilities' }]);
    expect(dataset.sources).toMatchObject([{ publisher: 'TASS', grade: 'C' }]);
    expect(counts).toEqual({ records: 7, events: 7 });
  });

  test('are counted by their lines', async () => {
    expect((await notesOf(TEN_LINES))[0]).toBe('settled: 10 lines: 7 events, 1 heading');
  });
});

const MARKDOWN = `# The talks

How it went, by those
who were there.

## 2016

### February

- **22 Feb**: Russia and the U.S. agree ([TASS](https://tass.com/politics/858373), [Reuters](https://reuters.com/x))
- **24 Feb** – Kerry calls Lavrov[^1], says the [ministry](https://mid.ru/call)
  - a detail of the call
* 25–26 Feb: *Two* __days__ of \`talks\` https://example.org/talks
1. 27 February – The cessation takes effect

### 3 March

- First thing
- Second thing – with a dash
  that goes on

A closing remark that has no date.

## 2017

May: Something in May

[^1]: Interfax, https://interfax.ru/1
`;

describe('Markdown', () => {
  test('has headings that complete dates, lists, and lines that go on', async () => {
    expect(await eventsIn(MARKDOWN)).toEqual([
      '2016-02-22 | Russia and the U.S. agree |  | ',
      '2016-02-24 | Kerry calls Lavrov, says the ministry |  | • a detail of the call',
      '2016-02-25/2016-02-26 | Two days of talks |  | ',
      '2016-02-27 | The cessation takes effect |  | ',
      '2016-03-03 | First thing |  | ',
      '2016-03-03 | Second thing – with a dash |  | that goes on',
      '2017-05 | Something in May |  | ',
    ]);
  });

  test('has links that become sources, notes of a page among them', async () => {
    const { events, dataset } = await planOf(MARKDOWN);
    const sources = new Map(dataset.sources.map((source) => [source.id, source]));
    const of = (index: number) =>
      events[index]?.evidence.map(({ source }) => [sources.get(source)?.url, sources.get(source)?.title]);
    expect(of(0)).toEqual([
      ['https://tass.com/politics/858373', 'TASS'],
      ['https://reuters.com/x', 'Reuters'],
    ]);
    expect(of(1)).toEqual([
      ['https://mid.ru/call', 'ministry'],
      ['https://interfax.ru/1', 'Interfax'],
    ]);
    expect(of(2)?.map(([url]) => url)).toEqual(['https://example.org/talks']);
  });

  test('is told by line where it belongs to nothing, and what stands before the first event describes it', async () => {
    expect(await leftOutOf(MARKDOWN)).toEqual(['line 22: A closing remark that has no date. (left-out)']);
    expect((await planOf(MARKDOWN)).dataset).toMatchObject({
      title: 'The talks',
      description: 'How it went, by those\nwho were there.',
    });
    expect((await notesOf(MARKDOWN))[0]).toBe('settled: 18 lines: 7 events, 5 headings, 1 not read');
  });
});

describe('dates on lines of their own', () => {
  test('are those of the text under them', async () => {
    expect(
      await eventsIn(
        '22 February 2016\nRussia and the U.S. agree. More of it.\n\nA second paragraph.\n\n24 February 2016:\nKerry calls.\n',
      ),
    ).toEqual([
      '2016-02-22 | Russia and the U.S. agree. |  | Russia and the U.S. agree. More of it.⏎⏎A second paragraph.',
      '2016-02-24 | Kerry calls. |  | Kerry calls.',
    ]);
  });

  test('complete what follows where it needs them', async () => {
    expect(await eventsIn('2016\n3 May – One\n4 May – Two\n\nFebruary 2017\n3: Three\n12 people: Four\n')).toEqual([
      '2016-05-03 | One |  | ',
      '2016-05-04 | Two |  | ',
      '2017-02-03 | Three |  | ',
    ]);
    expect(await leftOutOf('2016\n3 May – One\n4 May – Two\n\nFebruary 2017\n3: Three\n12 people: Four\n')).toEqual([
      'line 7: 12 people: Four (left-out)',
    ]);
  });

  test('have events in a list', async () => {
    expect(await eventsIn('- 22 Feb 2016\n  - One\n  - Two - Anna, Ben\n- 23 Feb 2016\n  - Three\n')).toEqual([
      '2016-02-22 | One |  | ',
      '2016-02-22 | Two | Anna (party), Ben (party) | ',
      '2016-02-23 | Three |  | ',
    ]);
  });

  test('with nothing under them are told', async () => {
    expect(await leftOutOf('22 Feb 2016: One\n\n24 Feb 2016\n')).toEqual(['line 3: 24 Feb 2016 (left-out)']);
  });
});

describe('markwhen', () => {
  const text = `title: My project
description: What we did
dateFormat: d/M/yyyy
---
section Welcome
2016-02/2016-03: text #tag #other
01/02/2012 - 12/2013: phase one
and a line about it
// a comment
10/2010 - now: going on
now - 10 years: relative
_-_-_break_-_-_
2020: - [x] item
endSection
`;

  test('has ranges, tags, comments, breaks and an order of its own', async () => {
    expect(await eventsIn(text)).toEqual([
      '2016-02/2016-03 | text |  | ',
      '2012-02-01/2013-12 | phase one |  | and a line about it',
      '2010-10/.. | going on |  | ',
      '2020 | item |  | ',
    ]);
    const { format, dataset, events } = await planOf(text);
    expect([format, dataset.title, dataset.description]).toEqual(['markwhen', 'My project', 'What we did']);
    expect(events[0]?.extra).toEqual({ tags: ['tag', 'other'] });
  });

  test('is told where a date depends on another', async () => {
    expect(await leftOutOf(text)).toEqual(['line 11: now - 10 years: relative (left-out)']);
    expect((await notesOf(text)).some((note) => note.startsWith('to-settle'))).toBe(false);
  });
});

describe('dates that can be read two ways', () => {
  test('are decided by the others of the file, and that is said', async () => {
    const text = '3/4/2016: One\n13/4/2016: Two\n';
    expect(await eventsIn(text)).toEqual(['2016-04-03 | One |  | ', '2016-04-13 | Two |  | ']);
    expect(await notesOf(text)).toContain(
      'settled: Dates such as 3/4/2016 are read day first: 1 date can’t be read otherwise',
    );
  });

  test('stand on both days where nothing decides, and wait to be settled', async () => {
    const text = '3/4/2016: One\n5/6/2016: Two\n';
    expect(await eventsIn(text)).toEqual([
      '[2016-03-04,2016-04-03] | One |  | ',
      '[2016-05-06,2016-06-05] | Two |  | ',
    ]);
    expect(await notesOf(text)).toContain(
      'to-settle: 2 dates can be read day first or month first; each stands on either day',
    );
  });
});

test('numbers that count are those of a list, others are days', async () => {
  expect(await eventsIn('1. May 2016 – One\n2. May 2016 – Two\n')).toEqual([
    '2016-05 | One |  | ',
    '2016-05 | Two |  | ',
  ]);
  expect(await eventsIn('3. Mai 2016 – Eins\n24. Mai 2016 – Zwei\n')).toEqual([
    '2016-05-03 | Eins |  | ',
    '2016-05-24 | Zwei |  | ',
  ]);
  expect(await eventsIn('1. Mai 2016 – Eins\n2. Mai 2016 – Zwei\n3. April 2017 – Drei\n')).toEqual([
    '2016-05-01 | Eins |  | ',
    '2016-05-02 | Zwei |  | ',
    '2017-04-03 | Drei |  | ',
  ]);
});

test('long paragraphs are whole under a title of their first sentence', async () => {
  const sentence = 'Russia and the U.S. agree on a joint statement about a cessation of hostilities in all of Syria.';
  const text = `22 Feb 2016 – ${sentence} ${sentence}\n23 Feb 2016 – Short.\n`;
  expect(await eventsIn(text)).toEqual([
    `2016-02-22 | ${sentence} |  | ${sentence} ${sentence}`,
    '2016-02-23 | Short. |  | ',
  ]);
});

test('other languages are read as well, whatever the page speaks', async () => {
  expect(
    await eventsIn(
      'lang: ru\n22 февраля 2016 г. — Россия и США договорились - Россия, США\n24. Februar 2016: Anruf\n٢٤ فبراير ٢٠١٦: مكالمة\nle 1er mars 2016 : appel\nс 2014 года: удары\n',
    ),
  ).toEqual([
    '2016-02-22 | Россия и США договорились | Россия (party), США (party) | ',
    '2016-02-24 | Anruf |  | ',
    '2016-02-24 | مكالمة |  | ',
    '2016-03-01 | appel |  | ',
    '2014/.. | удары |  | ',
  ]);
});

test('text is text: HTML stays as it is written, and marks of direction go', async () => {
  expect(await eventsIn('22 Feb 2016: <b>One</b> \u202Eowt\n23 Feb 2016: x < y & z\n')).toEqual([
    '2016-02-22 | <b>One</b> owt |  | ',
    '2016-02-23 | x < y & z |  | ',
  ]);
});

test('bare carriage returns, byte order marks and lines of a megabyte are read', async () => {
  const long = 'x'.repeat(1_000_000);
  const [one, two] = await eventsIn(
    `\uFEFF22 Feb 2016: One\r23 Feb 2016: ${long}\r\n24 Feb 2016: ${'- '.repeat(300_000)}\n`,
  );
  expect(one).toBe('2016-02-22 | One |  | ');
  expect(two).toBe(`2016-02-23 | ${long} |  | `);
});

test('what has no dated line is something else', async () => {
  const options = { t, signal: new AbortController().signal };
  for (const text of [
    '',
    'Dear reader.\nAnd so on.\n',
    'In 2016 we met.\n'.repeat(5) + '2017: x\n',
    'date,title\n2016-02-24,Talks\n',
  ])
    expect(await chronologyReader.survey([fileAtHand(text)], options)).toBeUndefined();
});
