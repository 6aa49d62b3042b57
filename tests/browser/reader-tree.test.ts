import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Filter } from '../../src/model/filter';
import type { DiplomaticEvent } from '../../src/model/dataset';
import { COUNTRY_ROLES, EVENT_TYPES, ROLE_INVOLVEMENT, TONES } from '../../src/model/vocabulary';
import { dataset, table } from '../support/browser-oracle';
import { useStage } from '../support/browser-timeline';
import { stateNamed } from '../support/page-states';
import { nameReader, readerTree } from '../support/reader-tree';
import type { Answer } from '../support/serve';

const answers = new Map<string, Answer>();
const stage = useStage(answers);
const SIZE = 5000;
beforeAll(() => {
  const events = Array.from({ length: SIZE }, (_, index) => ({
    id: `e${index}`,
    date: new Date(Date.UTC(1990, 0, 1 + index)).toISOString().slice(0, 10),
    type: 'talks',
    title: `Round ${String(index).padStart(4, '0')}`,
    participants: [`Actor ${index % 30}`],
    countries: [],
  }));
  const body = JSON.stringify({ schemaVersion: '1.0', id: 'long', title: 'A long list', asOf: '2016-02-24', events });
  answers.set('data/long.json', { body });
});

describe('what a screen reader is told', () => {
  // UPDATE_TREES=1 writes them anew; the change is then to be read like one of code.
  const isUpdate = process.env['UPDATE_TREES'] === '1';

  test.each(['default', 'filtered', 'selected', 'list', 'keys dialog', 'empty'])(
    '%s: the whole tree, as it was last read by a person',
    async (name) => {
      const { query, hash, reach } = stateNamed(name);
      const { page } = await stage.open({
        ...(query === undefined ? {} : { query }),
        ...(hash === undefined ? {} : { hash }),
        context: { reducedMotion: 'reduce' },
      });
      await reach(page);
      await page
        .locator('output.dt-status')
        .getByText(/events/)
        .first()
        .waitFor({ state: 'attached' });
      const tree = async () => (await readerTree(page)).replaceAll(stage.url(), 'https://host/');
      const file = join(import.meta.dirname, `trees/${name.replaceAll(' ', '-')}.txt`);
      if (isUpdate) writeFileSync(file, await tree());
      expect(existsSync(file), `${file} is there`).toBe(true);
      // The browser writes it in its own time.
      await expect.poll(tree).toBe(readFileSync(file, 'utf8'));
    },
  );
});

const someOf = <Item extends string>(items: readonly Item[], maxLength = 3) =>
  fc.uniqueArray(fc.constantFrom(...items), { maxLength });
const FILTERS: fc.Arbitrary<Filter> = fc
  .record({
    countries: someOf(table.countries),
    actors: someOf(dataset.actors.map(({ id }) => id)),
    types: someOf(EVENT_TYPES),
    tones: someOf(TONES, 2),
    roles: fc.uniqueArray(fc.constantFrom(...COUNTRY_ROLES), { minLength: 1, maxLength: 4 }),
    match: fc.constantFrom('any', 'any', 'all'),
    text: fc.constant(''),
    // All facets at once leave nothing nearly always: one or two of them.
    place: fc.constantFrom('countries', 'actors'),
    kind: fc.constantFrom('types', 'tones'),
  })
  .map(({ countries, actors, types, tones, roles, match, text, place, kind }): Filter => ({
    countries: place === 'countries' ? countries : [],
    actors: place === 'actors' ? actors : [],
    types: kind === 'types' ? types : [],
    tones: kind === 'tones' ? tones : [],
    roles,
    match,
    text,
  }));

// The slow way: the words of Filter's documentation over plain objects, one event at a time.
function passes(event: DiplomaticEvent, { countries, actors, types, tones, roles, match }: Filter): boolean {
  const involved = new Set(event.countries.filter(({ role }) => roles.includes(role)).map(({ country }) => country));
  const active = new Set(
    event.participants
      .filter(({ role }) => ROLE_INVOLVEMENT[role].some((each) => roles.includes(each)))
      .map(({ actor }) => actor),
  );
  const holds = (wanted: readonly string[], has: ReadonlySet<string>) =>
    wanted.length === 0 ||
    (match === 'all' ? wanted.every((each) => has.has(each)) : wanted.some((each) => has.has(each)));
  return (
    holds(countries, involved) &&
    holds(actors, active) &&
    (types.length === 0 || (event.type !== undefined && types.includes(event.type))) &&
    (tones.length === 0 || tones.includes(event.tone))
  );
}

function addressOf({ countries, actors, types, tones, roles, match }: Filter): string {
  const parts = Object.entries({ countries, actors, types, tones, roles })
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => `${key}=${values.join(',')}`);
  return ['view=list', ...parts, `match=${match}`].join('&');
}

/** By which the table can be sorted. */
const HEADS = ['Date', 'Event', 'Type', 'Tone'];

test('after each of 200 random filters the list’s tree names exactly the events that pass, in time order, and the count says how many', async () => {
  // Without details, actors are names: every button in the table is an event's.
  const { page } = await stage.open({ query: 'hide=details', hash: 'view=list', context: { reducedMotion: 'reduce' } });
  await page.locator('.dt-list .dt-event-link').first().waitFor();
  const { namesOf } = await nameReader(page, page.locator('.dt-list'));
  const wrong: unknown[] = [];
  const sizes = new Set<number>();
  for (const filter of fc.sample(FILTERS, { numRuns: 200, seed: 20_160_224 })) {
    const expected = Array.from({ length: table.size }, (_, row) => table.eventAt(row)).filter((event) =>
      passes(event, filter),
    );
    sizes.add(expected.length);
    await showList(page, addressOf(filter), `${expected.length} of ${table.size} events`);
    const names = await namesOf('button');
    const told = expected.map(({ title }) => title);
    wrong.push(
      ...(JSON.stringify(names) === JSON.stringify(expected.length === 0 ? ['Clear filters'] : [...HEADS, ...told])
        ? []
        : [{ filter: addressOf(filter), names, told }]),
    );
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  // Not all of them alike.
  expect(sizes.size).toBeGreaterThan(6);
  // Ten seconds on a machine with nothing else to do.
}, 240_000);

/**
 * Goes there in the page as it is; resolves when the count says so, or at once where it says something else and nothing
 * more happens.
 */
async function showList(page: Page, hash: string, count: string): Promise<void> {
  await page.evaluate(
    ([to, text]) =>
      new Promise<void>((done, fail) => {
        const shown = () => document.querySelector('.dt-event-count')?.textContent;
        const gone = setTimeout(() => fail(new Error(`${to}: “${shown()}” instead of “${text}”`)), 20_000);
        const look = () => {
          if (shown() !== text) return void requestAnimationFrame(look);
          clearTimeout(gone);
          done();
        };
        addEventListener('hashchange', () => requestAnimationFrame(look), { once: true });
        location.hash = `${to}&turn=${Math.random()}`;
      }),
    [hash, count] as const,
  );
}

describe('a list of which only a part stands in the document', () => {
  test.each([
    ['a table', 1440, 'row'],
    ['cards', 390, 'listitem'],
  ] as const)('as %s says of each row which it is of how many', async (_, width, role) => {
    const { page } = await stage.open({
      query: 'data=data/long.json',
      hash: 'view=list&sort=title',
      viewport: { width, height: 844 },
      context: { reducedMotion: 'reduce' },
    });
    await page.locator('.dt-list [data-item]').first().waitFor();
    await expect.poll(() => placesOf(page, role)).toEqual(expect.arrayContaining([[1, SIZE]]));
    await page.locator('.dt-list .dt-event-link').first().focus();
    await page.keyboard.press('End');
    await page.locator('.dt-view').evaluate((view) => {
      const scroller = getComputedStyle(view).overflowY === 'auto' ? view : document.documentElement;
      scroller.scrollTop = scroller.scrollHeight;
    });
    await expect.poll(() => placesOf(page, role)).toEqual(expect.arrayContaining([[SIZE, SIZE]]));
    // Rows follow each other; only between the one that keeps the focus and those in sight some are left out.
    await expect
      .poll(async () => {
        const places = (await placesOf(page, role)).map(([place]) => place);
        return places.filter((place, at) => at > 0 && place !== places[at - 1]! + 1).length;
      })
      .toBeLessThanOrEqual(1);
  });
});

/** Position and size of each row as the page gives them to assistive technology; of a table without its head. */
async function placesOf(page: Page, role: 'row' | 'listitem'): Promise<[number, number][]> {
  return page.locator('.dt-list').evaluate(
    (list, kind) =>
      [...list.querySelectorAll('[data-item]')].flatMap((item): [number, number][] => {
        if (kind === 'listitem')
          return item.matches('li')
            ? [[Number(item.getAttribute('aria-posinset')), Number(item.getAttribute('aria-setsize'))]]
            : [];
        return [
          [
            Number(item.getAttribute('aria-rowindex')) - 1,
            Number(item.closest('table')?.getAttribute('aria-rowcount')) - 1,
          ],
        ];
      }),
    role,
  );
}
