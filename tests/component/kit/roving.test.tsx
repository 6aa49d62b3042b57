import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { describe, expect, test } from 'vitest';
import { useRoving } from '../../../src/ui/kit/focus/use-roving';

const NAMES = ['One', 'Two', 'Three'];

function Bar({ names = NAMES, dir = 'ltr' }: { readonly names?: readonly string[]; readonly dir?: 'ltr' | 'rtl' }) {
  const bar = useRef<HTMLDivElement>(null);
  const roving = useRoving(bar);
  return (
    <>
      <button type="button">Before</button>
      <div ref={bar} role="toolbar" aria-label="Bar" style={{ direction: dir }} {...roving}>
        {names.map((name) => (
          <button key={name} type="button" aria-disabled={name === 'Two'}>
            {name}
          </button>
        ))}
        <select aria-label="Scale">
          <option>a</option>
          <option>b</option>
        </select>
        <div className="dt-popover">
          <button type="button">Inside</button>
        </div>
      </div>
      <button type="button">After</button>
    </>
  );
}

const focused = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;
async function press(...keys: string[]) {
  for (const key of keys) await userEvent.keyboard(`{${key}}`);
  return focused();
}

describe('a bar of controls', () => {
  test('is one tab stop, and what opens from it is no part of it', async () => {
    render(<Bar />);
    const walked: (string | null | undefined)[] = [];
    for (let presses = 0; presses < 4; presses++) {
      await userEvent.tab();
      walked.push(focused());
    }
    expect(walked).toEqual(['Before', 'One', 'Inside', 'After']);
  });

  test('is walked through by arrow keys, round and round, to what can’t be used as well', async () => {
    render(<Bar />);
    screen.getByRole('button', { name: 'One' }).focus();
    expect(await press('ArrowRight')).toBe('Two');
    expect(await press('ArrowRight', 'ArrowRight')).toBe('Scale');
    expect(await press('ArrowRight')).toBe('One');
    expect(await press('ArrowLeft')).toBe('Scale');
    expect(await press('Home')).toBe('One');
    expect(await press('End')).toBe('Scale');
  });

  test('changes sides in a right-to-left page', async () => {
    render(<Bar dir="rtl" />);
    screen.getByRole('button', { name: 'One' }).focus();
    expect(await press('ArrowLeft')).toBe('Two');
    expect(await press('ArrowRight', 'ArrowRight')).toBe('Scale');
  });

  test('remembers where one was', async () => {
    render(<Bar />);
    screen.getByRole('button', { name: 'One' }).focus();
    await press('ArrowRight', 'ArrowRight');
    await userEvent.tab();
    await userEvent.tab({ shift: true });
    expect(focused()).toBe('Three');
  });

  test('keeps a tab stop when the control that was it goes, or others come', async () => {
    const { rerender } = render(<Bar />);
    screen.getByRole('button', { name: 'Three' }).focus();
    rerender(<Bar names={['Two', 'Four']} />);
    const stops = () =>
      screen
        .getAllByRole('button')
        .filter(
          (button) =>
            button.closest('[role="toolbar"]') !== null &&
            button.closest('.dt-popover') === null &&
            button.tabIndex === 0,
        )
        .map(({ textContent }) => textContent);
    await waitFor(() => expect(stops()).toEqual(['Two']));
  });

  test('leaves keys with a modifier, and keys inside what opened, to others', async () => {
    render(<Bar />);
    screen.getByRole('button', { name: 'One' }).focus();
    await userEvent.keyboard('{Control>}{ArrowRight}{/Control}');
    expect(focused()).toBe('One');
    screen.getByRole('button', { name: 'Inside' }).focus();
    expect(await press('ArrowRight')).toBe('Inside');
  });
});
