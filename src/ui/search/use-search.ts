import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { EventTable } from '../../model/event-table';
import { usePageSettings } from '../context/page-settings';
import type { LazyModules } from '../context/lazy-modules';
import type { SearchOutcome } from './search-options';
import { useText, useTimeline } from '../context/store-context';
import { useLazyModule } from '../context/use-lazy';

/** So many events are searched between two keystrokes. */
const AT_ONCE = 10_000;

export interface Search {
  /** Undefined until it is loaded, which the open box asks for. */
  readonly part: LazyModules['bar'] | undefined;
  /**
   * What was found; undefined while nothing is asked. A keystroke never waits for it, so it may be of what stood there
   * a moment before.
   */
  readonly outcome: SearchOutcome | undefined;
  /** Looks for something else there and then; undefined where that would hold up the page. */
  readonly find: (query: string) => SearchOutcome | undefined;
}

/**
 * Looks for what is typed: at once in a small dataset, in slices in a large one, whose texts are made ready as soon as
 * the box `isOpen`.
 */
export function useSearch(query: string, isOpen: boolean): Search {
  const t = useText();
  const part = useLazyModule('bar', isOpen || query !== '');
  const table = useTimeline((state) => state.table);
  const filter = useTimeline((state) => state.filter);
  const asked = useDeferredValue(query);
  const large = table !== undefined && table.size > AT_ONCE ? table : undefined;
  const small = large === undefined ? table : undefined;
  const find = useCallback(
    (text: string) =>
      small === undefined || part === undefined || text.trim() === ''
        ? undefined
        : part.searchOutcome(small, filter, text, t),
    [small, part, filter, t],
  );
  const atOnce = useMemo(() => find(asked), [find, asked]);
  const inTime = useSlicedSearch(part, large, asked);
  useTextsReady(part, large, isOpen);
  const outcome = large === undefined ? atOnce : inTime;
  const closed = useClosedGroups();
  const open = useCallback(
    (found: SearchOutcome | undefined) => found && part?.withoutGroups(found, closed),
    [part, closed],
  );
  return {
    part,
    outcome: useMemo(() => open(outcome), [open, outcome]),
    find: useCallback((text: string) => open(find(text)), [open, find]),
  };
}

/** Groups whose choice would do what the author has hidden or locked. */
function useClosedGroups(): ReadonlySet<string> {
  const { hidden, locked } = usePageSettings();
  return useMemo(
    () =>
      new Set([
        ...(hidden.has('filters') || locked.has('filters') ? ['countries', 'types', 'text'] : []),
        ...(locked.has('range') ? ['dates'] : []),
        ...(hidden.has('details') ? ['actors'] : []),
      ]),
    [hidden, locked],
  );
}

function useSlicedSearch(
  part: LazyModules['bar'] | undefined,
  table: EventTable | undefined,
  asked: string,
): SearchOutcome | undefined {
  const t = useText();
  const filter = useTimeline((state) => state.filter);
  const [last, setLast] = useState<{ readonly table: EventTable; readonly outcome: SearchOutcome }>();
  const isAsked = part !== undefined && table !== undefined && asked.trim() !== '';
  useEffect(() => {
    if (!isAsked) return undefined;
    const end = new AbortController();
    part.runInSlices(part.outcomeSteps(table, filter, asked, t), { signal: end.signal }).then(
      (outcome) => setLast({ table, outcome }),
      (error: unknown) => {
        if (!end.signal.aborted) throw error;
      },
    );
    return () => end.abort();
  }, [isAsked, part, table, filter, asked, t]);
  // Half a million events are let go of with the dataset, not with the next search.
  useEffect(() => (table === undefined ? undefined : () => setLast(undefined)), [table]);
  // Lest the list come and go with every letter, what was found last stays until there is something new.
  const former =
    isAsked && last?.table === table && last.outcome.query.trim() !== '' && shareStart(last.outcome.query, asked)
      ? last.outcome
      : undefined;
  return useMemo(
    () => (isAsked ? (former ?? part.namesOutcome(table, filter, asked, t)) : undefined),
    [isAsked, part, former, table, filter, asked, t],
  );
}

/** Whether one of two texts goes on from the other, as typing does. */
function shareStart(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function useTextsReady(part: LazyModules['bar'] | undefined, table: EventTable | undefined, open: boolean): void {
  useEffect(() => {
    if (part === undefined || table === undefined || !open) return undefined;
    const end = new AbortController();
    part.runInSlices(part.indexTextSteps(table), { signal: end.signal }).catch((error: unknown) => {
      if (!end.signal.aborted) throw error;
    });
    return () => end.abort();
  }, [part, table, open]);
}
