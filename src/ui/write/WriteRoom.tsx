import type { WriteDoor } from '../context/desk';
import { useLazyModules } from '../context/lazy-modules';
import { useDesk } from '../context/use-desk';
import { useLazy, useLazyState } from '../context/use-lazy';
import { WriteBar } from './WriteBar';

/** What stands in the page's head once somebody writes, or asks for what they have written. */
export function WriteRoom({
  writing,
  ...acts
}: {
  readonly writing: WriteDoor;
  readonly onShare: () => void;
  readonly onHelp: () => void;
}) {
  const desk = useDesk();
  // What keeps it away is told here.
  useLazy(writing.services);
  const { here: keeping } = useLazyState(writing.keeping, true);
  const { here: part } = useLazyState(useLazyModules().keep, true);
  return (
    <>
      {desk === undefined ? null : <WriteBar desk={desk} {...acts} />}
      {keeping === undefined || part === undefined ? null : <part.KeepRoom keeping={keeping} />}
    </>
  );
}
