import { useText } from './store-context';
import { useUnhurried } from './use-unhurried';

/** Positions of the first and last event in view. */
export interface ListView {
  readonly first: number;
  readonly last: number;
}

/** "Events 1,201 to 1,260 of 500,000", for eyes and ears. */
export function ListPosition({ view, total }: { readonly view: ListView | undefined; readonly total: number }) {
  const t = useText();
  const words = view === undefined ? '' : t('list.position', { first: view.first + 1, last: view.last + 1, total });
  const spoken = useUnhurried(words);
  return <div className="dt-list-position"><p aria-live="polite">{spoken}</p></div>;
}
