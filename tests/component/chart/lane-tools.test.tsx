import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, test, vi } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { GROUP_HEADINGS, countInLane, makeLanes } from '../../../src/layout/lanes/lanes';
import { makeEventTable } from '../../../src/model/table-builder';
import type { EventTable } from '../../../src/model/event-table';
import type { Grouping, LaneOrder } from '../../../src/model/vocabulary';
import { toggleTone } from '../../../src/state/query/filters';
import { undoView } from '../../../src/state/view/history';
import { setGroup } from '../../../src/state/view/view-actions';
import type { TimelineState } from '../../../src/state/view/timeline-state';
import { findLanes, laneEntries } from '../../../src/ui/chart/lane-entries';
import { LaneTools } from '../../../src/ui/chart/LaneTools';
import { useTimeline } from '../../../src/ui/context/store-context';
import { makeActor, makeDataset, makeLargeDataset, randomFrom } from '../../support/make-dataset';
import { namesOf, renderOver, storeOf } from '../../support/render-panels';

/** FR and DE act; Łukasz acts most, then the government of DE on its country's own row; Zoé is only ever spoken of. */
const dataset = makeDataset(
  [
    { participants: ['anna', 'lukasz'], countries: ['FR', 'DE'], tone: 'cooperation', type: 'talks' },
    { participants: ['lukasz', ['zoe', 'referenced']], countries: ['DE'], tone: 'conflict', type: 'talks' },
    { participants: ['lukasz', 'berlin'], countries: ['DE'], tone: 'conflict', type: 'criticism' },
  ],
  {
    actors: [
      makeActor('anna', { label: 'Anna', countries: ['FR'] }),
      makeActor('karl', { label: 'Karl', countries: ['DE'] }),
      makeActor('lukasz', { label: 'Łukasz Müller', countries: ['DE'], altNames: ['Luke'] }),
      makeActor('berlin', { label: 'Federal Government', kind: 'government', countries: ['DE'] }),
      makeActor('zoe', { label: 'Zoé', countries: ['FR'] }),
    ],
  },
);
const table = makeEventTable(dataset);
const t = makeTranslate('en', english);

/** The tools over the lanes that the state asks for, which stand beside them as a list. */
function Rig({ onJump }: { readonly onJump: (laneId: string) => void }) {
  const own = useTimeline((state) => state.table)!;
  const group = useTimeline((state) => state.group);
  const order = useTimeline((state) => state.laneOrder);
  const expanded = useTimeline((state) => state.expanded);
  const lanes = makeLanes(own, group, expanded, order);
  return (
    <>
      <LaneTools lanes={lanes.map((lane) => ({ lane }))} onJump={onJump} />
      <ol aria-label="lanes">
        {lanes.map(({ id }) => (
          <li key={id}>{id}</li>
        ))}
      </ol>
      <p>elsewhere</p>
    </>
  );
}

function show(more: Partial<TimelineState> = {}) {
  const store = storeOf(dataset, { table, ...more });
  const onJump = vi.fn();
  renderOver(store, <Rig onJump={onJump} />);
  return { store, onJump, user: userEvent.setup() };
}

const button = () => screen.getByRole('button', { name: /^\d+ rows?$/ });
const field = () => screen.getByRole('combobox', { name: 'Find a row' });
const options = () => screen.queryAllByRole('option');
const lanes = () => namesOf(within(screen.getByRole('list', { name: 'lanes' })).getAllByRole('listitem'));
const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '');

describe('the button over the lanes', () => {
  test('says how many there are, and opens a dialog with the focus in its field', async () => {
    const { user } = show();
    expect(lanes()).toEqual(['country:FR', 'actor:anna', 'country:DE', 'actor:lukasz', 'group:mentioned']);
    expect(button().textContent).toBe('5 rows');
    expect([button().getAttribute('aria-haspopup'), button().getAttribute('aria-expanded')]).toEqual([
      'dialog',
      'false',
    ]);
    await user.click(button());
    expect(screen.getByRole('dialog', { name: 'Rows' })).toBeTruthy();
    expect(document.activeElement).toBe(field());
  });

  test('gets the focus back on Esc, whatever is typed, and nothing behind it closes too', async () => {
    const outer = vi.fn();
    document.addEventListener('keydown', outer);
    const { user } = show();
    await user.click(button());
    await user.type(field(), 'luk');
    outer.mockClear();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(button());
    expect(outer).not.toHaveBeenCalled();
    document.removeEventListener('keydown', outer);
  });

  test('is not there before there are lanes', () => {
    renderOver(storeOf(dataset), <LaneTools lanes={[]} onJump={() => undefined} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('finding a lane', () => {
  test('shows nothing until something is typed, then names without their case and accents, with group and count', async () => {
    const { user } = show();
    await user.click(button());
    expect([options().length, field().getAttribute('aria-expanded')]).toEqual([0, 'false']);
    await user.paste('LUKASZ mull');
    expect(namesOf(options())).toEqual(['Łukasz Müller Germany3acts in 3 events']);
    expect([field().getAttribute('aria-expanded'), active()]).toEqual(['true', options()[0]]);
    expect(screen.getByText('1 row found')).toBeTruthy();
  });

  test('counts what the filter leaves', async () => {
    const { store, user } = show();
    act(() => store.apply(toggleTone, 'cooperation'));
    await user.click(button());
    await user.type(field(), 'luke');
    expect(namesOf(options())).toEqual(['Łukasz Müller Germany1acts in 1 event']);
  });

  test('goes up and down the list, round and round, and takes one with Enter', async () => {
    const { user, onJump } = show();
    await user.click(button());
    await user.type(field(), 'an');
    expect(options().map((option) => option.textContent.replace(/\d.*/, ''))).toEqual([
      'Anna France',
      'France',
      'Germany',
    ]);
    await user.keyboard('{ArrowDown}');
    expect(active()).toBe(options()[1]);
    await user.keyboard('{ArrowUp}{ArrowUp}');
    expect(active()).toBe(options()[2]);
    expect(document.activeElement).toBe(field());
    await user.keyboard('{Enter}');
    expect(onJump.mock.calls).toEqual([['country:DE']]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('finds an actor in a closed group, and opens that group beside those that are open, in one step of undo', async () => {
    const { store, user, onJump } = show();
    await user.click(button());
    await user.type(field(), 'zoe');
    await user.click(options()[0]!);
    expect(onJump.mock.calls).toEqual([['actor:zoe']]);
    expect(lanes()).toEqual(['country:FR', 'actor:anna', 'country:DE', 'actor:lukasz', 'group:mentioned', 'actor:zoe']);
    act(() => store.apply(undoView));
    expect(lanes()).not.toContain('actor:zoe');
    expect(store.getState().past).toEqual([]);
  });

  test('leaves open groups as they are when the lane is there already', async () => {
    const { store, user } = show();
    await user.click(button());
    await user.type(field(), 'anna{Enter}');
    expect([store.getState().expanded, store.getState().past]).toEqual([undefined, []]);
  });

  test('says when nothing is called so, and Enter then does nothing', async () => {
    const { user, onJump } = show();
    await user.click(button());
    await user.type(field(), 'nobody{Enter}');
    expect(screen.getByText('No row is called “nobody”.')).toBeTruthy();
    expect([options().length, onJump.mock.calls.length]).toEqual([0, 0]);
  });

  test('lists types where lanes are types, and twelve at most with how many more there are', async () => {
    const many = makeDataset(Array.from({ length: 30 }, (_, index) => ({ participants: [`Person ${index}`] })));
    const store = storeOf(many, { group: 'actor' });
    renderOver(store, <Rig onJump={() => undefined} />);
    const user = userEvent.setup();
    await user.click(button());
    await user.type(field(), 'person 1');
    expect(namesOf(options())[0]).toBe('Person 11acts in 1 event');
    expect(screen.queryByText(/ more;/)).toBeNull();
    await user.clear(field());
    await user.type(field(), 'person');
    expect(options()).toHaveLength(12);
    expect(screen.getByText('18 more; type on to find them')).toBeTruthy();
    act(() => store.apply(setGroup, 'type'));
    await user.clear(field());
    await user.type(field(), 'talks');
    expect(namesOf(options())).toEqual(['Talks and calls3030 events']);
  });
});

describe('the names that find a lane', () => {
  const entriesOf = (
    of: EventTable,
    grouping: Grouping,
    expanded: readonly string[] | undefined,
    order: LaneOrder = 'file',
  ) =>
    laneEntries(
      of,
      makeLanes(of, grouping, expanded, order).map((lane) => ({ lane })),
      t,
    );
  const found = (query: string) => findLanes(entriesOf(table, 'country', undefined), query).map(({ id }) => id);

  test.each([
    ['', []],
    ['  ', []],
    ['mentioned', ['group:mentioned']],
    ['müller lukasz', ['actor:lukasz']],
    ['uller', ['actor:lukasz']],
    ['federal', ['country:DE']],
    ['luke', ['actor:lukasz']],
    ['karl', []],
    ['(.*', []],
  ])('"%s"', (query, ids) => expect(found(query)).toEqual(ids));

  test('a government’s name is its country’s while the group is closed, too', () => {
    expect(findLanes(entriesOf(table, 'country', []), 'federal').map(({ id }) => id)).toEqual(['country:DE']);
  });

  test('whatever is open, they are the lanes of all groups open, in their order and with their counts', () => {
    const random = randomFrom(7);
    const large = makeEventTable(makeLargeDataset({ events: 400, actors: 90, countries: 12 }));
    for (const of of [table, large]) {
      for (const grouping of ['country', 'actor', 'type'] as const) {
        for (const order of ['file', 'active'] as const) {
          const mask = Uint8Array.from({ length: of.size }, () => (random() < 0.5 ? 1 : 0));
          const all = makeLanes(of, grouping, [...of.countries, ...GROUP_HEADINGS], order);
          for (const expanded of [undefined, [], [of.countries[0]!, 'mentioned']]) {
            expect(
              entriesOf(of, grouping, expanded, order).map(({ id, count }) => ({ id, counted: count(mask) })),
            ).toEqual(
              all.map((lane) => ({ id: lane.id, counted: { n: countInLane(of, lane, mask), counts: lane.counts } })),
            );
          }
        }
      }
    }
  });

  test('every lane is found by its own name, first of all', () => {
    const entries = entriesOf(table, 'country', []);
    for (const { id, name } of entries) expect(findLanes(entries, name)[0]?.id).toBe(id);
  });
});

describe('order and groups', () => {
  test('most active first puts countries and actors with most events on top, and the file’s order comes back', async () => {
    const { user } = show();
    await user.click(button());
    expect((screen.getByRole('radio', { name: 'As in the file' }) as HTMLInputElement).checked).toBe(true);
    await user.click(screen.getByRole('radio', { name: 'Most active first' }));
    expect(lanes()).toEqual(['country:DE', 'actor:lukasz', 'country:FR', 'actor:anna', 'group:mentioned']);
    expect(screen.getByRole('dialog')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'As in the file' }));
    expect(lanes()[0]).toBe('country:FR');
  });

  test('all groups open and close with one button each, which says when there is nothing to do', async () => {
    const { store, user } = show();
    await user.click(button());
    const open = () => screen.getByRole('button', { name: 'Open all groups' });
    const close = () => screen.getByRole('button', { name: 'Close all groups' });
    expect([open(), close()].map((each) => each.getAttribute('aria-disabled'))).toEqual(['false', 'false']);
    await user.click(open());
    expect(lanes()).toContain('actor:zoe');
    expect(open().getAttribute('aria-disabled')).toBe('true');
    await user.click(open());
    expect(store.getState().past).toHaveLength(1);
    await user.click(close());
    expect(lanes()).toEqual(['country:FR', 'country:DE', 'group:mentioned']);
    expect(close().getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(close());
  });

  test('are offered only where they mean something', async () => {
    const { store, user } = show({ group: 'actor' });
    await user.click(button());
    expect(screen.queryByRole('button', { name: 'Open all groups' })).toBeNull();
    expect(screen.getAllByRole('radio')).toHaveLength(2);
    act(() => store.apply(setGroup, 'type'));
    expect(screen.queryByRole('radio')).toBeNull();
    expect(field()).toBeTruthy();
  });
});

test('the open tools have nothing that an accessibility checker objects to', async () => {
  const { user } = show();
  await user.click(button());
  await user.type(field(), 'an');
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
