import { afterEach, describe, expect, test } from 'vitest';
import { createOpenDoor } from '../../../../src/app/opening/door';
import type { OwnDoor } from '../../../../src/app/opening/door';
import type { Brought, Opening } from '../../../../src/app/opening/brought';
import { lazyCode } from '../../../../src/base/lazy-code';

let door: OwnDoor | undefined;
afterEach(() => {
  door?.leave();
  document.body.replaceChildren();
});

function listenAt(where: Document | Element) {
  const taken: Brought[] = [];
  const told: boolean[] = [];
  const services = lazyCode(() =>
    Promise.resolve({
      take: (one: Brought) => taken.push(one),
      over: (is: boolean) => told.push(is),
    } as unknown as Opening),
  );
  door = createOpenDoor(where, services);
  return { taken, told, door };
}

/** What carries `texts` and files of these names; gives whether the browser would go on to do what it does. */
function happen(target: Element, name: string, texts: Readonly<Record<string, string>>, files: readonly string[] = []) {
  const data = {
    dropEffect: 'none',
    types: [...Object.keys(texts), ...(files.length > 0 ? ['Files'] : [])],
    items: files.map((file) => ({
      kind: 'file',
      getAsFile: () => new File(['x'], file),
      webkitGetAsEntry: () => null,
    })),
    getData: (type: string) => texts[type] ?? '',
  };
  const event = new Event(name, { bubbles: true, cancelable: true, composed: true });
  Object.assign(event, name === 'paste' ? { clipboardData: data } : { dataTransfer: data });
  return target.dispatchEvent(event);
}

function place(markup: 'input' | 'div'): HTMLElement {
  return document.body.appendChild(document.createElement(markup));
}

describe('on a page of the timeline’s own', () => {
  test('whatever is dropped is taken from the browser, which would go to it', async () => {
    const { taken } = listenAt(document);
    const target = place('div');
    for (const name of ['dragover', 'drop']) expect(happen(target, name, {}, ['a.csv'])).toBe(false);
    expect(happen(target, 'drop', { 'text/uri-list': 'https://news.example/' })).toBe(false);
    await expect.poll(() => taken.length).toBe(2);
    expect(taken.map(({ files, addresses }) => [files.map(({ file }) => file?.name), addresses])).toEqual([
      [['a.csv'], ''],
      [[], 'https://news.example/'],
    ]);
  });

  test('text for a field stays the field’s; a file never does', () => {
    listenAt(document);
    const field = place('input');
    expect(happen(field, 'drop', { 'text/plain': 'Kerry' })).toBe(true);
    expect(happen(field, 'paste', { 'text/plain': 'Kerry' })).toBe(true);
    expect(happen(field, 'drop', {}, ['a.csv'])).toBe(false);
  });

  test('what is dragged from the page itself is nothing new', () => {
    listenAt(document);
    const target = place('div');
    target.dispatchEvent(new Event('dragstart', { bubbles: true }));
    expect(happen(target, 'drop', { 'text/plain': 'a title of ours' })).toBe(true);
    target.dispatchEvent(new Event('dragend', { bubbles: true }));
    expect(happen(target, 'drop', { 'text/plain': 'a title of theirs' })).toBe(false);
  });

  test('what somebody else has a use for isn’t taken', () => {
    listenAt(document);
    const target = place('div');
    target.addEventListener('paste', (event) => event.preventDefault());
    happen(target, 'paste', { 'text/plain': 'a\tb\n1\t2' });
    expect(door?.isWanted()).toBe(false);
  });
});

describe('in somebody else’s page', () => {
  test('only what is dropped on the timeline is taken; the page’s own drops and pastes reach it as ever', async () => {
    const [timeline, theirs] = [place('div'), place('div')];
    const { taken } = listenAt(timeline);
    const heard: string[] = [];
    for (const name of ['drop', 'paste']) document.body.addEventListener(name, () => void heard.push(name));
    expect(happen(theirs, 'drop', {}, ['theirs.csv'])).toBe(true);
    expect(happen(theirs, 'paste', { 'text/plain': 'a,b\n1,2' })).toBe(true);
    expect(happen(timeline, 'drop', {}, ['ours.csv'])).toBe(false);
    expect(heard).toEqual(['drop', 'paste', 'drop']);
    await expect.poll(() => taken.length).toBe(1);
    expect(taken[0]?.files.map(({ file }) => file?.name)).toEqual(['ours.csv']);
  });
});
