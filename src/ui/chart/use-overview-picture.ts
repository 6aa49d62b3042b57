import { useEffect, useMemo } from 'react';
import type { RefObject } from 'react';
import { layoutAxis } from '../../layout/scale/axis';
import { placeAxisTexts } from '../../layout/scale/axis-texts';
import { layoutOverview } from '../../layout/marks/overview';
import { project } from '../../layout/scale/projection';
import type { Projection } from '../../layout/scale/projection';
import { timeScaleOf } from '../../layout/scale/time-scale-of';
import { paintOverview } from '../../render/paint-overview';
import { measureText } from '../context/measure-text';
import { useTheme } from '../context/theme';
import { useText, useTimeline } from '../context/store-context';
import { useCanvas } from '../kit/use-canvas';
import { useMatches } from '../context/use-matches';
import { useSize } from '../kit/size';

const NO_DAYS: ReadonlySet<number> = new Set();

export interface OverviewPicture {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  /** Where the whole span's times stand in it; undefined until there is data, and room. */
  readonly whole: Projection | undefined;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Paints what passes the filter by tone over the whole span, on a canvas as large as `frame`. */
export function useOverviewPicture(frame: RefObject<HTMLElement | null>): OverviewPicture {
  const t = useText();
  const theme = useTheme();
  const size = useSize(frame);
  const widthPx = size?.widthPx ?? 0;
  const heightPx = size?.heightPx ?? 0;
  const { canvas, paint } = useCanvas(widthPx, heightPx);
  const table = useTimeline((state) => state.table);
  const kind = useTimeline((state) => state.scale);
  const matches = useMatches();
  const scale = table === undefined ? undefined : timeScaleOf(table, kind);
  const scene = useMemo(
    () =>
      table === undefined || matches === undefined || scale === undefined || widthPx === 0
        ? undefined
        : layoutOverview(table, matches.mask, scale, widthPx),
    [table, matches, scale, widthPx],
  );
  const whole = useMemo(
    () => (scale === undefined || widthPx === 0 ? undefined : project(scale, scale.domain, widthPx)),
    [scale, widthPx],
  );
  const texts = useMemo(
    () =>
      whole === undefined
        ? []
        : placeAxisTexts(layoutAxis(whole, false), NO_DAYS, widthPx, measureText, t).filter(({ line }) => line === 0),
    [whole, widthPx, t],
  );
  useEffect(() => {
    if (scene !== undefined) paint((ink) => paintOverview(ink, scene, texts, theme, heightPx));
  }, [scene, texts, paint, theme, heightPx]);
  return { canvas, whole, widthPx, heightPx };
}
