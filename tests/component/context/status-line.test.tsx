import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { toggleActor, toggleCountry } from '../../../src/state/query/filters';
import { createAnnouncer } from '../../../src/ui/context/announcer';
import { FilterBar } from '../../../src/ui/filter/FilterBar';
import { PageDialog } from '../../../src/ui/context/PageDialog';
import { useSay } from '../../../src/ui/context/use-say';
import { readDefaultDataset, renderOver, storeOf } from '../../support/render-panels';

beforeEach(() => vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Each message with the time it came at, in ms from the start. */
function record(announcer = createAnnouncer()) {
  const from = performance.now();
  const heard: { readonly text: string; readonly at: number }[] = [];
  announcer.subscribe(() => {
    const { text } = announcer.spoken();
    if (text !== '') heard.push({ text, at: performance.now() - from });
  });
  return { ...announcer, heard };
}

describe('the voice of a timeline', () => {
  test('says at most one message a second under 50 rapid changes, and the last one always', () => {
    const { say, heard } = record();
    say('count', 'as it opens');
    for (let change = 1; change <= 50; change += 1) {
      say('count', `change ${change}`);
      vi.advanceTimersByTime(90);
    }
    vi.runAllTimers();
    const [opening, ...changes] = heard;
    expect(opening?.text).toBe('as it opens');
    expect(changes.length).toBeLessThanOrEqual(1 + Math.ceil((50 * 90) / 1000));
    expect(
      changes
        .slice(1)
        .map(({ at }, index) => at - changes[index]!.at)
        .filter((pauseMs) => pauseMs < 1000),
    ).toEqual([]);
    expect(heard.at(-1)?.text).toBe('change 50');
  });

  test('one speaker’s words never take the place of another’s', () => {
    const { say, heard } = record();
    say('count', 'as it opens');
    say('count', '9 of 11 events');
    say('copy', 'Copied');
    say('count', '8 of 11 events');
    vi.runAllTimers();
    expect(heard.map(({ text, at }) => [text, at])).toEqual([
      ['as it opens', 0],
      ['9 of 11 events', 0],
      ['Copied', 1000],
      ['8 of 11 events', 2000],
    ]);
  });

  test('words that are taken back before their turn are not said, and those on the line go', () => {
    const announcer = record();
    announcer.say('count', 'as it opens');
    announcer.say('found', '3 results');
    announcer.say('sort', 'Sorting…');
    announcer.say('sort', '');
    announcer.say('found', '');
    expect(announcer.spoken().text).toBe('');
    vi.runAllTimers();
    expect(announcer.heard.map(({ text }) => text)).toEqual(['as it opens', '3 results']);
  });
});

describe('the status line', () => {
  test('says a filter in exactly these words, one message however many speak', () => {
    const store = storeOf(readDefaultDataset());
    renderOver(store, <FilterBar />);
    const line = () => screen.getByRole('status').textContent;
    expect(line()).toBe('11 of 11 events');
    act(() => store.apply(toggleCountry, 'RU'));
    expect(line()).toBe('6 of 11 events. Countries: Russia.');
    act(() => store.apply(toggleActor, 'john-kerry'));
    expect(line()).toBe('6 of 11 events. Countries: Russia.');
    act(() => void vi.advanceTimersByTime(1000));
    expect(line()).toBe('1 of 11 events. Countries: Russia. Actors: John Kerry.');
    expect(document.querySelectorAll('[aria-live], output, [role=status], [role=log]')).toHaveLength(1);
  });

  test('says the title of a data set that takes another’s place, though the count is the same', () => {
    const store = storeOf(readDefaultDataset());
    renderOver(store, <FilterBar />);
    const { dataset, table } = store.getState();
    act(() => store.setState({ dataset: { ...dataset!, id: 'another', title: 'Another set' }, table: { ...table! } }));
    act(() => void vi.advanceTimersByTime(1000));
    expect(screen.getByRole('status').textContent).toBe('Another set. 11 of 11 events');
    act(() => store.apply(toggleCountry, 'RU'));
    act(() => void vi.advanceTimersByTime(1000));
    expect(screen.getByRole('status').textContent).toBe('6 of 11 events. Countries: Russia.');
  });

  test('the same words said again are a new message', () => {
    renderOver(storeOf(readDefaultDataset()), <Copier />);
    const line = screen.getByRole('status');
    const copy = () =>
      act(() => {
        screen.getByRole('button', { name: 'Copy' }).click();
      });
    copy();
    const first = line.firstChild;
    copy();
    act(() => void vi.advanceTimersByTime(2000));
    expect([line.textContent, line.firstChild === first]).toEqual(['Copied', false]);
  });

  test('in a modal dialog says what is new since it opened', () => {
    const store = storeOf(readDefaultDataset());
    renderOver(
      store,
      <>
        <FilterBar />
        <Dialog />
      </>,
    );
    act(() => screen.getByRole('button', { name: 'Open' }).click());
    const line = () => screen.getByRole('dialog').querySelector('output')?.textContent;
    expect(line()).toBe('');
    act(() => store.apply(toggleCountry, 'RU'));
    expect(line()).toBe('6 of 11 events. Countries: Russia.');
  });
});

describe('a modal dialog', () => {
  test('is named, and begins at its name, unless the reader has gone on by then', () => {
    renderOver(storeOf(readDefaultDataset()), <Dialog />);
    const open = () => act(() => screen.getByRole('button', { name: 'Open' }).click());
    open();
    const dialog = () => screen.getByRole('dialog', { name: 'Keys' });
    expect(dialog().contains(document.activeElement)).toBe(true);
    act(() => void vi.advanceTimersByTime(300));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Keys' }));
    // Nothing without a name is left that could have the focus.
    expect(dialog().querySelectorAll('span[tabindex]')).toHaveLength(0);
    act(() => screen.getByRole('button', { name: 'Close' }).click());
    open();
    act(() => screen.getByRole('button', { name: 'Close' }).focus());
    act(() => void vi.advanceTimersByTime(150));
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Close' }));
  });
});

function Copier() {
  const [told, setTold] = useState('');
  useSay(told);
  const copy = () => {
    flushSync(() => setTold(''));
    setTold('Copied');
  };
  return (
    <button type="button" onClick={copy}>
      Copy
    </button>
  );
}

function Dialog() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <PageDialog open={open} onClose={() => setOpen(false)} title="Keys" close="Close">
        Body
      </PageDialog>
    </>
  );
}
