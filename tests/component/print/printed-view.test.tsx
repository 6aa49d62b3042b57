import { act, cleanup, fireEvent } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTimelineStore } from '../../../src/state/view/store';
import { toggleTone } from '../../../src/state/query/filters';
import { PrintedView } from '../../../src/ui/print/PrintedView';
import { makeEventTable } from '../../../src/model/table-builder';
import { makeDataset, makeEvent, makeLargeDataset } from '../../support/make-dataset';
import { readDefaultDataset, renderOver, storeOf } from '../../support/render-panels';

/** What waits for the browser to have nothing to do. */
let waiting = new Map<number, () => void>();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  waiting = new Map();
  let asked = 0;
  vi.stubGlobal('requestIdleCallback', (run: () => void) => {
    waiting.set(++asked, run);
    return asked;
  });
  vi.stubGlobal('cancelIdleCallback', (id: number) => void waiting.delete(id));
});
// Before the stand-ins go.
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** The hand rests, and the browser has nothing to do. */
function rest(): void {
  act(() => void vi.advanceTimersByTime(1000));
  const all = [...waiting.values()];
  waiting.clear();
  act(() => all.forEach((one) => one()));
}

const block = () => document.querySelector<HTMLElement>('.dt-print')!;
const titles = () => [...block().querySelectorAll('h3')].map((title) => title.textContent.trim());
const print = (name: 'beforeprint' | 'afterprint') => fireEvent(window, new Event(name));

describe('what is kept ready for paper', () => {
  test('waits until the browser is idle, is hidden, and holds picture, events and sources', () => {
    const dataset = readDefaultDataset();
    renderOver(storeOf(dataset), <PrintedView />);
    expect(block().childElementCount).toBe(0);
    rest();
    expect(block().hidden).toBe(true);
    expect(titles()).toHaveLength(11);
    expect(decodeURIComponent(block().querySelector('img')!.src)).toContain('Joint statement approved');
    expect(block().querySelectorAll('.dt-written-sources li')).toHaveLength(dataset.sources.length);
  });

  test('asks for no time while the view goes on changing', () => {
    const store = storeOf(readDefaultDataset());
    renderOver(store, <PrintedView />);
    for (let i = 0; i < 5; i++) {
      act(() => void vi.advanceTimersByTime(900));
      act(() => store.apply(toggleTone, 'conflict'));
    }
    expect(waiting.size).toBe(0);
    act(() => void vi.advanceTimersByTime(1000));
    expect(waiting.size).toBe(1);
  });

  test('follows the filter, says so, and is light whatever the theme', () => {
    const store = storeOf(readDefaultDataset());
    renderOver(store, <PrintedView />);
    rest();
    act(() => store.apply(toggleTone, 'conflict'));
    rest();
    expect(titles()).toHaveLength(4);
    expect(block().textContent).toContain('4 of 11 events · Tone: conflict');
    expect(decodeURIComponent(block().querySelector('img')!.src)).toContain('fill="#FCFCFA"');
  });

  test('holds three hundred events, more once printing is announced, and says how many are missing', () => {
    renderOver(storeOf(makeLargeDataset({ events: 400 })), <PrintedView />);
    rest();
    expect(titles()).toHaveLength(300);
    expect(block().textContent).toContain('100 more events are not printed.');
    print('beforeprint');
    expect(titles()).toHaveLength(400);
    expect(block().querySelector('.dt-written-more')).toBeNull();
    print('afterprint');
    expect(titles()).toHaveLength(300);
  }, 30_000);

  test('of more than five thousand events nothing while nobody prints', () => {
    renderOver(storeOf(makeLargeDataset({ events: 5001 })), <PrintedView />);
    rest();
    expect(block().childElementCount).toBe(0);
  }, 30_000);

  test('another dataset leaves nothing of the one before', () => {
    const store = createTimelineStore({});
    renderOver(store, <PrintedView />);
    const show = (title: string) => {
      const dataset = makeDataset([makeEvent({ id: title, title })]);
      act(() => store.apply((state) => ({ ...state, dataset, table: makeEventTable(dataset) })));
    };
    rest();
    expect(block().childElementCount).toBe(0);
    show('First');
    rest();
    expect(titles()).toEqual(['First']);
    show('Second');
    expect(titles()).toEqual([]);
    rest();
    expect(titles()).toEqual(['Second']);
  });
});
