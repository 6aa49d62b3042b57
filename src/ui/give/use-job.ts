import { useEffect, useRef, useState } from 'react';
import { useText } from '../context/store-context';
import { useSay } from '../context/use-say';
import type { GiveWork } from './give-services';

/** What is being made, and what became of the last thing that was. */
export interface Job {
  /** Undefined where nothing is being made; `share` of it, 0 to 1, where that is known. */
  readonly now: { readonly name: string; readonly share: number | undefined } | undefined;
  /** In words; empty where there is nothing to say. */
  readonly told: string;
  /** Makes one thing at a time: with another on its way, nothing. `make` gives the words for when it is there. */
  readonly start: (name: string, make: (work: GiveWork) => Promise<string>) => void;
  readonly cancel: () => void;
}

/** Things that take a while, one after the other; what is still being made when its part of the page goes is let go. */
export function useJob(): Job {
  const t = useText();
  const [now, setNow] = useState<Job['now']>();
  const [told, setTold] = useState('');
  const running = useRef<AbortController>(undefined);
  useSay(told);
  useEffect(() => () => running.current?.abort(), []);
  const start: Job['start'] = (name, make) => {
    if (running.current !== undefined) return;
    const own = new AbortController();
    running.current = own;
    setNow({ name, share: undefined });
    setTold('');
    const heard = (share: number) => setNow({ name, share });
    const end = (words: string) => {
      running.current = undefined;
      setNow(undefined);
      setTold(words);
    };
    make({ t, signal: own.signal, heard }).then(end, (error: unknown) => {
      if (own.signal.aborted) return end(t('give.stopped'));
      console.error(error);
      return end(t('give.failed', { detail: error instanceof Error ? error.message : String(error) }));
    });
  };
  return { now, told, start, cancel: () => running.current?.abort() };
}
