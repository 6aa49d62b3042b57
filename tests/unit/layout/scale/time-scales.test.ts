import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutAxis } from '../../../../src/layout/scale/axis';
import { notableDays, placeAxisTexts } from '../../../../src/layout/scale/axis-texts';
import { foldedScale } from '../../../../src/layout/scale/folded-scale';
import {
  clampWindow,
  pannedWindow,
  project,
  windowAt,
  windowBetween,
  zoomedWindow,
} from '../../../../src/layout/scale/projection';
import { calendarScale } from '../../../../src/layout/scale/time-scale';
import type { TimeScale } from '../../../../src/layout/scale/time-scale';
import { timeScaleOf } from '../../../../src/layout/scale/time-scale-of';
import { makeEventTable } from '../../../../src/model/table-builder';
import { DAY_MS, civilDay, durationOf, instant, timeSpan } from '../../../../src/model/dates/instant';
import { foldInWords } from '../../../../src/layout/scale/fold-labels';
import { evenly, makeMixedDataset, shippedDataset, t, tableFor, windowsOver } from '../../../support/make-chart';
import { makeDataset } from '../../../support/make-dataset';

const shipped = tableFor(shippedDataset());
const seeded = { seed: 20160224, numRuns: 150 };

/** Days since 2000 as a dataset of single days. */
function scaleOfDays(days: readonly number[]): TimeScale {
  return foldedScale(makeEventTable(makeDataset(days.map((day) => ({ date: iso(civilDay(2000) + day * DAY_MS) })))));
}

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Dates in bursts, so that some gaps fold and some don't. */
const bursts = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 6000 }),
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 5 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) => list.flatMap(([at, more]) => more.map((day) => at + day)));

const anyScale = fc.oneof(
  bursts.map(scaleOfDays),
  fc.integer({ min: 1, max: 400 }).map((seed) => foldedScale(tableFor(makeMixedDataset({ seed, events: 20 })))),
  fc.constant(timeScaleOf(shipped, 'folded')),
  fc.constant(calendarScale(shipped.extent)),
);

describe('a time scale', () => {
  test('rises with time, and gives back the time it was given to the millisecond', () => {
    fc.assert(
      fc.property(
        anyScale,
        fc.array(fc.double({ min: -0.1, max: 1.1, noNaN: true }), { minLength: 2, maxLength: 12 }),
        (scale, shares) => {
          const times = shares
            .map((share) => scale.domain.start + share * durationOf(scale.domain))
            .toSorted((a, b) => a - b);
          const units = times.map((time) => scale.unitOf(instant(time)));
          times.forEach((time, i) => {
            expect(Math.abs(scale.timeAt(units[i]!) - time)).toBeLessThan(1);
            if (i > 0 && time - times[i - 1]! > 1) expect(units[i]!).toBeGreaterThan(units[i - 1]!);
          });
        },
      ),
      seeded,
    );
  });

  test('consists of pieces without gaps, segments and folds by turns, from unit 0 to unit 1', () => {
    fc.assert(
      fc.property(anyScale, ({ pieces, domain, unitOf }) => {
        expect(pieces[0]!.unitStart).toBe(0);
        expect(pieces.at(-1)!.unitEnd).toBeCloseTo(1, 9);
        expect([pieces[0]!.span.start, pieces.at(-1)!.span.end]).toEqual([domain.start, domain.end]);
        pieces.forEach((piece, i) => {
          expect(piece.kind).toBe(i % 2 === 0 ? 'segment' : 'fold');
          expect(piece.span.end).toBeGreaterThan(piece.span.start);
          expect(piece.unitEnd).toBeGreaterThan(piece.unitStart);
          if (i > 0)
            expect([piece.span.start, piece.unitStart]).toEqual([pieces[i - 1]!.span.end, pieces[i - 1]!.unitEnd]);
          expect(unitOf(piece.span.start)).toBeCloseTo(piece.unitStart, 9);
        });
      }),
      seeded,
    );
  });

  test('goes on beyond both ends at the rate of its outermost pieces', () => {
    const scale = timeScaleOf(shipped, 'folded');
    const last = scale.pieces.at(-1)!;
    const rate = (last.unitEnd - last.unitStart) / durationOf(last.span);
    expect(scale.unitOf(instant(scale.domain.end + DAY_MS))).toBeCloseTo(1 + rate * DAY_MS, 9);
    expect(scale.timeAt(1 + rate * DAY_MS) - scale.domain.end).toBeCloseTo(DAY_MS, 0);
  });
});

describe('folded time', () => {
  test('of the article set has three segments: 2014, 30 September 2015, the days of February 2016', () => {
    const segments = timeScaleOf(shipped, 'folded')
      .pieces.filter(({ kind }) => kind === 'segment')
      .map(({ span }) => span);
    expect(segments).toHaveLength(3);
    const [year, strikes, february] = segments;
    expect(year!.start).toBeLessThanOrEqual(civilDay(2014));
    expect(year!.start).toBeGreaterThan(civilDay(2013, 12, 1));
    expect(year!.end).toBeGreaterThanOrEqual(civilDay(2015));
    expect(year!.end).toBeLessThan(civilDay(2015, 2));
    expect([iso(strikes!.start), iso(strikes!.end)]).toEqual(['2015-09-29', '2015-10-02']);
    expect([iso(february!.start), iso(february!.end)]).toEqual(['2016-02-21', '2016-02-29']);
  });

  test('of the article set names its folds “9 months” and “5 months”', () => {
    const folds = timeScaleOf(shipped, 'folded').pieces.filter(({ kind }) => kind === 'fold');
    expect(folds.map(({ empty, span }) => foldInWords(empty ?? span, t))).toEqual(['9 months', '5 months']);
  });

  test('says days up to two months, months up to two years, then years', () => {
    const words = (days: number) => foldInWords(timeSpan(0, days * DAY_MS), t);
    expect([1, 59, 61, 365, 720, 731, 3653].map(words)).toEqual([
      '1 day',
      '59 days',
      '2 months',
      '12 months',
      '24 months',
      '2 years',
      '10 years',
    ]);
  });

  test('folds gaps of more than 60 days in a short dataset, and not of 60', () => {
    expect(scaleOfDays([0, 61]).pieces).toHaveLength(1);
    expect(scaleOfDays([0, 62]).pieces).toHaveLength(3);
  });

  test('folds gaps of more than 8 % of a long one', () => {
    // From the first midnight to the last: 10,001 days, of which 8 % are 800.08.
    expect(scaleOfDays([0, 801, ...range(1000, 10_000, 100)]).pieces).toHaveLength(1);
    expect(scaleOfDays([0, 802, ...range(1000, 10_000, 100)]).pieces).toHaveLength(3);
  });

  test('has no fold where all dates are one episode', () => {
    const scale = scaleOfDays([0, 3, 40, 80]);
    expect(scale.pieces.map(({ kind }) => kind)).toEqual(['segment']);
    expect(scale.kind).toBe('folded');
  });

  test('copes with 200 dates far apart, with a single one and with none', () => {
    const far = scaleOfDays(range(0, 200 * 1000, 1000));
    expect(far.pieces.length).toBeGreaterThanOrEqual(1);
    expect(scaleOfDays([5]).pieces).toHaveLength(1);
    expect(foldedScale(makeEventTable(makeDataset([]))).pieces).toHaveLength(1);
  });

  test('gives each segment at least 72 px and each fold about 18 px at 850 px', () => {
    fc.assert(
      fc.property(bursts, (days) => {
        const { pieces } = scaleOfDays(days);
        for (const { kind, unitStart, unitEnd } of pieces) {
          const px = (unitEnd - unitStart) * 850;
          if (kind === 'segment') expect(px).toBeGreaterThanOrEqual(72);
          else expect(px).toBeCloseTo(18, 0);
        }
      }),
      seeded,
    );
  });

  test('folds exactly the gaps between the dates, as a slow oracle finds them, while the segments fit', () => {
    fc.assert(
      fc.property(bursts, (days) => {
        const sorted = [...new Set(days)].toSorted((a, b) => a - b);
        const span = sorted.at(-1)! + 1 - sorted[0]!;
        const gaps = sorted
          .slice(1)
          .flatMap((day, i) => (day - sorted[i]! - 1 > Math.max(60, span * 0.08) ? [[sorted[i]! + 1, day]] : []));
        fc.pre(gaps.length <= 7);
        const dayOf = (ms: number) => Math.round((ms - civilDay(2000)) / DAY_MS);
        const folds = scaleOfDays(days)
          .pieces.filter(({ kind }) => kind === 'fold')
          .map(({ empty }) => [dayOf(empty!.start), dayOf(empty!.end)]);
        expect(folds).toEqual(gaps);
      }),
      seeded,
    );
  });

  test('draws every date inside a segment, with a little air', () => {
    fc.assert(
      fc.property(bursts, (days) => {
        const segments = scaleOfDays(days).pieces.filter(({ kind }) => kind === 'segment');
        for (const day of days) {
          const at = civilDay(2000) + day * DAY_MS;
          expect(
            segments.some(({ span }) => span.start < at && span.end > at + DAY_MS),
            `day ${day}`,
          ).toBe(true);
        }
      }),
      seeded,
    );
  });

  test('leaves the inside of running bars out, takes their ends in, and keeps a running bar’s arrow in the domain', () => {
    const table = makeEventTable(
      makeDataset([{ date: '2010-01-01/2012-01-01' }, { date: '2012-01-03' }, { date: '2010-01-05' }]),
    );
    expect(foldedScale(table).pieces.map(({ kind }) => kind)).toEqual(['segment', 'fold', 'segment']);
    const open = makeEventTable(makeDataset([{ date: '2010-01-01/..' }, { date: '2012-01-03' }]));
    const { domain } = foldedScale(open);
    expect(domain.start).toBeLessThanOrEqual(open.extent.start);
    expect(domain.end).toBeGreaterThanOrEqual(open.extent.end);
  });

  test('covers the extent of any dataset', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const table = tableFor(makeMixedDataset({ seed, events: 12 }));
      for (const kind of ['folded', 'calendar'] as const) {
        const { domain } = timeScaleOf(table, kind);
        expect(domain.start, `${kind} ${seed}`).toBeLessThanOrEqual(table.extent.start);
        expect(domain.end, `${kind} ${seed}`).toBeGreaterThanOrEqual(table.extent.end);
      }
    }
  });

  test('is one and the same object for a dataset, however often it is asked for', () => {
    expect(timeScaleOf(shipped, 'folded')).toBe(timeScaleOf(shipped, 'folded'));
    expect(timeScaleOf(shipped, 'calendar').pieces).toHaveLength(1);
    expect(timeScaleOf(shipped, 'calendar').kind).toBe('calendar');
  });
});

describe('a projection', () => {
  const plots = fc
    .record({ scale: anyScale, widthPx: fc.integer({ min: 200, max: 1600 }), seed: fc.nat() })
    .map(({ scale, widthPx, seed }) => project(scale, windowsOver(scale, widthPx, 1, seed)[0]!, widthPx));

  test('puts the window’s ends on the plot’s edges and reads them back', () => {
    fc.assert(
      fc.property(plots, (now) => {
        expect(now.timeToPx(now.window.start)).toBeCloseTo(0, 3);
        expect(now.timeToPx(now.window.end)).toBeCloseTo(now.widthPx, 3);
        expect(Math.abs(now.pxToTime(0) - now.window.start)).toBeLessThan(2);
      }),
      seeded,
    );
  });

  test('zooms about the pointer: what was under it stays there, while the limits allow', () => {
    fc.assert(
      fc.property(
        plots,
        fc.double({ min: 0.6, max: 1.7, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (now, factor, share) => {
          const about = share * now.widthPx;
          const left = (about - about / factor + now.offsetPx) / now.domainPx;
          const right = left + now.widthPx / factor / now.domainPx;
          const window = zoomedWindow(now, factor, about);
          const after = project(now.scale, window, now.widthPx);
          const limited =
            left < -0.05 || right > 1.05 || Math.abs(after.domainPx - now.domainPx * factor) > 1e-3 * after.domainPx;
          if (!limited) expect(Math.abs(after.timeToPx(now.pxToTime(about)) - about)).toBeLessThan(0.5);
        },
      ),
      seeded,
    );
  });

  test('pans there and back to where it was', () => {
    const inside = timeSpan(civilDay(2016, 2, 23), civilDay(2016, 2, 25));
    const now = project(timeScaleOf(shipped, 'folded'), inside, 850);
    for (const dx of [-200, -3, 1, 150]) {
      const there = project(now.scale, pannedWindow(now, dx), 850);
      expect(there.timeToPx(inside.start)).toBeCloseTo(-dx, 3);
      const back = pannedWindow(there, -dx);
      expect(Math.abs(back.start - inside.start)).toBeLessThan(2);
      expect(Math.abs(back.end - inside.end)).toBeLessThan(2);
    }
  });

  test('never shows more than the whole range and 5 % on both sides', () => {
    fc.assert(
      fc.property(
        plots,
        fc.double({ min: 1e-4, max: 1, noNaN: true }),
        fc.double({ min: -1e5, max: 1e5, noNaN: true }),
        (now, factor, dx) => {
          for (const window of [zoomedWindow(now, factor), pannedWindow(now, dx)]) {
            expect(now.scale.unitOf(window.start)).toBeGreaterThanOrEqual(-0.05 - 1e-6);
            expect(now.scale.unitOf(window.end)).toBeLessThanOrEqual(1.05 + 1e-6);
          }
        },
      ),
      seeded,
    );
    const scale = timeScaleOf(shipped, 'folded');
    const widest = zoomedWindow(project(scale, scale.domain, 850), 1e-3);
    expect(scale.unitOf(widest.end) - scale.unitOf(widest.start)).toBeCloseTo(1.1, 6);
  });

  test('never draws a day wider than 960 px, wherever it is led', () => {
    fc.assert(
      fc.property(
        plots,
        fc.array(
          fc.tuple(fc.double({ min: 0.5, max: 500, noNaN: true }), fc.double({ min: -900, max: 900, noNaN: true })),
          { minLength: 1, maxLength: 6 },
        ),
        (first, moves) => {
          let now = first;
          for (const [factor, dx] of moves) {
            now = project(
              now.scale,
              pannedWindow(project(now.scale, zoomedWindow(now, factor), now.widthPx), dx),
              now.widthPx,
            );
            for (const { span, unitStart, unitEnd } of now.scale.pieces) {
              if (span.end <= now.window.start || span.start >= now.window.end) continue;
              expect(((unitEnd - unitStart) * now.domainPx) / (durationOf(span) / DAY_MS)).toBeLessThanOrEqual(
                960 * 1.001,
              );
            }
          }
        },
      ),
      seeded,
    );
  });

  test('reaches one day on 960 px', () => {
    const scale = timeScaleOf(shipped, 'folded');
    const middle = scale.unitOf(instant(civilDay(2016, 2, 24) + DAY_MS / 2));
    const now = project(
      scale,
      clampWindow(scale, { start: scale.timeAt(middle), end: scale.timeAt(middle) }, 960),
      960,
    );
    expect(durationOf(now.window) / DAY_MS).toBeCloseTo(1, 3);
    expect(iso(now.window.start)).toBe('2016-02-24');
  });

  test('takes px to a window', () => {
    const now = project(timeScaleOf(shipped, 'folded'), shipped.extent, 850);
    const window = windowAt(now, 300, 500);
    expect(project(now.scale, window, 200).timeToPx(now.pxToTime(350))).toBeCloseTo(50, 3);
  });

  test('moves from one window to another between exactly these two, evenly on the scale', () => {
    const scale = timeScaleOf(shipped, 'folded');
    const a = timeSpan(civilDay(2014), civilDay(2016, 2, 28));
    const b = timeSpan(civilDay(2016, 2, 23), civilDay(2016, 2, 25));
    const at = (share: number) => windowBetween(scale, a, b, share);
    for (const [share, window] of [
      [0, a],
      [1, b],
    ] as const) {
      expect(Math.abs(at(share).start - window.start)).toBeLessThan(1);
      expect(Math.abs(at(share).end - window.end)).toBeLessThan(1);
    }
    expect(scale.unitOf(at(0.5).start)).toBeCloseTo((scale.unitOf(a.start) + scale.unitOf(b.start)) / 2, 6);
  });
});

describe('an axis', () => {
  const days = notableDays(shipped);
  const scales = [
    timeScaleOf(shipped, 'folded'),
    timeScaleOf(shipped, 'calendar'),
    ...[3, 7].flatMap((seed) =>
      (['folded', 'calendar'] as const).map((kind) =>
        timeScaleOf(tableFor(makeMixedDataset({ seed, events: 30 })), kind),
      ),
    ),
    scaleOfDays(range(0, 4000, 500)),
  ];
  const plots = scales.flatMap((scale, i) =>
    [200, 260, 390, 640, 850, 1200, 1600].flatMap((widthPx) =>
      [scale.domain, ...windowsOver(scale, widthPx, 30, i * 100 + widthPx), ...borderWindows(scale)].map((window) =>
        project(scale, window, widthPx),
      ),
    ),
  );

  test('covers the visible segments with cells, without gaps and overlaps', () => {
    for (const now of plots) {
      const { cells, folds } = layoutAxis(now, true);
      const covered = [...cells, ...folds]
        .map(({ x0, x1 }) => [x0, x1] as const)
        .toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
      expect(covered[0]![0]).toBeLessThanOrEqual(0.01);
      expect(covered.at(-1)![1]).toBeGreaterThanOrEqual(now.widthPx - 0.01);
      covered.slice(1).forEach(([x0], i) => expect(Math.abs(x0 - covered[i]![1]), name(now)).toBeLessThan(0.01));
    }
  });

  test('counts no finer than days where no source gives an hour', () => {
    for (const now of plots)
      expect(layoutAxis(now, false).cells.filter(({ unit }) => unit === 'hour' || unit === 'six-hours')).toEqual([]);
    expect(
      plots.some((now) => layoutAxis(now, true).cells.some(({ unit }) => unit === 'hour' || unit === 'six-hours')),
    ).toBe(true);
  });

  test('counts in units that leave room and aren’t wasteful: never more cells than fit', () => {
    for (const now of plots) expect(layoutAxis(now, true).cells.length).toBeLessThan(now.widthPx / 10 + 10);
  });

  test('writes no word over another, nor past the plot', () => {
    for (const now of plots) {
      const texts = placeAxisTexts(layoutAxis(now, true), days, now.widthPx, evenly, t);
      for (const line of [0, 1] as const) {
        const sorted = texts.filter((text) => text.line === line).toSorted((a, b) => a.x - b.x);
        for (const { text, x, bold } of sorted) {
          expect(x, `${name(now)}: “${text}”`).toBeGreaterThanOrEqual(0);
          expect(x + evenly(text, bold), `${name(now)}: “${text}”`).toBeLessThanOrEqual(now.widthPx + 0.01);
        }
        sorted.slice(1).forEach((text, i) => {
          const before = sorted[i]!;
          const end = before.x + evenly(before.text, before.bold);
          // In the upper line two names nearer than two spaces read as one.
          expect(text.x, `${name(now)}: “${before.text}” and “${text.text}”`).toBeGreaterThanOrEqual(
            end + (line === 0 ? 12 : 0) - 0.01,
          );
        });
      }
    }
  });

  test('starts its cells and periods at civil midnights, Mondays, firsts', () => {
    for (const now of plots) {
      const { cells, periods } = layoutAxis(now, true);
      for (const { start, unit } of cells) {
        const date = new Date(start);
        if (unit !== 'hour') expect(date.getUTCHours() % 6).toBe(0);
        if (unit === 'day' || unit === 'week') expect(start % DAY_MS).toBe(0);
        if (unit === 'week') expect(date.getUTCDay()).toBe(1);
        if (unit === 'month') expect(date.getUTCDate()).toBe(1);
        if (unit === 'quarter') expect(date.getUTCMonth() % 3).toBe(0);
        if (unit === 'year' || unit === 'years') expect(date.toISOString()).toMatch(/-01-01T00:00/);
      }
      for (const { start, unit } of periods) if (unit === 'month') expect(new Date(start).getUTCDate()).toBe(1);
    }
  });

  test('holds the name of a period at the left edge while it runs under it', () => {
    const now = project(timeScaleOf(shipped, 'calendar'), timeSpan(civilDay(2016, 2, 20), civilDay(2016, 3, 4)), 850);
    expect(layoutAxis(now, true).periods.map(({ start, x0 }) => [iso(start), Math.round(x0)])).toEqual([
      ['2016-02-01', 0],
      ['2016-03-01', 654],
    ]);
  });

  test('gives the civil day its own weekday, whatever zone the machine is in', () => {
    const texts = textsOf(timeSpan(civilDay(2016, 2, 22), civilDay(2016, 2, 28)));
    expect(
      texts
        .filter(({ line }) => line === 1)
        .toSorted((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(''),
    ).toBe('22 Mon23 Tue24 Wed25 Thu26 Fri27 Sat');
    expect(texts.find(({ line }) => line === 0)?.text).toBe('February 2016');
  });

  test('writes hours under their day when that is all there is', () => {
    const texts = textsOf(timeSpan(civilDay(2016, 2, 24), civilDay(2016, 2, 25)));
    expect(texts.find(({ line }) => line === 0)?.text).toBe('Wed 24 February 2016');
    expect(texts.filter(({ line }) => line === 1).map(({ text }) => text)).toContain('06:00');
  });

  test.each([
    ['week', 90, (text: string) => /[A-Z]/.test(text)],
    ['month', 400, (text: string) => text.length > 3],
  ] as const)(
    'names the %ss beside one another alike, by the longer form where each of the year has room for it',
    (unit, daysLong, isLong) => {
      const scale = calendarScale(timeSpan(civilDay(2016), civilDay(2018)));
      const from = civilDay(2016, 3, 7);
      const wide = (text: string) => text.length * 8;
      const seen = new Set<boolean>();
      for (let widthPx = 640; widthPx <= 1200; widthPx += 8) {
        const axis = layoutAxis(project(scale, timeSpan(from, instant(from + daysLong * DAY_MS)), widthPx), false);
        if (!axis.cells.some((cell) => cell.unit === unit)) continue;
        const words = placeAxisTexts(axis, new Set(), widthPx, wide, t)
          .filter(({ line, text }) => line === 1 && text !== 'May')
          .map(({ text }) => text);
        expect(words.length).toBeGreaterThan(3);
        const forms = new Set(words.map(isLong));
        expect(forms.size, words.join()).toBe(1);
        for (const form of forms) seen.add(form);
      }
      expect(seen.size).toBe(2);
    },
  );

  test('makes days stand out to which something is dated for certain, be it as a bound', () => {
    expect([...days].map(iso).toSorted()).toEqual([
      '2015-09-30',
      '2016-02-22',
      '2016-02-23',
      '2016-02-24',
      '2016-02-27',
    ]);
    const bold = textsOf(timeSpan(civilDay(2016, 2, 22), civilDay(2016, 2, 28))).filter(
      (text) => text.line === 1 && text.bold,
    );
    expect(bold.map(({ text }) => text).toSorted()).toEqual(['22', '23', '24', '27']);
  });

  test('writes years before the year 1 with their era, in the order of time', () => {
    const table = makeEventTable(makeDataset([{ date: '-0232' }, { date: '-0240' }, { date: '0004' }]));
    const scale = timeScaleOf(table, 'calendar');
    const now = project(scale, scale.domain, 900);
    const texts = placeAxisTexts(layoutAxis(now, true), new Set(), 900, evenly, t)
      .toSorted((a, b) => a.x - b.x)
      .map(({ text }) => text);
    expect(
      texts.some((text) => /^\d+ BCE$/.test(text)),
      texts.join(),
    ).toBe(true);
    expect(texts.some((text) => text.includes('-'))).toBe(false);
  });

  function textsOf(window: ReturnType<typeof timeSpan>) {
    const now = project(timeScaleOf(shipped, 'calendar'), window, 900);
    return placeAxisTexts(layoutAxis(now, true), days, 900, evenly, t);
  }
});

/** Windows whose left edge stands shortly before the end of a segment: what is written there has little room. */
function borderWindows(scale: TimeScale) {
  return scale.pieces
    .filter(({ kind, unitEnd }) => kind === 'segment' && unitEnd < 1)
    .flatMap(({ unitEnd }) =>
      [0.35, 0.65, 1].flatMap((length) =>
        [0.005, 0.02, 0.08].map((before) =>
          timeSpan(scale.timeAt(unitEnd - before * length), scale.timeAt(unitEnd + (1 - before) * length - 0.1)),
        ),
      ),
    );
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
}

function name({ window, widthPx, scale }: ReturnType<typeof project>): string {
  return `${scale.kind}, ${widthPx} px, ${new Date(window.start).toISOString()} to ${new Date(window.end).toISOString()}`;
}
