import type { Translate } from '../../base/translate';
import type { LoadProblem } from '../../model/load-problem';
import type { RowMaker } from './row-maker';
import { SHEET_LIMITS } from './sheet-limits';

/** Why no more is taken of a sheet that is larger than any. */
export function excessProblem(
  excess: Exclude<ReturnType<RowMaker['excess']>, undefined>,
  source: string,
  t: Translate,
): LoadProblem {
  switch (excess) {
    case 'columns':
      return { kind: 'too-large', source, detail: t('sheet.moreColumns', { max: SHEET_LIMITS.columns }) };
    case 'rows':
      return { kind: 'too-large', source, detail: t('sheet.moreRows', { max: SHEET_LIMITS.rows }) };
    default:
      return { kind: 'too-large', source, detail: t('sheet.moreText', { max: SHEET_LIMITS.text / 1e6 }) };
  }
}
