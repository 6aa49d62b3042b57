import { valueAt } from '../../base/value-at';
import type { RefObject } from 'react';
import { chooseEvent, showSummary } from '../../state/view/choose';
import { undoView } from '../../state/view/history';
import { setView } from '../../state/view/view-actions';
import { matchEvents } from '../../state/query/matches';
import { rowsOfActor } from '../../state/query/ordinals';
import type { TimelineState } from '../../state/view/timeline-state';
import { ACTING_ROLES } from '../../model/vocabulary';
import type { ChartControl } from '../context/chart-control';
import { focusedNear, moveFocus } from '../kit/focus/focus';
import { commandOf, worksAnywhere } from '../context/key-table';
import type { KeyCommand } from '../context/key-table';
import { usePageServices } from '../context/page-services';
import { useTimelineStore } from '../context/store-context';
import { isElement } from '../kit/any-window';

/** A key press as React or the browser tells it. */
type KeyPress = Pick<
  KeyboardEvent,
  | 'key'
  | 'code'
  | 'ctrlKey'
  | 'metaKey'
  | 'altKey'
  | 'getModifierState'
  | 'target'
  | 'defaultPrevented'
  | 'preventDefault'
>;

interface KeyTargets {
  readonly root: RefObject<HTMLElement | null>;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly openHelp: () => void;
  readonly focusPanel: () => void;
  readonly shown: 'timeline' | 'list';
}

/** Keys that work wherever the focus is inside the timeline; the chart's own come first. */
export function usePageKeys({ root, search, openHelp, focusPanel, shown }: KeyTargets): (event: KeyPress) => void {
  const store = useTimelineStore();
  const { control, opening } = usePageServices();
  const run = (command: KeyCommand): void => {
    const state = store.getState();
    const box = root.current;
    switch (command) {
      case 'zoom-in':
        return control.zoomBy(1.6, focusedPx(box, state, control));
      case 'zoom-out':
        return control.zoomBy(1 / 1.6, focusedPx(box, state, control));
      case 'fit-all':
        return control.show(undefined);
      case 'fit-selection':
        return state.selected === undefined ? undefined : control.fitEvent(state.selected);
      case 'actor-previous':
        return chooseBeside(state, -1, (id) => store.apply(chooseEvent, id));
      case 'actor-next':
        return chooseBeside(state, 1, (id) => store.apply(chooseEvent, id));
      case 'search':
        return moveFocus(search.current, 'scroll to it');
      case 'filters':
        return moveFocus(box?.querySelector<HTMLElement>('.dt-filter-bar .dt-facet-button'), 'scroll to it');
      case 'list':
        return store.apply(setView, shown === 'list' ? 'timeline' : 'list');
      case 'undo':
        return store.apply(undoView);
      case 'open':
        return opening?.ask();
      case 'help':
        return openHelp();
      case 'escape':
        return box === null ? undefined : leave(box, state, () => store.apply(showSummary));
      default:
        return undefined;
    }
  };
  return (event) => {
    if (event.defaultPrevented) return;
    if ((event.key === 'Enter' || event.key === ' ') && isChosen(event.target)) {
      event.preventDefault();
      focusPanel();
      return;
    }
    const command = commandOf(event);
    // A sheet closes as dialogs do, by the browser.
    if (command === 'escape' && isElement(event.target) && event.target.closest('dialog') !== null) return;
    if (command === undefined || !worksAnywhere(command) || (shown === 'list' && ON_CHART.has(command))) return;
    event.preventDefault();
    run(command);
  };
}

/** What moves the chart's window; the list shows nothing of it. */
const ON_CHART: ReadonlySet<KeyCommand> = new Set<KeyCommand>(['zoom-in', 'zoom-out', 'fit-all', 'fit-selection']);
/** Where what the panel shows was chosen, in the chart or the list. */
const CHOSEN =
  '.dt-main :is(.dt-mark-button, .dt-lane-actor)[aria-current="true"], .dt-list [aria-current="true"] .dt-event-link';

function isChosen(target: EventTarget | null): target is HTMLElement {
  return isElement(target) && target.matches(CHOSEN);
}

/** Zooming keeps the event that has the focus where it is. Undefined where no event has it. */
function focusedPx(root: HTMLElement | null, { table }: TimelineState, control: ChartControl): number | undefined {
  const target = root === null ? undefined : focusedNear(root)?.closest<HTMLElement>('.dt-mark-button');
  const now = control.projection();
  if (target === undefined || target === null || table === undefined || now === undefined) return undefined;
  return Math.min(Math.max(now.timeToPx(valueAt(table.anchor, Number(target.dataset['row']))), 0), now.widthPx);
}

/**
 * Out of the panel or the tray, back to what was chosen there; else lets go of it, and keeps the focus where it is.
 * With nothing chosen, to the chart.
 */
function leave(root: HTMLElement, { selected, panel }: TimelineState, letGo: () => void): void {
  const chosen = root.querySelector<HTMLElement>(CHOSEN);
  const beside = focusedNear(root)?.closest('.dt-panel, .dt-tray') ?? null;
  if (beside === null || (chosen === null && (selected !== undefined || panel.kind !== 'summary'))) letGo();
  if (beside !== null) moveFocus(chosen ?? mainStop(root), 'scroll to it');
}

function mainStop(root: HTMLElement): HTMLElement | undefined {
  return (
    root.querySelector<HTMLElement>('.dt-lanes [tabindex="0"]') ??
    root.querySelector<HTMLElement>('.dt-list :is(button, select)') ??
    undefined
  );
}

/**
 * The event before or after the selected one in which the same actor (the open one, or the event's first) takes part;
 * with none selected, the open actor's first or last.
 */
function chooseBeside(state: TimelineState, step: 1 | -1, choose: (id: string) => void): void {
  const { table, selected, panel, filter } = state;
  const row = selected === undefined ? undefined : table?.rowOf(selected);
  if (table === undefined) return;
  const participants = row === undefined ? [] : table.eventAt(row).participants;
  const actor =
    panel.kind === 'actor'
      ? panel.actor
      : (participants.find(({ role }) => ACTING_ROLES.has(role)) ?? participants[0])?.actor;
  if (actor === undefined) return;
  const { mask } = matchEvents(table, filter);
  const rows = rowsOfActor(table, actor).filter((each) => mask[each] === 1);
  const next = step > 0 ? rows.find((each) => each > (row ?? -1)) : rows.findLast((each) => each < (row ?? Infinity));
  if (next !== undefined) choose(table.eventAt(next).id);
}
