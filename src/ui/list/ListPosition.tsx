import { useState } from 'react';
import { useText } from '../context/store-context';
import { useSay } from '../context/use-say';

/** Positions of the first and last event in view. */
export interface ListView {
  readonly first: number;
  readonly last: number;
}

/** "Events 1,201 to 1,260 of 500,000", for eyes and ears. */
export function ListPosition({ view, total }: { readonly view: ListView | undefined; readonly total: number }) {
  const t = useText();
  const words = view === undefined ? '' : t('list.position', { first: view.first + 1, last: view.last + 1, total });
  // Where it begins is no news: only moving through it is.
  const [begin, setBegin] = useState<number>();
  if (begin === undefined && view !== undefined) setBegin(view.first);
  const [moved, setMoved] = useState(false);
  if (!moved && begin !== undefined && view !== undefined && view.first !== begin) setMoved(true);
  useSay(moved ? words : '');
  return (
    <div className="dt-list-position">
      <p>{words}</p>
    </div>
  );
}
