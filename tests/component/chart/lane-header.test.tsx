import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { LaneHeader } from '../../../src/ui/chart/LaneHeader';
import { makeChart } from '../../support/make-chart';
import { readDefaultDataset, renderOver, storeOf } from '../../support/render-panels';

test.each(['{Enter}', ' '])('%j ticks the box beside a row, and clears it again', async (key) => {
  const dataset = readDefaultDataset();
  const store = storeOf(dataset);
  const { lanes } = makeChart(dataset).chart;
  renderOver(
    store,
    <LaneHeader
      lane={lanes.find(({ lane }) => lane.id === 'country:RU')!}
      lanes={lanes}
      read={0}
      saysTools
      tabStop="filter"
    />,
  );
  screen.getByRole('checkbox').focus();
  await userEvent.keyboard(key);
  expect(store.getState().filter.countries).toEqual(['RU']);
  await userEvent.keyboard(key);
  expect(store.getState().filter.countries).toEqual([]);
});

test('a row’s name and office are blocks of their own direction, whole in a tooltip, and so is a kind of event', () => {
  const dataset = readDefaultDataset();
  const { lanes } = makeChart(dataset).chart;
  const { container, unmount } = renderOver(
    storeOf(dataset),
    <LaneHeader
      lane={lanes.find(({ lane }) => lane.id === 'actor:john-kerry')!}
      lanes={lanes}
      read={0}
      saysTools
      tabStop="name"
    />,
  );
  expect(
    [...container.querySelectorAll('bdi.dt-lane-name, bdi.dt-lane-office')].map(({ textContent }) => textContent),
  ).toEqual(['John Kerry', 'Secretary of State']);
  expect(screen.getByTitle('John Kerry Secretary of State, acts in 2 events, none in this row')).toBeTruthy();
  unmount();
  const types = makeChart(dataset, { grouping: 'type' }).chart.lanes;
  renderOver(storeOf(dataset), <LaneHeader lane={types[0]!} lanes={types} read={0} saysTools tabStop={undefined} />);
  expect(screen.getByTitle('Talks and calls').textContent).toBe('Talks and calls');
});
