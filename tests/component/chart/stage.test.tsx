import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { instant, timeSpan } from '../../../src/model/dates/instant';
import { setSearchText } from '../../../src/state/query/filters';
import { setWindow } from '../../../src/state/view/view-actions';
import { Stage } from '../../../src/ui/chart/Stage';
import { readDefaultDataset, renderOver, storeOf } from '../../support/render-panels';

test('says at once that its buttons stand for what was, and with the new picture that they stand where the ink is', async () => {
  // jsdom lays nothing out, and draws when it likes.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  const frames: FrameRequestCallback[] = [];
  vi.spyOn(window, 'requestAnimationFrame').mockImplementation((draw) => frames.push(draw));
  const store = storeOf(readDefaultDataset());
  const { container } = renderOver(store, <Stage />);
  const { dataset } = container.querySelector<HTMLElement>('.dt-chart')!;
  expect(dataset['settled']).toBe('yes');
  const whole = dataset['window'];

  const show = (from: number, to: number) =>
    act(() =>
      store.apply(setWindow, timeSpan(instant(Date.UTC(2016, 1, from)), instant(Date.UTC(2016, 1, to))), false),
    );
  show(21, 26);
  expect([dataset['settled'], dataset['window']]).toEqual(['no', whole]);
  // One frame for two changes.
  show(22, 27);
  expect(frames).toHaveLength(1);
  await act(async () => frames.shift()!(0));
  expect([dataset['settled'], dataset['window']]).toEqual(['yes', '2016-02-22T00:00:00.000Z/2016-02-27T00:00:00.000Z']);
});

test('offers the list before its rows, and where nothing matches says so there, for reading on passes over the rows', () => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1200);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  const store = storeOf(readDefaultDataset());
  renderOver(store, <Stage />);
  const isBeforeRows = (line: Element) =>
    (line.compareDocumentPosition(screen.getByRole('toolbar')) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    line.closest('[role="toolbar"]') === null;
  expect(isBeforeRows(screen.getByRole('button', { name: 'Read 11 events as a list' }))).toBe(true);
  act(() => store.apply(setSearchText, 'no such words'));
  expect(screen.queryByRole('button', { name: /as a list/ })).toBeNull();
  expect(screen.getAllByText('No event matches').filter(isBeforeRows)).toHaveLength(1);
});
