import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { LaneHeader } from '../../src/ui/LaneHeader';
import { makeChart } from '../support/make-chart';
import { readDefaultDataset, renderOver, storeOf } from '../support/render-panels';

test.each(['{Enter}', ' '])('%j ticks the box beside a row, and clears it again', async (key) => {
  const dataset = readDefaultDataset();
  const store = storeOf(dataset);
  const { lanes } = makeChart(dataset).chart;
  renderOver(store, <LaneHeader lane={lanes.find(({ lane }) => lane.id === 'country:RU')!} lanes={lanes} tabStop="filter" />);
  screen.getByRole('checkbox').focus();
  await userEvent.keyboard(key);
  expect(store.getState().filter.countries).toEqual(['RU']);
  await userEvent.keyboard(key);
  expect(store.getState().filter.countries).toEqual([]);
});
