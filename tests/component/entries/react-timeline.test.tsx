import { StrictMode } from 'react';
import { act, render } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { DiplomaticTimeline } from '../../../src/entries/react';

const { calls, listeners, mountTimeline } = vi.hoisted(() => {
  const made: unknown[][] = [];
  const heard = new Map<string, (detail: unknown) => void>();
  const note =
    (name: string) =>
    (...args: unknown[]) =>
      void made.push([name, ...args]);
  return {
    calls: made,
    listeners: heard,
    // The library has a React of its own, which would be this one here: what the component asks of it is what is looked
    // at.
    mountTimeline: (_: Element, options: object) => {
      made.push(['mount', options]);
      return {
        setState: note('setState'),
        setTheme: note('setTheme'),
        setHeight: note('setHeight'),
        setDataset: note('setDataset'),
        destroy: note('destroy'),
        on: (name: string, listener: (detail: unknown) => void) => void heard.set(name, listener),
      };
    },
  };
});
vi.mock('../../../src/entries/library', async () => ({
  mountTimeline,
  viewAsked: (
    await vi.importActual<typeof import('../../../src/embed/inline/inline-options')>(
      '../../../src/embed/inline/inline-options',
    )
  ).viewAsked,
}));

beforeEach(() => {
  calls.length = 0;
  listeners.clear();
});

const dataset = { schemaVersion: '1.0', id: 'calls', title: 'Two calls', events: [] };

test('mounts once, follows what changes, and destroys', () => {
  const page = render(
    <DiplomaticTimeline dataset={dataset} group="actor" className="wide" style={{ '--dt-height': '480px' }} />,
  );
  expect(page.container.innerHTML).toBe('<div class="wide" style="--dt-height: 480px;"></div>');
  page.rerender(<DiplomaticTimeline dataset={{ ...dataset }} group="actor" className="wide" />);
  page.rerender(
    <DiplomaticTimeline
      dataset={{ ...dataset, id: 'other' }}
      group="actor"
      actors={['a']}
      theme="dark"
      height="content"
    />,
  );
  page.unmount();
  expect(calls).toEqual([
    ['mount', { dataset, group: 'actor' }],
    ['setDataset', JSON.stringify({ ...dataset, id: 'other' })],
    ['setState', { group: 'actor', actors: ['a'] }],
    ['setTheme', 'dark'],
    ['setHeight', 'content'],
    ['destroy'],
  ]);
});

test('tells the handlers of the last render', () => {
  const before = vi.fn();
  const [onState, onSelect, onReady, onError, onMount] = [vi.fn(), vi.fn(), vi.fn(), vi.fn(), vi.fn()];
  const page = render(<DiplomaticTimeline dataset={dataset} onState={before} />);
  page.rerender(
    <DiplomaticTimeline
      dataset={dataset}
      onState={onState}
      onSelect={onSelect}
      onReady={onReady}
      onError={onError}
      onMount={onMount}
    />,
  );
  act(() => {
    for (const name of ['ready', 'state', 'select', 'error']) listeners.get(name)?.(`${name}!`);
  });
  expect(before).not.toHaveBeenCalled();
  expect([onReady, onState, onSelect, onError].map((handler) => handler.mock.calls)).toEqual([
    [[]],
    [['state!']],
    [['select!']],
    [['error!']],
  ]);
  page.unmount();
  expect(onMount).toHaveBeenCalledExactlyOnceWith(undefined);
});

test('under StrictMode, which mounts twice, one is left', () => {
  render(
    <StrictMode>
      <DiplomaticTimeline dataset={dataset} />
    </StrictMode>,
  );
  expect(calls.map(([name]) => name)).toEqual(['mount', 'destroy', 'mount']);
});
