import { readFileSync } from 'node:fs';
import { act } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const text = readFileSync('data/syria-cessation-2016.json', 'utf8');

// Modules of their own: elsewhere what finds words is here from the start. What a page loads when it has nothing else to
// do never comes.
beforeEach(() => {
  vi.resetModules();
  vi.doMock('../../../src/ui/context/use-preload', () => ({ usePreload: () => false }));
});
afterEach(() => {
  vi.doUnmock('../../../src/ui/context/use-preload');
  vi.doUnmock('../../../src/state/search/event-text');
  vi.resetModules();
  document.body.replaceChildren();
});

async function mount(view: { readonly q?: string }) {
  const { mountTimeline } = await import('../../../src/app/mount-timeline');
  const target = document.body.appendChild(document.createElement('div'));
  const counts: string[] = [];
  const note = () => {
    const count = target.querySelector('.dt-event-count')?.textContent ?? '';
    if (count !== '' && count !== counts.at(-1)) counts.push(count);
  };
  const observer = new MutationObserver(note);
  observer.observe(target, { subtree: true, childList: true, characterData: true });
  const handle = await act(async () =>
    mountTimeline(target, {
      source: { kind: 'text', text, name: 'here' },
      view: { view: 'list', ...view },
      options: { lang: 'en' },
    }),
  );
  await settle();
  return { handle, target, counts, leave: () => act(async () => handle.destroy()) };
}

async function settle() {
  await act(async () => {
    await vi.dynamicImportSettled();
  });
}

test('a view with words opens with the events that have them, and never shows others', async () => {
  const { counts, leave } = await mount({ q: 'Kerry' });
  expect(counts).toEqual(['2 of 11 events']);
  await leave();
});

test('words that a host page asks for later show nothing else until they can be looked for', async () => {
  const { handle, counts, leave } = await mount({});
  await act(async () => handle.setState({ q: 'Kerry' }));
  await settle();
  expect(counts).toEqual(['11 of 11 events', '2 of 11 events']);
  await leave();
});

test('an event that has the words is never said to be filtered out, nor left without its place', async () => {
  const { handle, target, leave } = await mount({});
  const said: boolean[] = [];
  const note = () => said.push(target.textContent.includes('The filters hide this event'));
  new MutationObserver(note).observe(target, { subtree: true, childList: true, characterData: true });
  // The panel is there before the words are.
  await act(async () => handle.setState({ event: 'ev-lavrov-kerry-call' }));
  await settle();
  expect(target.textContent).toContain('Lavrov and Kerry discuss');
  await act(async () => handle.setState({ q: 'Kerry' }));
  await settle();
  expect(target.querySelector('.dt-place')?.textContent).toBe('2 of 2');
  expect(said).not.toContain(true);
  await leave();
});

test('where words can’t be looked for, the page says so instead of showing all events', async () => {
  vi.spyOn(console, 'error').mockReturnValue();
  vi.doMock('../../../src/state/search/event-text', () => {
    throw new Error('cut off');
  });
  const { target, counts, leave } = await mount({ q: 'Kerry' });
  expect(target.querySelector('[role="alert"]')).not.toBeNull();
  expect(counts).toEqual([]);
  await leave();
});
