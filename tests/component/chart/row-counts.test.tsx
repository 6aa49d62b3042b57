import { act } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { WholeDataset } from '../../../src/model/dataset';
import { ACTING_ROLES } from '../../../src/model/vocabulary';
import type { Grouping } from '../../../src/model/vocabulary';
import { setGroup } from '../../../src/state/view/view-actions';
import { Stage } from '../../../src/ui/chart/Stage';
import { shippedDataset } from '../../support/make-chart';
import { renderOver, storeOf } from '../../support/render-panels';

beforeEach(() => {
  // jsdom lays nothing out: wide, and high enough that all rows stand in the document.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(6000);
});

interface Row {
  readonly id: string;
  readonly name: string;
  /** Events of its buttons that are told, each once. */
  readonly listed: number;
}

function rowsOf(container: Element): readonly Row[] {
  return [...container.querySelectorAll<HTMLElement>('.dt-lane')].map((row) => {
    const title = row.querySelector('.dt-lane-title')!;
    const name = (title.querySelector('[aria-label]')?.getAttribute('aria-label') ?? title.textContent).trim();
    const told = [...row.querySelectorAll<HTMLElement>('li:not([aria-hidden]) > .dt-mark-button')];
    const events = new Set(told.flatMap(({ dataset }) => dataset['rows']!.split(' ')));
    return { id: row.dataset['lane']!, name, listed: events.size };
  });
}

/** "acts in 4 events, 1 in this row": how many in all, and how many of the row's list. */
function countsIn(name: string): { readonly all: number; readonly here: number } {
  const found = /(\d+) events?(?:, (\d+|none) in this row)?$/.exec(name);
  if (found === null) throw new Error(`No count in “${name}”`);
  const all = Number(found[1]);
  return { all, here: found[2] === undefined ? all : found[2] === 'none' ? 0 : Number(found[2]) };
}

/** In how many events of the file an actor acts and can be drawn. */
function actsIn({ events }: WholeDataset, actor: string): number {
  return events.filter(
    ({ date, participants }) =>
      date !== undefined && participants.some((each) => each.actor === actor && ACTING_ROLES.has(each.role)),
  ).length;
}

describe.each(['syria-cessation-2016', 'syria-diplomacy-2011-2016'])('in %s', (id) => {
  const dataset = shippedDataset(id);
  function show(group: Grouping) {
    const store = storeOf(dataset);
    store.apply(setGroup, group);
    return renderOver(store, <Stage />).container;
  }

  test.each(['country', 'actor', 'type'] as const)('by %s each row says as many events as its list has', (group) => {
    const container = show(group);
    const rows = rowsOf(container);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.map(({ id: row, name }) => [row, countsIn(name).here])).toEqual(
      rows.map(({ id: row, listed }) => [row, listed]),
    );
    for (const { id: row, name } of rows)
      if (row.startsWith('actor:'))
        expect([row, countsIn(name).all]).toEqual([row, actsIn(dataset, row.slice('actor:'.length))]);
  });

  test('so it does while keys walk the chart, where nothing is left out', () => {
    const container = show('country');
    const before = rowsOf(container).reduce((sum, { listed }) => sum + listed, 0);
    act(() => container.querySelector<HTMLElement>('.dt-lanes [tabindex="0"]')!.focus());
    const rows = rowsOf(container);
    expect(rows.reduce((sum, { listed }) => sum + listed, 0)).toBeGreaterThan(before);
    expect(rows.map(({ id: row, name }) => [row, countsIn(name).here])).toEqual(
      rows.map(({ id: row, listed }) => [row, listed]),
    );
  });
});
