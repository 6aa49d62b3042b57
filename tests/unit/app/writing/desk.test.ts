import { expect, test } from 'vitest';
import { createDesk } from '../../../../src/app/writing/desk';
import { eventOfSketch } from '../../../../src/model/event-of-sketch';
import type { WholeDataset } from '../../../../src/model/dataset';
import type { Edit } from '../../../../src/model/edit/edit';
import type { Rejection } from '../../../../src/model/rejection';
import { makeDataset, makeEvent } from '../../../support/make-dataset';

const FAULT: Rejection = {
  where: '',
  record: undefined,
  field: 'title',
  found: '',
  expected: 'a title',
  effect: 'left-out',
};

function desk(faultsOf: (edit: Edit) => readonly Rejection[] = () => []) {
  const dataset = makeDataset(['one', 'two', 'three'].map((id) => makeEvent({ id, title: id })));
  const shown: WholeDataset[] = [];
  const clock = { now: 0 };
  const made = createDesk({ id: 'd', origin: { from: 'page' }, dataset, baseline: dataset }, 'table', {
    show: (next) => void shown.push(next),
    check: (_, edit) => faultsOf(edit),
    now: () => clock.now,
  });
  const titles = () => made.draft().dataset.events.map(({ title }) => title);
  const rename = (id: string, title: string, isRun = false) =>
    made.edit({ did: 'set', list: 'events', id, field: 'title' }, retitled(id, title), { isRun });
  return { made, dataset, shown, clock, titles, rename };
}

function retitled(id: string, title: string) {
  return (dataset: WholeDataset): WholeDataset => ({
    ...dataset,
    events: dataset.events.map((event) => (event.id === id ? Object.assign({}, event, { title }) : event)),
  });
}

test('an edit is shown, undone and made again; what is undone is the very dataset of before', () => {
  const { made, dataset, shown, titles, rename } = desk();
  rename('two', 'zwei');
  expect(titles()).toEqual(['one', 'zwei', 'three']);
  expect(shown).toHaveLength(1);
  made.undo();
  expect(made.draft().dataset).toEqual(dataset);
  expect(made.draft().dataset.events[1]).toBe(dataset.events[1]);
  expect(made.undo()).toBeUndefined();
  made.redo();
  expect(titles()).toEqual(['one', 'zwei', 'three']);
  expect(made.redo()).toBeUndefined();
});

test('typing in one field is one edit until there is a pause; another field begins another', () => {
  const { made, clock, titles, rename } = desk();
  rename('two', 'z', true);
  rename('two', 'zw', true);
  rename('two', 'zwei', true);
  expect(made.past()).toHaveLength(1);
  rename('one', 'eins', true);
  expect(made.past()).toHaveLength(2);
  clock.now += 10_000;
  rename('one', 'ein', true);
  expect(made.past()).toHaveLength(3);
  made.pause();
  rename('one', 'eins', true);
  expect(made.past()).toHaveLength(4);
  for (const _ of [1, 2, 3, 4]) made.undo();
  expect(titles()).toEqual(['one', 'two', 'three']);
});

test('what breaks a rule of files changes nothing, and is told', () => {
  const { made, shown, titles, rename } = desk(() => [FAULT]);
  expect(rename('two', '')).toEqual([FAULT]);
  expect(titles()).toEqual(['one', 'two', 'three']);
  expect([shown, made.past()]).toEqual([[], []]);
});

test('events that are added, deleted and moved come and go in their places', () => {
  const { made, dataset, titles } = desk();
  made.edit({ did: 'delete', list: 'events', id: 'two' }, (now) => ({
    ...now,
    events: now.events.filter(({ id }) => id !== 'two'),
  }));
  made.edit({ did: 'add', list: 'events', id: 'new' }, (now) => ({
    ...now,
    events: [eventOfSketch({ id: 'new', title: 'new' }, now), ...now.events],
  }));
  made.edit({ did: 'move', list: 'events', id: 'three' }, (now) => {
    const [first, ...rest] = now.events;
    return { ...now, events: [...rest, ...(first === undefined ? [] : [first])] };
  });
  expect(titles()).toEqual(['one', 'three', 'new']);
  made.undo();
  expect(titles()).toEqual(['new', 'one', 'three']);
  made.undo();
  made.undo();
  expect(made.draft().dataset).toEqual(dataset);
  for (const _ of [1, 2, 3]) made.redo();
  expect(titles()).toEqual(['one', 'three', 'new']);
});

test('a new edit ends what could be made again', () => {
  const { made, titles, rename } = desk();
  rename('one', 'eins');
  made.undo();
  rename('two', 'zwei');
  expect(made.redo()).toBeUndefined();
  expect(titles()).toEqual(['one', 'zwei', 'three']);
});

test('what is changed elsewhere is an edit as well, and shown by whoever changed it', () => {
  const { made, dataset, shown, titles } = desk();
  made.absorb(retitled('one', 'eins')(dataset));
  expect([titles(), shown]).toEqual([['eins', 'two', 'three'], []]);
  made.undo();
  expect(titles()).toEqual(['one', 'two', 'three']);
});
