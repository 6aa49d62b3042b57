import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { createDesk } from '../../../src/app/writing/desk';
import { makeTextDesks } from '../../../src/app/writing/notebook-desk';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { checkRecords } from '../../../src/formats/json/check-records';
import { RARE_DATES } from '../../../src/model/dates/parse-event-date';
import { makeEventTable } from '../../../src/model/table-builder';
import { growTable } from '../../../src/state/view/loading-in-parts';
import { TextSheet } from '../../../src/ui/write/TextSheet';
import { notebookOf } from '../../support/make-notebook';
import { PageAround, storeOf } from '../../support/render-panels';
import { StatusLine } from '../../../src/ui/context/StatusLine';

const t = makeTranslate('en', english);

/** Many letters at once, as a keyboard that guesses words has them. */
function type(field: HTMLTextAreaElement, words: string): void {
  const at = field.selectionEnd;
  fireEvent.input(field, { target: { value: `${field.value.slice(0, at)}${words}${field.value.slice(at)}` } });
  act(() => field.setSelectionRange(at + words.length, at + words.length));
}

/** A text on a desk, in the page, as somebody finds it who begins to write; invented. */
async function written(...lines: readonly string[]) {
  await RARE_DATES.load();
  const { dataset } = notebookOf(lines.join('\n'));
  const store = storeOf(dataset);
  const desk = createDesk({ id: 'd', origin: { from: 'page' }, dataset, baseline: dataset }, 'text', {
    show: (next) => store.applyUnlocked((state) => growTable(state, makeEventTable(next), [])),
    check: (next, edit) => checkRecords(next, edit, t),
    now: () => Date.now(),
  });
  const text = makeTextDesks(t)(desk);
  render(
    <PageAround store={store} translate={t}>
      <TextSheet desk={desk} text={text} />
      <StatusLine />
    </PageAround>,
  );
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your text, a line for each event' });
  const caretAt = (offset: number): void => {
    act(() => {
      field.focus();
      field.setSelectionRange(offset, offset);
      fireEvent.select(field);
    });
  };
  return {
    store,
    desk,
    text,
    field,
    user: userEvent.setup(),
    events: () => desk.draft().dataset.events,
    titles: () => desk.draft().dataset.events.map(({ title }) => title),
    caretAt,
    caretBehind: (words: string) => caretAt(field.value.indexOf(words) + words.length),
    /** What is read beside a line, counted from 1. */
    reading: (line: number) => {
      const item = screen.getAllByRole('listitem').find((each) => each.textContent.startsWith(`Line ${line} `));
      if (item === undefined) throw new Error(`nothing is read beside line ${line}`);
      return item;
    },
  };
}

const TALKS = [
  '12 May 2014: Ministers meet - Tomas Verel, Rada Osk [talks]',
  '3 June 2014: Joint text - Arvia [agreement]',
];

describe('typing', () => {
  test('each line is read as it is typed, on the timeline and beside it', async () => {
    const { field, user, store, titles, reading, caretAt } = await written(...TALKS);
    caretAt(field.value.length);
    type(field, '\n2 or 3 Apr 2015: Round two - Tomas Verel > Besma');
    await user.keyboard('r');
    await waitFor(() => expect(titles()).toEqual(['Ministers meet', 'Joint text', 'Round two']));
    expect(store.getState().table?.size).toBe(3);
    const line = field.value.split('\n').length;
    for (const words of [
      '2 or 3 Apr 2015',
      '[2015-04-02,2015-04-03]',
      'from Tomas Verel',
      'to Besmar',
      'no source yet',
    ])
      await waitFor(() => expect(reading(line).textContent).toContain(words));
    expect(store.getState().hover.event).toBe(store.getState().table?.eventAt(2).id);
  });

  test('the keys of the field undo in the desk, with the text, the caret and the identities of lines', async () => {
    const { field, user, desk, events, caretBehind } = await written(...TALKS);
    const before = field.value;
    const [id] = events().map((event) => event.id);
    caretBehind('Ministers');
    await user.keyboard('!?');
    await waitFor(() => expect(events()[0]).toMatchObject({ id, title: 'Ministers!? meet' }));
    expect(desk.past()).toHaveLength(1);
    await user.keyboard('{Control>}z{/Control}');
    expect(field.value).toBe(before);
    expect(events()[0]).toMatchObject({ id, title: 'Ministers meet' });
    expect(field.selectionEnd).toBe(before.indexOf(' meet'));
    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(events()[0]).toMatchObject({ id, title: 'Ministers!? meet' });
    act(() => void field.dispatchEvent(new InputEvent('beforeinput', { inputType: 'historyUndo', cancelable: true })));
    expect(field.value).toBe(before);
  });

  test('a line that is deleted and undone is the same event', async () => {
    const { field, user, desk, events, caretAt } = await written(...TALKS);
    const before = field.value;
    const ids = events().map(({ id }) => id);
    caretAt(0);
    act(() => field.setSelectionRange(before.indexOf('12 May'), before.indexOf('3 June')));
    await user.keyboard('{Delete}');
    await waitFor(() => expect(events().map(({ id }) => id)).toEqual([ids[1]]));
    act(() => void desk.undo());
    expect(events().map(({ id }) => id)).toEqual(ids);
    expect(field.value).toBe(before);
  });

  test('what an input method composes is read when it is done', async () => {
    const { field, titles, caretBehind } = await written(...TALKS);
    caretBehind('Ministers meet');
    const compose = (words: string) => {
      const at = field.value.indexOf(' - Tomas');
      fireEvent.input(field, { target: { value: `${field.value.slice(0, at)}${words}${field.value.slice(at)}` } });
    };
    fireEvent.compositionStart(field);
    compose('に');
    compose('ほん');
    expect(titles()[0]).toBe('Ministers meet');
    expect(field.value).toContain('meetにほん - Tomas');
    fireEvent.compositionEnd(field);
    await waitFor(() => expect(titles()[0]).toBe('Ministers meetにほん'));
  });

  test('what is edited in another face is written into its line, and the caret stays', async () => {
    const { field, desk, events, caretBehind } = await written(...TALKS);
    const [first] = events();
    caretBehind('3 June');
    act(
      () =>
        void desk.edit({ did: 'set', list: 'events', id: first!.id, field: 'title' }, (dataset) => ({
          ...dataset,
          events: dataset.events.map((event) => (event === first ? { ...event, title: 'All meet' } : event)),
        })),
    );
    expect(field.value).toContain('12 May 2014: All meet - Tomas Verel');
    act(() => void desk.undo());
    expect(field.value).toContain('12 May 2014: Ministers meet - Tomas Verel');
  });
});

describe('what is to be settled', () => {
  const DATES = ['1/2/2016: Talks open - Arvia', '3/4/2016: Talks pause - Arvia', '30 Feb 2016: ask the desk'];

  test('a date with two readings has a button for each, and one answer does for all like it', async () => {
    const { field, user, events, reading, caretAt } = await written(...DATES);
    caretAt(0);
    const line = field.value.split('\n').findIndex((words) => words.startsWith('1/2')) + 1;
    const first = within(reading(line));
    first.getByText('Which?');
    await user.click(first.getByRole('checkbox', { name: 'the same for all 2 like it' }));
    await user.click(first.getByRole('button', { name: '1 Feb 2016' }));
    expect(events().map(({ date }) => date?.edtf)).toEqual(['2016-02-01', '2016-04-03']);
    expect(document.activeElement).toBe(field);
    await user.keyboard('{Control>}z{/Control}');
    expect(field.value).toContain('1/2/2016: Talks open');
    expect(field.value).toContain('3/4/2016: Talks pause');
  });

  test('"Next to settle" leads from one to the next, those that are not read among them', async () => {
    const { field, user, caretAt } = await written(...DATES);
    const lineOfCaret = () => field.value.slice(0, field.selectionEnd).split('\n').at(-1);
    caretAt(field.value.indexOf('1/2'));
    const next = () => user.click(screen.getByRole('button', { name: 'Next to settle 3' }));
    await next();
    expect(lineOfCaret()).toBe(DATES[1]);
    await next();
    expect(lineOfCaret()).toBe(DATES[2]);
    await next();
    expect(lineOfCaret()).toBe(DATES[0]);
  });

  test('a line that is not read is tied to its reason, and told once, when the caret leaves it', async () => {
    const { field, user, caretBehind } = await written(...DATES);
    const said = () => document.querySelector('.dt-status')?.textContent ?? '';
    caretBehind('ask the desk');
    const described = (by: string) => document.getElementById(field.getAttribute(by) ?? '')?.textContent;
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(described('aria-describedby')).toMatch(/Not read: There is no 30 Feb 2016/);
    expect(described('aria-errormessage')).toMatch(/There is no 30 Feb 2016/);
    await user.keyboard('s?');
    expect(said()).toBe('');
    caretBehind('Talks open');
    expect(field.hasAttribute('aria-invalid')).toBe(false);
    expect(described('aria-describedby')).toMatch(/1 Feb 2016 or 2 Jan 2016/);
    await waitFor(() => expect(said()).toMatch(/Line \d: Not read: There is no 30 Feb 2016/));
  });
});

describe('evidence and chronologies', () => {
  test('a pasted address becomes evidence of the line with the caret, one step of undo', async () => {
    const { field, user, desk, events, caretBehind } = await written(...TALKS);
    const before = field.value;
    caretBehind('Ministers');
    await user.paste('https://lake.example/notes/7');
    expect(field.value).toContain('[talks]\n  > https://lake.example/notes/7\n');
    expect(events()[0]?.evidence).toHaveLength(1);
    expect(field.value.slice(0, field.selectionEnd).endsWith('Ministers')).toBe(true);
    act(() => void desk.undo());
    expect(field.value).toBe(before);
    expect(events()[0]?.evidence).toEqual([]);
  });

  test('a pasted chronology becomes events, and what is no event stays in the text', async () => {
    const { field, user, titles, desk, caretAt } = await written(...TALKS);
    caretAt(field.value.length);
    await user.paste('\n## 2015\n\n- **4 March**: First round - Arvia\n- 9 March: Second round\nnobody knows when');
    expect(titles()).toEqual(['Ministers meet', 'Joint text', 'First round', 'Second round']);
    expect(field.value).toContain('nobody knows when');
    expect(desk.past().at(-1)?.edit.about).toMatchObject({ did: 'paste' });
    screen.getByText('1 not read');
  });

  test('what no line says is counted beside it, and leads to the face that has a panel', async () => {
    const { desk, user, store, events, reading, field } = await written(...TALKS);
    const [first] = events();
    act(
      () =>
        void desk.edit({ did: 'set', list: 'events', id: first!.id, field: 'claims' }, (dataset) => ({
          ...dataset,
          events: dataset.events.map((event) =>
            event === first
              ? { ...event, claims: [{ id: 'c1', claimedBy: undefined, text: 'It went well', about: undefined }] }
              : event,
          ),
        })),
    );
    const line = field.value.split('\n').findIndex((words) => words.includes('Ministers')) + 1;
    await user.click(within(reading(line)).getByRole('button', { name: '+ 1 claim' }));
    expect(desk.face()).toBe('timeline');
    expect(store.getState()).toMatchObject({ selected: first!.id, panel: { kind: 'event' } });
  });
});
