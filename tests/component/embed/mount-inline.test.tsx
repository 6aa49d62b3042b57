import { readFileSync } from 'node:fs';
import { act } from '@testing-library/react';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { mountInline } from '../../../src/embed/inline/mount-inline';
import type { InlineOptions } from '../../../src/embed/inline/inline-options';
import type { TimelineHandle } from '../../../src/app/timeline-handle';

const text = readFileSync('data/syria-cessation-2016.json', 'utf8');
let handle: TimelineHandle | undefined;

// jsdom has none; whether the styles hold is a browser's to say.
beforeAll(() => {
  CSSStyleSheet.prototype.replaceSync ??= () => undefined;
});
afterEach(async () => {
  await act(async () => handle?.destroy());
  document.body.replaceChildren();
});

async function mount(options: InlineOptions): Promise<HTMLElement> {
  const target = document.body.appendChild(document.createElement('div'));
  target.append('Until then');
  handle = await act(async () => mountInline(target, options));
  return target;
}

const shownIn = (target: HTMLElement) => target.firstElementChild?.shadowRoot?.querySelector('h2')?.textContent;

test.each<[string, string | object]>([
  ['an object', JSON.parse(text) as object],
  ['JSON', text],
])('takes a dataset as %s, and the view flat', async (_, dataset) => {
  const target = await mount({
    dataset,
    view: 'list',
    group: 'type',
    countries: ['RU'],
    window: { start: 0, end: 2e12 },
  });
  expect(shownIn(target)).toContain('Syria, February 2016');
  expect(handle?.getState()).toMatchObject({ view: 'list', group: 'type', countries: ['RU'], from: 0, to: 2e12 });
});

test('takes what it took before: a source, a view and options of their own', async () => {
  const target = await mount({
    source: { kind: 'text', text, name: 'here' },
    view: { view: 'list', sort: 'title' },
    options: { hide: ['title'] },
  });
  expect(target.firstElementChild?.shadowRoot?.querySelector('.dt-title')).toBeNull();
  expect(handle?.getState()).toMatchObject({ view: 'list', sort: 'title' });
});

test('without a root of its own it stands in the page', async () => {
  const target = await mount({ dataset: text, view: 'list', shadow: false });
  expect(target.querySelector('h2')?.textContent).toContain('Syria, February 2016');
});

test('takes the place of what stood there, and leaves nothing behind', async () => {
  const target = await mount({ dataset: text, view: 'list' });
  expect(target.textContent).toBe('');
  await act(async () => handle?.destroy());
  handle = undefined;
  expect(target.childNodes).toHaveLength(0);
});

test('throws where no dataset is named', () => {
  expect(() => mountInline(document.body, {})).toThrow('a timeline needs a `dataset`, a `src` or a `source`');
});
