import type { Translate } from '../../base/translate';

/** "3 of 5 shown" while the filter hides some, otherwise the number with its noun. */
export function shownOf(
  shown: number,
  total: number,
  t: Translate,
  noun: 'panel.count' | 'panel.statementCount' = 'panel.count',
): string {
  return shown === total ? t(noun, { n: total }) : t('panel.shownOf', { shown, n: total });
}
