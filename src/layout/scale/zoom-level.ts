import type { Projection } from './projection';

/**
 * Steps in which clusters and labels are decided: 2^(1/6), so that what is under 24 px stays together up to 27 px at
 * the most.
 */
export const STEPS_PER_OCTAVE = 6;

/**
 * A zoom step, and the px the whole domain has at its coarse end. Deciding per step and in absolute px keeps clusters
 * and labels still while panning, and steady while zooming within a step.
 */
export interface ZoomLevel {
  readonly step: number;
  readonly domainPx: number;
  /**
   * How often the whole domain, as wide as the plot, has been doubled; what is cut in tiles is cut in halves from
   * octave to octave.
   */
  readonly octave: number;
  /** CSS px of the plot. */
  readonly widthPx: number;
}

/** Step 0 shows the whole domain; the step's domainPx is at most the projection's. */
export function zoomLevelOf(projection: Projection): ZoomLevel {
  const step = Math.floor(Math.log2(projection.domainPx / projection.widthPx) * STEPS_PER_OCTAVE + 1e-6);
  return zoomLevel(step, projection.widthPx);
}

export function zoomLevel(step: number, widthPx: number): ZoomLevel {
  return {
    step,
    domainPx: widthPx * 2 ** (step / STEPS_PER_OCTAVE),
    octave: Math.floor(step / STEPS_PER_OCTAVE),
    widthPx,
  };
}
