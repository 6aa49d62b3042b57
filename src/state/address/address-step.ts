import { knownDatasets, sameDatasets } from '../view/dataset-catalogue';
import type { DatasetCatalogue } from '../view/dataset-catalogue';
import { freshView, takeViewParams } from '../view/loading';
import type { TimelineState } from '../view/timeline-state';
import { parsePageAddress, viewAddress, withLanguage } from './page-address';
import type { PageDefaults } from './page-address';
import type { PageOptions, ViewParams } from './view-params';

const WRITE_EVERY_MS = 350;
/** What the browser refused is tried again after so long, as the view then is. */
const TRY_AGAIN_MS = 5000;
/**
 * Going back takes a few milliseconds; where it doesn't happen (browsers forget entries beyond the fiftieth), the
 * address follows without it.
 */
const BACK_WITHIN_MS = 2000;
/** Marks the history entries that we made, so that Back to one of them only takes the choice back. */
const OURS = 'diplomatic-timeline';

/** The page whose address is kept; none of this changes. */
export interface AddressPage extends PageDefaults {
  /** In a frame the address is the author's, and the history belongs to the page around it: nothing is written. */
  readonly isFramed: boolean;
  /** What the page ships; undefined where no other dataset can be chosen. */
  readonly catalogue: DatasetCatalogue | undefined;
}

/** The history entry on which the page stands. */
export interface HistoryEntry {
  readonly href: string;
  /** What the browser keeps with it: `entryMark` for one of ours. */
  readonly mark: unknown;
}

/** What is remembered from step to step. */
export interface AddressMemory {
  /** The event that is chosen, as far as the history knows of it. */
  readonly chosen: string | undefined;
  /** Ids of the datasets that the history's entry is of. */
  readonly datasets: readonly string[];
  /** Between Back and the datasets that it asks for the address is ahead of the screen. */
  readonly isAhead: boolean;
  /**
   * While an event is let go, until the entry before its choice is there: the view without it, and what that entry then
   * says.
   */
  readonly leaving: { readonly state: TimelineState; readonly href: string } | undefined;
  /** Steps of an entry that the browser refused and that is still to be made; undefined where there is none. */
  readonly owed: number | undefined;
  /** What the address says of how the page is set up, as text; a page can only be set up by being loaded. */
  readonly setUp: string;
  /** How long until 'waited' is due, counted from the step that put it here; a new object starts anew. */
  readonly wait: { readonly ms: number } | undefined;
}

/** Where things stand when something happens. */
export interface AddressSituation {
  readonly page: AddressPage;
  readonly memory: AddressMemory;
  readonly at: HistoryEntry;
  readonly state: TimelineState;
}

/** What happened. */
export type AddressEvent =
  /** The state has changed. */
  | { readonly kind: 'changed'; readonly before: TimelineState }
  /** What `wait` asked for is over. */
  | { readonly kind: 'waited' }
  /** The browser refused to write: too much was written in a short while (Safari: 100 in 30 s), or it never does. */
  | { readonly kind: 'refused'; readonly written: WriteAction }
  /** Back, Forward or a hash that was typed, pasted or followed led to another entry; `language` is what the reader has chosen, if anything. */
  | { readonly kind: 'arrived'; readonly language: string | undefined };

/** A history entry to be made, or to take the place of the one that is there. */
export interface WriteAction extends HistoryEntry {
  readonly kind: 'push' | 'replace';
}

/** What is to be done about it, in this order. */
export type AddressAction =
  | WriteAction
  /** The address asks for a page that is set up otherwise. */
  | { readonly kind: 'reload' }
  /** So many steps back through the history; an 'arrived' follows. */
  | { readonly kind: 'back'; readonly steps: number }
  /** The page stands where it stood at 'back'; the browser would scroll it to where that entry was left. */
  | { readonly kind: 'keep-scroll' }
  | { readonly kind: 'show'; readonly state: TimelineState }
  | { readonly kind: 'open-datasets'; readonly ids: readonly string[] }
  | { readonly kind: 'speak'; readonly language: string };

export interface AddressStep {
  readonly memory: AddressMemory;
  readonly actions: readonly AddressAction[];
}

/** The first step: the entry on which the page was opened is ours; one that is loaded again stands where it stood. */
export function startAddress({ page, at, state }: Omit<AddressSituation, 'memory'>): AddressStep {
  const { selected: chosen, datasetIds: datasets } = state;
  return {
    memory: {
      chosen,
      datasets,
      isAhead: false,
      leaving: undefined,
      owed: undefined,
      setUp: setUpOf(parsePageAddress(at.href).options),
      wait: undefined,
    },
    actions: page.isFramed ? [] : [{ kind: 'replace', href: at.href, mark: entryMark(stepsOf(at.mark) ?? 0) }],
  };
}

/**
 * Keeps the address and the state in step. Every change of the view is written (at most once in 350 ms); choosing an
 * event or other datasets makes a history entry, and Back takes that choice back. Letting an event go goes back itself,
 * to before it was chosen, so that no entry is left that shows nothing new.
 */
export function stepAddress(here: AddressSituation, event: AddressEvent): AddressStep {
  const { leaving } = here.memory;
  switch (event.kind) {
    case 'changed':
      return leaving === undefined ? change(here, event.before) : { memory: here.memory, actions: [] };
    case 'waited':
      return leaving === undefined ? write(here) : settle(here, leaving);
    case 'refused':
      return owe(here, event.written);
    case 'arrived': {
      if (leaving === undefined) return arrive(here, event.language);
      const { memory, actions } = settle(here, leaving);
      return { memory, actions: [{ kind: 'keep-scroll' }, ...actions] };
    }
  }
}

/**
 * What marks an entry of ours; `steps` lead back from it to the one on which nothing was chosen, 0 where there is none.
 */
function entryMark(steps: number): string {
  return steps === 0 ? OURS : `${OURS} ${steps}`;
}

/** The steps of an entry's mark; undefined for an entry that isn't ours. */
function stepsOf(mark: unknown): number | undefined {
  if (mark === OURS) return 0;
  const steps = typeof mark === 'string' && mark.startsWith(`${OURS} `) ? Number(mark.slice(OURS.length)) : Number.NaN;
  return Number.isSafeInteger(steps) && steps > 0 ? steps : undefined;
}

function change(here: AddressSituation, before: TimelineState): AddressStep {
  const { memory, state } = here;
  const isOther = state.dataset !== before.dataset;
  const isOnItsWay = memory.isAhead && !isOther && state.loading.phase === 'loading';
  if (state.dataset === undefined || isOnItsWay) return { memory, actions: [] };
  const datasets = isOther ? state.datasetIds : memory.datasets;
  const next = { ...here, memory: { ...memory, isAhead: false, chosen: state.selected, datasets } };
  // What comes selected with another dataset was chosen by its address, or before.
  if (!isOther) return state.selected === memory.chosen ? writeSoon(next) : chooseOther(next, memory.chosen);
  const isSwitch =
    before.datasetIds.length > 0 && state.datasetIds.length > 0 && !sameDatasets(state.datasetIds, memory.datasets);
  return isSwitch ? switchDatasets(next, before) : writeSoon(next);
}

/** Another event is chosen than `before`, or none any more. */
function chooseOther(here: AddressSituation, before: string | undefined): AddressStep {
  const { page, memory, at, state } = here;
  // None lead back across other datasets, nor from an event that came with the address.
  const steps = page.isFramed ? 0 : (stepsOf(at.mark) ?? 0);
  if (state.selected === undefined) {
    const settled = { ...here, memory: { ...memory, owed: undefined } };
    return steps === 0 ? writeSoon(settled) : goBack(settled, steps);
  }
  const stepsOfNew = memory.owed ?? (before === undefined ? 1 : steps === 0 ? 0 : steps + 1);
  return { memory: { ...memory, owed: undefined, wait: undefined }, actions: pushed(here, stepsOfNew) };
}

/** The entry that is left keeps the view as it was left. */
function switchDatasets(here: AddressSituation, before: TimelineState): AddressStep {
  const { memory } = here;
  const left = memory.wait === undefined ? [] : replaced({ ...here, state: before });
  return { memory: { ...memory, owed: undefined, wait: undefined }, actions: [...left, ...pushed(here, 0)] };
}

function writeSoon({ memory }: AddressSituation): AddressStep {
  return { memory: { ...memory, wait: memory.wait ?? { ms: WRITE_EVERY_MS } }, actions: [] };
}

/** An entry that is still owed is made now, for all that was chosen meanwhile. */
function write(here: AddressSituation): AddressStep {
  const { owed } = here.memory;
  return {
    memory: { ...here.memory, owed: undefined, wait: undefined },
    actions: owed === undefined ? replaced(here) : pushed(here, owed),
  };
}

/** Nothing of the view is lost: it is written later, as it then is. */
function owe({ memory }: AddressSituation, { kind, mark }: WriteAction): AddressStep {
  const owed = kind === 'push' ? stepsOf(mark) : memory.owed;
  return { memory: { ...memory, owed, wait: { ms: TRY_AGAIN_MS } }, actions: [] };
}

function goBack({ page, memory, at, state }: AddressSituation, steps: number): AddressStep {
  const leaving = { state, href: viewAddress(at.href, state, page).address };
  return { memory: { ...memory, leaving, wait: { ms: BACK_WITHIN_MS } }, actions: [{ kind: 'back', steps }] };
}

/** Back where nothing was chosen: that entry takes on the view as it was left, and what has changed since follows. */
function settle(here: AddressSituation, leaving: NonNullable<AddressMemory['leaving']>): AddressStep {
  const { page, at, state } = here;
  const { href } = leaving;
  const first = replacedBy(page, at, href);
  const settled = { ...here.memory, leaving: undefined, wait: undefined };
  if (state === leaving.state) return { memory: settled, actions: first };
  const { memory, actions } = change({ ...here, memory: settled, at: { ...at, href } }, leaving.state);
  return { memory, actions: [...first, ...actions] };
}

function arrive(here: AddressSituation, language: string | undefined): AddressStep {
  const { page, at, state } = here;
  const isOurs = stepsOf(at.mark) !== undefined;
  const { reader, options } = parsePageAddress(at.href);
  const setUp = setUpOf(options);
  // What was refused belongs behind an entry that is left.
  const memory = { ...here.memory, setUp, owed: undefined };
  if (setUp !== here.memory.setUp) return { memory: { ...memory, wait: undefined }, actions: [{ kind: 'reload' }] };
  const spoken = spokenAt(here, isOurs ? language : undefined, options.lang);
  const ids = otherDatasets(here, isOurs, options.set);
  if (ids !== undefined) {
    const ahead = { ...memory, datasets: ids, isAhead: true, wait: undefined };
    return { memory: ahead, actions: [...spoken, { kind: 'open-datasets', ids }] };
  }
  const view = isOurs
    ? takeChoice(state, { event: reader.event ?? null, actor: reader.actor ?? null, pair: reader.pair ?? null })
    : // An address typed or pasted by hand is a view of its own; one of ours only differs in what is chosen.
      takeViewParams(takeViewParams(freshView(state), page.author), reader);
  // What Back chooses is no new choice, and must not become an entry of its own.
  return { memory: { ...memory, chosen: view.selected }, actions: [...spoken, { kind: 'show', state: view }] };
}

/** What of an address only a page that is loaded anew takes in. */
function setUpOf({ data, embed, hide, lock, gestures, motion, allow }: PageOptions): string {
  return JSON.stringify([data, embed, hide, lock, gestures, motion, allow]);
}

/** The datasets that an entry asks for and that aren't on screen; one typed by hand that names unknown ones has them told. */
function otherDatasets(
  { page: { catalogue }, state }: AddressSituation,
  isOurs: boolean,
  asked: readonly string[] | undefined,
): readonly string[] | undefined {
  if (catalogue === undefined || state.datasetIds.length === 0) return undefined;
  const { ids, rejections } = knownDatasets(asked, catalogue);
  return (!isOurs && rejections.length > 0) || !sameDatasets(ids, state.datasetIds) ? ids : undefined;
}

/**
 * An entry of ours from before a language was chosen doesn't take that choice back; an address typed by hand may ask
 * for another.
 */
function spokenAt(
  { page, at }: AddressSituation,
  chosen: string | undefined,
  asked: string | undefined,
): readonly AddressAction[] {
  if (chosen !== undefined) return replacedBy(page, at, withLanguage(at.href, chosen));
  return asked === undefined ? [] : [{ kind: 'speak', language: asked }];
}

/** What is chosen anew opens its panel, as when it was chosen first. */
function takeChoice(state: TimelineState, choice: ViewParams): TimelineState {
  const { past, panelOpen, selected } = state;
  const next = takeViewParams(state, choice);
  return { ...next, past, panelOpen: panelOpen || (next.selected !== undefined && next.selected !== selected) };
}

function pushed({ page, at, state }: AddressSituation, steps: number): readonly WriteAction[] {
  if (page.isFramed) return [];
  return [{ kind: 'push', href: viewAddress(at.href, state, page).address, mark: entryMark(steps) }];
}

function replaced({ page, at, state }: AddressSituation): readonly WriteAction[] {
  return replacedBy(page, at, viewAddress(at.href, state, page).address);
}

function replacedBy(page: AddressPage, at: HistoryEntry, href: string): readonly WriteAction[] {
  return page.isFramed || href === at.href ? [] : [{ kind: 'replace', href, mark: at.mark }];
}
