import type { Translate } from '../../base/translate';

/** The help's rows, without those of parts that the author has hidden or locked. */
export function keyRows(
  t: Translate,
  hidden: ReadonlySet<string> = new Set(),
  locked: ReadonlySet<string> = new Set(),
): { readonly keys: string; readonly does: string }[] {
  const moves = !locked.has('range');
  const rows = [
    { keys: '← →', does: t('key.arrows') },
    { keys: '↑ ↓', does: t('key.updown') },
    { keys: 'Home End', does: t('key.ends') },
    { keys: '← Home', does: t('key.toHeader') },
    moves ? { keys: 'PageUp PageDown', does: t('key.pages') } : undefined,
    { keys: 'Enter Space', does: t('key.select') },
    { keys: 'Esc', does: t('key.escape') },
    { keys: 'Tab, ← →', does: t('key.bar') },
    moves ? { keys: '+ − 0 .', does: t('key.zoom') } : undefined,
    { keys: '[ ]', does: t('key.sameActor') },
    hidden.has('search') ? undefined : { keys: '/', does: t('key.search') },
    hidden.has('filters') || locked.has('filters') ? undefined : { keys: 'f', does: t('key.filters') },
    { keys: 'l u ?', does: t('key.letters') },
    moves ? { keys: t('key.name.wheel'), does: t('key.wheel') } : undefined,
    moves ? { keys: t('key.name.drag'), does: t('key.drag') } : undefined,
  ];
  return rows.filter((row) => row !== undefined);
}
