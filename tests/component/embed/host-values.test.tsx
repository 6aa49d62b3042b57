import { readFileSync } from 'node:fs';
import { act } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { mountInline } from '../../../src/embed/inline/mount-inline';
import type { InlineOptions } from '../../../src/embed/inline/mount-inline';
import type { TimelineHandle } from '../../../src/app/timeline-handle';

const text = readFileSync('data/syria-cessation-2016.json', 'utf8');
let handle: TimelineHandle | undefined;
const heard: string[] = [];

// jsdom has none; whether the styles hold is a browser's to say.
beforeAll(() => {
  CSSStyleSheet.prototype.replaceSync ??= () => undefined;
});
afterEach(async () => {
  await act(async () => handle?.destroy());
  heard.length = 0;
  document.body.replaceChildren();
});

async function mount(options: object): Promise<ShadowRoot> {
  const target = document.body.appendChild(document.createElement('div'));
  await act(async () => {
    handle = mountInline(target, { dataset: text, view: 'list', ...options } as InlineOptions);
    handle.on('error', ({ kind, source, detail }) => heard.push(`${kind} ${source}: ${detail}`));
  });
  return target.firstElementChild!.shadowRoot!;
}

/** The parts that a wrong value took along. */
const shown = (root: ShadowRoot) => ({
  title: root.querySelector('h2')?.textContent?.slice(0, 21),
  filters: root.querySelector('.dt-facets, .dt-filter, [aria-label="Filters"]') !== null,
  cards: root.querySelectorAll('.dt-list li').length > 0,
});

describe('what can’t be used is left out, told, and takes nothing along', () => {
  test.each<[string, object, string]>([
    ['a type that is none', { types: ['meeting'] }, 'types: found ["meeting"], expected any of talks'],
    ['a number for words', { q: 5 }, 'q: found 5, expected a text'],
    ['a text for a list', { actors: 'x,y', from: '22 February' }, 'from: found "22 February", expected ms'],
    ['null for lists', { types: 7, actors: null, countries: null }, 'types: found 7'],
    [
      'options',
      { hide: 'everything', theme: 'sepia', lock: [1], lang: 5, height: 900, shadow: 'no' },
      'shadow: found "no", expected true or false',
    ],
    ['options in an object', { options: { theme: 'sepia' } }, 'options.theme: found "sepia"'],
    ['a view in an object', { view: { group: 'flag', view: 'list' } }, 'view.group: found "flag"'],
    [
      'names that are nearly right',
      { Lang: 'fr', actor_s: [] },
      'Lang: found "fr", expected another name: did you mean lang?',
    ],
  ])('%s, at mounting', async (_, options, told) => {
    const root = await mount(options);
    expect(shown(root)).toEqual({ title: 'Syria, February 2016:', filters: true, cards: true });
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(/^malformed mountTimeline: /);
    expect(heard[0]).toContain(told);
  });

  test('the same in setState, which gives back what it left out', async () => {
    const root = await mount({});
    const before = shown(root);
    const faults = await act(async () => handle!.setState({ types: ['meeting'], q: 5, countries: ['RU'] } as never));
    expect(shown(root)).toEqual(before);
    expect(handle!.getState()).toMatchObject({ types: [], q: '', countries: ['RU'] });
    expect(faults.map(({ path }) => path)).toEqual(['types', 'q']);
    expect(heard).toEqual([
      expect.stringMatching(/^malformed setState: types: found \["meeting"\], .*; q: found 5, expected a text$/),
    ]);
    expect(await act(async () => handle!.setState({ countries: null } as never))).toEqual([]);
    expect(handle!.getState()).toMatchObject({ countries: [] });
  });

  test('and in the others', async () => {
    await mount({});
    await act(async () => {
      handle!.select(5 as never);
      handle!.setTheme('sepia' as never);
      handle!.setHeight('tall' as never);
      handle!.setState(undefined as never);
    });
    expect(heard.map((line) => line.split(', expected')[0])).toEqual([
      'malformed select: id: found 5',
      'malformed setTheme: theme: found "sepia"',
      'malformed setHeight: height: found "tall"',
      'malformed setState: found undefined',
    ]);
  });

  test('what nobody hears is said once in the console', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const target = document.body.appendChild(document.createElement('div'));
    handle = await act(async () => mountInline(target, { dataset: text, view: 'list', q: 5 } as never));
    await act(async () => void handle!.setState({ types: 3 } as never));
    await vi.waitFor(() => expect(warn).toHaveBeenCalled());
    await act(async () => new Promise((done) => setTimeout(done)));
    expect(warn).toHaveBeenCalledTimes(1);
  });
});

describe('a caller’s mistake is named as one', () => {
  const columns = { dataset: { actors: [] }, start: [0] };
  test.each<[string, unknown, unknown, string]>([
    ['no element', null, { dataset: text }, 'mountTimeline: element: found null, expected an element of the page'],
    ['a selector', '#timeline', { dataset: text }, 'mountTimeline: element: found "#timeline", expected an element'],
    [
      'the document',
      document,
      { dataset: text },
      'mountTimeline: element: found an object (Document), expected an element',
    ],
    ['no options', document.body, undefined, 'mountTimeline: a timeline needs a `dataset`, a `src` or a `source`'],
    ['no dataset', document.body, { datset: text }, 'did you mean dataset?'],
    ['a dataset that is null', document.body, { dataset: null }, 'mountTimeline: a timeline needs a `dataset`'],
    ['a number', document.body, { dataset: 5 }, 'mountTimeline: dataset: found 5, expected a dataset'],
    [
      'a promise',
      document.body,
      { dataset: Promise.resolve({}) },
      'mountTimeline: dataset: found a promise, expected a dataset',
    ],
    ['an address that is none', document.body, { src: 5 }, 'mountTimeline: src: found 5, expected an address'],
    [
      'an unknown source',
      document.body,
      { source: { kind: 'csv' } },
      'mountTimeline: source.kind: found "csv", expected one of text, address, columns, rows',
    ],
    [
      'a source without its text',
      document.body,
      { source: { kind: 'text' } },
      'mountTimeline: source.text: found undefined',
    ],
    [
      'columns without columns',
      document.body,
      { source: { kind: 'columns', columns } },
      'mountTimeline: columns.participantOffset: found undefined, expected a Uint32Array',
    ],
  ])('%s', (_, element, options, message) => {
    expect(() => mountInline(element as Element, options as InlineOptions)).toThrow(TypeError);
    expect(() => mountInline(element as Element, options as InlineOptions)).toThrow(message);
  });

  test('a dataset that goes round in a circle', async () => {
    await mount({});
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    await expect(handle!.setDataset(circle)).rejects.toThrow(/^setDataset: dataset: can’t be written as JSON: /);
    await expect(handle!.setDataset(null as never)).rejects.toThrow(
      'setDataset: dataset: found null, expected a dataset',
    );
  });

  test('an event that isn’t told, and what is no listener', async () => {
    await mount({});
    expect(() => handle!.on('selected' as never, () => undefined)).toThrow(
      'on: name: found "selected", expected one of ready',
    );
    expect(() => handle!.on('state', undefined as never)).toThrow('on: listener: found undefined, expected a function');
  });
});
