import type { Translate } from '../base/translate';
import type { ChartLayout } from '../layout/layout-scene';
import { project } from '../layout/projection';
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
  let free = 0;
  return (
    <div className="dt-folds" aria-hidden="true">
      {current.scale.pieces.filter(({ kind }) => kind === 'fold').map(({ span, empty = span }) => {
        const text = foldInWords(empty, t);
        const width = measureText(text, false);
        const left = (projection.timeToPx(span.start) + projection.timeToPx(span.end) - width) / 2;
        if (left < free || left + width > widthPx) return null;
        free = left + width + 8;
        return <span key={span.start} className="dt-fold-label" style={{ insetInlineStart: `calc(var(--dt-head) + ${left}px)` }}>{text}</span>;
      })}
    </div>
  );
}

/** Rounded to the unit a person would say: days up to two months, months up to two years. */
export function foldInWords(span: TimeSpan, t: Translate): string {
  const days = (span.end - span.start) / DAY_MS;
  if (days < 60) return t('chart.fold.days', { n: Math.round(days) });
  if (days < 730) return t('chart.fold.months', { n: Math.round(days / 30.44) });
  return t('chart.fold.years', { n: Math.round(days / 365.25) });
}
