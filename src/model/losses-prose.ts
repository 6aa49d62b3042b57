import type { Translate } from '../base/translate';
import type { Loss, LossKind } from './losses';

/** "3 claims and 2 relations"; of more than `most` kinds the rest is counted. Empty where nothing is lost. */
export function lossesInWords(losses: readonly Loss[], t: Translate, most = Infinity): string {
  const words = losses.slice(0, most).map(({ what, n }) => t(`exports.loss.${what}`, { n }));
  const rest = losses.length - words.length;
  return inList(rest > 0 ? [...words, t('exports.moreKinds', { n: rest })] : words, t);
}

/** "CSV leaves out 3 claims and 2 relations." or "JSON holds everything." */
export function lossSentence(name: string, losses: readonly Loss[], t: Translate, most = Infinity): string {
  return losses.length === 0
    ? t('exports.holdsAll', { name })
    : t('exports.leavesOut', { name, list: lossesInWords(losses, t, most) });
}

/** Kinds without numbers: "claims, relations and statements". */
export function lossKindsInWords(kinds: readonly LossKind[], t: Translate): string {
  return inList(
    kinds.map((kind) => t(`exports.kind.${kind}`)),
    t,
  );
}

function inList(words: readonly string[], t: Translate): string {
  return new Intl.ListFormat(t.locale, { type: 'conjunction' }).format(words);
}
