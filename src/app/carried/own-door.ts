import { makeEmitter } from '../../base/emitter';
import { lazyCode } from '../../base/lazy-code';
import type { LazyCode } from '../../base/lazy-code';
import { lazyWithMessages } from '../../base/messages/load-messages';
import { draftOfAddress } from '../../state/address/page-address';
import { failLoading, startLoading } from '../../state/view/loading';
import type { CarriedDoor } from '../../ui/context/carried';
import { isOwnAddress, showWritten } from '../own-address';
import type { OwnOpening, OwnPage } from './own-opening';

const OPENING = lazyWithMessages(['faults', 'share'], () =>
  import('./own-opening').then(({ createOwnOpening }) => createOwnOpening),
);

/** Where an address may lead to a timeline of a reader's own. */
export interface OwnDoor extends CarriedDoor {
  /** Loads what the page opens with: what its address leads to, or else what it holds. */
  readonly load: () => void;
  /** Whether another address leads to, or away from, a timeline of the reader's own, which then is seen to here. */
  readonly arrive: () => boolean;
  readonly services: LazyCode<OwnOpening>;
}

/** The door of a page that reads its address. As small as can be: what such an address leads to is loaded for it. */
export function createOwnDoor(page: OwnPage): OwnDoor {
  const changes = makeEmitter();
  const services = lazyCode(() => OPENING.load().then((create) => create(page, changes.emit)));
  const go = (): void => {
    // What the browser keeps may be here already: nobody but the desk says that it comes.
    const isKept = draftOfAddress(location.href) !== undefined;
    if (!isKept || page.store.getState().table === undefined) page.store.applyUnlocked(startLoading, '');
    services.load().then(
      (opening) => opening.go(),
      async (error: unknown) => {
        showWritten();
        if (isKept) await page.writing?.arrived();
        if (isKept && page.writing?.isOpen() === true) return;
        await page.loadOwn();
        page.store.applyUnlocked(failLoading, { kind: 'no-code', source: location.hash, detail: String(error) });
      },
    );
  };
  return {
    load: () => (isOwnAddress(location.hash) ? go() : void page.loadOwn()),
    arrive: () => {
      const isElsewhere = services.now()?.isAtAddress() ?? !isOwnAddress(location.hash);
      if (!isElsewhere) go();
      return !isElsewhere;
    },
    services,
    subscribe: changes.subscribe,
    carried: () => services.now()?.carried(),
  };
}

/** The written page, which is of what the page holds, was hidden before anything was painted (app/opening-script.ts). */
