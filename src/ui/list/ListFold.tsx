import { useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent, ReactNode } from 'react';
import { useText, useTimeline } from '../context/store-context';
import { useMatches } from '../context/use-matches';
import { spaceOf } from '../kit/screen-space';

/** What is seen of a list that decides how high it stands; as in embed.css. */
const FOLD_PX = 900;
/** Not worth a button: what little is left is shown at once. */
const SPARE_PX = 240;

/**
 * A long list in somebody else's page, folded to its beginning until its reader wants all of it or gets beyond by key
 * or choice.
 */
export function ListFold({ children }: { readonly children: ReactNode }) {
  const t = useText();
  const inner = useRef<HTMLDivElement>(null);
  const [isLong, setIsLong] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const selected = useTimeline((state) => state.selected);
  const count = useMatches()?.count ?? 0;
  useLayoutEffect(() => {
    const element = inner.current;
    if (element === null) return undefined;
    const take = () => setIsLong(element.offsetHeight > FOLD_PX + SPARE_PX);
    take();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    const chosen = selected === undefined ? null : (inner.current?.querySelector('[aria-current="true"]') ?? null);
    // Only the document knows where it stands.
    // oxlint-disable-next-line react/set-state-in-effect
    if (chosen !== null && isBeyond(chosen, inner.current)) setIsOpen(true);
  }, [selected]);
  const isFolded = isLong && !isOpen;
  const onFocus = (event: FocusEvent<Element>) => {
    if (isBeyond(event.target, inner.current)) setIsOpen(true);
  };
  return (
    <div className={`dt-list-fold${isFolded ? ' dt-list-fold--closed' : ''}`}>
      <div ref={inner} onFocus={onFocus}>
        {children}
      </div>
      {isFolded ? (
        <div className="dt-list-all">
          <button type="button" className="dt-button" aria-expanded="false" onClick={() => setIsOpen(true)}>
            {t('embed.showAll', { n: count })}
          </button>
        </div>
      ) : null}
    </div>
  );
}

function isBeyond(element: Element, list: HTMLElement | null): boolean {
  return list !== null && spaceOf(list).boxOf(element).bottom > FOLD_PX - SPARE_PX / 2;
}
