import { act, cleanup, render } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MarkTooltip } from '../../../src/ui/chart/use-mark-tooltip';
import { useMarkTooltip } from '../../../src/ui/chart/use-mark-tooltip';
import type { HitTarget } from '../../../src/ui/chart/place-hit-targets';

const TARGET = { key: 'one' } as unknown as HitTarget;
let tooltip: MarkTooltip;

function Mark() {
  const own = useMarkTooltip();
  useLayoutEffect(() => {
    tooltip = own;
  });
  return <button type="button">mark</button>;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
  vi.useRealTimers();
});

function openDialog(): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('open', '');
  document.body.append(dialog);
  return dialog;
}

function pressEscape(on: Element): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  act(() => void on.dispatchEvent(event));
  return event;
}

test('Esc takes a tooltip away, and nothing under it', () => {
  const { getByText } = render(<Mark />);
  const mark = getByText('mark');
  act(() => tooltip.open(TARGET, mark));
  act(() => void vi.advanceTimersByTime(200));
  expect(tooltip.shown.target).toBe(TARGET);
  expect(pressEscape(mark).defaultPrevented).toBe(true);
  expect(tooltip.shown.target).toBeUndefined();
});

test('Esc is a dialog’s that has opened over the mark since, and takes the tooltip along', () => {
  const { getByText } = render(<Mark />);
  const mark = getByText('mark');
  act(() => tooltip.open(TARGET, mark));
  act(() => void vi.advanceTimersByTime(200));
  const dialog = openDialog();
  expect(pressEscape(dialog).defaultPrevented).toBe(false);
  expect(tooltip.shown.target).toBeUndefined();
});

test('a tooltip that comes late doesn’t come over a dialog', () => {
  const { getByText } = render(<Mark />);
  const mark = getByText('mark');
  act(() => tooltip.open(TARGET, mark));
  openDialog();
  act(() => void vi.advanceTimersByTime(200));
  expect(tooltip.shown.target).toBeUndefined();
});

test('a mark in a dialog of its own has its tooltip', () => {
  const dialog = openDialog();
  const { getByText } = render(<Mark />, { container: dialog });
  const mark = getByText('mark');
  act(() => tooltip.open(TARGET, mark));
  act(() => void vi.advanceTimersByTime(200));
  expect(tooltip.shown.target).toBe(TARGET);
  expect(pressEscape(mark).defaultPrevented).toBe(true);
});
