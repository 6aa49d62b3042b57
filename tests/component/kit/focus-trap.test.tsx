import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { describe, expect, test } from 'vitest';
import { ClusterFan } from '../../../src/ui/chart/ClusterFan';
import { PageDialog } from '../../../src/ui/context/PageDialog';
import { PanelHeading } from '../../../src/ui/panel/PanelHeading';
import { PanelSheet } from '../../../src/ui/panel/PanelSheet';
import { makeDataset, makeEvent } from '../../support/make-dataset';
import { renderOver, storeOf } from '../../support/render-panels';

const dataset = makeDataset([makeEvent({ id: 'a' }), makeEvent({ id: 'b' })]);

/** Each thing that opens over the page, and the names of what Tab goes through in it. */
const OVERLAYS = [
  { name: 'a modal dialog', stops: ['Close', 'One', 'Two'], show: (close: () => void) => <Modal onClose={close} /> },
  {
    name: 'a sheet',
    stops: ['One', 'Two'],
    show: (close: () => void) => (
      <PanelSheet label="Details" onClose={close}>
        <PanelHeading>Title</PanelHeading>
        <button type="button">One</button>
        <button type="button" onClick={close}>
          Two
        </button>
      </PanelSheet>
    ),
  },
  { name: 'a fan', stops: ['Event a', 'Event b', 'Close'], show: (close: () => void) => <Fan onClose={close} /> },
];

function Modal({ onClose }: { readonly onClose: () => void }) {
  return (
    <PageDialog open onClose={onClose} title="Keys" close="Close">
      <button type="button">One</button>
      <button type="button">Two</button>
    </PageDialog>
  );
}

function Fan({ onClose }: { readonly onClose: () => void }) {
  const anchor = useRef<HTMLButtonElement>(null);
  return (
    <>
      <style>{SHOWN}</style>
      <button ref={anchor} type="button" hidden>
        Pill
      </button>
      <ClusterFan anchor={anchor} rows={Uint32Array.of(0, 1)} onClose={onClose} />
    </>
  );
}

function Page({ show }: { readonly show: (close: () => void) => React.ReactNode }) {
  const [open, setOpen] = useState(false);
  const [withOpener, setWithOpener] = useState(true);
  return (
    <>
      {withOpener ? (
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
      ) : null}
      <button type="button" onClick={() => setWithOpener(false)}>
        Take away
      </button>
      <button type="button" onClick={() => setOpen(false)}>
        End
      </button>
      {open ? show(() => setOpen(false)) : null}
    </>
  );
}

/** jsdom's own style sheet hides every popover, open or not. */
const SHOWN = '.dt-fan { display: block !important }';
const named = (name: string) => screen.getAllByRole('button', { name, hidden: true }).at(-1)!;
const focusedName = () => document.activeElement?.textContent;

describe.each(OVERLAYS)('the focus in $name', ({ stops, show }) => {
  async function open() {
    renderOver(storeOf(dataset), <Page show={show} />);
    const opener = screen.getByRole('button', { name: 'Open' });
    opener.focus();
    await userEvent.keyboard('{Enter}');
    return opener;
  }

  test('goes round in it, both ways', async () => {
    await open();
    act(() => named(stops[0]!).focus());
    const visited = [focusedName()];
    for (const _ of stops) {
      await userEvent.tab();
      visited.push(focusedName());
    }
    expect(visited).toEqual([...stops, stops[0]]);
    await userEvent.tab({ shift: true });
    expect(focusedName()).toBe(stops.at(-1));
  });

  test('is brought back when something pulls it out', async () => {
    await open();
    act(() => named(stops[0]!).focus());
    act(() => screen.getByText('Take away').focus());
    expect(focusedName()).toBe(stops[0]);
  });

  test('goes back to what opened it', async () => {
    const opener = await open();
    act(() => screen.getByText('End').click());
    expect(document.activeElement).toBe(opener);
  });

  test('goes nowhere by force where what opened it is gone', async () => {
    await open();
    act(() => screen.getByText('Take away').click());
    act(() => screen.getByText('End').click());
    expect(document.activeElement).toBe(document.body);
    await userEvent.tab();
    expect(focusedName()).toBe('Take away');
  });
});
