import { useEffect, useId, useRef } from 'react';
import { usePageServices } from '../context/page-services';
import { useListOrder } from '../context/list-order';
import { useShownView } from '../context/shown-layout';
import { useAnnouncer, useText, useTimelineStore } from '../context/store-context';
import type { TimelineState } from '../../state/view/timeline-state';
import { changeInWords, isHeardChange } from './change-in-words';
import type { HeardView } from './change-in-words';

/** After the last change: a wheel turned on, or a key held down, is one movement. */
const AFTER_MS = 300;

/**
 * Says in the status line what the reader's last choice has changed, in one sentence a change, once it has come to rest.
 * `since` is the state that needs no words: what the page opened with.
 */
export function SpokenChanges({ since }: { readonly since: TimelineState }) {
  const t = useText();
  const id = useId();
  const store = useTimelineStore();
  const { say } = useAnnouncer();
  const { control } = usePageServices();
  const shown = useShownView();
  const order = useListOrder();
  const latest = useRef({ t, shown, order });
  useEffect(() => {
    latest.current = { t, shown, order };
  });
  useEffect(() => {
    let before: HeardView = { state: since, shown: latest.current.shown, order: undefined };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const plan = () => {
      clearTimeout(timer);
      timer = setTimeout(speak, AFTER_MS);
    };
    const speak = () => {
      if (control.isMoving()) return plan();
      const { t: now, ...view } = latest.current;
      const after = { state: store.getState(), ...view };
      const words = changeInWords(before, after, now);
      before = after;
      if (words !== '') say(id, words);
    };
    // What was done before this code was here.
    if (isHeardChange(since, store.getState())) plan();
    const stop = store.subscribe((state, last) => {
      if (isHeardChange(state, last)) plan();
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store, control, say, id, since]);
  const said = useRef(t.locale);
  useEffect(() => {
    if (said.current !== t.locale) say(id, t('spoken.language'));
    said.current = t.locale;
  }, [t, say, id]);
  return null;
}
