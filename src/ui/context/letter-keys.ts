import { useSyncExternalStore } from 'react';
import { storedSetting } from '../kit/stored-setting';

const choice = storedSetting('letter-keys');

/**
 * Whether keys of one character (`/ f l u o ? + - 0 . [ ]`) do anything; WCAG 2.1.4. On until the reader says otherwise.
 */
export function areLetterKeysOn(): boolean {
  return choice.get() !== 'off';
}

/** For all timelines on the page. */
export function setLetterKeys(on: boolean): void {
  choice.set(on ? undefined : 'off');
}

/** The same for a component, which renders again when it changes. */
export function useLetterKeys(): boolean {
  return useSyncExternalStore(choice.subscribe, areLetterKeysOn);
}
