import { act, createEvent, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createDesk } from '../../../src/app/writing/desk';
import { cellTools } from '../../../src/app/writing/cell-tools.lazy';
import { ENGLISH } from '../../../src/base/messages/choose-catalogue';
import { loadAllMessages } from '../../../src/base/messages/load-messages';
import { checkRecords } from '../../../src/formats/json/check-records';
import type { WholeDataset } from '../../../src/model/dataset';
import { makeEventTable } from '../../../src/model/table-builder';
import { growTable } from '../../../src/state/view/loading-in-parts';
import { POINTER_HOLD } from '../../../src/ui/kit/use-pointer-hold';
import { EditedGrid } from '../../../src/ui/grid/EditedGrid';
import { makeDataset, makeLargeDataset } from '../../support/make-dataset';
import { renderOver, storeOf } from '../../support/render-panels';

await loadAllMessages('en');
await POINTER_HOLD.load();

const HEAD_PX = 33;
const BOX_PX = 33 * 12;
let observed: { readonly callback: ResizeObserverCallback; readonly element: Element }[] = [];
let layouts = 0;

/** What jsdom has not: sizes, told by observers alone. Whoever asks an element for its place forces a layout. */
beforeEach(() => {
  observed = [];
  layouts = 0;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #callback: ResizeObserverCallback;
      constructor(callback: ResizeObserverCallback) {
        this.#callback = callback;
      }
      observe(element: Element): void {
        observed.push({ callback: this.#callback, element });
      }
      disconnect(): void {
        observed = observed.filter(({ callback }) => callback !== this.#callback);
      }
    },
  );
  Element.prototype.scrollIntoView = () => undefined;
  Element.prototype.setPointerCapture = () => undefined;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => {
    layouts += 1;
    return new DOMRect(0, 0, 100, 20);
  });
});
afterEach(() => vi.unstubAllGlobals());

function show(dataset: WholeDataset, { hasBoxSizes = true } = {}) {
  const store = storeOf(dataset);
  const desk = createDesk({ id: 'd', origin: { from: 'page' }, dataset, baseline: dataset }, 'table', {
    show: (next) => store.applyUnlocked((state) => growTable(state, makeEventTable(next), [])),
    check: (next, edit) => checkRecords(next, edit, ENGLISH),
    now: () => 0,
  });
  renderOver(store, <EditedGrid desk={desk} tools={cellTools} />);
  act(() => {
    for (const { callback, element } of observed) {
      const blockSize = element.matches('[role=row]') ? HEAD_PX : BOX_PX;
      const entry = {
        target: element,
        contentRect: { height: blockSize, width: 1200 },
        ...(hasBoxSizes ? { borderBoxSize: [{ blockSize }] } : {}),
      };
      callback([entry as unknown as ResizeObserverEntry], {} as ResizeObserver);
    }
  });
  return { desk, store, events: () => desk.draft().dataset.events };
}

const grid = () => screen.getByRole('grid');
const rows = () => within(grid()).getAllByRole('row').slice(1);
const cell = (row: number, name: string): HTMLElement => {
  const column = within(grid())
    .getAllByRole('columnheader')
    .findIndex((each) => each.textContent?.startsWith(name));
  const found = grid().querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`);
  if (found === null) throw new Error(`no cell ${row} ${name}`);
  return found;
};
const here = (): string => {
  const focused = document.activeElement?.closest('[data-column]');
  return `${focused?.closest('[data-row]')?.getAttribute('data-row') ?? '-'} ${focused?.getAttribute('data-column') ?? '-'}`;
};
const press = (key: string, more: KeyboardEventInit = {}): void => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
};
const type = (text: string): void => {
  fireEvent.change(document.activeElement as HTMLInputElement, { target: { value: text } });
};
const begin = (row: number, name: string): void => act(() => cell(row, name).focus());

/** A clipboard event on what has the focus; what it holds afterwards. */
function clipboard(kind: 'copy' | 'cut' | 'paste', text = ''): Map<string, string> {
  const data = new Map([['text/plain', text]]);
  const target = document.activeElement ?? document.body;
  const event = createEvent[kind](target, {
    clipboardData: {
      getData: (of: string) => data.get(of) ?? '',
      setData: (of: string, is: string) => data.set(of, is),
    },
  });
  fireEvent(target, event);
  return data;
}

const THREE = () =>
  makeDataset([
    { id: 'a', title: 'First', date: '2016-02-22', participants: ['Ann'] },
    { id: 'b', title: 'Second', date: '2016-02-23', type: 'statement' },
    { id: 'c', title: 'Third', date: null },
  ]);

describe('a table of cells', { timeout: 30_000 }, () => {
  test('is a grid with one cell in the tab order, walked by keys and named throughout', () => {
    show(THREE());
    expect(grid().getAttribute('aria-rowcount')).toBe('4');
    expect(cell(2, 'Date').textContent).toBe('no date');
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    begin(0, 'Date');
    press('ArrowRight');
    press('ArrowDown');
    expect(here()).toBe('1 2');
    press('End', { ctrlKey: true });
    expect(here()).toBe('2 6');
    press('Home');
    press('ArrowUp', { ctrlKey: true });
    press('ArrowUp');
    expect(here()).toBe('-1 1');
    expect(document.activeElement?.getAttribute('role')).toBe('columnheader');
    expect(document.activeElement?.textContent).toContain('Date');
  });

  test('what is typed is read in the cell; Enter keeps it and goes on, Esc gives it back', () => {
    const { desk, events } = show(THREE());
    begin(2, 'Date');
    press('2');
    type('23 or 24 Feb 2016');
    expect(cell(2, 'Date').textContent).toContain('one event, on one of these days');
    expect(cell(2, 'Date').textContent).toContain('[2016-02-23,2016-02-24]');
    press('Escape');
    expect(events()[2]?.date).toBeUndefined();
    expect(here()).toBe('2 1');
    press('F2');
    type('3/4/2016');
    fireEvent.click(screen.getByRole('button', { name: '4 Mar 2016' }));
    expect(events()[2]?.date?.edtf).toBe('2016-03-04');
    begin(0, 'Title');
    press('Enter');
    type('Another');
    press('Tab');
    expect([events()[0]?.title, here()]).toEqual(['Another', '0 3']);
    expect(desk.past().map(({ edit }) => edit.about.did)).toEqual(['set', 'set']);
  });

  test('what is none of the words stays in the field with its reason; suggestions are chosen by arrows', () => {
    const { events } = show(THREE());
    begin(2, 'Type');
    press('l');
    type('lunch');
    press('Enter');
    expect(screen.getByRole('alert').textContent).toContain('“lunch” is none of the types');
    expect((document.activeElement as HTMLInputElement).value).toBe('lunch');
    type('sta');
    press('ArrowDown');
    expect(document.activeElement?.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option').id);
    press('Enter');
    expect(events()[2]?.type).toBe('statement');
  });

  test('a date that nobody reads is kept as text, and says so', () => {
    const { events } = show(THREE());
    begin(0, 'Date');
    press('Enter');
    type('the other day');
    press('Enter');
    expect(events()[0]?.date).toBeUndefined();
    expect(cell(0, 'Date').textContent).toBe('the other day not read as a date');
  });

  test('a pasted range fills right and down, grows the table, is framed, told, and one undo takes it back', () => {
    const { desk, events } = show(THREE());
    const before = desk.draft().dataset;
    begin(2, 'Who');
    clipboard('paste', '"Ann\n Lee"\ttalks\r\nBob > Ann Lee\tagreement\r\n');
    expect(events()).toHaveLength(4);
    expect(desk.draft().dataset.actors.map(({ label }) => label)).toEqual(['Ann', 'Ann Lee', 'Bob']);
    expect(events()[3]?.participants.map(({ role }) => role)).toEqual(['initiator', 'addressee']);
    expect(within(grid()).getAllByRole('gridcell', { selected: true })).toHaveLength(4);
    expect(desk.past().at(-1)?.edit.about).toEqual({ did: 'paste', rows: 2, columns: 2 });
    const note = document.querySelector('.dt-grid-note')?.textContent;
    expect(note).toBe('4 cells filled from the clipboard: 2 rows, 2 columns. 1 new row. 2 new names.');
    fireEvent.click(screen.getByRole('button', { name: 'Undo paste' }));
    expect(desk.draft().dataset).toEqual(before);
    expect(document.querySelector('.dt-grid-note')?.textContent).toBe('Undone. ');
  });

  test('a copied range is TSV and HTML, and pasted again it is the same', () => {
    const { desk, events } = show(THREE());
    begin(0, 'Date');
    press('ArrowRight', { shiftKey: true });
    press('ArrowDown', { shiftKey: true });
    const copied = clipboard('copy');
    expect(copied.get('text/plain')).toBe('22 Feb 2016\tFirst\r\n23 Feb 2016\tSecond');
    expect(copied.get('text/html')).toContain('<tr><td>23 Feb 2016</td><td>Second</td></tr>');
    clipboard('paste', copied.get('text/plain'));
    expect(desk.past()).toEqual([]);
    clipboard('cut');
    expect(events().map(({ title, date }) => [title, date?.edtf])).toEqual([
      ['New event', undefined],
      ['New event', undefined],
      ['Third', undefined],
    ]);
    expect(cell(0, 'Title').textContent).toBe('no title yet');
  });

  test('rows are added, moved, filled and deleted by keys; each of them is one edit with its undo', () => {
    const { desk, events } = show(THREE());
    const before = desk.draft().dataset;
    const ids = () => events().map(({ id }) => id);
    begin(0, 'Title');
    press('Insert');
    expect(ids()).toEqual(['a', 'e4', 'b', 'c']);
    // The date of the new row is being written.
    expect([here(), document.activeElement?.tagName]).toEqual(['1 1', 'INPUT']);
    type('2016-02-25');
    press('Enter', { shiftKey: true });
    expect(events()[1]?.date?.edtf).toBe('2016-02-25');
    begin(1, 'Title');
    press('ArrowDown', { altKey: true });
    expect([ids(), here()]).toEqual([['a', 'b', 'e4', 'c'], '2 2']);
    begin(1, 'Type');
    press('ArrowDown', { shiftKey: true });
    press('d', { ctrlKey: true });
    expect(events()[2]?.type).toBe('statement');
    begin(2, 'Title');
    press('-', { ctrlKey: true });
    expect(ids()).toEqual(['a', 'b', 'c']);
    expect(screen.getByText('1 row deleted.')).toBeTruthy();
    for (let n = desk.past().length; n > 0; n -= 1) act(() => void desk.undo());
    expect(desk.draft().dataset).toEqual(before);
  });

  test('sorting shows rows in another order, and leaves theirs alone', () => {
    const { events } = show(THREE());
    fireEvent.click(screen.getByRole('columnheader', { name: /Title/ }));
    fireEvent.click(screen.getByRole('columnheader', { name: /Title/ }));
    expect(rows().map((row) => row.children[2]?.textContent)).toEqual(['Third', 'Second', 'First']);
    expect(screen.getByRole('columnheader', { name: /Title/ }).getAttribute('aria-sort')).toBe('descending');
    expect(events().map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    fireEvent.click(screen.getByRole('button', { name: 'Back to your order' }));
    expect(rows().map((row) => row.children[2]?.textContent)).toEqual(['First', 'Second', 'Third']);
  });

  test('of 5,000 rows those in view stand in the document, and scrolling, walking and editing ask for no layout', () => {
    const { events } = show(makeLargeDataset({ events: 5000 }));
    const most = 12 + 2 * 8 + 4 + 1;
    expect(rows().length).toBeLessThanOrEqual(most);
    const box = grid().parentElement as HTMLElement;
    layouts = 0;
    begin(0, 'Title');
    for (const top of [400, 20_000, 4900 * HEAD_PX]) {
      box.scrollTop = top;
      act(() => void fireEvent.scroll(box));
      expect(rows().length).toBeLessThanOrEqual(most + 1);
    }
    // Where the focus is stands in the document, wherever the view is.
    expect(here()).toBe('0 2');
    expect(rows().at(-1)?.getAttribute('aria-rowindex')).toBe(String(4900 + 12 + 4 + 8 + 1));
    press('End', { ctrlKey: true });
    expect(here()).toBe('4999 6');
    press('Home');
    press('Enter');
    type('2016-02-24');
    press('Tab');
    expect(events()[4999]?.date?.edtf).toBe('2016-02-24');
    expect(layouts).toBe(0);
  });
});

test('a browser that tells of sizes without their borders draws the rows in view all the same', () => {
  show(makeLargeDataset({ events: 5000 }), { hasBoxSizes: false });
  expect(rows().length).toBeGreaterThan(10);
  expect(rows().length).toBeLessThan(60);
});

test('the edge of a column is where the hand is, whatever room the others have', () => {
  show(makeDataset([{}, {}]));
  const tracks = () => grid().style.getPropertyValue('--dt-grid-columns').split(' ');
  const before = tracks();
  const edge = grid().querySelectorAll('.dt-grid-edge')[2]!;
  fireEvent.pointerDown(edge, { pointerId: 1, isPrimary: true, button: 0, buttons: 1, clientX: 0 });
  fireEvent.pointerMove(edge, { pointerId: 1, buttons: 1, clientX: 40 });
  const after = tracks();
  expect(after).not.toEqual(before);
  expect(after.slice(0, 3)).toEqual(before.slice(0, 3));
  fireEvent.pointerUp(edge, { pointerId: 1, buttons: 0 });
});

test('a browser that won’t give a pointer to an element lets it be followed all the same', () => {
  Element.prototype.setPointerCapture = () => {
    throw new DOMException('gone', 'NotFoundError');
  };
  show(makeDataset([{}, {}]));
  const before = grid().style.getPropertyValue('--dt-grid-columns');
  const edge = grid().querySelectorAll('.dt-grid-edge')[2]!;
  fireEvent.pointerDown(edge, { pointerId: 1, isPrimary: true, button: 0, buttons: 1, clientX: 0 });
  fireEvent.pointerMove(edge, { pointerId: 1, buttons: 1, clientX: 40 });
  expect(grid().style.getPropertyValue('--dt-grid-columns')).not.toBe(before);
  fireEvent.pointerUp(edge, { pointerId: 1, buttons: 0 });
});
