import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { chooseActor, chooseEvent, hoverActor, setPanelOpen } from '../../../src/state/view/choose';
import { toggleTone } from '../../../src/state/query/filters';
import { SidePanel } from '../../../src/ui/panel/SidePanel';
import type { SidePanelHandle } from '../../../src/ui/panel/SidePanel';
import { makeDataset } from '../../support/make-dataset';
import { namesOf, readDefaultDataset, renderOver, section, storeOf } from '../../support/render-panels';

const dataset = readDefaultDataset();
const CALL = 'ev-lavrov-kerry-call';

function openEvent(id: string) {
  const store = storeOf(dataset);
  store.apply(chooseEvent, id);
  renderOver(store, <SidePanel />);
  return store;
}

describe('the panel of an event', () => {
  test('stands in a labelled landmark under the event’s title', () => {
    openEvent(CALL);
    const panel = screen.getByRole('complementary', { name: 'Details' });
    expect(
      within(panel).getByRole('heading', {
        level: 2,
        name: 'Lavrov and Kerry discuss preparations for the cessation by phone',
      }),
    ).toBeTruthy();
  });

  test('gives who says so, the evidence and the date before everything else', () => {
    openEvent(CALL);
    expect(namesOf(screen.getAllByRole('heading', { level: 3 }))).toEqual([
      'Who says so',
      'Evidence',
      'When',
      'Who',
      'Countries and place',
      'Statements',
      'Claims made inside it',
      'Related events',
      'Caveats',
    ]);
  });

  test('says who says so, and that the other side is absent', () => {
    openEvent(CALL);
    const who = section('Who says so');
    expect(who.getByText(/^TASS, citing a Russian Foreign Ministry official/)).toBeTruthy();
    expect(who.getByText(/no U\.S\. read-out/)).toBeTruthy();
  });

  test('names the sentence, the words to find it by and the fields it carries, and whose outlet it is', () => {
    openEvent(CALL);
    const [first, second] = section('Evidence').getAllByRole('listitem');
    expect(first?.textContent).toContain('dateline “MOSCOW, February 24” carries when');
    expect(second?.textContent).toMatch(/^sentence 1 “in their phone talk on Wednesday” carries when, what kind, who/);
    expect(section('Evidence').getByText(/Russian state-owned news agency/)).toBeTruthy();
    expect(section('Evidence').getByText('Why there is no link')).toBeTruthy();
  });

  test('opens a source in a new tab without telling it where the reader comes from, and shows its host', () => {
    openEvent('ev-russian-strikes');
    const evidence = section('Evidence');
    const link = evidence.getByRole('link', { name: /^Open the source/ });
    expect(link.getAttribute('href')).toMatch(/^https:\/\/russia-insider\.com\//);
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(evidence.getByText('russia-insider.com')).toBeTruthy();
    expect(evidence.getByRole('link', { name: /^“MOSCOW, September 30/ }).getAttribute('href')).toContain(
      '#:~:text=MOSCOW%2C%20September%2030',
    );
  });

  test('tells how a date is known and on which sentence it rests', () => {
    openEvent(CALL);
    const when = section('When');
    expect(when.getByText('24 Feb 2016')).toBeTruthy();
    expect(when.getByText('Basis: worked out.')).toBeTruthy();
    expect(when.getByText(/“Wednesday” and the dateline/)).toBeTruthy();
    expect(namesOf(when.getAllByRole('listitem'))).toEqual([
      'dateline “MOSCOW, February 24” TASS, 24 Feb 2016',
      'sentence 1 “in their phone talk on Wednesday” TASS, 24 Feb 2016',
    ]);
    expect(when.getByText(/held, as of 24 Feb 2016/)).toBeTruthy();
  });

  test('says that a date rests on no passage where the curators inferred it', () => {
    openEvent('ev-kremlin-plan-a');
    const when = section('When');
    expect(when.getByText('23 or 24 Feb 2016')).toBeTruthy();
    expect(when.getByText('Basis: inferred by the curator.')).toBeTruthy();
    expect(when.getByText('No passage of a source is given for the date.')).toBeTruthy();
  });

  test('shows the basis of the date beside it at the top, one click from where it is explained', async () => {
    openEvent(CALL);
    const shown = vi.spyOn(Element.prototype, 'scrollIntoView');
    await userEvent.click(screen.getByRole('button', { name: 'Date worked out: show how it is known' }));
    expect((shown.mock.contexts[0] as Element).contains(screen.getByRole('heading', { name: 'When' }))).toBe(true);
  });

  test('says that what lay ahead was announced, not done', () => {
    openEvent('ev-cessation-start');
    expect(section('When').getByText('announced for 27 Feb 2016')).toBeTruthy();
    expect(section('When').getByText(/announced, as of 24 Feb 2016/)).toBeTruthy();
  });

  test('lists those who act before those only spoken of, with the office they held', () => {
    openEvent(CALL);
    const who = section('Who');
    expect(
      who
        .getAllByRole('list')
        .map((list) => document.getElementById(list.getAttribute('aria-labelledby')!)?.textContent),
    ).toEqual(['Party', 'Mentioned', 'Source']);
    expect(who.getAllByRole('listitem')[0]?.textContent).toBe('Sergey Lavrov Foreign Minister, Russia');
  });

  test('gives a participant that someone only claims with the one who claims it', () => {
    openEvent('ev-russian-strikes');
    const target = section('Who').getByRole('button', { name: 'Islamic State group' }).closest('li');
    expect(target?.textContent).toContain('according to TASS');
  });

  test('quotes what the source quotes and marks the rest as paraphrase', () => {
    openEvent('ev-kerry-plan-b');
    const [indirect, direct] = section('Statements').getAllByRole('listitem');
    expect(indirect?.textContent).toContain('paraphrased by the source');
    expect(indirect!.querySelector('q')).toBeNull();
    expect(direct?.textContent).toContain('quoted by the source');
    expect(direct!.querySelector('q')?.textContent).toContain(
      '“significant discussion taking place now about a Plan B”',
    );
  });

  test('tells claims as claims, with their author, and never as events', () => {
    openEvent('ev-lavrov-criticism');
    const claims = section('Claims made inside it');
    expect(claims.getByText('not events here')).toBeTruthy();
    expect(claims.getAllByRole('listitem')[0]?.textContent).toMatch(/^Sergey Lavrov claims: On the day/);
    expect(section('Related events').getByText(/a claim by Sergey Lavrov/)).toBeTruthy();
    expect(section('Related events').getByText('possible, not said')).toBeTruthy();
  });

  test('leads to related events in both directions', async () => {
    const store = openEvent('ev-joint-statement');
    const related = namesOf(section('Related events').getAllByRole('listitem'));
    expect(related).toContainEqual(expect.stringMatching(/^announces .*announced for 27 Feb 2016/));
    expect(related).toContainEqual(expect.stringMatching(/^implemented by .*24 Feb 2016/));
    await userEvent.click(
      within(section('Related events').getByText('implemented by').closest('li')!).getByRole('button'),
    );
    expect(store.getState().selected).toBe(CALL);
  });

  test('bears with entries that stand there twice', () => {
    const said = { speaker: 'x', kind: 'direct' as const, text: 'Same', quote: undefined };
    const place = { source: 's', locator: undefined, find: undefined, quote: undefined, supports: ['date' as const] };
    const source = {
      id: 's',
      kind: undefined,
      publisher: undefined,
      ownership: undefined,
      title: undefined,
      dateline: undefined,
      published: undefined,
      url: undefined,
      note: undefined,
      grade: undefined,
    };
    const store = storeOf(
      makeDataset([{ id: 'twice', statements: [said, said], evidence: [place, place], participants: ['x', 'x'] }], {
        sources: [source],
      }),
    );
    store.apply(chooseEvent, 'twice');
    renderOver(store, <SidePanel />);
    expect(section('Statements').getAllByRole('listitem')).toHaveLength(2);
    expect(section('Evidence').getByText('No link is given.')).toBeTruthy();
  });

  test('puts caveats last, each with its kind', () => {
    openEvent('ev-joint-statement');
    expect(section('Caveats').getAllByText('Accounts differ')).toHaveLength(2);
    expect(section('Caveats').queryByText('One side only')).toBeNull();
  });

  test('gives the CAMEO code with how well it fits', () => {
    openEvent('ev-joint-statement');
    expect(screen.getByText(/CAMEO 057, good fit, also 0871/)).toBeTruthy();
  });

  test('has a link of its own', () => {
    openEvent(CALL);
    expect(screen.getByRole('link', { name: 'Link to this event' }).getAttribute('href')).toBe(`?event=${CALL}`);
  });

  test('copies a citation that names source, dataset, version and event', async () => {
    const user = userEvent.setup();
    openEvent(CALL);
    await user.click(screen.getByRole('button', { name: 'Copy citation' }));
    expect(await screen.findByRole('button', { name: 'Citation copied' })).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(
      `TASS, “${dataset.sources[0]!.title!}”, 24 Feb 2016. ` +
        `In: ${dataset.title}, version ${dataset.version!}, event ${CALL}.`,
    );
  });

  test('shows the citation to copy by hand where the browser refuses', async () => {
    const user = userEvent.setup();
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    openEvent(CALL);
    await user.click(screen.getByRole('button', { name: 'Copy citation' }));
    expect((await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /copy by hand/ })).value).toContain(
      `event ${CALL}.`,
    );
  });

  test('keeps an event that the filter hides, and says so', () => {
    const store = openEvent(CALL);
    expect(screen.queryByText('The filters hide this event from the chart.')).toBeNull();
    act(() => store.apply(toggleTone, 'conflict'));
    expect(screen.getByText('The filters hide this event from the chart.')).toBeTruthy();
  });

  test('shows what a bare event has, and no empty parts', () => {
    const store = storeOf(makeDataset([{ id: 'bare', title: 'A <b>bare</b> event', participants: ['Someone'] }]));
    store.apply(chooseEvent, 'bare');
    renderOver(store, <SidePanel />);
    expect(screen.getByRole('heading', { level: 2, name: 'A <b>bare</b> event' })).toBeTruthy();
    expect(namesOf(screen.getAllByRole('heading', { level: 3 }))).toEqual(['Who says so', 'Evidence', 'When', 'Who']);
    expect(screen.getByText('No source is given for this event.')).toBeTruthy();
  });
});

describe('links in the panel', () => {
  test('highlight in the chart while pointed at or focused, and light up when the chart points', async () => {
    const store = openEvent(CALL);
    const kerry = within(section('Who').getAllByRole('listitem')[1]!).getByRole('button', { name: 'John Kerry' });
    await userEvent.hover(kerry);
    expect(store.getState().hover.actor).toBe('john-kerry');
    expect(kerry.hasAttribute('data-hovered')).toBe(true);
    await userEvent.unhover(kerry);
    expect(store.getState().hover.actor).toBeUndefined();
    act(() => kerry.focus());
    expect(store.getState().hover.actor).toBe('john-kerry');
    act(() => kerry.blur());
    act(() => store.apply(hoverActor, 'sergey-lavrov'));
    expect(section('Who').getByRole('button', { name: 'Sergey Lavrov' }).hasAttribute('data-hovered')).toBe(true);
    expect(kerry.hasAttribute('data-hovered')).toBe(false);
  });

  test('leave no highlight behind when the panel they stood in goes', async () => {
    const store = openEvent(CALL);
    await userEvent.click(section('Related events').getAllByRole('button')[0]!);
    expect(store.getState().hover.event).toBeUndefined();
  });
});

describe('the panel and the focus', () => {
  test('choosing elsewhere leaves the focus where it is', () => {
    const store = storeOf(dataset);
    renderOver(
      store,
      <>
        <button type="button">mark</button>
        <SidePanel />
      </>,
    );
    const mark = screen.getByRole('button', { name: 'mark' });
    act(() => mark.focus());
    act(() => store.apply(chooseEvent, CALL));
    expect(document.activeElement).toBe(mark);
  });

  test('choosing inside it moves the focus to the new title, since the chosen link is gone', async () => {
    openEvent(CALL);
    await userEvent.click(section('Who').getByRole('button', { name: 'John Kerry' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'John Kerry' }));
  });

  test('can be entered, even while folded away', () => {
    const store = storeOf(dataset);
    store.apply(chooseEvent, CALL);
    store.apply(setPanelOpen, false);
    const panel = createRef<SidePanelHandle>();
    renderOver(store, <SidePanel ref={panel} />);
    expect(screen.queryByRole('complementary')).toBeNull();
    act(() => panel.current!.focusPanel());
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: /^Lavrov and Kerry/ }));
  });
});

describe('the panel’s own controls', () => {
  test('step through the filtered events in time, keep the focus and stop at the ends', async () => {
    const store = openEvent('ev-joint-statement');
    act(() => store.apply(toggleTone, 'cooperation'));
    const next = screen.getByRole('button', { name: 'Next event' });
    const seen: (string | undefined)[] = [];
    while (next.getAttribute('aria-disabled') !== 'true') {
      await userEvent.click(next);
      seen.push(store.getState().selected);
    }
    const { table, selected } = store.getState();
    const after = dataset.events.filter(
      ({ id, tone }) => tone === 'cooperation' && table!.rowOf(id)! > table!.rowOf('ev-joint-statement')!,
    );
    expect(seen).toHaveLength(after.length);
    expect(new Set(seen)).toEqual(new Set(after.map(({ id }) => id)));
    expect(document.activeElement).toBe(next);
    await userEvent.click(next);
    expect(store.getState().selected).toBe(selected);
    await userEvent.click(screen.getByRole('button', { name: 'Previous event' }));
    expect(store.getState().selected).toBe(seen.at(-2));
  });

  test('go back from an actor to the event, from the event to the summary', async () => {
    const store = openEvent(CALL);
    await userEvent.click(section('Who').getByRole('button', { name: 'John Kerry' }));
    await userEvent.click(screen.getByRole('button', { name: 'Back to the event' }));
    expect(store.getState().panel).toEqual({ kind: 'event' });
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
    await userEvent.click(screen.getByRole('button', { name: 'About this timeline' }));
    expect(store.getState().panel).toEqual({ kind: 'summary' });
    expect(store.getState().selected).toBeUndefined();
  });

  test('fold the panel away', async () => {
    openEvent(CALL);
    await userEvent.click(screen.getByRole('button', { name: 'Close details' }));
    expect(screen.queryByRole('complementary')).toBeNull();
  });
});

describe('the sheet of small screens', () => {
  test('opens for an event, not for the summary, and closes with Esc', () => {
    const store = storeOf(dataset);
    renderOver(store, <SidePanel layout="sheet" />);
    expect(screen.queryByRole('dialog')).toBeNull();
    act(() => store.apply(chooseEvent, CALL));
    const sheet = screen.getByRole('dialog', { name: 'Details' });
    expect(within(sheet).getByRole('button', { name: 'Next event' })).toBeTruthy();
    act(() => void sheet.dispatchEvent(new Event('cancel', { cancelable: true })));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(store.getState().panelOpen).toBe(false);
  });

  test('closed, it lets go of what was chosen, an actor as well', async () => {
    const store = storeOf(dataset);
    renderOver(store, <SidePanel layout="sheet" />);
    act(() => store.apply(chooseEvent, CALL));
    await userEvent.click(screen.getByRole('button', { name: 'Close details' }));
    expect(store.getState()).toMatchObject({ selected: undefined, panel: { kind: 'summary' }, panelOpen: false });
    act(() => store.apply(chooseActor, 'john-kerry'));
    act(() => void screen.getByRole('dialog').dispatchEvent(new Event('cancel', { cancelable: true })));
    expect(store.getState()).toMatchObject({ panel: { kind: 'summary' }, panelOpen: false });
  });
});
