import { useEffect, useId } from 'react';
import { useAnnouncer } from './store-context';

/**
 * Says a text in the timeline's status line whenever it changes, in its turn (see `createAnnouncer`); '' says nothing.
 */
export function useSay(text: string): void {
  const { say } = useAnnouncer();
  const id = useId();
  useEffect(() => {
    if (text !== '') say(id, text);
  }, [say, id, text]);
  const isSilent = text === '';
  useEffect(() => (isSilent ? undefined : () => say(id, '')), [say, id, isSilent]);
}
