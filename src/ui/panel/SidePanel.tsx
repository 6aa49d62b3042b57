import { SCROLL_BOX } from '../kit/scroller';
import { useImperativeHandle, useRef, useState } from 'react';
import type { ReactNode, Ref } from 'react';
import { flushSync } from 'react-dom';
import { listInWords } from '../../base/translate';
import type { Dataset } from '../../model/dataset';
import type { EventTable } from '../../model/event-table';
import type { Rejection } from '../../model/rejection';
import { actorOf, eventOf } from '../../model/lookups';
import { setPanelOpen, showSummary } from '../../state/view/choose';
import { matchEvents } from '../../state/query/matches';
import { lacksWordFilter } from '../../state/query/word-filter';
import type { Chosen } from './ChosenPanel';
import { PanelBar } from './PanelBar';
import { PanelHeading, focusPanelHeading } from './PanelHeading';
import { BottomSheet } from './BottomSheet';
import { PanelSheet } from './BottomSheet';
import { PanelSteps } from './PanelSteps';
import { SummaryPanel } from './SummaryPanel';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { useWordFilter } from '../context/use-matches';
import { useDesk } from '../context/use-desk';
import { useOpenRoom } from '../context/use-opened';
import { useLazyModule } from '../context/use-lazy';
import { useFocusHeir } from '../kit/focus/use-focus-keeper';

export interface SidePanelHandle {
  /** Opens the panel if it is folded away and moves the focus to its title. */
  readonly focusPanel: () => void;
}

interface SidePanelProps {
  /**
   * `sheet` covers the screen, `bottom` its lower part; the summary is no sheet by default, since it would cover the
   * page as it opens.
   */
  readonly layout?: 'side' | 'bottom' | 'sheet';
  readonly sheetShowsSummary?: boolean;
  /** The border to the chart, where it can be moved. */
  readonly resizer?: ReactNode;
  readonly ref?: Ref<SidePanelHandle>;
}

/**
 * Details of what is chosen: an event, an actor, two actors, or the dataset as a whole. Never takes the focus by
 * itself.
 */
export function SidePanel({ layout = 'side', sheetShowsSummary = false, resizer, ref }: SidePanelProps) {
  const t = useText();
  const store = useTimelineStore();
  const view = usePanelView();
  const root = useRef<HTMLElement>(null);
  const keepFocus = useFocusHeir(() => focusPanelHeading(root.current));
  const [isFull, setFull] = useState(false);
  useImperativeHandle(
    ref,
    () => ({
      focusPanel: () => {
        flushSync(() => store.apply(setPanelOpen, true));
        focusPanelHeading(root.current);
      },
    }),
    [store],
  );
  const { dataset, table } = view;
  const chosen = dataset === undefined || table === undefined ? undefined : chosenOf(view, dataset, table);
  const part = useLazyModule('chosen', chosen !== undefined);
  if (!view.panelOpen || dataset === undefined || table === undefined) return null;
  if (layout !== 'side' && view.panel.kind === 'summary' && !sheetShowsSummary) return null;
  const fold = () => store.apply(setPanelOpen, false);
  // A sheet over the whole screen is the choice itself: closed, it is let go, as by Back. First the focus goes to where
  // the event stands.
  const letGo = () => {
    flushSync(fold);
    store.apply(showSummary);
  };
  const close = layout === 'sheet' ? letGo : fold;
  const panel = (
    <aside ref={root} className={`dt-panel dt-panel--${layout}`} aria-label={t('panel.label')} {...keepFocus}>
      {resizer}
      <PanelBar
        panel={view.panel}
        selected={view.selected}
        filter={view.filter}
        table={table}
        isWholeScreen={layout === 'sheet'}
        onClose={close}
        height={layout === 'bottom' ? { isFull, toggle: () => setFull(!isFull) } : undefined}
      />
      <div
        className="dt-panel-body"
        key={panelKey(view)}
        // A fieldset is for controls.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="group"
        aria-label={t('panel.text')}
        {...SCROLL_BOX}
      >
        {chosen === undefined ? (
          <Whole table={table} rejections={view.rejections} />
        ) : part === undefined ? (
          <ComingPanel chosen={chosen} />
        ) : (
          <part.ChosenPanel chosen={chosen} dataset={dataset} table={table} filter={view.filter} />
        )}
      </div>
      {layout === 'sheet' && chosen?.kind === 'event' ? (
        <div className="dt-panel-foot">
          <PanelSteps table={table} filter={view.filter} selected={chosen.event.id} named />
        </div>
      ) : null}
    </aside>
  );
  switch (layout) {
    case 'side':
      return panel;
    case 'bottom':
      return (
        <BottomSheet isFull={isFull} selected={view.selected} takesFocus={view.panel.kind === 'summary'}>
          {panel}
        </BottomSheet>
      );
    case 'sheet':
      return (
        <PanelSheet label={t('panel.label')} onClose={close}>
          {panel}
        </PanelSheet>
      );
  }
}

/** The parts of the state that the panel shows. Not the window: the panel stays as it is while the chart moves. */
function usePanelView() {
  useWordFilter();
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

/** Undefined where nothing is chosen that is there: then the panel shows the dataset as a whole. */
function chosenOf({ panel, filter, selected }: PanelView, dataset: Dataset, table: EventTable): Chosen | undefined {
  if (panel.kind === 'event' && selected !== undefined) {
    const event = eventOf(table, selected);
    const row = table.rowOf(selected);
    return event === undefined || row === undefined
      ? undefined
      : { kind: 'event', event, filteredOut: !lacksWordFilter(filter) && matchEvents(table, filter).mask[row] !== 1 };
  }
  if (panel.kind === 'actor') {
    const actor = actorOf(dataset, panel.actor);
    return actor && { kind: 'actor', actor, selected: selected === undefined ? undefined : eventOf(table, selected) };
  }
  if (panel.kind === 'pair') {
    const [a, b] = panel.actors.map((id) => actorOf(dataset, id));
    return a && b && { kind: 'pair', actors: [a, b] };
  }
  return undefined;
}

/** The dataset as a whole: to be read, or edited, or what became of the file that it was read from. */
function Whole(props: { readonly table: EventTable; readonly rejections: readonly Rejection[] }) {
  const room = useOpenRoom();
  const desk = useDesk();
  const part = useLazyModule('edit', desk !== undefined);
  const summary = <SummaryPanel {...props} />;
  const whole =
    desk === undefined || part === undefined ? summary : <part.DatasetPanel desk={desk} summary={summary} />;
  return room === undefined ? whole : <room.Report otherwise={whole} />;
}

/** Its title, which can hold the focus, while the code for the rest is on the way. */
function ComingPanel({ chosen }: { readonly chosen: Chosen }) {
  const t = useText();
  const title =
    chosen.kind === 'event'
      ? chosen.event.title
      : listInWords(
          (chosen.kind === 'pair' ? chosen.actors : [chosen.actor]).map(({ label }) => label),
          t,
        );
  return (
    <div aria-busy="true">
      <PanelHeading>{title}</PanelHeading>
    </div>
  );
}

/** Another key makes the body anew, scrolled to its top. */
function panelKey({ panel, selected, dataset }: PanelView): string {
  switch (panel.kind) {
    case 'summary':
      return `summary ${dataset?.id ?? ''}`;
    case 'event':
      return `event ${selected ?? ''}`;
    case 'actor':
      return `actor ${panel.actor}`;
    case 'pair':
      return `pair ${panel.actors.join(' ')}`;
  }
}
