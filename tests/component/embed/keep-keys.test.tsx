import { readFileSync } from 'node:fs';
import { act } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mountInline } from '../../../src/embed/inline/mount-inline';
import type { TimelineHandle } from '../../../src/app/timeline-handle';

const text = readFileSync('data/syria-cessation-2016.json', 'utf8');
let handle: TimelineHandle | undefined;
const stops: (() => void)[] = [];

// jsdom has none; whether the styles hold is a browser's to say.
beforeAll(() => {
  CSSStyleSheet.prototype.replaceSync ??= () => undefined;
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await act(async () => handle?.destroy());
  document.body.replaceChildren();
});

/** A timeline in a page that has shortcuts of its own: what of the keys the page hears. */
async function mount(shadow: boolean) {
  const target = document.body.appendChild(document.createElement('div'));
  handle = await act(async () => mountInline(target, { dataset: text, view: 'list', shadow }));
  const heard: string[] = [];
  const hear = (event: Event) => heard.push(`${event.type} ${(event as KeyboardEvent).key}`);
  for (const type of ['keydown', 'keypress', 'keyup']) {
    document.addEventListener(type, hear);
    stops.push(() => document.removeEventListener(type, hear));
  }
  const root = shadow ? target.firstElementChild!.shadowRoot! : target;
  const press = async (selector: string, key: string, asked: KeyboardEventInit = {}) => {
    heard.length = 0;
    const element = root.querySelector<HTMLElement>(selector)!;
    for (const type of ['keydown', 'keyup'])
      await act(async () =>
        element.dispatchEvent(
          new KeyboardEvent(type, { key, code: key, bubbles: true, cancelable: true, composed: true, ...asked }),
        ),
      );
    return heard.join(', ');
  };
  return press;
}

describe.each([
  ['in a root of its own', true],
  ['in the page', false],
])('%s', (_where, shadow) => {
  test('what is typed in a field is no shortcut of the page around it', async () => {
    const press = await mount(shadow);
    const field = 'input[type="search"], input[role="combobox"]';
    for (const key of ['s', '?', 'é', '字', ' ', 'Backspace', 'ArrowLeft', 'Home', 'Dead'])
      expect(await press(field, key), key).toBe('');
    expect(await press(field, 'v', { ctrlKey: true })).toBe('');
    expect(await press(field, 'z', { metaKey: true })).toBe('');
  });

  test('a command of the page given in a field is the page’s', async () => {
    const press = await mount(shadow);
    const field = 'input[type="search"], input[role="combobox"]';
    expect(await press(field, 'k', { ctrlKey: true })).toBe('keydown k, keyup k');
    expect(await press(field, 'F2')).toBe('keydown F2, keyup F2');
  });

  test('what the timeline uses stays in it, coming up too, and what it doesn’t use goes on', async () => {
    const press = await mount(shadow);
    const link = '.dt-event-link';
    expect(await press(link, 'u')).toBe('');
    expect(await press(link, 'f')).toBe('');
    expect(await press('.dt-toolbar button, .dt-bar button', 'Enter')).toBe('');
    expect(await press(link, 's')).toBe('keydown s, keyup s');
    expect(await press(link, 'PageDown')).toBe('keydown PageDown, keyup PageDown');
    expect(await press(link, 'u', { ctrlKey: true })).toBe('keydown u, keyup u');
  });
});
