import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { HitTarget } from './place-hit-targets';
import { windowOf } from '../kit/any-window';
import { countDialogs } from '../kit/count-dialogs';

const SHOW_MS = 100;
const HIDE_MS = 140;

export interface ShownTooltip {
  readonly target: HitTarget | undefined;
  /** The button it belongs to, for its place on the page. */
  readonly anchor: HTMLElement | undefined;
  readonly onEnter: () => void;
  readonly onLeave: () => void;
}

export interface MarkTooltip {
  readonly shown: ShownTooltip;
  readonly open: (target: HitTarget, anchor: HTMLElement) => void;
  /** In a moment, so that the pointer can reach it. */
  readonly close: () => void;
  /** There and then. */
  readonly dismiss: () => void;
}

interface PointedAt {
  readonly target: HitTarget;
  readonly anchor: HTMLElement;
  /** As many as were open then. */
  readonly dialogs: number;
}

/** Whether a dialog has opened over the mark since it was pointed at. */
const isCovered = ({ anchor, dialogs }: PointedAt): boolean => countDialogs(anchor) > dialogs;

/** A tooltip after 100 ms that stays while the pointer is on it and goes with Esc (WCAG 1.4.13). */
export function useMarkTooltip(): MarkTooltip {
  const [now, setNow] = useState<PointedAt>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const later = useCallback((ms: number, next: PointedAt | undefined) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setNow(next !== undefined && isCovered(next) ? undefined : next), ms);
  }, []);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (now === undefined) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // A dialog that has opened over the mark since has the key.
      if (isCovered(now)) return setNow(undefined);
      // What is under it is for the next press.
      event.preventDefault();
      event.stopPropagation();
      clearTimeout(timer.current);
      setNow(undefined);
    };
    const onAway = () => setNow(undefined);
    const page = windowOf(now.anchor);
    page.addEventListener('keydown', onKey, true);
    page.addEventListener('pointerdown', onAway, true);
    page.addEventListener('wheel', onAway, { passive: true });
    return () => {
      page.removeEventListener('keydown', onKey, true);
      page.removeEventListener('pointerdown', onAway, true);
      page.removeEventListener('wheel', onAway);
    };
  }, [now]);
  return useMemo(
    () => ({
      shown: {
        target: now?.target,
        anchor: now?.anchor,
        onEnter: () => clearTimeout(timer.current),
        onLeave: () => later(HIDE_MS, undefined),
      },
      open: (target, anchor) => later(SHOW_MS, { target, anchor, dialogs: countDialogs(anchor) }),
      close: () => later(HIDE_MS, undefined),
      dismiss: () => {
        clearTimeout(timer.current);
        setNow(undefined);
      },
    }),
    [now, later],
  );
}
