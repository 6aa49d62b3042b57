import { describe, expect, test } from 'vitest';
import { formatsOf } from '../../../../src/formats/registry';
import type { Plan, Reader, Survey } from '../../../../src/formats/reader';
import { runToEnd } from '../../../../src/base/steps';
import { makeTableBuilder } from '../../../../src/model/table-builder';
import { fileAtHand } from '../../../support/file-at-hand';
import { importPlan, inEnglish, linesOf } from '../../../support/import-file';

const t = inEnglish;
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

async function readerOf(content: string): Promise<Reader> {
  const [format] = formatsOf(new TextEncoder().encode(content.slice(0, 100_000)));
  return format!.load();
}

const COUNT = 400;
const words = 'words and more words '.repeat(28);
const event = (n: number): string =>
  `BEGIN:VEVENT\r\nUID:${n}\r\nDTSTART;VALUE=DATE:20160224\r\nSUMMARY:Entry ${n}\r\nDESCRIPTION:${words}\r\nEND:VEVENT\r\n`;
const many = (record: (n: number) => string): string => Array.from({ length: COUNT }, (_, n) => record(n)).join('\n');
const calendar = (n: number): string =>
  `BEGIN:VCALENDAR\r\n${Array.from({ length: n }, (_, at) => event(at)).join('')}END:VCALENDAR\r\n`;
const slides = Array.from({ length: COUNT }, (_, n) => ({
  start_date: { year: '2016' },
  text: { headline: `Slide ${n}`, text: words },
}));
const long: readonly (readonly [name: string, text: string])[] = [
  ['a calendar', calendar(COUNT)],
  ['TimelineJS', JSON.stringify({ events: slides })],
  ['SIMILE', `<data>${many((n) => `<event start="2016-02-24" title="Event ${n}">${words}</event>`)}</data>`],
  ['BibTeX', many((n) => `@book{k${n}, title = {Title {No} ${n}}, year = 2016, abstract = {${words}}}`)],
  ['RIS', many((n) => `TY  - BOOK\nTI  - Title ${n}\nPY  - 2016\nAB  - ${words}\nER  - `)],
];

describe('a file whose records are events already', () => {
  test('that is short is surveyed and read without a pause', async () => {
    const text = calendar(3);
    const reader = await readerOf(text);
    const signal = new AbortController().signal;
    const survey = reader.survey([fileAtHand(text)], { t, signal });
    expect(survey).not.toBeInstanceOf(Promise);
    const { plan } = survey as { readonly plan: Plan };
    const into = makeTableBuilder();
    expect(reader.read([], plan, { t, signal, stop: signal, into, onProgress: () => Promise.resolve() })).toEqual({
      rejections: [],
      problem: undefined,
    });
    expect(runToEnd(into.build()).table.size).toBe(3);
    expect(plan).toMatchObject({ isRead: true, questions: [], counts: { records: 3, events: 3 } });
  });

  test.each(long)('that is long is read a little at a time: %s', async (_, text) => {
    expect(text.length).toBeGreaterThan(200_000);
    const reader = await readerOf(text);
    const shares: number[] = [];
    const survey = await (reader.survey([fileAtHand(text)], {
      t,
      signal: new AbortController().signal,
      heard: (share) => shares.push(share),
    }) as Promise<Survey>);
    expect(survey.ok && survey.plan.counts.events).toBe(COUNT);
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  test.each(long)('that nobody wants any more rejects with the reason: %s', async (_, text) => {
    const leave = new AbortController();
    const reader = await readerOf(text);
    const survey = reader.survey([fileAtHand(text)], { t, signal: leave.signal }) as Promise<Survey>;
    leave.abort(new Error('gone'));
    await expect(survey).rejects.toThrow('gone');
  });
});

describe('a text in another encoding', () => {
  const entry =
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Conférence de Genève, à l’hôtel\r\nDTSTART:20160224\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';

  test('is read in it, and says so', async () => {
    const plan = await importPlan(latin1(entry.replace('’', '\x92')));
    expect(linesOf(plan.events)).toEqual(['2016-02-24 Conférence de Genève, à l’hôtel']);
    expect(plan.notes?.[0]?.text).toBe('It isn’t UTF-8, and was read as windows-1252');
  });

  test('of two bytes a letter too', async () => {
    const wide = new Uint8Array(Uint16Array.from(`\uFEFF${entry}`, (letter) => letter.charCodeAt(0)).buffer);
    expect(linesOf((await importPlan(wide)).events)).toEqual(['2016-02-24 Conférence de Genève, à l’hôtel']);
  });

  test('is read in the one that XML declares', async () => {
    const xml = latin1(
      '<?xml version="1.0" encoding="iso-8859-2"?><data><event start="2016" title="\xA3\xF3d\xBC"/></data>',
    );
    expect(linesOf((await importPlan(xml)).events)).toEqual(['2016 Łódź']);
  });

  test('of which a letter is lost says where', async () => {
    const bytes = new TextEncoder().encode(entry.replace('à', `${'é'.repeat(30)}#`));
    bytes[bytes.indexOf(0x23)] = 0xff;
    const plan = await importPlan(bytes);
    expect(plan.rejections.map(({ where, effect }) => `${where} ${effect}`)).toEqual(['line 3 noted']);
  });
});
