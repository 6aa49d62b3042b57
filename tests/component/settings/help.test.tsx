import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { HelpDialog } from '../../../src/ui/settings/HelpDialog';
import { areLetterKeysOn } from '../../../src/ui/context/letter-keys';
import { makeDataset } from '../../support/make-dataset';
import { renderOver, storeOf } from '../../support/render-panels';

const KEYS = [
  { keys: '← →', does: 'previous / next event in the lane' },
  { keys: '?', does: 'help' },
];

function Page() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Help
      </button>
      <HelpDialog open={open} onClose={() => setOpen(false)} keys={KEYS} />
    </>
  );
}

describe('the help dialog', () => {
  async function show() {
    renderOver(storeOf(makeDataset([])), <Page />);
    await userEvent.click(screen.getByRole('button', { name: 'Help' }));
    return screen.getByRole('dialog', { name: 'Settings and help' });
  }

  test('lists the page’s keys, as they are given to it', async () => {
    const dialog = await show();
    const rows = within(dialog).getAllByRole('row').slice(1);
    expect(
      rows.map((row) => [within(row).getByRole('rowheader').textContent, within(row).getByRole('cell').textContent]),
    ).toEqual(KEYS.map(({ keys, does }) => [keys, does]));
  });

  test('lets the reader switch off keys of one character, for every timeline and the next visit', async () => {
    const dialog = await show();
    const choice = within(dialog).getByRole('checkbox', { name: 'Keys made of one character' });
    expect(choice).toHaveProperty('checked', true);
    expect(within(dialog).getByRole('region', { name: 'Settings' }).contains(choice)).toBe(true);
    await userEvent.click(choice);
    expect(choice).toHaveProperty('checked', false);
    expect(areLetterKeysOn()).toBe(false);
    expect(localStorage.getItem('diplomatic-timeline.letter-keys')).toBe('off');
    await userEvent.click(choice);
    expect(areLetterKeysOn()).toBe(true);
    expect(localStorage.getItem('diplomatic-timeline.letter-keys')).toBeNull();
  });

  test('opens as a modal dialog of the browser', async () => {
    const showModal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
    await show();
    expect(showModal).toHaveBeenCalledTimes(1);
  });

  test('closes by its button, by a click beside it and by the browser’s cancel, and gives the focus back', async () => {
    const dialog = await show();
    const opener = screen.getByRole('button', { name: 'Help' });
    screen.getByRole('button', { name: 'Close' }).focus();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(opener);
    await userEvent.click(opener);
    await userEvent.click(dialog);
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(opener);
    act(() => void dialog.dispatchEvent(new Event('cancel', { cancelable: true })));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('a click inside leaves it open, and its keys stay inside', async () => {
    const outer = vi.fn();
    document.addEventListener('keydown', outer);
    const dialog = await show();
    await userEvent.click(within(dialog).getByText('help'));
    screen.getByRole('button', { name: 'Close' }).focus();
    await userEvent.keyboard('f');
    expect(screen.getByRole('dialog')).toBe(dialog);
    expect(outer).not.toHaveBeenCalled();
    document.removeEventListener('keydown', outer);
  });
});
