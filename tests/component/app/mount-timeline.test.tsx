import { readFileSync } from 'node:fs';
import { act, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import type { RowsSource } from '../../../src/app/loading/dataset-source';
import { mountTimeline } from '../../../src/app/mount-timeline';
import type { MountOptions } from '../../../src/app/mount-timeline';
import type { TimelineHandle } from '../../../src/app/timeline-handle';
import type { EventColumns } from '../../../src/model/event-columns';
import { datasetHead } from '../../../src/model/dataset-head';
import { textColumnOf } from '../../../src/model/text-column';

const text = readFileSync('data/syria-cessation-2016.json', 'utf8');
const CALL = 'ev-lavrov-kerry-call';
let handle: TimelineHandle | undefined;

/** Mounted as a list: without a browser there is no plot to lay a chart on. */
async function mount(options: Partial<MountOptions> = {}): Promise<TimelineHandle> {
  const target = document.body.appendChild(document.createElement('div'));
  const mounted = await act(async () =>
    mountTimeline(target, { source: { kind: 'text', text, name: 'here' }, view: { view: 'list' }, ...options }),
  );
  handle = mounted;
  return mounted;
}

afterEach(async () => {
  await act(async () => handle?.destroy());
  document.body.replaceChildren();
});

test('takes the author’s view and tells the view in the words of the address', async () => {
  const timeline = await mount({ view: { view: 'list', countries: ['RU'] } });
  expect(timeline.getState()).toMatchObject({
    view: 'list',
    countries: ['RU'],
    group: 'country',
    event: null,
    compare: [],
  });
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
  expect(screen.getAllByRole('heading', { level: 2 })[0]!.textContent).toContain('Syria, February 2016');
});

test('another dataset takes the place of the first', async () => {
  const timeline = await mount();
  await act(async () =>
    timeline.setDataset(
      '{"schemaVersion":"1.0","id":"calls","title":"Two calls","events":[{"id":"c1","title":"A call","date":"2021-05-11","participants":["Anna"]}]}',
    ),
  );
  expect(screen.getAllByRole('heading', { level: 2 })[0]!.textContent).toBe('Two calls');
  expect(timeline.getState().event).toBeNull();
});

test('tells that it is ready also who asks late, and when what was set is on screen', async () => {
  const timeline = await mount();
  await new Promise<void>((resolve) => {
    timeline.on('ready', () => resolve());
  });
  await act(async () => timeline.select(CALL));
  await timeline.whenPainted();
  expect(screen.getByRole('complementary', { name: 'Details' }).textContent).toContain('Lavrov and Kerry');
});

describe('a dataset of rows', () => {
  const csv = 'date,who,what\n2016-02-24,Anna,Talks\n2016-02-25,Bela,More talks\nsoon,Carl,Some day\n';
  const rows = (data: RowsSource['data']): RowsSource => ({
    kind: 'rows',
    name: 'rows.csv',
    data,
    mapping: { date: 'date', title: '{who}: {what}', actors: [{ column: 'who' }] },
    dataset: datasetHead({ id: 'rows', title: 'Rows of a file', actors: [] }),
  });
  const shown = () => screen.findByRole('heading', { level: 2, name: 'Rows of a file' });

  const streamed = () =>
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(csv));
        controller.close();
      },
    });

  test.each([
    ['text', () => csv],
    ['stream', streamed],
  ])('is mounted from a %s', async (_, data) => {
    await mount({ source: rows(data()), view: { view: 'list', event: 'row-2' } });
    await shown();
    expect(screen.getByRole('complementary', { name: 'Details' }).textContent).toContain('Bela: More talks');
    // A row whose date can't be read stands without one, and is told.
    expect(screen.getAllByText('Carl: Some day').length).toBeGreaterThan(0);
    expect(await screen.findByRole('region', { name: '1 thing deserves a look' })).toBeTruthy();
  });

  test('takes the place of another, and says when it is there', async () => {
    const timeline = await mount();
    await act(async () => timeline.setDataset(rows(csv)));
    await shown();
    expect(timeline.getState().event).toBeNull();
  });

  test('that can’t be read leaves what was on screen', async () => {
    const timeline = await mount();
    await act(async () => timeline.setDataset(rows('a,b\n1,2\n')));
    expect(within(screen.getByRole('alert')).getByText(/“rows.csv” hasn’t got a column/)).toBeTruthy();
    expect(screen.getAllByRole('heading', { level: 2 })[0]!.textContent).toContain('Syria, February 2016');
  });

  test('is forgotten when another was asked for meanwhile', async () => {
    const timeline = await mount();
    await act(async () => {
      const late = timeline.setDataset(rows(new ReadableStream({ pull: () => new Promise(() => undefined) })));
      await timeline.setDataset(
        '{"schemaVersion":"1.0","id":"calls","title":"Two calls","events":[{"id":"c1","title":"A call","date":"2021-05-11","participants":["Anna"]}]}',
      );
      await late;
    });
    expect(screen.getAllByRole('heading', { level: 2 })[0]!.textContent).toBe('Two calls');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('events as columns', () => {
  const dataset = datasetHead({ id: 'columns', title: 'Columns', actors: [{ id: 'anna' }] });
  const columns = (start: readonly number[]): EventColumns => ({
    dataset,
    start: Float64Array.from(start),
    texts: { title: textColumnOf(start.map((_, record) => `Title ${record}`)) },
    participantOffset: Uint32Array.from({ length: start.length + 1 }, (_, record) => record),
    participantActor: new Uint32Array(start.length),
  });

  test('are mounted or set, and the records that can’t be used are told', async () => {
    const timeline = await mount({ source: { kind: 'columns', columns: columns([0, 86_400_000]) } });
    expect(screen.getAllByRole('heading', { level: 2 })[0]!.textContent).toBe('Columns');
    await act(async () => timeline.setDataset(columns([0, Number.POSITIVE_INFINITY, 86_400_000])));
    expect(await screen.findByRole('region', { name: '1 of 3 events was left out' })).toBeTruthy();
  });

  test('that don’t fit together are the caller’s mistake', async () => {
    const timeline = await mount();
    await expect(timeline.setDataset({ ...columns([0]), type: new Uint8Array(7) })).rejects.toThrow(
      'Column "type" has 7 entries',
    );
  });
});
