import { bisectRight } from 'd3';
import { durationOf, inReach, timeSpan } from '../../model/dates/instant';
import type { Instant, TimeSpan } from '../../model/dates/instant';
import type { ScaleKind } from '../../model/vocabulary';

/** A stretch of the scale with one rate. A fold is empty time drawn short; `unit` runs from 0 to 1 over the domain. */
export interface Piece {
  readonly kind: 'segment' | 'fold';
  readonly span: TimeSpan;
  /**
   * What is empty in a fold, from the last date before it to the first after it; the fold itself is drawn without their
   * air.
   */
  readonly empty: TimeSpan | undefined;
  readonly unitStart: number;
  readonly unitEnd: number;
}

/**
 * Time to **unit** space and back: 0 at the domain's start, 1 at its end, monotone, piecewise linear, going on beyond
 * both ends at the rate of the outermost pieces, as far as there are dates. Fixed per dataset; a window only magnifies it.
 */
export interface TimeScale {
  readonly kind: ScaleKind;
  /** There is no date to count from: the domain stands for none, and has no axis. */
  readonly isBlank?: boolean;
  readonly domain: TimeSpan;
  readonly pieces: readonly Piece[];
  readonly unitOf: (time: Instant) => number;
  readonly timeAt: (unit: number) => Instant;
}

/** A scale from pieces that follow each other without gaps; their units are shares and are made to add up to 1. */
export function scaleOfPieces(
  kind: ScaleKind,
  shares: readonly {
    readonly kind: Piece['kind'];
    readonly span: TimeSpan;
    readonly empty?: TimeSpan;
    readonly share: number;
  }[],
): TimeScale {
  const total = shares.reduce((sum, piece) => sum + piece.share, 0);
  let unit = 0;
  const pieces = shares.map(({ kind: pieceKind, span: wanted, empty, share }): Piece => {
    // The air around dates at the rim of what there is.
    const span = timeSpan(inReach(wanted.start), inReach(wanted.end));
    const unitStart = unit;
    unit += share / total;
    return { kind: pieceKind, span, empty, unitStart, unitEnd: unit };
  });
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('A time scale needs at least one piece');
  // Inner borders only: before the first and after the last the outermost pieces go on.
  const timeBorders = pieces.slice(1).map((piece) => piece.span.start);
  const unitBorders = pieces.slice(1).map((piece) => piece.unitStart);
  return {
    kind,
    domain: timeSpan(first.span.start, last.span.end),
    pieces,
    unitOf: (time) => {
      const { span, unitStart, unitEnd } = pieces[bisectRight(timeBorders, time)] ?? last;
      return unitStart + ((time - span.start) / (span.end - span.start)) * (unitEnd - unitStart);
    },
    timeAt: (at) => {
      const { span, unitStart, unitEnd } = pieces[bisectRight(unitBorders, at)] ?? last;
      return inReach(span.start + ((at - unitStart) / (unitEnd - unitStart)) * (span.end - span.start));
    },
  };
}

/** Proportional time over an extent, padded by 5.5 % on both sides: room for pills at the ends. */
export function calendarScale(extent: TimeSpan): TimeScale {
  const pad = durationOf(extent) * 0.055;
  return scaleOfPieces('calendar', [
    { kind: 'segment', span: timeSpan(extent.start - pad, extent.end + pad), share: 1 },
  ]);
}
