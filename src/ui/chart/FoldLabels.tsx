import { placeFoldLabels } from '../../layout/scale/fold-labels';
import type { ChartLayout } from '../../layout/layout-scene';
import { project } from '../../layout/scale/projection';
import { measureText } from '../context/measure-text';
import { useText } from '../context/store-context';
import { useCurrentWindow } from '../context/use-current-window';

/** Under the chart: how much time each fold holds. */
export function FoldLabels({
  layout,
  widthPx,
}: {
  readonly layout: ChartLayout | undefined;
  readonly widthPx: number;
}) {
  const t = useText();
  const current = useCurrentWindow();
  if (layout === undefined || current === undefined) return <div className="dt-folds" />;
  const projection = project(current.scale, current.window, widthPx);
  return (
    <div className="dt-folds" aria-hidden="true">
      {placeFoldLabels(projection, measureText, t).map(({ key, text, left }) => (
        <span key={key} className="dt-fold-label" dir="auto" style={{ left: `calc(var(--dt-plot-left) + ${left}px)` }}>
          {text}
        </span>
      ))}
    </div>
  );
}
