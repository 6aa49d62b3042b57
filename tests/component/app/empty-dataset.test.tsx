import { act, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { mountTimeline } from '../../../src/app/mount-timeline';
import type { TimelineHandle } from '../../../src/app/timeline-handle';
import { writtenSet } from '../../../src/build/written-page';
import { readInEnglish } from '../../../src/formats/json/read-in-english';
import { writeDataset } from '../../../src/formats/json/write';
import { mergeDatasets } from '../../../src/model/merge/merge-datasets';
import { t, shippedDataset, makeChart, sceneOf } from '../../support/make-chart';

const EMPTY = JSON.stringify({ schemaVersion: '1.1', id: 'plan', title: 'A plan', events: [] });
let handle: TimelineHandle | undefined;

afterEach(async () => {
  await act(async () => handle?.destroy());
  document.body.replaceChildren();
});

test('a dataset without events is shown as one, and says where they go', async () => {
  const target = document.body.appendChild(document.createElement('div'));
  const problems: string[] = [];
  handle = await act(async () =>
    mountTimeline(target, { source: { kind: 'text', text: EMPTY, name: 'plan.json' }, view: { view: 'list' } }),
  );
  handle.on('error', ({ kind }) => problems.push(kind));
  expect(target.textContent).toContain('A plan');
  expect(target.textContent).toContain('This timeline has no events yet.');
  expect(target.textContent).toContain('in the list “events”');
  expect(screen.queryByRole('alert')).toBeNull();
  expect(target.textContent).not.toContain('1970');
  await act(async () => handle?.setState({ view: 'timeline' }));
  expect(target.textContent).not.toContain('1970');
  expect(problems).toEqual([]);
});

test('is written, drawn, laid beside others and written back as it is', () => {
  const read = readInEnglish(EMPTY, 'plan.json');
  if (!read.ok) throw new Error(read.problem.detail);
  const written = writtenSet(EMPTY, 'plan');
  expect(written?.block({ further: [] })).toContain('This timeline has no events yet.');
  expect(`${written?.block({ further: [] })}${written?.jsonLd(undefined)}`).not.toMatch(/NaN|1970/);
  for (const scale of ['folded', 'calendar'] as const) {
    const scene = sceneOf(makeChart(read.dataset, { scale }));
    expect([scene.marks, scene.bars, scene.labels]).toEqual([[], [], []]);
  }
  const whole = shippedDataset();
  expect(mergeDatasets([read.dataset, whole], t).events).toHaveLength(whole.events.length);
  expect(mergeDatasets([read.dataset, read.dataset], t).events).toEqual([]);
  expect(readInEnglish(writeDataset(read.dataset), 'plan.json')).toEqual(read);
});
