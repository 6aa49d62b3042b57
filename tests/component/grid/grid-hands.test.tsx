import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeAll, expect, test } from 'vitest';
import { POINTER_HOLD } from '../../../src/ui/kit/use-pointer-hold';
import { at } from '../../../src/ui/grid/grid-range';
import type { Selected } from '../../../src/ui/grid/grid-range';
import { useGridHands } from '../../../src/ui/grid/use-grid-hands';

beforeAll(() => POINTER_HOLD.load());

const nothing = () => undefined;

/** Two rows of two cells, with what is selected in words. */
function Cells() {
  const [selected, setSelected] = useState<Selected>(at({ row: 0, column: 1 }));
  const handlers = useGridHands({
    selected,
    isEditing: false,
    rows: 2,
    columns: 2,
    page: 2,
    onFocused: nothing,
    go: (place, isFurther = false) =>
      setSelected((was) => (isFurther ? { active: place, anchor: was.anchor } : at(place))),
    edit: nothing,
    select: setSelected,
    clear: nothing,
    texts: () => [],
    copied: nothing,
    paste: nothing,
    fillDown: nothing,
    addBelow: nothing,
    remove: nothing,
    move: nothing,
    sortAt: nothing,
  });
  const { active, anchor } = selected;
  return (
    <div data-testid="grid" {...handlers}>
      {[0, 1].map((row) => (
        <div key={row} data-row={row}>
          {[1, 2].map((column) => (
            <span key={column} data-column={column} data-testid={`${row}${column}`} />
          ))}
        </div>
      ))}
      <output>{`${anchor.row}${anchor.column}-${active.row}${active.column}`}</output>
    </div>
  );
}

const cell = (name: string) => screen.getByTestId(name);
const selected = () => screen.getByRole('status').textContent;
const mouse = { pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0 };

/** From the first cell to the one beside it. */
function drag(): () => void {
  const { unmount } = render(<Cells />);
  fireEvent.pointerDown(cell('01'), { ...mouse, buttons: 1 });
  fireEvent.pointerMove(cell('02'), { ...mouse, buttons: 1 });
  expect(selected()).toBe('01-02');
  return unmount;
}

test.each([
  ['was let go', () => fireEvent.pointerUp(document.body, { ...mouse, buttons: 0 })],
  ['was let go where nobody heard it', () => fireEvent.pointerMove(cell('02'), { ...mouse, buttons: 0 })],
  ['was taken by the browser', () => fireEvent.pointerCancel(document.body, mouse)],
  ['was joined by another', () => fireEvent.pointerDown(document.body, { ...mouse, pointerId: 2, buttons: 1 })],
])('a range follows no hand that %s', (_how, end) => {
  drag();
  end();
  fireEvent.pointerMove(cell('12'), { ...mouse, buttons: 1 });
  expect(selected()).toBe('01-02');
});

test('Esc takes back the range of a hand that holds it, and does nothing else', () => {
  drag();
  const isLeft = fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(isLeft).toBe(false);
  fireEvent.pointerMove(cell('12'), { ...mouse, buttons: 1 });
  expect(selected()).toBe('01-01');
});

test('a grid that has gone hears no hand any more', () => {
  const unmount = drag();
  unmount();
  expect(fireEvent.keyDown(document.body, { key: 'Escape' })).toBe(true);
});
