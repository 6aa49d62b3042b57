import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import { NO_FILTER } from '../../../../src/model/filter';
import type { Filter } from '../../../../src/model/filter';
import { COUNTRY_ROLES } from '../../../../src/model/vocabulary';
import { actorProfile, sharedEvents } from '../../../../src/state/query/actor-profile';
import { receiveDataset } from '../../../../src/state/view/loading';
import { countsOf, roleCountsOf } from '../../../../src/state/query/facet-counts';
import { matchEvents } from '../../../../src/state/query/matches';
import { searchEverything } from '../../../../src/state/search/search';
import { encodeViewParams } from '../../../../src/state/address/address';
import { tableOf } from '../../../../src/state/view/loading';
import { EMPTY_STATE } from '../../../../src/state/view/timeline-state';

const t = makeTranslate('en', english);
const dataset = readDefault();
const table = tableOf(dataset);
const countOf = (filter: Partial<Filter>): number => matchEvents(table, { ...NO_FILTER, ...filter }).count;
const idsOf = (rows: readonly number[]) => rows.map((row) => table.eventAt(row).id);

function readDefault() {
  const result = readInEnglish(readFileSync('data/syria-cessation-2016.json', 'utf8'), 'syria-cessation-2016.json');
  if (!result.ok) throw new Error(result.problem.detail);
  return result.dataset;
}

test('of eleven events Russia acts in six, the U.S. in four, Syria in two, Iraq in none', () => {
  const matches = matchEvents(table, NO_FILTER);
  const counts = countsOf(matches, table);
  expect(matches.count).toBe(11);
  const beside = new Map(table.countries.map((code, index) => [code, counts.countries[index]]));
  expect([beside.get('RU'), beside.get('US'), beside.get('SY'), beside.get('IQ')]).toEqual([6, 4, 2, 0]);
  expect([countOf({ countries: ['RU'] }), countOf({ countries: ['US'] }), countOf({ countries: ['SY'] })]).toEqual([
    6, 4, 2,
  ]);
});

test('both powers act in the joint statement and the call; with sponsors, in the cessation too', () => {
  const both = { countries: ['RU', 'US'], match: 'all' } as const;
  expect(countOf(both)).toBe(2);
  expect(countOf({ ...both, roles: ['acting', 'sponsor'] })).toBe(3);
  const roles = roleCountsOf(matchEvents(table, { ...NO_FILTER, ...both }));
  expect([roles[COUNTRY_ROLES.indexOf('acting')], roles[COUNTRY_ROLES.indexOf('sponsor')]]).toEqual([2, 1]);
});

test('Kerry spoke once and called Lavrov once', () => {
  const { mask } = matchEvents(table, NO_FILTER);
  const kerry = actorProfile(dataset, table, mask, 'john-kerry');
  expect(idsOf(kerry.acted)).toEqual(['ev-kerry-plan-b', 'ev-lavrov-kerry-call']);
  expect(kerry.counterparts).toEqual([{ actor: 'sergey-lavrov', count: 1 }]);
  expect(kerry.office?.title).toBe('Secretary of State');
  expect(idsOf(sharedEvents(table, mask, 'john-kerry', 'sergey-lavrov'))).toEqual(['ev-lavrov-kerry-call']);
});

test('words, names and dates find what they should', () => {
  expect(countOf({ text: 'kerry lavrov' })).toBeGreaterThanOrEqual(1);
  expect(countOf({ text: '2014' })).toBeGreaterThanOrEqual(1);
  expect(searchEverything(tableOf(dataset), 'sergei', t).actors).toEqual([
    { id: 'sergey-lavrov', label: 'Sergey Lavrov' },
  ]);
  expect(searchEverything(tableOf(dataset), '24 february', t).dates.map(({ words }) => words)).toEqual(['24 Feb 2016']);
  expect(searchEverything(tableOf(dataset), "assad's request", t).events[0]?.id).toBe('ev-assad-request');
});

test('the opening view needs no address', () => {
  const state = receiveDataset(EMPTY_STATE, dataset, []);
  expect(encodeViewParams(state).toString()).toBe('');
  expect(state.rejections).toEqual([]);
});
