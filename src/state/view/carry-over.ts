import type { WholeDataset } from '../../model/dataset';
import type { Rejection } from '../../model/rejection';
import { applyViewParams } from '../address/apply-view-params';
import { receiveDataset } from './loading';
import { VIEW_PARAMS } from '../address/address';
import type { ViewParams } from '../address/view-params';
import { EMPTY_STATE } from './timeline-state';
import type { TimelineState } from './timeline-state';

/**
 * Shows datasets of the page in their opening view, with the author's view and the reader's over it, as an address asks
 * for them. `rejections` are of the files and the address. An id of the author's view that a dataset of the reader's choice
 * (`authors` false) hasn't got is no fault: it was written for another.
 */
export function openDatasets(
  state: TimelineState,
  dataset: WholeDataset,
  rejections: readonly Rejection[],
  {
    datasetIds,
    authors,
    author,
    reader,
  }: {
    readonly datasetIds: readonly string[];
    readonly authors: boolean;
    readonly author: ViewParams;
    readonly reader: ViewParams;
  },
): TimelineState {
  const { sort, view, panelOpen } = EMPTY_STATE;
  const opened = receiveDataset({ ...state, sort, view, panelOpen }, dataset, rejections, author);
  return applyViewParams({ ...opened, datasetIds, rejections: authors ? opened.rejections : rejections }, reader);
}

/**
 * Shows another of the page's datasets (`datasetIds` are the ids of those on screen then) in its own opening view: its
 * window, scale and rows, with `author` over them, since those of the former dataset may mean nothing here. What the reader
 * has chosen is kept as far as the new one has it: the filters, the event, the open panel and the pinned actors; ids it
 * hasn't got are dropped without a word, for nobody asked this dataset for them. Timeline or list, and the list's
 * order, stay. There is nothing to undo.
 */
export function switchDatasets(
  state: TimelineState,
  dataset: WholeDataset,
  rejections: readonly Rejection[],
  datasetIds: readonly string[],
  author: ViewParams,
): TimelineState {
  const opened = { ...receiveDataset(state, dataset, rejections, author), datasetIds };
  const kept = applyViewParams(opened, state.table === undefined ? {} : chosenIn(state));
  return { ...kept, view: state.view, sort: state.sort, rejections: opened.rejections };
}

function chosenIn(state: TimelineState): ViewParams {
  const { actors, countries, roles, types, tones, match, q, event, actor, compare, pair } = VIEW_PARAMS;
  return {
    actors: actors.read(state),
    countries: countries.read(state),
    roles: roles.read(state),
    types: types.read(state),
    tones: tones.read(state),
    match: match.read(state),
    q: q.read(state),
    event: event.read(state),
    actor: actor.read(state),
    compare: compare.read(state),
    pair: pair.read(state),
  };
}
