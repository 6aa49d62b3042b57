import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { useStage } from '../support/browser-timeline';

const stage = useStage();

/** The screen's pixels become finer or coarser, while the page keeps its size: another monitor, zoom around a frame. */
const RATIOS = [2, 1.5, 0.75, 3, 1] as const;

async function setRatio(session: CDPSession, deviceScaleFactor: number): Promise<void> {
  await session.send('Emulation.setDeviceMetricsOverride', {
    width: 1440,
    height: 900,
    deviceScaleFactor,
    mobile: false,
  });
}

interface CanvasReading {
  readonly className: string;
  readonly width: number;
  readonly height: number;
  /** In CSS px. */
  readonly box: readonly [width: number, height: number];
}

function readCanvases(page: Page): Promise<readonly CanvasReading[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('canvas')].map((canvas) => ({
      className: canvas.parentElement!.className,
      width: canvas.width,
      height: canvas.height,
      box: [canvas.offsetWidth, canvas.offsetHeight] as const,
    })),
  );
}

/** Of the buttons over the chart, how many have no ink under their middle (the marks there are), and how many there are. */
function readInk(page: Page): Promise<{ readonly marks: number; readonly bare: readonly string[] }> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.dt-plot canvas')!;
    const { left, top, width, bottom } = canvas.getBoundingClientRect();
    const ratio = canvas.width / width;
    const copy = Object.assign(document.createElement('canvas'), { width: canvas.width, height: canvas.height });
    const ink = copy.getContext('2d', { willReadFrequently: true })!;
    ink.drawImage(canvas, 0, 0);
    const paper = String(ink.getImageData(1, canvas.height - 2, 1, 1).data);
    const marks = [...document.querySelectorAll<HTMLElement>('.dt-mark-button:not([data-label])')].filter(
      (mark) => mark.getBoundingClientRect().bottom < bottom,
    );
    const bare = marks.filter((mark) => {
      const box = mark.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2 - left - 5, box.y + box.height / 2 - top - 5];
      const { data } = ink.getImageData(
        Math.round(x * ratio),
        Math.round(y * ratio),
        Math.round(10 * ratio),
        Math.round(10 * ratio),
      );
      return Array.from({ length: data.length / 4 }, (_, at) => String(data.slice(at * 4, at * 4 + 4))).every(
        (pixel) => pixel === paper,
      );
    });
    return { marks: marks.length, bare: bare.map((mark) => mark.getAttribute('aria-label') ?? '') };
  });
}

test('every canvas follows the pixel ratio at once, and the ink stays under the buttons', async () => {
  const { page } = await stage.open({ hash: 'actor=john-kerry', fresh: true });
  await page.locator('.dt-strip-chart canvas').waitFor();
  const session = await page.context().newCDPSession(page);
  await setRatio(session, 1);
  const first = await readInk(page);
  expect(first.marks).toBeGreaterThan(8);
  for (const ratio of RATIOS) {
    await setRatio(session, ratio);
    await expect.poll(() => page.evaluate(() => devicePixelRatio)).toBe(ratio);
    // What changes a ratio changes nothing else: chart, axis, overview and the panel's strip.
    const shown = Math.min(ratio, 2);
    await expect
      .poll(async () => (await readCanvases(page)).map(({ className, width, height }) => [className, width, height]))
      .toEqual(
        (await readCanvases(page)).map(({ className, box: [width, height] }) => [
          className,
          Math.round(width * shown),
          Math.round(height * shown),
        ]),
      );
    const { marks, bare } = await readInk(page);
    expect(marks).toBe(first.marks);
    // The button of a bar of years is wider than what is drawn of it.
    expect(bare.length, `at ${ratio}: ${bare.join()}`).toBeLessThan(2);
  }
  expect((await readCanvases(page)).length).toBeGreaterThanOrEqual(4);
});
