import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { byTitle, clockOf, faultsOf, fixturePlan, importOf, importPlan, linesOf } from '../../support/import-file';

describe('items of vis-timeline', async () => {
  const plan = await fixturePlan('vis/traps.json');

  test('stand on their civil days', () => {
    expect(linesOf(plan.events)).toEqual([
      '2016-02-24 Talks resume',
      '2014-06-28 With an hour',
      '2014-06-28 In UTC',
      '2016-02-24 Milliseconds',
      '2016-02-24 .NET',
      '2016-02-24 Backwards',
      '2015-21 In words',
      '2016 Only a tooltip',
      '- No start',
    ]);
  });

  test('have an hour without a zone as it is written', () => {
    expect(byTitle(plan, (event) => [clockOf(event), event.date?.note])).toMatchObject({
      'With an hour': [undefined, '13:00 – 15:00'],
      'In UTC': ['2014-06-28T22:30 (22:30 UTC)', undefined],
      Milliseconds: [undefined, undefined],
    });
  });

  test('have groups as rows, and what lies behind as periods', () => {
    expect(plan.dataset.actors.map(({ label, kind }) => `${label} ${kind}`)).toEqual([
      'Envoys category',
      'Military category',
    ]);
    expect(plan.dataset.periods.map(({ label, date }) => `${label} ${date.edtf}`)).toEqual(['A war 2011/2016']);
    expect(plan.notes?.some(({ kind, text }) => kind === 'to-settle' && text.includes('Envoys, Military'))).toBe(true);
  });

  test('say what more they have, and keep the rest', () => {
    expect(plan.events[6]).toMatchObject({ summary: 'A tooltip', extra: { vis: { className: 'red' } } });
    expect(plan.events.map(({ id }) => id)).toEqual(['1', '2', '3', '4', '5', '7', '8', '9', '1-2']);
    expect(faultsOf(plan)).toEqual(['/items/6: end, 2016-02-01 (dropped)']);
  });

  test('that are none are refused in words', async () => {
    expect(await importOf('{"items":[],"options":{"start":"2016","content":1}}')).toMatchObject({
      format: 'vis',
      survey: { ok: false, problem: { kind: 'no-events', detail: 'a vis-timeline file without items' } },
    });
  });
});

describe('two sides in columns of their own', () => {
  const match =
    '[{"team1":"Syria","abbr1":"sy","score1":0,"team2":"Qatar","abbr2":"xx9","score2":"2 (1)","start":"2016-02-24T20:00:00"}]';

  test('are two who take part, with their countries', async () => {
    const { events, dataset } = await importPlan(match);
    expect(linesOf(events)).toEqual(['2016-02-24 Syria 0 – 2 (1) Qatar']);
    expect(dataset.actors.map(({ label, countries }) => [label, countries])).toEqual([
      ['Syria', ['SY']],
      ['Qatar', []],
    ]);
  });
});

const SAMPLES = '../shared/samples/vis-timeline';

describe.skipIf(!existsSync(SAMPLES))('sample items of vis-timeline', () => {
  test('are 15 matches of two countries each', async () => {
    const { events, dataset } = await importPlan(readFileSync(`${SAMPLES}/worldcup2014_items.json`, 'utf8'));
    expect([events.length, events[0]?.date?.edtf, events[0]?.date?.note]).toEqual([15, '2014-06-28', '13:00']);
    expect(events.every(({ participants, date }) => participants.length === 2 && date?.clock === undefined)).toBe(true);
    expect(dataset.actors[0]).toMatchObject({ label: 'Brazil', countries: ['BR'] });
  });
});
