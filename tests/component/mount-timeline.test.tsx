import { readFileSync } from 'node:fs';
import { act, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { mountTimeline } from '../../src/app/mount-timeline';
import type { MountOptions, TimelineHandle } from '../../src/app/mount-timeline';

const text = readFileSync('data/syria-cessation-2016.json', 'utf8');
const CALL = 'ev-lavrov-kerry-call';
let handle: TimelineHandle | undefined;

/** Mounted as a list: without a browser there is no plot to lay a chart on. */
async function mount(options: Partial<MountOptions> = {}): Promise<TimelineHandle> {
  const target = document.body.appendChild(document.createElement('div'));
  const mounted = await act(async () => mountTimeline(target, { source: { kind: 'text', text, name: 'here' }, view: { view: 'list' }, ...options }));
  handle = mounted;
  return mounted;
}

afterEach(async () => {
  await act(async () => handle?.destroy());
  document.body.replaceChildren();
});

test('takes the author’s view and tells the view in the words of the address', async () => {
  const timeline = await mount({ view: { view: 'list', countries: ['RU'] } });
  expect(timeline.getState()).toMatchObject({ view: 'list', countries: ['RU'], group: 'country', event: null, compare: [] });
  await act(async () => timeline.setState({ countries: [], sort: 'date-desc' }));
  expect(timeline.getState()).toMatchObject({ countries: [], sort: 'date-desc' });
});

test('chooses by id, tells who listens, and lets go; an unknown id changes nothing', async () => {
  const timeline = await mount();
  const heard: (string | undefined)[] = [];
  const stop = timeline.on('select', (id) => heard.push(id));
  await act(async () => timeline.select(CALL));
  await act(async () => timeline.select('no-such-event'));
  await act(async () => timeline.select(undefined));
  stop();
  await act(async () => timeline.select(CALL));
  expect(heard).toEqual([CALL, undefined]);
});

test('a dataset that can’t be used is told of, and what was on screen stays', async () => {
  const timeline = await mount();
  const problems: string[] = [];
  timeline.on('error', ({ kind, source }) => problems.push(`${kind} ${source}`));
  await act(async () => timeline.setDataset('Dear reader', 'letter.json'));
  expect(problems).toEqual(['not-json letter.json']);
  expect(within(screen.getByRole('alert')).getByText(/“letter.json” is not valid JSON/)).toBeTruthy();
  expect(screen.getAllByRole('heading', { level: 1 })[0]!.textContent).toContain('Syria, February 2016');
});

test('another dataset takes the place of the first', async () => {
  const timeline = await mount();
  await act(async () => timeline.setDataset('{"schemaVersion":"1.0","id":"calls","title":"Two calls","events":[{"id":"c1","title":"A call","date":"2021-05-11","participants":["Anna"]}]}'));
  expect(screen.getAllByRole('heading', { level: 1 })[0]!.textContent).toBe('Two calls');
  expect(timeline.getState().event).toBeNull();
});

test('tells that it is ready also who asks late, and when what was set is on screen', async () => {
  const timeline = await mount();
  await new Promise<void>((resolve) => { timeline.on('ready', () => resolve()); });
  await act(async () => timeline.select(CALL));
  await timeline.whenPainted();
  expect(screen.getByRole('complementary', { name: 'Details' }).textContent).toContain('Lavrov and Kerry');
});
