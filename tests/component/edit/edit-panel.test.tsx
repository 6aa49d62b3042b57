import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { cellTools } from '../../../src/app/writing/cell-tools.lazy';
import { createDesk } from '../../../src/app/writing/desk';
import { evidenceTools } from '../../../src/app/writing/evidence-tools.lazy';
import { ENGLISH } from '../../../src/base/messages/choose-catalogue';
import { loadAllMessages } from '../../../src/base/messages/load-messages';
import { lazyCode } from '../../../src/base/lazy-code';
import { checkRecords } from '../../../src/formats/json/check-records';
import type { WholeDataset } from '../../../src/model/dataset';
import { eventOfSketch } from '../../../src/model/event-of-sketch';
import { makeEventTable } from '../../../src/model/table-builder';
import { growTable } from '../../../src/state/view/loading-in-parts';
import type { Desk, WriteDoor, WriteServices } from '../../../src/ui/context/desk';
import { PageServicesProvider, usePageServices } from '../../../src/ui/context/page-services';
import { DatasetPanel } from '../../../src/ui/edit/DatasetPanel';
import { EditPanel } from '../../../src/ui/edit/EditPanel';
import { eventDate, makeActor, makeDataset } from '../../support/make-dataset';
import { renderOver, storeOf } from '../../support/render-panels';

await loadAllMessages('en');

const BARE = makeDataset([], {
  actors: [
    makeActor('anna', { label: 'Anna Ek' }),
    makeActor('ek', { label: 'A. Ek' }),
    makeActor('un', { label: 'UN' }),
  ],
});
const party = (actor: string) => ({ actor, role: 'party' as const, office: undefined, claimedBy: undefined });
const DATASET: WholeDataset = {
  ...BARE,
  events: [
    eventOfSketch(
      { id: 'call', title: 'A call', type: 'talks', date: eventDate('2016-02-20'), participants: [party('anna')] },
      BARE,
    ),
    eventOfSketch({ id: 'vote', title: 'A vote', participants: [party('ek'), party('un')] }, BARE),
  ],
};

function onDesk(part: (desk: Desk) => ReactNode) {
  const store = storeOf(DATASET);
  const desk = createDesk({ id: 'd', origin: { from: 'page' }, dataset: DATASET, baseline: DATASET }, 'timeline', {
    show: (next) => store.applyUnlocked((state) => growTable(state, makeEventTable(next), [])),
    check: (next, edit) => checkRecords(next, edit, ENGLISH),
    now: () => 0,
  });
  const services = lazyCode<WriteServices>(() => Promise.reject(new Error('it is here')));
  const [cells, evidence] = [
    lazyCode(() => Promise.resolve(cellTools)),
    lazyCode(() => Promise.resolve(evidenceTools)),
  ];
  cells.bring(cellTools);
  evidence.bring(evidenceTools);
  // Of the desk's services the form asks for these alone.
  services.bring({ cells, evidence } as unknown as WriteServices);
  const door = { subscribe: desk.subscribe, desk: () => desk, isWanted: () => true, services } as unknown as WriteDoor;
  renderOver(store, <WithDoor door={door}>{part(desk)}</WithDoor>);
  const event = (id = 'call') => desk.draft().dataset.events.find((each) => each.id === id);
  return { desk, event, dataset: () => desk.draft().dataset };
}

function WithDoor({ door, children }: { readonly door: WriteDoor; readonly children: ReactNode }) {
  const around = usePageServices();
  const [services] = useState(() => ({ ...around, writing: door }));
  return <PageServicesProvider value={services}>{children}</PageServicesProvider>;
}

const form = async () => {
  const shown = onDesk((desk) => <EditPanel desk={desk} id="call" onDone={() => undefined} />);
  await isRead('2016-02-20');
  return shown;
};
/** What was understood of the date stands under it. */
const isRead = (edtf: string) => screen.findByText(edtf, { selector: 'code' });

function type(label: string, text: string): HTMLElement {
  const field = screen.getByLabelText(label, { selector: 'input, textarea' });
  field.focus();
  fireEvent.change(field, { target: { value: text } });
  return field;
}

describe('the form of an event', () => {
  test('a field is saved when it is left, says what it was, and goes back', async () => {
    const { desk, event } = await form();
    const title = type('Title', '  A long call ');
    expect(event()?.title).toBe('A call');
    act(() => title.blur());
    expect(event()?.title).toBe('A long call');
    expect(screen.getByText(/edited here; was “A call”/)).toBeTruthy();
    expect(screen.getByText('1 field edited')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Revert: Title' }));
    expect(event()).toEqual(DATASET.events[0]);
    expect(screen.queryByText(/edited here/)).toBeNull();
    act(() => void desk.undo());
    expect(screen.getByLabelText<HTMLTextAreaElement>('Title').value).toBe('A long call');
  });

  test('Enter saves; Esc gives back, and what is around stays open', async () => {
    const { event } = await form();
    const place = type('Where', 'Geneva');
    fireEvent.keyDown(place, { key: 'Enter' });
    expect(event()?.place?.label).toBe('Geneva');
    type('Where', 'Vienna');
    const esc = createEvent.keyDown(place, { key: 'Escape' });
    fireEvent(place, esc);
    expect(esc.defaultPrevented).toBe(true);
    expect(screen.getByLabelText<HTMLInputElement>('Where').value).toBe('Geneva');
    act(() => place.blur());
    expect(event()?.place?.label).toBe('Geneva');
  });

  test('what breaks a rule is told at its field, and nothing changes', async () => {
    const { event } = await form();
    const title = type('Title', ' ');
    act(() => title.blur());
    expect(event()?.title).toBe('A call');
    expect(title.getAttribute('aria-invalid')).toBe('true');
    const told = document.querySelector(`[id="${title.getAttribute('aria-describedby') ?? ''}"]`);
    expect(told?.textContent).toMatch(/^Not kept; expected /);
  });

  test('a date says what was understood; of two readings each is a button', async () => {
    const { desk, event } = await form();
    type('Date', 'since 2014');
    expect(await screen.findByText(/since some day in 2014/)).toBeTruthy();
    type('Date', '3/4/2016');
    fireEvent.click(await screen.findByRole('button', { name: '3 Apr 2016' }));
    expect(event()?.date?.edtf).toBe('2016-04-03');
    await isRead('2016-04-03');
    expect(desk.past().at(-1)?.edit.about).toEqual({ did: 'settle', dates: 1 });
    const date = type('Date', 'soon');
    act(() => date.blur());
    await waitFor(() => expect(date.getAttribute('aria-invalid')).toBe('true'));
    await waitFor(() => expect(document.querySelector('.dt-edit-hint')).toBeNull());
  });

  test('a name is found or made by what is typed, has a role, and goes', async () => {
    const { event, dataset } = await form();
    fireEvent.click(screen.getByRole('button', { name: 'Add a name' }));
    const names = screen.getByRole('combobox', { name: 'Add a name' });
    fireEvent.change(names, { target: { value: 'u' } });
    expect(
      within(screen.getByRole('listbox'))
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['UN', 'New name: u']);
    fireEvent.keyDown(names, { key: 'ArrowDown' });
    expect(names.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { name: 'UN' }).id);
    fireEvent.keyDown(names, { key: 'Enter' });
    fireEvent.change(names, { target: { value: 'Ministry of Rain' } });
    fireEvent.keyDown(names, { key: 'Enter' });
    expect(event()?.participants.map(({ actor }) => actor)).toEqual(['anna', 'un', 'ministry-of-rain']);
    expect(dataset().actors.at(-1)?.kind).toBe('ministry');
    fireEvent.change(screen.getByLabelText('Role of UN'), { target: { value: 'mediator' } });
    expect(event()?.participants[1]?.role).toBe('mediator');
    fireEvent.click(screen.getByRole('button', { name: 'Remove Anna Ek' }));
    expect(event()?.participants.map(({ actor }) => actor)).toEqual(['un', 'ministry-of-rain']);
  });

  test('deleted, an event is gone with one undo to bring it back', async () => {
    const { desk, event } = await form();
    fireEvent.click(screen.getByRole('button', { name: 'Delete event' }));
    expect(event()).toBeUndefined();
    act(() => void desk.undo());
    expect(event()).toEqual(DATASET.events[0]);
    await isRead('2016-02-20');
  });
});

function data(parts: Readonly<Record<string, string>>): DataTransfer {
  return {
    types: Object.keys(parts),
    files: [],
    items: [],
    dropEffect: 'none',
    getData: (kind: string) => parts[kind] ?? '',
  } as unknown as DataTransfer;
}

describe('evidence in one gesture', () => {
  const URL = 'https://undocs.org/S/RES/1(2001)';

  test('a link dropped on the form makes a source whose publisher waits for a word; the page hears nothing of it', async () => {
    const { event, dataset } = await form();
    const article = screen.getByRole('article');
    const heard = vi.fn<(event: Event) => void>();
    document.addEventListener('drop', heard);
    document.addEventListener('dragover', heard);
    const dataTransfer = data({ 'text/uri-list': URL, 'text/plain': URL });
    fireEvent.dragOver(article, { dataTransfer });
    expect(screen.getByText('Let go to make a source of the link')).toBeTruthy();
    fireEvent.drop(article, { dataTransfer });
    expect(heard.mock.calls.map(([each]) => each.defaultPrevented)).toEqual([true, true]);
    document.removeEventListener('drop', heard);
    document.removeEventListener('dragover', heard);
    expect(await screen.findByText('suggested from undocs.org')).toBeTruthy();
    expect(event()?.evidence).toMatchObject([{ source: 's1' }]);
    const right = screen.getByRole('button', { name: 'That is right' });
    right.focus();
    fireEvent.click(right);
    // The focus stays with the source whose button has gone.
    expect(document.activeElement?.textContent).toBe('Change');
    expect(dataset().sources).toMatchObject([{ publisher: 'United Nations', url: URL }]);
    expect(dataset().sources[0]).not.toHaveProperty('extra');
    expect(screen.queryByText(/suggested from/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Remove United Nations' }));
    expect(dataset().sources).toEqual([]);
  });

  test('a quote pasted outside a field makes quote and publisher; in a field it is the field’s', async () => {
    const { event, dataset } = await form();
    const clipboardData = data({ 'text/plain': '"one two three four five six seven eight nine ten eleven" - AFP' });
    const inField = createEvent.paste(screen.getByLabelText('Title'), { clipboardData });
    fireEvent(screen.getByLabelText('Title'), inField);
    expect(inField.defaultPrevented).toBe(false);
    fireEvent.paste(screen.getByRole('heading', { name: 'Edit event' }), { clipboardData });
    await waitFor(() => expect(event()?.evidence).toHaveLength(1));
    expect(event()?.evidence[0]?.quote).toBe('one two three four five six seven eight nine ten…');
    expect(dataset().sources[0]?.publisher).toBe('AFP');
    expect(await screen.findAllByText(/longer than ten words/)).not.toHaveLength(0);
  });

  test('what is no source is said, and nothing changes', async () => {
    const { desk } = await form();
    fireEvent.click(screen.getByRole('button', { name: 'Add by hand' }));
    const field = screen.getByRole('textbox', { name: 'Add by hand' });
    fireEvent.change(field, { target: { value: '"words alone"' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(await screen.findAllByText(/Who says so/)).not.toHaveLength(0);
    expect(desk.past()).toEqual([]);
  });
});

describe('the timeline as a whole', () => {
  const whole = () => onDesk((desk) => <DatasetPanel desk={desk} summary={<p>read</p>} />);
  const open = (name: RegExp | string) => {
    const summary = screen.getByText(name, { selector: 'summary, summary *' }).closest('details');
    if (summary === null) throw new Error('no such part');
    summary.open = true;
    fireEvent(summary, new Event('toggle'));
    return within(summary);
  };

  test('a name is changed everywhere; one that another has asks whether they are the same', () => {
    const { event, dataset } = whole();
    open('Names');
    const own = open('A. Ek');
    const name = own.getByLabelText('Name');
    fireEvent.change(name, { target: { value: 'Anna Ek' } });
    fireEvent.keyDown(name, { key: 'Enter' });
    expect(dataset()).toBe(DATASET);
    fireEvent.click(own.getByRole('button', { name: /It is the same/ }));
    expect(dataset().actors.map(({ label, altNames }) => [label, altNames])).toEqual([
      ['Anna Ek', ['A. Ek']],
      ['UN', []],
    ]);
    expect(event('vote')?.participants.map(({ actor }) => actor)).toEqual(['anna', 'un']);
  });

  test('its title and its as-of day are set, and what follows from the day', () => {
    const { desk, dataset } = whole();
    const title = type('Title', 'Another');
    act(() => title.blur());
    const day = type('As of', '1 Feb 2016');
    act(() => day.blur());
    expect(dataset()).toMatchObject({ title: 'Another', asOf: { edtf: '2016-02-01' } });
    expect(dataset().events[0]?.announced).toBe(true);
    act(() => void desk.undo());
    expect(dataset().events[0]?.announced).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.getByText('read')).toBeTruthy();
  });
});
