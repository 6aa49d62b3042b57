import { useRef, useState } from 'react';
import type { ReactNode, RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useText } from './store-context';
import { moveFocus } from '../kit/focus/focus';

/** How many of a list's items stand in the document, and the button that brings more, if there are. */
export interface ShowMore<List extends HTMLElement> {
  readonly shown: number;
  /** For the element whose children the items are. */
  readonly list: RefObject<List | null>;
  readonly button: ReactNode;
}

/**
 * Shows a long list `step` items at a time. The focus goes to the first of the new ones: the button may be gone, and
 * they are what was asked for.
 */
export function useShowMore<List extends HTMLElement>(total: number, step: number): ShowMore<List> {
  const t = useText();
  const list = useRef<List>(null);
  const [count, setCount] = useState(step);
  const shown = Math.min(count, total);
  const showMore = () => {
    flushSync(() => setCount(shown + step));
    moveFocus(list.current?.children[shown]?.querySelector<HTMLElement>('input, button, a'), 'scroll to it');
  };
  const button =
    shown === total ? null : (
      <button type="button" className="dt-link dt-show-more" onClick={showMore}>
        {t('panel.showMore', { n: Math.min(step, total - shown), left: total - shown })}
      </button>
    );
  return { shown, list, button };
}
