import { createContext, useContext } from 'react';

export type ShownView = 'timeline' | 'list';

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
