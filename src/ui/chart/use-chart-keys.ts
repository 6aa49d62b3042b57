import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent, RefObject } from 'react';
import type { TimelineLayout } from '../../layout/layout-timeline';
import type { PlacedLane } from '../../layout/lanes/lane-heights';
import { datedRowOf } from '../../model/dated-part';
import { shownFocusTarget } from './focus-targets';
import type { FocusTarget, HitTargetsByLane } from './focus-targets';
import { focusedNear, isFocusNowhere, moveFocus } from '../kit/focus/focus';
import { commandOf } from '../context/key-table';
import type { KeyCommand } from '../context/key-table';
import { useLazyModules } from '../context/lazy-modules';
import type { LazyModules } from '../context/lazy-modules';
import type { HeadRules } from './lane-head-parts';
import { elementOf, firstLaneWith, focusTargetOf, isAt, isSameFocusTarget } from './focus-target-elements';
import { usePageServices } from '../context/page-services';
import { usePageSettings } from '../context/page-settings';
import { useTimeline } from '../context/store-context';
import { isElement, isNode } from '../kit/any-window';

interface ChartKeys {
  /** The one event (or the pill that holds it), or control of a lane's header, that Tab reaches. */
  readonly tabStop: FocusTarget | undefined;
  /** Whether something of the chart has the focus. */
  readonly isWalked: boolean;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
    readonly onBlur: (event: FocusEvent) => void;
  };
}

/** What of the chart stands in the document. */
interface ShownChart {
  readonly layout: TimelineLayout | undefined;
  readonly lanes: readonly PlacedLane[];
  readonly targets: HitTargetsByLane;
  readonly rules: HeadRules;
}

/** What leads to another event or control, or pages. */
const WALKS: ReadonlySet<KeyCommand> = new Set<KeyCommand>([
  'previous',
  'next',
  'up',
  'down',
  'first',
  'last',
  'page-back',
  'page-on',
]);
/** What the arrow keys lead to. */
const FOCUS_TARGETS = '.dt-mark-button, [data-head]';

/**
 * Arrow keys over events and lane headers with a single tab stop; an event outside the window is brought into it first.
 */
export function useChartKeys(shown: ShownChart, chart: RefObject<HTMLElement | null>): ChartKeys {
  const { layout, lanes, targets, rules } = shown;
  const { control } = usePageServices();
  const { locked } = usePageSettings();
  const { chartKeys } = useLazyModules();
  const fixed = locked.has('range');
  const [at, setAt] = useFollowedChoice(shown);
  const tabStop = shownFocusTarget(at, layout, lanes, targets, rules);
  const focusOnceThere = useFocusOnceThere(chart, targets);
  const kept = useKeptFocus(chart, targets, tabStop);

  const goTo = (next: FocusTarget) => {
    kept.takeOver();
    setAt(next);
    focusOnceThere(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(event);
    const { current: box } = chart;
    if (command === undefined || layout === undefined || tabStop === undefined || box === null) return;
    if (!isElement(event.target) || event.target.closest(FOCUS_TARGETS) === null) return;
    if (!WALKS.has(command)) return;
    event.preventDefault();
    const walk = ({ walkByKey }: LazyModules['chartKeys']) =>
      walkByKey(command, tabStop, { chart: box, layout, targets, rules, control, fixed }, goTo);
    const code = chartKeys.now();
    // It comes as soon as anything has the focus (use-preload.ts). Where it can't be had, Tab still leads on.
    if (code === undefined) chartKeys.load().then(walk, () => undefined);
    else walk(code);
  };
  const [isWalked, setIsWalked] = useState(false);
  const onFocus = ({ target }: FocusEvent) => {
    setIsWalked(true);
    if (kept.noteFocus(target)) return;
    const next = isElement(target) ? focusTargetOf(target, targets) : undefined;
    if (next !== undefined && !isSameFocusTarget(next, at, targets)) setAt(next);
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    kept.onBlur();
    if (!(isNode(relatedTarget) && currentTarget.contains(relatedTarget))) setIsWalked(false);
  };
  return { tabStop, isWalked, handlers: { onKeyDown, onFocus, onBlur } };
}

/** Where the keyboard was last; an event that is chosen in the search, the panel or the list takes it there. */
function useFollowedChoice({ layout, targets }: ShownChart) {
  const [at, setAt] = useState<FocusTarget>();
  const chosen = useTimeline(({ selected, table }) => (table === undefined ? undefined : datedRowOf(table, selected)));
  const [last, setLast] = useState<number>();
  if (layout !== undefined && chosen !== last) {
    setLast(chosen);
    if (chosen !== undefined && !isAt(at, chosen, targets)) setAt(firstLaneWith(chosen, layout));
  }
  return [at, setAt] as const;
}

/** Gives the focus to where a key has led as soon as that is in the document. */
function useFocusOnceThere(
  chart: RefObject<HTMLElement | null>,
  targets: HitTargetsByLane,
): (wanted: FocusTarget) => void {
  const wanted = useRef<FocusTarget>(undefined);
  useEffect(() => {
    const found = wanted.current === undefined ? undefined : elementOf(chart.current, targets, wanted.current);
    if (found === undefined) return;
    wanted.current = undefined;
    moveFocus(found, 'in place');
    found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  return (next) => {
    wanted.current = next;
  };
}

/**
 * What had the focus may go: filtered away, out of the window, split by zooming, scrolled out of a long chart. What has
 * it instead only has it lent: the lanes may be there before their events are, and an event may come back.
 */
function useKeptFocus(
  chart: RefObject<HTMLElement | null>,
  targets: HitTargetsByLane,
  tabStop: FocusTarget | undefined,
) {
  const held = useRef<EventTarget>(undefined);
  const lent = useRef<HTMLElement>(undefined);
  useLayoutEffect(() => {
    const box = chart.current;
    if (box === null || tabStop === undefined) return;
    const isLost = isNode(held.current) && !held.current.isConnected && isFocusNowhere(box);
    const isLent = lent.current !== undefined && lent.current === focusedNear(box);
    const next = isLost || isLent ? elementOf(box, targets, tabStop) : undefined;
    if (next === undefined || next === lent.current) return;
    lent.current = next;
    moveFocus(next, 'in place');
  });
  return {
    /** A key leads elsewhere: what had the focus lent needn't give it back. */
    takeOver: () => {
      lent.current = undefined;
    },
    /** Told what gets the focus: whether it is only lent to it. */
    noteFocus: (target: EventTarget): boolean => {
      held.current = target;
      if (target === lent.current) return true;
      lent.current = undefined;
      return false;
    },
    // React hears no blur of what it removes.
    onBlur: () => {
      held.current = undefined;
    },
  };
}
