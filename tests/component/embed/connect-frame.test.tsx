import { readFileSync } from 'node:fs';
import { act } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { mountPage } from '../../../src/app/mount-page';
import type { HandledTimeline } from '../../../src/app/timeline-handle';
import { connectFrame } from '../../../src/embed/iframe/connect-frame';

const text = readFileSync('data/syria-cessation-2016.json', 'utf8');
let mounted: HandledTimeline | undefined;
const heard: number[] = [];
/** In a document without one around it, it is its own parent. */
const hear = ({ data }: MessageEvent<{ readonly sentinel?: string; readonly height?: number }>): void => {
  if (data.sentinel === 'amp' && data.height !== undefined) heard.push(data.height);
};
const whole = window.innerHeight;

afterEach(async () => {
  window.removeEventListener('message', hear);
  window.innerHeight = whole;
  heard.length = 0;
  await act(async () => mounted?.destroy());
  document.body.replaceChildren();
});

/** The host makes the frame so high. */
const makeRoom = (height: number): void => {
  window.innerHeight = height;
  window.dispatchEvent(new Event('resize'));
};

test.each([
  ['the first height that it asked for, when it has asked for another', 500, 'content'],
  ['the last', 700, 'content'],
  ['one that it never asked for', 600, 'fill'],
])('a frame that its host makes as high as %s', async (_, made, height) => {
  const target = document.body.appendChild(document.createElement('div'));
  let content = 500;
  target.getBoundingClientRect = () => new DOMRect(0, 0, 800, content);
  window.addEventListener('message', hear);
  const timeline = await act(async () =>
    mountPage(target, { source: { kind: 'text', text, name: 'x' }, view: { view: 'list' }, options: { embed: true } }),
  );
  mounted = timeline;
  connectFrame(timeline, target);
  for (const next of [500, 700]) {
    content = next;
    await act(async () => {
      makeRoom(300);
      await vi.waitFor(() => expect(heard.at(-1)).toBe(next));
    });
  }
  await act(async () => makeRoom(made));
  expect(timeline.appearance.get().height).toBe(height);
});
