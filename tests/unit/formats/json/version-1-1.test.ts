import { describe, expect, it } from 'vitest';
import { adviseOn } from '../../../../src/formats/json/advise';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import { LONGEST_TEXT } from '../../../../src/formats/json/schema-fields';
import { wholeDataset } from '../../../../src/model/whole-dataset';
import { makeEventTable } from '../../../../src/model/table-builder';
import { t } from '../../../support/make-chart';

const EVENT = { id: 'e1', title: 'A meets B' };

function read(file: object) {
  const result = readInEnglish(JSON.stringify({ events: [EVENT], ...file }), 'file.json');
  if (!result.ok) throw new Error(result.problem.detail);
  const told = result.rejections.map(({ where, effect }) => `${where} ${effect}`);
  return { ...result.dataset, told, rejections: result.rejections };
}

const picture = (bytes: number) => `data:image/png;base64,${'A'.repeat(Math.ceil((bytes * 4) / 3 / 4) * 4)}`;

describe('an event', () => {
  it('needs an id and a title', () => {
    const { events, told } = read({});
    expect(told).toEqual([]);
    expect(events).toMatchObject([{ id: 'e1', label: 'A meets B', date: undefined, participants: [], countries: [] }]);
  });

  it('without a date may have been announced, and is never ahead', () => {
    const statuses = [['announced'], ['held'], []].map((status) =>
      read({ asOf: '2016-02-24', events: [{ ...EVENT, status }] }),
    );
    expect(statuses.map(({ events }) => events[0]?.announced)).toEqual([true, false, false]);
  });

  it('keeps a text of 20,000 characters whole, and a label that is longer than the chart has room for', () => {
    const summary = 'w'.repeat(LONGEST_TEXT);
    const label = 'A label that goes on for far longer than thirty-two characters';
    const { events, told } = read({ events: [{ ...EVENT, summary, label }] });
    expect([told, events[0]?.summary, events[0]?.label]).toEqual([[], summary, label]);
    const table = makeEventTable(read({ events: [{ ...EVENT, label }] }));
    expect([table.labelAt(0), table.eventAt(0).label]).toEqual(['A label that goes on for far…', label]);
  });
});

describe('fields that nobody knows', () => {
  it('are kept wherever they stand', () => {
    const more = { ours: { a: 1 } };
    const dataset = read({
      ...more,
      opening: { scale: 'folded', ...more },
      corrections: [{ date: '2020', text: 'One', ...more }],
      sources: [{ id: 's1', ...more }],
      actors: [{ id: 'anna', offices: [{ title: 'Envoy', ...more }], designations: [{ by: 'ben', ...more }], ...more }],
      chapters: [{ id: 'c', title: 'C', evidence: [{ source: 's1', ...more }], ...more }],
      notes: [{ id: 'n', text: 'N', ...more }],
      periods: [{ id: 'p', label: 'P', date: { edtf: '2020', ...more }, ...more }],
      events: [
        {
          ...EVENT,
          ...more,
          date: { edtf: '2020', ...more },
          cameo: { code: '010', ...more },
          status: [{ value: 'held', ...more }],
          participants: [{ actor: 'anna', ...more }],
          countries: [{ country: 'SE', ...more }],
          place: { label: 'Oslo', ...more },
          evidence: [{ source: 's1', ...more }],
          statements: [{ speaker: 'anna', text: 'Yes', ...more }],
          claims: [{ id: 'cl', text: 'No', ...more }],
          attribution: { voice: 'Gazette', ...more },
          caveats: [{ text: 'Hm', ...more }],
          relations: [{ type: 'part-of', to: 'cl', ...more }],
          media: { src: 'a.png', ...more },
        },
      ],
    });
    expect(dataset.told).toEqual([]);
    const count = JSON.stringify(dataset).split('"extra":{"ours":{"a":1}}').length - 1;
    expect(count).toBe(26);
    expect(wholeDataset(makeEventTable(dataset)).events).toEqual(dataset.events);
  });

  it('that are nested too deep cost nothing but themselves', () => {
    const { told, events } = read({
      sources: [{ id: 's1' }],
      events: [{ ...EVENT, evidence: [{ source: 's1', find: 'here', ours: { a: { b: [1] } }, and: 'this' }] }],
    });
    expect(told).toEqual(['/events/0/evidence/0/ours dropped']);
    expect(events[0]?.evidence).toMatchObject([{ find: 'here', extra: { and: 'this' } }]);
  });

  it('are told by advice only where they are called almost like one of the format', () => {
    const advice = (event: object) =>
      adviseOn(JSON.stringify({ events: [{ ...EVENT, ...event }] }), t).map(({ where, expected }) => [where, expected]);
    const meant = (key: string) => expect.stringContaining(`“${key}”`) as string;
    expect(advice({ colour: 1, dat: '2016', sources: [], note: 'x' })).toEqual([['/events/0/dat', meant('date')]]);
    expect(advice({ Participants: [] })).toEqual([['/events/0/Participants', meant('participants')]]);
    expect(advice({ place: { lable: 'Oslo' } })).toEqual([['/events/0/place/lable', meant('label')]]);
    expect(advice({ evidence: [{ source: 's', supprts: [] }] })).toEqual([
      ['/events/0/evidence/0/supprts', meant('supports')],
    ]);
    // There is a summary already: this is something else.
    expect(advice({ summary: 'x', summery: 'hot' })).toEqual([]);
    expect(adviseOn(JSON.stringify({ chapter: [], events: [] }), t).map(({ where }) => where)).toEqual(['/chapter']);
    expect(adviseOn('{ not JSON', t)).toEqual([]);
  });
});

describe('a file without a day to look from', () => {
  const open = { ...EVENT, id: 'open', date: '2014/..' };

  it('looks from its last dated day where something goes on, and says so', () => {
    const { asOf, told, rejections } = read({ events: [open, { ...EVENT, date: '2016-02' }] });
    expect([asOf?.edtf, told]).toEqual(['2016-02-29', ['/asOf noted']]);
    expect(rejections[0]?.expected).toContain('29 Feb 2016');
  });

  it('has none where nothing goes on, and its own where it names one', () => {
    expect(read({ events: [{ ...EVENT, date: '2016' }] })).toMatchObject({ asOf: undefined, told: [] });
    expect(read({ asOf: '2015-01-01', events: [open] })).toMatchObject({ asOf: { edtf: '2015-01-01' }, told: [] });
  });
});

describe('media', () => {
  const withMedia = (...sources: readonly unknown[]) =>
    read({ events: sources.map((src, index) => ({ title: 'A meets B', id: `e${index}`, media: { src } })) });

  it('come from beside the page, or with the file', () => {
    const { told } = withMedia(
      'a.png',
      './b/c.jpg?size=2',
      '../d e.webp',
      '/f.avif',
      picture(100),
      'data:image/webp;base64,AAAA',
    );
    expect(told).toEqual([]);
  });

  it.each([
    'https://example.org/a.png',
    '//example.org/a.png',
    '\\\\example.org\\a.png',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'a.svg',
    'a.SVG?x',
    'a%2esvg',
    'a.svgz#x',
    'data:image/svg+xml,<svg/>',
    'data:image/png,raw',
    'data:image/png;base64,A B=',
    'data:image/png;base64,',
    'data:image/gif;base64,AAAA',
    'blob:https://example.org/1',
    '',
    7,
  ])('never from %s', (src) => {
    const { told, events } = withMedia(src);
    expect([told, events[0]?.media]).toEqual([['/events/0/media/src dropped'], undefined]);
  });

  it('are at most 2 MB a piece and 10 MB together', () => {
    expect(withMedia(picture(2_000_100)).told).toEqual(['/events/0/media/src dropped']);
    const { told, events } = withMedia(...Array.from({ length: 6 }, () => picture(1_900_000)), 'a.png');
    expect(told).toEqual(['/events/5/media/src dropped']);
    expect(events.map(({ media }) => media?.src.slice(0, 5))).toEqual([...Array(5).fill('data:'), undefined, 'a.png']);
  });
});

it('names of speakers and claimants are those of actors that are made further on', () => {
  const { events } = read({
    events: [
      {
        ...EVENT,
        statements: [{ speaker: 'Anna Smith', text: 'Yes' }],
        claims: [{ id: 'c', text: 'No', claimedBy: 'Ben' }],
      },
      { ...EVENT, id: 'e2', participants: ['Anna Smith'] },
    ],
  });
  expect([events[0]?.statements[0]?.speaker, events[0]?.claims[0]?.claimedBy]).toEqual(['anna-smith', 'Ben']);
});

it('`lang` names the language, `language` in files of 1.0', () => {
  expect(
    [read({ lang: 'pt-br' }), read({ language: 'ru' }), read({ lang: 'fr', language: 'ru' })].map(
      ({ language }) => language,
    ),
  ).toEqual(['pt-BR', 'ru', 'fr']);
});

it('a later minor version is read, a later major one is not', () => {
  expect(read({ schemaVersion: '1.9' }).schemaVersion).toBe('1.9');
  const newer = readInEnglish(JSON.stringify({ schemaVersion: '2.0', events: [EVENT] }), 'f');
  expect(newer.ok ? 'read' : newer.problem.kind).toBe('newer-version');
});
