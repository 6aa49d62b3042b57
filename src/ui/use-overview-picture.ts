import { useEffect, useMemo } from 'react';
import type { RefObject } from 'react';
import { layoutAxis } from '../layout/axis';
import { placeAxisTexts } from '../layout/axis-texts';
import { layoutOverview } from '../layout/overview';
import { project } from '../layout/projection';
import type { Projection } from '../layout/projection';
import { timeScaleOf } from '../layout/time-scale-of';
import { paintOverview } from '../render/paint-overview';
import { measureText } from './measure-text';
import { usePage } from './page-context';
import { useText, useTimeline } from './store-context';
import { useCanvas } from './use-canvas';
import { useMatches } from './use-matches';
import { useSize } from './use-size';

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
  const { theme } = usePage();
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
