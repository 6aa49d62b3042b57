import { makeEmitter } from '../../base/emitter';
import { lazyCode } from '../../base/lazy-code';
import { lazyWithMessages } from '../../base/messages/load-messages';
import { draftOfAddress } from '../../state/address/page-address';
import type { WriteDoor } from '../../ui/context/desk';
import type { WritingPage } from './writing';
import type { KeptWriting } from './writing.lazy';

/** The desk, and what keeps it. */
const WRITING = lazyWithMessages(['write', 'open', 'faults'], () =>
  import('./writing.lazy').then(({ openDesk }) => openDesk),
);

/** The door to a page's desk, and how it is closed for good. */
export interface OwnWriteDoor extends WriteDoor {
  /** Something is written here, whether or not something else lies over it. */
  readonly isOpen: () => boolean;
  /** Resolves when what the browser keeps is here, if the address leads to that, or why it isn't is told. */
  readonly arrived: () => Promise<unknown>;
  readonly leave: () => void;
}

/** How somebody begins to write on a page. */
export function createWriteDoor(page: WritingPage): OwnWriteDoor {
  const changes = makeEmitter();
  let isWanted = false;
  let arriving: Promise<unknown> = Promise.resolve();
  const services = lazyCode(() => WRITING.load().then((open) => open(page, changes.emit)));
  const act = (doIt: (services: KeptWriting) => unknown): Promise<unknown> => {
    isWanted = true;
    changes.emit();
    // That the code can't be had is told where the desk would stand.
    return services.load().then(doIt, () => undefined);
  };
  /** What the browser keeps, if the address leads there; back from it too. */
  const arrive = (): void => {
    // As it is now: what is on screen until then is soon in the address.
    const { href } = location;
    if (isWanted || draftOfAddress(href) !== undefined) arriving = act(({ keeping }) => keeping.arrive(href));
  };
  if (page.ownsDocument) {
    arrive();
    window.addEventListener('popstate', arrive);
  }
  return {
    isWanted: () => isWanted,
    subscribe: changes.subscribe,
    desk: () => services.now()?.desk(),
    begin: (face) => void act((each) => each.begin(face)),
    startNew: () => void act((each) => each.startNew()),
    openList: () => void act(({ keeping }) => keeping.openList()),
    isOpen: () => services.now()?.held() !== undefined,
    arrived: () => arriving,
    services,
    keeping: lazyCode(() => services.load().then(({ keeping }) => keeping)),
    leave: () => {
      window.removeEventListener('popstate', arrive);
      services.now()?.keeping.destroy();
      services.now()?.destroy();
    },
  };
}
