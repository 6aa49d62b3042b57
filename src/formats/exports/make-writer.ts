import { memoByObject } from '../../base/memo';
import type { WholeDataset } from '../../model/dataset';
import type { Loss } from '../../model/losses';
import type { Writer, WriterHead } from '../writer';
import { lostBetween } from './lost';

/** A writer from what its files hold: what they leave out is all the rest. */
export function makeWriter(
  head: WriterHead,
  { held: hold, write, leavesOut }: Pick<Writer, 'held' | 'write' | 'leavesOut'>,
): Writer {
  const held = memoByObject((dataset: WholeDataset) => hold(dataset));
  const ofEvents = head.of === 'events';
  const lost = memoByObject((dataset: WholeDataset): readonly Loss[] => {
    const losses = lostBetween(dataset, held(dataset));
    // Nobody looks for events in a list of sources.
    return ofEvents ? losses : losses.filter(({ what }) => what === 'sources' || what === 'source-details');
  });
  return {
    ...head,
    leavesOut,
    held,
    losses: lost,
    count: (dataset) => (ofEvents ? held(dataset).events : held(dataset).sources).length,
    write,
  };
}
