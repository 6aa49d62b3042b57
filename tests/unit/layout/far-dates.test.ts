import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadWholeReader } from '../../../src/formats/json/load-reader';
import { placeAxisTexts } from '../../../src/layout/scale/axis-texts';
import { clampWindow, project } from '../../../src/layout/scale/projection';
import { layoutAxis } from '../../../src/layout/scale/axis';
import type { TimeScale } from '../../../src/layout/scale/time-scale';
import type { WholeDataset } from '../../../src/model/dataset';
import { timeSpan } from '../../../src/model/dates/instant';
import type { TimeSpan } from '../../../src/model/dates/instant';
import { paintScene } from '../../../src/render/paint-scene';
import { LIGHT } from '../../../src/render/tokens';
import { INSTANT } from '../../../src/state/address/codecs';
import { makeDataset } from '../../support/make-dataset';
import { evenly, makeChart, sceneOf, t } from '../../support/make-chart';
import { recordingInk } from '../../support/recording-ink';

beforeAll(loadWholeReader);

const WIDTH_PX = 850;

/** From the whole down to a day at each of the events, and past both ends. */
function windowsOf(scale: TimeScale, starts: readonly number[]): readonly TimeSpan[] {
  const around = (share: number, length: number) =>
    timeSpan(scale.timeAt(share - length / 2), scale.timeAt(share + length / 2));
  const shares = [0, 0.5, ...starts.slice(0, 2).map((start) => scale.unitOf(start as never))];
  const lengths = [2, 0.1, 1e-4, 1e-7, 0];
  return shares.flatMap((share) => lengths.map((length) => clampWindow(scale, around(share, length), WIDTH_PX)));
}

/** Every number of what was drawn, in order. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null || value instanceof Set) return [];
  return Object.values(value).flatMap(numbersIn);
}

function check(dataset: WholeDataset): void {
  for (const scale of ['calendar', 'folded'] as const) {
    const layout = makeChart(dataset, { scale });
    const { chart } = layout;
    for (const window of windowsOf(
      chart.scale,
      [...dataset.events].map(({ date }) => date?.start.start ?? 0),
    )) {
      // What an address, a range field and a title make of it.
      expect(INSTANT.parse(INSTANT.write(window.start))).toBe(Math.round(window.start));
      expect(INSTANT.parse(INSTANT.write(window.end))).toBe(Math.round(window.end));
      expect(window.start).toBeLessThan(window.end);
      const { ink, drawn } = recordingInk();
      paintScene(ink, sceneOf(layout, window), LIGHT, 0, 620);
      expect(drawn.length).toBeLessThan(2000);
      const bad = drawn.filter(({ args }) => numbersIn(args).some((number) => !Number.isFinite(number)));
      expect(bad).toEqual([]);
      const projection = project(chart.scale, window, WIDTH_PX);
      const axis = layoutAxis(projection, false);
      if (scale === 'calendar') expect(axis.cells.length, INSTANT.write(window.start)).toBeGreaterThan(0);
      expect(axis.cells.length).toBeLessThan(200);
      expect(numbersIn(axis).every(Number.isFinite)).toBe(true);
      const texts = placeAxisTexts(axis, new Set(), WIDTH_PX, evenly, t);
      expect(texts.filter(({ text }) => /Invalid|NaN/.test(text))).toEqual([]);
      if (scale === 'calendar')
        expect(
          texts.length,
          INSTANT.write(window.start) + INSTANT.write(window.end) + axis.cells[0]?.unit,
        ).toBeGreaterThan(0);
    }
  }
}

const datasetOf = (dates: readonly string[]) =>
  makeDataset(
    dates.map((date, index) => ({ id: `e${index}`, date, participants: [`actor-${index % 3}`], countries: ['RU'] })),
    { opening: undefined },
  );

describe('dates as far as the format goes', () => {
  test.each([
    [['-9999', '9999-12-31']],
    [['Y-271820', 'Y275759']],
    [['Y275759']],
    [['Y-271820']],
    [['2016-02-24', 'Y275759']],
    [['2016-02-24', '2016-02-25', '-9999-01-01']],
    [['-9999/9999']],
    [['-9999/..', '2016-02-24', 'Y-271820']],
    [['[..-9999]', '[9999..]']],
    [['-0001-12-31', '0000-01-01', '0001-01-01']],
  ])('are drawn in both scales at every zoom: %s', (dates) => {
    check(datasetOf(dates));
  });

  test('are drawn, whatever they are', () => {
    const year = fc.oneof(
      fc.integer({ min: -271_820, max: 275_759 }),
      fc.integer({ min: -9999, max: 9999 }),
      fc.integer({ min: 1900, max: 2100 }),
    );
    const date = fc.tuple(year, fc.boolean()).map(([number, isDay]) => {
      if (Math.abs(number) > 9999) return `Y${number}`;
      const text = `${number < 0 ? '-' : ''}${String(Math.abs(number)).padStart(4, '0')}`.replace('-0000', '0000');
      return isDay ? `${text}-05-17` : text;
    });
    fc.assert(
      fc.property(fc.array(date, { minLength: 1, maxLength: 8 }), (dates) => check(datasetOf(dates))),
      { numRuns: 6 },
    );
  });
});
