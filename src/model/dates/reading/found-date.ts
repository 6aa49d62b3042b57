import type { NumberToken, WordToken, ZoneToken } from './date-tokens';
import type { WordRole } from '../../../base/messages/date-words';

/** What stands in the text of one date, before its numbers have a meaning. */
export interface FoundDate {
  readonly numbers: NumberToken[];
  /** Between the numbers. */
  readonly signs: string[];
  readonly roles: Set<WordRole>;
  month: number | undefined;
  monthAt: number;
  monthWord: WordToken | undefined;
  weekday: number | undefined;
  time: { readonly hour: number; readonly minute: number; readonly second: number | undefined } | undefined;
  zone: ZoneToken | undefined;
  isAbout: boolean;
  isDoubtful: boolean;
  hasPart: boolean;
  season: number | undefined;
  /** Of the year, or of anything else that has halves. */
  half: 1 | 2 | undefined;
  /** The sign between a month and the number after it. */
  afterMonth: string;
}
