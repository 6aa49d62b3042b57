import { readFileSync } from 'node:fs';
import { act, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { mountTimeline } from '../../src/app/mount-timeline';
import type { TimelineHandle } from '../../src/app/mount-timeline';

const text = readFileSync('data/syria-cessation-2016.json', 'utf8');
let handle: TimelineHandle | undefined;

afterEach(async () => {
  await act(async () => handle?.destroy());
  document.body.replaceChildren();
});

/** On a page that is as wide as its chart needs. */
async function mountChart(): Promise<{ readonly timeline: TimelineHandle; readonly chart: HTMLElement }> {
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1000);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  const target = document.body.appendChild(document.createElement('div'));
  const timeline = await act(async () => mountTimeline(target, { source: { kind: 'text', text, name: 'here' }, view: { view: 'timeline' }, options: { motion: 'reduced' } }));
  handle = timeline;
  return { timeline, chart: document.querySelector<HTMLElement>('.dt-chart')! };
}

const NARROWER = { from: Date.parse('2016-02-22'), to: Date.parse('2016-02-26') };

test('the chart is not settled from the moment the view is another one until its buttons stand for that', async () => {
  const { timeline, chart } = await mountChart();
  await waitFor(() => expect(chart.dataset['settled']).toBe('yes'));
  const before = chart.dataset['window'];
  act(() => {
    timeline.setState(NARROWER);
    expect(chart.dataset['settled']).toBe('no');
    expect(chart.dataset['window']).toBe(before);
  });
  await waitFor(() => expect(chart.dataset['settled']).toBe('yes'));
  expect(chart.dataset['window']).toBe('2016-02-22T00:00:00.000Z/2016-02-26T00:00:00.000Z');
});
