import { createContext, useContext } from 'react';

export type ShownView = 'timeline' | 'list';

/** Below this width the list is the timeline, unless the reader or the author says otherwise. */
const LIST_BELOW_PX = 600;

/** What a timeline so wide shows when nobody has decided; an unknown width counts as wide. */
export function viewFor(widthPx: number | undefined): ShownView {
  return widthPx !== undefined && widthPx < LIST_BELOW_PX ? 'list' : 'timeline';
}

/** What is on screen: `auto` made out. */
const ShownViewContext = createContext<ShownView>('timeline');

export const ShownViewProvider = ShownViewContext;

export function useShownView(): ShownView {
  return useContext(ShownViewContext);
}

const PhoneContext = createContext(false);

export const PhoneProvider = PhoneContext;

/** Whether the page has no more room than a phone: its bar is one row then, and the details cover it. */
export function useIsPhone(): boolean {
  return useContext(PhoneContext);
}
