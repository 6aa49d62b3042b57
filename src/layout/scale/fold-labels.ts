import type { Translate } from '../../base/translate';
import { DAY_MS } from '../../model/dates/instant';
import type { TimeSpan } from '../../model/dates/instant';
import type { MeasureText } from '../labels/label-place';
import type { Projection } from './projection';

/** How much time a fold holds, in words; `left` is the text's left edge, view px. */
export interface FoldLabel {
  readonly key: number;
  readonly text: string;
  readonly left: number;
}

/** Centred under their folds, from left to right, leaving out what has no room. */
export function placeFoldLabels(projection: Projection, measure: MeasureText, t: Translate): FoldLabel[] {
  const placed: FoldLabel[] = [];
  let free = 0;
  for (const { kind, span, empty = span } of projection.scale.pieces) {
    if (kind !== 'fold') continue;
    const text = foldInWords(empty, t);
    const width = measure(text, false);
    const left = (projection.timeToPx(span.start) + projection.timeToPx(span.end) - width) / 2;
    if (left < free || left + width > projection.widthPx) continue;
    free = left + width + 8;
    placed.push({ key: span.start, text, left });
  }
  return placed;
}

/** Rounded to the unit a person would say: days up to two months, months up to two years. */
export function foldInWords(span: TimeSpan, t: Translate): string {
  const days = (span.end - span.start) / DAY_MS;
  if (days < 60) return t('chart.fold.days', { n: Math.round(days) });
  if (days < 730) return t('chart.fold.months', { n: Math.round(days / 30.44) });
  return t('chart.fold.years', { n: Math.round(days / 365.25) });
}
