import { act } from '@testing-library/react';
import { expect, test } from 'vitest';
import { TimeAxis } from '../../../src/ui/chart/TimeAxis';
import { makeChart } from '../../support/make-chart';
import { readDefaultDataset, renderOver, storeOf } from '../../support/render-panels';

function openAxis() {
  const dataset = readDefaultDataset();
  const store = storeOf(dataset);
  const { container } = renderOver(store, <TimeAxis layout={makeChart(dataset)} widthPx={800} corner={null} />);
  const axis = container.querySelector('.dt-axis')!;
  const point = (type: string, clientX: number) =>
    axis.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        button: 0,
        buttons: type === 'pointerup' ? 0 : 1,
        pointerId: 1,
        isPrimary: true,
        clientX,
      }),
    );
  return { store, point, range: () => container.querySelector<HTMLElement>('.dt-axis-range')?.style };
}

test('a hand that lets go before its last movement is on screen zooms to where it let go', () => {
  const { store, point, range } = openAxis();
  act(() => void point('pointerdown', 300));
  act(() => {
    point('pointermove', 420);
    point('pointermove', 500);
    point('pointerup', 500);
  });
  const fast = store.getState().window;
  expect(fast).toBeDefined();
  expect(range()).toBeUndefined();

  const slow = openAxis();
  for (const [type, x] of [
    ['pointerdown', 300],
    ['pointermove', 420],
    ['pointermove', 500],
  ] as const)
    act(() => void slow.point(type, x));
  expect(slow.range()).toMatchObject({ left: '300px', width: '200px' });
  act(() => void slow.point('pointerup', 500));
  expect(slow.store.getState().window).toEqual(fast);
});

test('a short drag does nothing, nor one that Esc has ended', () => {
  const { store, point } = openAxis();
  act(() => {
    point('pointerdown', 300);
    point('pointermove', 303);
    point('pointerup', 303);
  });
  act(() => void point('pointerdown', 300));
  act(() => void point('pointermove', 500));
  act(() => void window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })));
  act(() => void point('pointerup', 500));
  expect(store.getState().window).toBeUndefined();
});
