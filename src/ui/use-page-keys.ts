import type { RefObject } from 'react';
import { actorProfile } from '../state/actor-profile';
import { chooseEvent, showSummary } from '../state/choose';
import { undoView } from '../state/history';
import { setView } from '../state/look';
import { matchEvents } from '../state/matches';
import type { TimelineState } from '../state/timeline-state';
import { ACTING_ROLES } from '../model/vocabulary';
import { focusedNear } from './focus';
import { commandOf, worksAnywhere } from './key-table';
import type { KeyCommand } from './key-table';
import { usePage } from './page-context';
import { useTimelineStore } from './store-context';

/** A key press as React or the browser tells it. */
type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'target' | 'defaultPrevented' | 'preventDefault'>;

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
  const { control } = usePage();
  const run = (command: KeyCommand): void => {
    const state = store.getState();
    switch (command) {
      case 'zoom-in': return control.zoomBy(1.6);
      case 'zoom-out': return control.zoomBy(1 / 1.6);
      case 'fit-all': return control.show(undefined);
      case 'fit-selection': return state.selected === undefined ? undefined : control.fitEvent(state.selected);
      case 'actor-previous': return chooseBeside(state, -1, (id) => store.apply(chooseEvent, id));
      case 'actor-next': return chooseBeside(state, 1, (id) => store.apply(chooseEvent, id));
      case 'search': return search.current?.focus();
      case 'filters': return root.current?.querySelector<HTMLElement>('.dt-filter-bar .dt-facet-button')?.focus();
      case 'list': return store.apply(setView, shown === 'list' ? 'timeline' : 'list');
      case 'undo': return store.apply(undoView);
      case 'help': return openHelp();
      case 'escape': return leave(root.current, () => store.apply(showSummary));
      default: return undefined;
    }
  };
  return (event) => {
    if (event.defaultPrevented) return;
    const onSelected = event.target instanceof HTMLElement && event.target.getAttribute('aria-current') === 'true' && event.target.classList.contains('dt-spot');
    if (onSelected && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      focusPanel();
      return;
    }
    const command = commandOf({ key: event.key, ctrlKey: event.ctrlKey, metaKey: event.metaKey, altKey: event.altKey, target: event.target });
    if (command === undefined || !worksAnywhere(command)) return;
    event.preventDefault();
    run(command);
  };
}

/** From the panel back to the chosen mark first; then lets go of it, keeping the focus where it is. */
function leave(root: HTMLElement | null, letGo: () => void): void {
  const focused = root === null ? undefined : focusedNear(root);
  const mark = root?.querySelector<HTMLElement>('.dt-spot[aria-current="true"]');
  if (mark !== undefined && mark !== null && focused?.closest('.dt-panel') !== null && focused !== undefined) mark.focus();
  else letGo();
}

/** The event before or after the selected one in which the same actor (the open one, or the event's first) takes part. */
function chooseBeside(state: TimelineState, step: 1 | -1, choose: (id: string) => void): void {
  const { dataset, table, selected, panel, filter } = state;
  const row = selected === undefined ? undefined : table?.rowOf(selected);
  if (dataset === undefined || table === undefined || row === undefined) return;
  const { participants } = table.eventAt(row);
  const actor = panel.kind === 'actor' ? panel.actor : (participants.find(({ role }) => ACTING_ROLES.has(role)) ?? participants[0])?.actor;
  if (actor === undefined) return;
  const { events } = actorProfile(dataset, table, matchEvents(table, filter).mask, actor);
  const next = step > 0 ? events.find((each) => each > row) : events.findLast((each) => each < row);
  if (next !== undefined) choose(table.eventAt(next).id);
}
