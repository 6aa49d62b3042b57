import { sliceOf } from './full';

/** What pages say of everything in an article, none of it meant for an element of ours. `npm test` takes each third. */
export const HOST_RULES = sliceOf(
  [
    'display: grid; grid-template-columns: 1fr 1fr 1fr; place-items: center',
    'display: inline',
    'display: flex; height: 90px; flex-direction: column; align-items: center',
    'columns: 3 !important; display: inline-block !important',
    'display: flex',
    'display: inline-flex !important',
    'display: grid; grid-auto-flow: column; justify-content: start',
    'display: table-cell',
    'display: table',
    'display: contents',
    'float: left',
    'display: inline-grid',
    'writing-mode: vertical-rl',
  ],
  3,
);
