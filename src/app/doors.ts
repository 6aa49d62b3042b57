import { makeEmitter } from '../base/emitter';
import type { Emitter } from '../base/emitter';
import { lazyCode } from '../base/lazy-code';
import { lazyWithMessages } from '../base/messages/load-messages';
import { IS_SAVED_PAGE } from '../base/saved-page';
import type { PageOptions } from '../state/address/view-params';
import { createOwnDoor } from './carried/own-door';
import type { OwnDoor as AddressDoor } from './carried/own-door';
import type { OwnPage } from './carried/own-opening';
import { createOpenDoor } from './opening/door';
import type { OwnDoor } from './opening/door';
import type { OpeningPage } from './opening/on-screen';
import { windowOf } from '../ui/kit/any-window';
import { createWriteDoor } from './writing/door';
import type { OwnWriteDoor } from './writing/door';

/** What somebody brings of their own is looked at when they do. */
const OPENING = lazyWithMessages(['open', 'faults'], () =>
  import('./opening/opening').then(({ createOpening }) => createOpening),
);

/** How a reader's own data gets onto a page: brought, or written there. Each undefined where that may not be. */
export interface Doors {
  readonly opening: OwnDoor | undefined;
  readonly writing: OwnWriteDoor | undefined;
  /** Undefined where the page's address is none of the timeline's. */
  readonly address: AddressDoor | undefined;
  /** Tells of each edit. */
  readonly edits: Pick<Emitter, 'subscribe'>;
  /** What is on screen is in this tab alone. */
  readonly isInTab: () => boolean;
  readonly leave: () => void;
}

/** On a page of the timeline's own all of it is meant; elsewhere nothing is done unless the author says so. */
export function createDoors(
  target: Element,
  page: OpeningPage & Pick<OwnPage, 'loadOwn' | 'whenPainted'>,
  { embed, allow = [] }: PageOptions,
): Doors {
  const { ownsDocument } = page;
  // A saved page is of its own timeline, and has no more to open or write any with.
  const may = (what: 'open' | 'edit'): boolean =>
    !IS_SAVED_PAGE && ((ownsDocument && embed !== true) || allow.includes(what));
  const opening = may('open')
    ? createOpenDoor(
        ownsDocument ? document : target,
        lazyCode(() => OPENING.load().then((create) => create(page))),
      )
    : undefined;
  const edits = makeEmitter();
  const openedName = (): string | undefined => opening?.services.now()?.opened()?.name;
  const writing: OwnWriteDoor | undefined = may('edit')
    ? createWriteDoor({
        ...page,
        home: windowOf(target),
        openedName,
        isCarried: () => address?.carried() !== undefined,
        onEdited: edits.emit,
      })
    : undefined;
  const address: AddressDoor | undefined = ownsDocument ? createOwnDoor({ ...page, writing }) : undefined;
  return {
    opening,
    writing,
    address,
    edits,
    isInTab: () => openedName() !== undefined || writing?.isOpen() === true,
    leave: () => {
      opening?.leave();
      writing?.leave();
    },
  };
}
