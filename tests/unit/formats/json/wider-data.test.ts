import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import { plainWords } from '../../../support/plain-words';
import type { EventDate } from '../../../../src/model/dates/event-date';
import { isDateFault, parseEventDate } from '../../../../src/model/dates/parse-event-date';

const WIDER = 'data/syria-diplomacy-2011-2016.json';
const ARTICLE = 'data/syria-cessation-2016.json';
/** The rows of facts that the data was curated from, each read at its address. */
const FACTS: readonly FactRow[] = JSON.parse(readFileSync('tests/fixtures/facts/wider-events.json', 'utf8'));
/** Read beside them, and in no row. */
const FURTHER_ADDRESSES = ['http://voanews.com/content/terms-of-syria-cease-fire-agreement/3202930.html'];
/** Events whose date is known to be wrong, with the wrong one; the facts have the right one. */
const WRONGLY_DATED: ReadonlyMap<string, string> = new Map([['ev-hnc-conditions', '2016-02-23']]);
/**
 * A file of the article's own sentences, `{ id, exact }` each, for whoever has the article. They are not ours to give
 * away: what goes with the project is in article-evidence.test.ts.
 */
const SENTENCES = process.env['ARTICLE_SENTENCES'];

/** Row of the facts (counted from 1) -> the event that stands for it. What is missing here was left out on purpose. */
const EVENT_OF_ROW: Readonly<Record<number, string>> = {
  1: 'ev-assad-step-aside',
  2: 'ev-veto-2011',
  3: 'ev-arab-league-suspension',
  4: 'ev-veto-arab-plan',
  6: 'ev-annan-named',
  8: 'ev-geneva-communique',
  9: 'ev-veto-sanctions',
  10: 'ev-annan-leaves',
  11: 'ev-national-coalition',
  12: 'ev-conference-agreed',
  13: 'ev-chemical-attack',
  15: 'ev-obama-congress',
  16: 'ev-chemical-appeal',
  17: 'ev-chemical-framework',
  18: 'ev-res-2118',
  20: 'ev-geneva-2',
  21: 'ev-res-2139',
  22: 'ev-veto-icc',
  24: 'ev-de-mistura-named',
  26: 'ev-strikes-iraq',
  27: 'ev-first-strikes-syria',
  28: 'ev-article-51-letter',
  29: 'ev-inherent-resolve',
  30: 'ev-federation-council',
  31: 'ev-russian-strikes',
  32: 'ev-assad-moscow',
  33: 'ev-air-safety',
  34: 'ev-vienna-four',
  35: 'ev-vienna-communique',
  36: 'ev-issg-vienna-2015',
  37: 'ev-su-24',
  38: 'ev-riyadh-conference',
  39: 'ev-res-2254',
  40: 'ev-geneva-talks',
  41: 'ev-geneva-pause',
  42: 'ev-issg-munich',
  44: 'ev-modalities-call',
  45: 'ev-putin-obama-call',
  46: 'ev-joint-statement',
  47: 'ev-kerry-plan-b',
  48: 'ev-damascus-accepts',
  49: 'ev-hnc-conditions',
  50: 'ev-assad-putin-call',
  51: 'ev-kremlin-plan-a',
  52: 'ev-lavrov-criticism',
  53: 'ev-shaaban-valdai',
  56: 'ev-97-factions',
  57: 'ev-res-2268',
  58: 'ev-cessation-start',
  59: 'ev-military-call',
  60: 'ev-withdrawal-order',
  61: 'ev-issg-vienna-2016',
  62: 'ev-aleppo-call',
  63: 'ev-geneva-plan',
  64: 'ev-sundown-ceasefire',
  65: 'ev-channels-suspended',
  66: 'ev-res-2328',
  67: 'ev-december-ceasefire',
};
const LEFT_OUT_ROWS = [5, 7, 14, 19, 23, 25, 43, 54, 55, 68];
/** The same happenings as events of the article's set. */
const SHARED_ROWS = [31, 46, 47, 51, 52, 58];

const reading = readInEnglish(readFileSync(WIDER, 'utf8'), 'wider');
const wider = datasetAt(WIDER);
const article = datasetAt(ARTICLE);
const sources = new Map(wider.sources.map((source) => [source.id, source]));

function datasetAt(path: string) {
  const result = readInEnglish(readFileSync(path, 'utf8'), path);
  if (!result.ok) throw new Error(result.problem.detail);
  return result.dataset;
}

function eventOf(id: string) {
  const event = wider.events.find((candidate) => candidate.id === id);
  if (event === undefined) throw new Error(`No event ${id}`);
  return event;
}

it('the wider set loads whole: 58 events, not one rejection', () => {
  expect(reading.rejections).toEqual([]);
  expect(wider.events).toHaveLength(58);
});

it('every event stands for one row of the facts, and ten rows stand for none', () => {
  const rows = Object.keys(EVENT_OF_ROW).map(Number);
  expect(wider.events.map(({ id }) => id).toSorted()).toEqual(Object.values(EVENT_OF_ROW).toSorted());
  expect([...rows, ...LEFT_OUT_ROWS].toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 68 }, (_, index) => index + 1),
  );
});

it('each event is dated as its row of the facts, or by a span that begins with it', () => {
  for (const [row, id] of Object.entries(EVENT_OF_ROW)) {
    const { edtf } = FACTS[Number(row) - 1]!;
    // Parsed anew: an hour narrows the day that an event's own date spans.
    const { edtf: dated } = eventOf(id).date!;
    const wrong = WRONGLY_DATED.get(id);
    if (wrong !== undefined) expect({ id, dated, fact: edtf === wrong }).toEqual({ id, dated: wrong, fact: false });
    const date = dateOf(wrong === undefined ? dated : edtf);
    const fact = dateOf(edtf);
    expect({ id, start: date.start.start, end: date.open === undefined ? endOf(date) : undefined }).toEqual({
      id,
      start: fact.start.start,
      end: date.open === undefined ? endOf(fact) : undefined,
    });
  }
});

it('each event rests on the address of its row, graded as there or lower', () => {
  for (const [row, id] of Object.entries(EVENT_OF_ROW)) {
    const fact = FACTS[Number(row) - 1]!;
    const source = eventOf(id)
      .evidence.map((item) => sources.get(item.source))
      .find((candidate) => candidate?.url === fact.url);
    expect(source, id).toBeDefined();
    expect([fact.grade, 'B', 'C'], id).toContain(source?.grade);
  }
});

it('rests on no address that the facts don’t give', () => {
  const given = JSON.stringify([FACTS, FURTHER_ADDRESSES]);
  expect(wider.sources.filter(({ url }) => url === undefined || !given.includes(url)).map(({ id }) => id)).toEqual([]);
});

it('has nothing on the days of the rows left out that isn’t another row’s', () => {
  for (const row of LEFT_OUT_ROWS) {
    const day = dateOf(FACTS[row - 1]!.edtf).start.start;
    const there = wider.events.filter(({ date }) => date!.start.start === day).map(({ id }) => id);
    const meant = Object.entries(EVENT_OF_ROW)
      .filter(([other]) => dateOf(FACTS[Number(other) - 1]!.edtf).start.start === day)
      .map(([, id]) => id);
    expect(there.toSorted(), `row ${row}`).toEqual(meant.toSorted());
  }
});

const notChecked = SENTENCES === undefined ? ' (not checked: ARTICLE_SENTENCES names no file of them)' : '';
it.skipIf(SENTENCES === undefined)(`neither set holds eleven words of the article in a row${notChecked}`, () => {
  const sentences = (JSON.parse(readFileSync(SENTENCES ?? '', 'utf8')) as { id: string; exact: string }[])
    // The dateline is six words that anyone would write.
    .filter(({ id }) => id !== 'S0');
  expect(sentences.length).toBeGreaterThan(19);
  for (const path of [WIDER, ARTICLE]) {
    const text = ` ${plainWords(readFileSync(path, 'utf8')).join(' ')} `;
    for (const { id, exact } of sentences) {
      const words = plainWords(exact);
      const length = Math.min(words.length, 11);
      for (let i = 0; i + length <= words.length; i++) {
        const run = words.slice(i, i + length).join(' ');
        expect(text.includes(` ${run} `), `${path}, ${id}: ${run}`).toBe(false);
      }
    }
  }
});

it('six happenings are the article’s too, under the same ids', () => {
  const shared = wider.events.filter(({ id }) => article.events.some((event) => event.id === id)).map(({ id }) => id);
  expect(shared.toSorted()).toEqual(SHARED_ROWS.map((row) => EVENT_OF_ROW[row]).toSorted());
});

it('actors and sources of both sets are the same ones', () => {
  const theirs = new Map(article.actors.map((actor) => [actor.id, actor]));
  const both = wider.actors.filter(({ id }) => theirs.has(id));
  expect(both.length).toBeGreaterThan(18);
  for (const { id, kind, label, countries } of both) {
    expect({ id, kind, label, countries }).toEqual({
      id,
      kind: theirs.get(id)?.kind,
      label: theirs.get(id)?.label,
      countries: theirs.get(id)?.countries,
    });
  }
  for (const { id, url, grade } of article.sources) {
    const mine = sources.get(id);
    if (mine !== undefined) expect({ id, url: mine.url, grade: mine.grade }).toEqual({ id, url, grade });
  }
});

it('keeps its cast to 45 actors, each of whom takes part in something', () => {
  const cast = new Set(wider.events.flatMap(({ participants }) => participants.map(({ actor }) => actor)));
  expect(wider.actors.length).toBeLessThanOrEqual(45);
  expect(wider.actors.filter(({ id }) => !cast.has(id))).toEqual([]);
});

it('gives groups, coalitions of states and the UN no country', () => {
  const without = new Set(['international-organisation', 'military-coalition', 'armed-group']);
  expect(wider.actors.filter(({ kind, countries }) => without.has(kind) && countries.length > 0)).toEqual([]);
  for (const id of ['kofi-annan', 'ban-ki-moon', 'staffan-de-mistura']) {
    expect(wider.actors.find((actor) => actor.id === id)).toMatchObject({
      countries: [],
      memberOf: ['united-nations'],
    });
  }
});

it('gives evidence for every date, and a copy or aggregator never carries one alone', () => {
  for (const { id, evidence } of wider.events) {
    const dating = evidence.filter(({ supports }) => supports.includes('date'));
    expect(
      dating.some(({ source }) => ['A', 'B'].includes(sources.get(source)?.grade ?? 'C')),
      id,
    ).toBe(true);
  }
});

it('grades every source, addresses each by its own URL, and uses all of them', () => {
  expect(wider.sources.filter(({ grade }) => grade === undefined)).toEqual([]);
  expect(new Set(wider.sources.map(({ url }) => url)).size).toBe(wider.sources.length);
  const used = new Set(wider.events.flatMap(({ evidence }) => evidence.map(({ source }) => source)));
  expect(wider.sources.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([]);
});

it('rests each relation that an event has on evidence that names relations', () => {
  const bare = wider.events.filter(
    ({ relations, evidence }) =>
      relations.length > 0 && !evidence.some(({ supports }) => supports.includes('relations')),
  );
  expect(bare.map(({ id }) => id)).toEqual([]);
});

it('resolves relations both ways: each names an event of the set, once, and two events don’t name each other alike', () => {
  const ids = new Set(wider.events.map(({ id }) => id));
  const stored = wider.events.flatMap(({ id, relations }) => relations.map(({ type, to }) => `${id} ${type} ${to}`));
  expect(new Set(stored).size).toBe(stored.length);
  for (const { id, relations } of wider.events) {
    for (const { type, to } of relations) {
      expect(ids, `${id} ${type}`).toContain(to);
      expect(stored).not.toContain(`${to} ${type} ${id}`);
    }
  }
});

it('has the first strikes in Syria and the task force as parts of the campaign that the first strike in Iraq opens', () => {
  for (const id of ['ev-first-strikes-syria', 'ev-inherent-resolve']) {
    expect(eventOf(id).relations).toContainEqual(
      expect.objectContaining({ type: 'part-of', to: 'ev-strikes-iraq', certainty: 'certain' }),
    );
  }
  expect(
    wider.events.filter(({ relations }) =>
      relations.some(({ type, to }) => type === 'part-of' && to === 'ev-strikes-iraq'),
    ),
  ).toHaveLength(2);
});

it('ties the road to the cessation together', () => {
  const road = [
    ['ev-res-2118', 'endorses', 'ev-geneva-communique'],
    ['ev-vienna-four', 'prepares', 'ev-vienna-communique'],
    ['ev-res-2254', 'endorses', 'ev-vienna-communique'],
    ['ev-geneva-talks', 'implements', 'ev-res-2254'],
    ['ev-issg-munich', 'prepares', 'ev-joint-statement'],
    ['ev-joint-statement', 'announces', 'ev-cessation-start'],
    ['ev-res-2268', 'endorses', 'ev-joint-statement'],
    ['ev-cessation-start', 'takes-effect-from', 'ev-joint-statement'],
  ] as const;
  for (const [from, type, to] of road)
    expect(eventOf(from).relations, from).toContainEqual(expect.objectContaining({ type, to }));
});

it('gives both dates on record for the start of the Geneva talks, with a source for each', () => {
  const { date, caveats, evidence } = eventOf('ev-geneva-talks');
  expect(date!.edtf).toBe('[2016-01-29,2016-02-01]');
  expect(date!.candidates).toHaveLength(2);
  const contradiction = caveats.find(({ kind }) => kind === 'contradiction')?.text;
  expect(contradiction).toMatch(/29 January/);
  expect(contradiction).toMatch(/1 February/);
  expect(evidence.filter(({ supports }) => supports.includes('date')).map(({ source }) => source)).toEqual([
    'res-2268-copy',
    'aljazeera-2016-02-02',
  ]);
});

it('has the cessation in effect at midnight in Damascus, and only the ceasefire of September 2016 as announced alone', () => {
  const { date, announced, deed } = eventOf('ev-cessation-start');
  expect([date!.edtf, date!.clock?.zone, new Date(date!.clock?.at ?? 0).toISOString(), announced, deed]).toEqual([
    '2016-02-27',
    'Asia/Damascus',
    '2016-02-26T22:00:00.000Z',
    false,
    true,
  ]);
  expect(wider.events.filter((event) => event.announced).map(({ id }) => id)).toEqual(['ev-sundown-ceasefire']);
});

it('blames no one for the chemical attack in its own voice', () => {
  const { participants, claims, caveats } = eventOf('ev-chemical-attack');
  expect(participants.filter(({ role }) => !['subject', 'source'].includes(role))).toEqual([]);
  expect(claims.map(({ claimedBy }) => claimedBy)).toEqual(['syrian-opposition', 'gov-syria']);
  expect(caveats.map(({ kind }) => kind)).toContain('contested');
});

it('has vetoes as conflict and a withdrawal as no attack', () => {
  expect(
    wider.events.filter(({ mode }) => mode === 'vetoed').map(({ tone, cameo }) => `${tone} ${cameo?.code ?? ''}`),
  ).toEqual(Array(4).fill('conflict 129'));
  expect(eventOf('ev-withdrawal-order').tone).toBe('cooperation');
});

it('labels each event in its own few words', () => {
  const labels = wider.events.map(({ label }) => label);
  expect(new Set(labels).size).toBe(58);
  expect(labels.filter((label) => label.length > 32)).toEqual([]);
  expect(wider.events.filter(({ title }) => title.length > 90)).toEqual([]);
  const file = JSON.parse(readFileSync(WIDER, 'utf8')) as { events: { label?: string; summary?: string }[] };
  expect(file.events.filter(({ label, summary }) => label === undefined || summary === undefined)).toEqual([]);
});

it('labels about ten events first and about twenty next', () => {
  const count = (importance: number) => wider.events.filter((event) => event.importance === importance).length;
  expect([8, 9, 10]).toContain(count(3));
  expect([18, 19, 20, 21, 22, 23, 24]).toContain(count(2));
});

interface FactRow {
  readonly edtf: string;
  readonly grade: string;
  readonly url: string;
}

function dateOf(edtf: string): EventDate {
  const date = parseEventDate(edtf);
  if (isDateFault(date)) throw new Error(edtf);
  return date;
}

function endOf(date: EventDate): number {
  return (date.end ?? date.start).end;
}
