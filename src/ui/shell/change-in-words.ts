import { datedPart } from '../../model/dated-part';
import type { Translate } from '../../base/translate';
import { instant } from '../../model/dates/instant';
import type { TimeSpan } from '../../model/dates/instant';
import { dayInWords } from '../../model/dates/calendar-prose';
import { eventDateInWords } from '../../model/dates/date-prose';
import type { EventTable } from '../../model/event-table';
import { actorOf, eventOf, nameOf } from '../../model/lookups';
import type { Dataset } from '../../model/dataset';
import { maskInWindow } from '../../layout/lanes/window-mask';
import { timeScaleOf } from '../../layout/scale/time-scale-of';
import { actorProfile, sharedEvents } from '../../state/query/actor-profile';
import { placeOfEvent } from '../../state/query/event-place';
import { matchEvents } from '../../state/query/matches';
import { sameList, sameWindow } from '../../state/view/history';
import type { Panel, TimelineState } from '../../state/view/timeline-state';

/** The view as it is heard: what is chosen, and how it is shown. */
export interface HeardView {
  readonly state: TimelineState;
  readonly shown: 'timeline' | 'list';
  /** Rows as the list on screen has them; undefined where there is none. */
  readonly order: Uint32Array | undefined;
}

/** A view of a dataset that is there. */
interface View extends HeardView {
  readonly dataset: Dataset;
  readonly table: EventTable;
}

/** Whether two states could differ for the ear. What the pointer is over, and how far loading is, couldn't. */
export function isHeardChange(a: TimelineState, b: TimelineState): boolean {
  return (
    a.dataset !== b.dataset ||
    a.selected !== b.selected ||
    a.panel !== b.panel ||
    a.panelOpen !== b.panelOpen ||
    a.pinned !== b.pinned ||
    a.view !== b.view ||
    a.sort !== b.sort ||
    a.window !== b.window ||
    a.past !== b.past
  );
}

/**
 * What has changed from one view to another in one sentence: that which says most where it is several things. Empty
 * where nothing has, where it is another dataset, and for what the count of events says (a filter). O(events).
 */
export function changeInWords(before: HeardView, after: HeardView, t: Translate): string {
  const { dataset, table, filter } = after.state;
  if (dataset === undefined || table === undefined || before.state.dataset?.id !== dataset.id) return '';
  const now = { ...after, dataset, table };
  const words =
    chosenInWords(before.state, now, t) || viewInWords(before, now, t) || arrangementInWords(before.state, now, t);
  const isUndone = after.state.past.length < before.state.past.length && words !== '';
  return isUndone && before.state.filter === filter ? t('spoken.undone', { words }) : words;
}

/** An event, an actor, two of them, or none; and what is pinned. */
function chosenInWords(before: TimelineState, view: View, t: Translate): string {
  const { panel, selected, panelOpen, pinned } = view.state;
  if (!samePanel(panel, before.panel) || selected !== before.selected || panelOpen !== before.panelOpen) {
    if (!panelOpen && before.panelOpen) return t('spoken.closed');
    return panelInWords(panel, view, before, t);
  }
  return sameList(pinned, before.pinned) ? '' : t('spoken.pinned', { n: pinned.length });
}

/** A link that is applied makes all of a state anew, also what stays as it was. */
function samePanel(a: Panel, b: Panel): boolean {
  return a.kind === b.kind && sameList(actorsOf(a), actorsOf(b));
}

function actorsOf(panel: Panel): readonly string[] {
  if (panel.kind === 'pair') return panel.actors;
  return panel.kind === 'actor' ? [panel.actor] : [];
}

function panelInWords(panel: Panel, view: View, before: TimelineState, t: Translate): string {
  const { dataset, table, state } = view;
  const { mask } = matchEvents(table, state.filter);
  switch (panel.kind) {
    case 'event':
      return eventInWords(view, t);
    case 'actor': {
      const n = actorProfile(dataset, table, mask, panel.actor).acted.length;
      return t('spoken.actor', { name: actorOf(dataset, panel.actor)?.label ?? panel.actor, n });
    }
    case 'pair': {
      const [a, b] = panel.actors;
      const n = sharedEvents(table, mask, a, b).length;
      return t('spoken.pair', { a: nameOf(dataset, a), b: nameOf(dataset, b), n });
    }
    case 'summary':
      return t(before.selected !== undefined && state.selected === undefined ? 'spoken.nothing' : 'spoken.summary');
  }
}

/** "Phone call on preparations. 24 Feb 2016. 7 of 11." */
function eventInWords({ dataset, table, state, order }: View, t: Translate): string {
  const { selected, filter } = state;
  const event = selected === undefined ? undefined : eventOf(table, selected);
  if (event === undefined) return '';
  const date = eventDateInWords(event, dataset.asOf, t);
  const words = t('spoken.event', { title: event.label, date });
  const { place, count } = placeOfEvent(table, filter, event.id, order);
  return place === undefined ? words : t('spoken.eventPlace', { event: words, place, n: count });
}

function viewInWords(before: HeardView, { shown, state, table }: View, t: Translate): string {
  if (before.shown === shown || before.state.view === state.view) return '';
  return t('spoken.countOf', { what: t(`tool.view.${shown}`), n: matchEvents(table, state.filter).count });
}

/** How rows, time and list are arranged, and what of them is in sight. */
function arrangementInWords(before: TimelineState, view: View, t: Translate): string {
  const now = view.state;
  const setting = (what: string, value: string) => t('spoken.setting', { what, value });
  if (now.group !== before.group) return setting(t('tool.group'), t(`tool.group.${now.group}`));
  if (now.scale !== before.scale) return setting(t('tool.scale'), t(`tool.scale.${now.scale}`));
  if (now.laneOrder !== before.laneOrder) return setting(t('lanes.order'), t(`lanes.order.${now.laneOrder}`));
  if (now.sort !== before.sort) return setting(t('list.sort'), t(`list.sort.${now.sort}`));
  if (!sameList(now.expanded, before.expanded))
    return now.expanded === undefined ? t('spoken.groupsAsBefore') : t('spoken.groups', { n: now.expanded.length });
  return sameWindow(now.window, before.window) ? '' : windowInWords(view, t);
}

function windowInWords({ table, state }: View, t: Translate): string {
  const { domain } = timeScaleOf(table, state.scale);
  const window = state.window ?? domain;
  const dated = datedPart(table);
  const { mask } = matchEvents(table, state.filter);
  const n = maskInWindow(dated, mask.subarray(0, dated.size), window).reduce((sum, bit) => sum + bit, 0);
  const from = dayInWords(window.start, t);
  const to = dayInWords(instant(window.end - 1), t);
  const words = from === to ? t('spoken.countOf', { what: from, n }) : t('spoken.window', { from, to, n });
  return isWhole(window, domain) ? t('spoken.whole', { window: words }) : words;
}

function isWhole(window: TimeSpan, domain: TimeSpan): boolean {
  return window.start <= domain.start && window.end >= domain.end;
}
