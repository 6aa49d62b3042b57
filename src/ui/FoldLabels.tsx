import type { Translate } from '../base/translate';
import type { ChartLayout } from '../layout/layout-scene';
import { project } from '../layout/projection';
import type { Projection } from '../layout/projection';
import { DAY_MS } from '../model/instant';
import type { TimeSpan } from '../model/instant';
import { measureText } from './measure-text';
import { useText } from './store-context';
import { useCurrentWindow } from './use-current-window';

/** Under the chart: how much time each fold holds. */
export function FoldLabels({ layout, widthPx }: { readonly layout: ChartLayout | undefined; readonly widthPx: number }) {
  const t = useText();
  const current = useCurrentWindow();
  if (layout === undefined || current === undefined) return <div className="dt-folds" />;
  const projection = project(current.scale, current.window, widthPx);
  return (
    <div className="dt-folds" aria-hidden="true">
      {placeFoldLabels(projection, t).map(({ key, text, left }) => (
        <span key={key} className="dt-fold-label" style={{ left: `calc(var(--dt-head) + ${left}px)` }}>{text}</span>
      ))}
    </div>
  );
}

/** Centred under their folds, from left to right, leaving out what has no room. */
function placeFoldLabels(projection: Projection, t: Translate): { key: number; text: string; left: number }[] {
  const placed: { key: number; text: string; left: number }[] = [];
  let free = 0;
  for (const { kind, span, empty = span } of projection.scale.pieces) {
    if (kind !== 'fold') continue;
    const text = foldInWords(empty, t);
    const width = measureText(text, false);
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
