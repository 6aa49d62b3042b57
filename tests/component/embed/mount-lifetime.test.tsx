import { readFileSync } from 'node:fs';
import { act } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { mountInline } from '../../../src/embed/inline/mount-inline';
import type { InlineOptions } from '../../../src/embed/inline/mount-inline';
import type { TimelineHandle } from '../../../src/app/timeline-handle';

const text = readFileSync('data/syria-cessation-2016.json', 'utf8');
const CALLS =
  '{"schemaVersion":"1.0","id":"calls","title":"Two calls","events":[{"id":"c1","title":"A call","date":"2021-05-11","participants":["Anna"]}]}';
let handle: TimelineHandle | undefined;

// jsdom has none; whether the styles hold is a browser's to say.
beforeAll(() => {
  CSSStyleSheet.prototype.replaceSync ??= () => undefined;
});
afterEach(async () => {
  await act(async () => handle?.destroy());
  document.body.replaceChildren();
});

async function mount(target: HTMLElement, options: InlineOptions = {}): Promise<TimelineHandle> {
  handle = await act(async () => mountInline(target, { dataset: text, view: 'list', ...options }));
  return handle;
}
const place = () => document.body.appendChild(document.createElement('div'));
const titleIn = (target: HTMLElement) =>
  (target.querySelector('h2') ?? target.firstElementChild?.shadowRoot?.querySelector('h2'))?.textContent;
/** Whatever waits for the end of the task has been done. */
const later = () => act(async () => new Promise((done) => setTimeout(done, 1)));

test.each([true, false])(
  'out of the page it draws nothing; in again it shows what it showed (shadow: %s)',
  async (shadow) => {
    const target = place();
    const timeline = await mount(target, { shadow, countries: ['RU'] });
    target.remove();
    await later();
    expect(titleIn(target)).toBeUndefined();
    await act(async () => void timeline.setState({ sort: 'title' }));
    expect(timeline.getState()).toMatchObject({ countries: ['RU'], sort: 'title' });
    const other = document.body.appendChild(document.createElement('section'));
    other.append(target);
    await later();
    expect(titleIn(target)).toContain('Syria, February 2016');
    target.remove();
    await later();
    other.append(target);
    await later();
    expect(titleIn(target)).toContain('Syria, February 2016');
    await act(async () => timeline.destroy());
    expect(target.childNodes).toHaveLength(0);
  },
);

test('moved within a task it stays as it is', async () => {
  const target = place();
  await mount(target);
  const heading = target.firstElementChild?.shadowRoot?.querySelector('h2');
  const other = document.body.appendChild(document.createElement('section'));
  target.remove();
  other.append(target);
  await later();
  expect(target.firstElementChild?.shadowRoot?.querySelector('h2')).toBe(heading);
});

test.each([true, false])(
  'mounted before its element is in the page it is drawn when it comes there (shadow: %s)',
  async (shadow) => {
    const target = document.createElement('div');
    const timeline = await mount(target, { shadow });
    const isReady = new Promise<void>((done) => timeline.on('ready', () => done()));
    await isReady;
    expect(titleIn(target)).toBeUndefined();
    document.body.append(target);
    await later();
    expect(titleIn(target)).toContain('Syria, February 2016');
  },
);

test.each([true, false])('another in the same element takes the place of the first (shadow: %s)', async (shadow) => {
  const target = place();
  const first = await mount(target, { shadow });
  const second = await mount(target, { shadow, dataset: CALLS });
  expect(titleIn(target)).toBe('Two calls');
  await act(async () => first.destroy());
  expect(titleIn(target)).toBe('Two calls');
  await act(async () => second.destroy());
  expect(target.childNodes).toHaveLength(0);
});

test('once destroyed nothing is told and nothing done, whatever is called and how often', async () => {
  const target = place();
  const timeline = await mount(target);
  const heard: unknown[] = [];
  for (const name of ['ready', 'state', 'select', 'error'] as const) timeline.on(name, () => heard.push(name));
  await act(async () => timeline.destroy());
  heard.length = 0;
  await act(async () => {
    timeline.destroy();
    timeline.setState({ q: 5 } as never);
    timeline.setState({ countries: ['RU'] });
    timeline.select('ev-lavrov-kerry-call');
    timeline.setTheme('dark');
    timeline.setHeight('content');
    timeline.on('ready', () => heard.push('late'))();
  });
  expect(await timeline.setDataset(CALLS)).toBe(false);
  expect(await timeline.whenPainted()).toBe(false);
  expect(timeline.getState()).toMatchObject({ countries: [], event: null });
  expect(heard).toEqual([]);
  expect(target.childNodes).toHaveLength(0);
});

test.each(['ready', 'state', 'select', 'error'] as const)(
  'it may be destroyed while it tells of “%s”',
  async (name) => {
    const target = place();
    const timeline = await mount(target);
    const heard: string[] = [];
    timeline.on(name, () => {
      heard.push('first');
      timeline.destroy();
    });
    timeline.on(name, () => heard.push('second'));
    await act(async () => {
      timeline.select('ev-lavrov-kerry-call');
      timeline.setState({ q: 5 } as never);
      await timeline.setDataset(CALLS);
    });
    expect(heard).toEqual(['first']);
    expect(target.childNodes).toHaveLength(0);
  },
);

test('whoever waits until it is painted is told where it can’t be seen, and when it is destroyed', async () => {
  const timeline = await mount(place());
  // Without a browser nothing has room; tests/browser/mount-lifetime.test.ts has what is seen.
  expect(await timeline.whenPainted()).toBe(false);
  timeline.setState({ sort: 'date' });
  const waits = timeline.whenPainted();
  await act(async () => timeline.destroy());
  expect(await waits).toBe(false);
});

test('a dataset that can’t be used, or was followed by another, isn’t there', async () => {
  const timeline = await mount(place());
  await act(async () => {
    expect(await timeline.setDataset('Dear reader')).toBe(false);
    const [first, second] = [timeline.setDataset(CALLS), timeline.setDataset(JSON.parse(text) as object)];
    expect([await first, await second]).toEqual([false, true]);
  });
});
