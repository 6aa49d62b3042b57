import type { DateReading, DayOrder } from './date-reading';

/** A reading with what a column counts. */
export interface FullReading {
  readonly reading: DateReading;
  /** Its numbers allow this order alone. */
  readonly only: DayOrder | undefined;
  /** Whether its year has two figures, of which the century isn't said. */
  readonly isCut: boolean;
}
