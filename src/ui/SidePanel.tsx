import { useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { FocusEvent, ReactNode, Ref, RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { Dataset } from '../model/dataset';
import type { EventTable } from '../model/event-table';
import { actorOf, eventOf } from '../model/lookups';
import { setPanelOpen } from '../state/choose';
import { matchEvents } from '../state/matches';
import { ActorPanel } from './ActorPanel';
import { EventPanel } from './EventPanel';
import { PairPanel } from './PairPanel';
import { PanelBar } from './PanelBar';
import { focusPanelHeading } from './PanelHeading';
import { PanelSheet } from './PanelSheet';
import { SummaryPanel } from './SummaryPanel';
import { useText, useTimeline, useTimelineStore } from './store-context';

export interface SidePanelHandle {
  /** Opens the panel if it is folded away and moves the focus to its title. */
  readonly focusPanel: () => void;
}

interface SidePanelProps {
  /** `sheet` covers the screen; the summary is no sheet by default, since it would cover the page as it opens. */
  readonly layout?: 'side' | 'sheet';
  readonly sheetShowsSummary?: boolean;
  readonly ref?: Ref<SidePanelHandle>;
}

/** Details of what is chosen: an event, an actor, two actors, or the dataset as a whole. Never takes the focus by itself. */
export function SidePanel({ layout = 'side', sheetShowsSummary = false, ref }: SidePanelProps) {
  const t = useText();
  const store = useTimelineStore();
  const view = usePanelView();
  const root = useRef<HTMLElement>(null);
  const keepFocus = useKeptFocus(root);
  useImperativeHandle(ref, () => ({
    focusPanel: () => {
      flushSync(() => store.apply(setPanelOpen, true));
      focusPanelHeading(root.current);
    },
  }), [store]);
  const { dataset, table } = view;
  if (!view.panelOpen || dataset === undefined || table === undefined) return null;
  if (layout === 'sheet' && view.panel.kind === 'summary' && !sheetShowsSummary) return null;
  const panel = (
    <aside ref={root} className={`dt-panel dt-panel--${layout}`} aria-label={t('panel.label')} {...keepFocus}>
      <PanelBar panel={view.panel} selected={view.selected} filter={view.filter} table={table} />
      <div className="dt-panel-body" key={panelKey(view)}>
        {panelContent(view, dataset, table)}
      </div>
    </aside>
  );
  return layout === 'sheet'
    ? <PanelSheet label={t('panel.label')} onClose={() => store.apply(setPanelOpen, false)}>{panel}</PanelSheet>
    : panel;
}

/** The parts of the state that the panel shows. Not the window: the panel stays as it is while the chart moves. */
function usePanelView() {
  return {
    dataset: useTimeline((state) => state.dataset),
    table: useTimeline((state) => state.table),
    filter: useTimeline((state) => state.filter),
    rejections: useTimeline((state) => state.rejections),
    selected: useTimeline((state) => state.selected),
    panel: useTimeline((state) => state.panel),
    panelOpen: useTimeline((state) => state.panelOpen),
  };
}
type PanelView = ReturnType<typeof usePanelView>;

function panelContent(view: PanelView, dataset: Dataset, table: EventTable): ReactNode {
  const { panel, filter } = view;
  if (panel.kind === 'event' && view.selected !== undefined) {
    const event = eventOf(table, view.selected);
    const row = table.rowOf(view.selected);
    if (event !== undefined && row !== undefined) {
      const filteredOut = matchEvents(table, filter).mask[row] !== 1;
      return <EventPanel dataset={dataset} event={event} filteredOut={filteredOut} />;
    }
  }
  if (panel.kind === 'actor') {
    const actor = actorOf(dataset, panel.actor);
    const selected = view.selected === undefined ? undefined : eventOf(table, view.selected);
    if (actor !== undefined) return <ActorPanel dataset={dataset} table={table} filter={filter} actor={actor} selected={selected} />;
  }
  if (panel.kind === 'pair') {
    const [a, b] = panel.actors.map((id) => actorOf(dataset, id));
    if (a !== undefined && b !== undefined) return <PairPanel table={table} filter={filter} actors={[a, b]} />;
  }
  return <SummaryPanel table={table} rejections={view.rejections} />;
}

/** Another key makes the body anew, scrolled to its top. */
function panelKey({ panel, selected, dataset }: PanelView): string {
  switch (panel.kind) {
    case 'summary': return `summary ${dataset?.id ?? ''}`;
    case 'event': return `event ${selected ?? ''}`;
    case 'actor': return `actor ${panel.actor}`;
    case 'pair': return `pair ${panel.actors.join(' ')}`;
  }
}

/**
 * A link chosen inside the panel goes away with the content it stood in, and the focus would fall to the page's start.
 * Then, and only then, it moves to the new title. Hears no blur for removed elements: React sends none while it commits.
 */
function useKeptFocus(root: RefObject<HTMLElement | null>) {
  const focused = useRef<Element>(null);
  useLayoutEffect(() => {
    if (focused.current === null || focused.current.isConnected) return;
    focused.current = null;
    focusPanelHeading(root.current);
  });
  return {
    onFocus: (event: FocusEvent) => { focused.current = event.target; },
    onBlur: () => { focused.current = null; },
  };
}
