import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MarkTooltip } from '../../../src/ui/chart/use-mark-tooltip';
import { useMarkTooltip } from '../../../src/ui/chart/use-mark-tooltip';
import type { HitTarget } from '../../../src/ui/chart/place-hit-targets';

const TARGET = { key: 'one' } as unknown as HitTarget;
const elements: Element[] = [];

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const element of elements.splice(0)) element.remove();
  vi.useRealTimers();
});

function openDialog(): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('open', '');
  document.body.append(dialog);
  elements.push(dialog);
  return dialog;
}

/** A mark in a place, and the tooltip of it. */
function pointedAt(place: Element): { readonly mark: HTMLElement; readonly tooltip: () => MarkTooltip } {
  const mark = document.createElement('button');
  place.append(mark);
  elements.push(mark);
  const { result } = renderHook(() => useMarkTooltip());
  act(() => result.current.open(TARGET, mark));
  return { mark, tooltip: () => result.current };
}

function pressEscape(on: Element): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  act(() => void on.dispatchEvent(event));
  return event;
}

test('Esc takes a tooltip away, and nothing under it', () => {
  const { mark, tooltip } = pointedAt(document.body);
  act(() => void vi.advanceTimersByTime(200));
  expect(tooltip().shown.target).toBe(TARGET);
  expect(pressEscape(mark).defaultPrevented).toBe(true);
  expect(tooltip().shown.target).toBeUndefined();
});

test('Esc is a dialog’s that has opened over the mark since, and takes the tooltip along', () => {
  const { tooltip } = pointedAt(document.body);
  act(() => void vi.advanceTimersByTime(200));
  const dialog = openDialog();
  expect(pressEscape(dialog).defaultPrevented).toBe(false);
  expect(tooltip().shown.target).toBeUndefined();
});

test('a tooltip that comes late doesn’t come over a dialog', () => {
  const { tooltip } = pointedAt(document.body);
  openDialog();
  act(() => void vi.advanceTimersByTime(200));
  expect(tooltip().shown.target).toBeUndefined();
});

test('a mark in a dialog of its own has its tooltip', () => {
  const dialog = openDialog();
  const { mark, tooltip } = pointedAt(dialog);
  act(() => void vi.advanceTimersByTime(200));
  expect(tooltip().shown.target).toBe(TARGET);
  expect(pressEscape(mark).defaultPrevented).toBe(true);
});
