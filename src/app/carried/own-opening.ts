import type { Translate } from '../../base/translate';
import type { LoadProblem } from '../../model/load-problem';
import type { EventTable } from '../../model/event-table';
import { withCarried, withoutOwn } from '../../state/address/own-address';
import { draftOfAddress } from '../../state/address/page-address';
import { failLoading, receiveTable } from '../../state/view/loading';
import type { TimelineStore } from '../../state/view/store';
import type { CarriedShown } from '../../ui/context/carried';
import type { Draft, Face } from '../../ui/context/desk';
import { mendAddress, readAddress } from '../address-bar';
import type { DatasetLoader } from '../loading/dataset-loader';
import { isOwnAddress, showWritten } from '../own-address';
import type { OwnWriteDoor } from '../writing/door';
import { openCarried } from './open-carried';
import type { Carried } from './open-carried';

/** The page that such a timeline is shown on. */
export interface OwnPage {
  readonly store: TimelineStore;
  readonly translate: Translate;
  readonly loader: DatasetLoader;
  /** Undefined where nothing may be written. */
  readonly writing: OwnWriteDoor | undefined;
  /** Resolves when what the page holds is on screen, or can't be. */
  readonly loadOwn: () => Promise<void>;
  readonly whenPainted: () => Promise<unknown>;
}

/** Opens what an address leads to of a reader's own. */
export interface OwnOpening {
  /** Sees to what the address leads to now. */
  readonly go: () => void;
  /** What is on screen is what the address leads to, or has nothing to do with it. */
  readonly isAtAddress: () => boolean;
  readonly carried: () => CarriedShown | undefined;
}

/** What was being written, and in which face. */
interface Left {
  readonly draft: Draft;
  readonly face: Face;
}

interface Shown {
  readonly table: EventTable;
  readonly data: string;
  readonly told: CarriedShown;
}

/** One for a page; `onChange` is told when `carried` gives something else. */
export function createOwnOpening(page: OwnPage, onChange: () => void): OwnOpening {
  const { store, translate: t, loader, writing } = page;
  let shown: Shown | undefined;
  let coming = new AbortController();
  const desk = () => writing?.services.now()?.desk();
  const isShown = (): boolean => shown !== undefined && store.getState().table === shown.table && desk() === undefined;
  store.subscribe((state, was) => {
    if (shown === undefined || state.table === was.table) return;
    const { data } = shown;
    // Back from writing on it: the address leads to it again.
    if (isShown() && readAddress().carried !== data) mendAddress((href) => withCarried(href, data));
    onChange();
  });
  writing?.subscribe(onChange);
  const fail = async (problem: LoadProblem): Promise<void> => {
    const isFirst = store.getState().table === undefined;
    // What can't be opened says nothing of the page's own.
    if (isFirst) {
      mendAddress(withoutOwn);
      showWritten();
      await page.loadOwn();
    }
    store.applyUnlocked(failLoading, problem);
  };
  const show = ({ table, rejections }: Carried, data: string, left: Left | undefined): void => {
    const { reader, rejections: faults } = readAddress();
    const back = (): void => {
      if (left !== undefined) void writing?.services.load().then((services) => services.take(left.draft, left.face));
    };
    shown = { table, data, told: { left: left && { title: left.draft.dataset.title, back } } };
    store.applyUnlocked(receiveTable, table, [...rejections, ...faults], reader);
    document.title = table.dataset.title;
    onChange();
  };
  const openLink = async (data: string): Promise<void> => {
    coming.abort();
    const own = (coming = new AbortController());
    const isLast = loader.begin(() => void openLink(data));
    const written = desk();
    const left =
      written !== undefined && written.past().length > 0 ? { draft: written.draft(), face: written.face() } : undefined;
    try {
      const found = await openCarried(data, { t, signal: own.signal });
      if (!isLast()) return;
      if ('draft' in found) show(found, data, left);
      else await fail(found);
    } catch (error) {
      if (own.signal.aborted || !isLast()) return;
      await fail({ kind: 'no-code', source: '', detail: error instanceof Error ? error.message : String(error) });
    }
  };
  const goOn = async (): Promise<void> => {
    const { carried } = readAddress();
    if (carried !== undefined) await openLink(carried);
    else if (/^#new\b/.test(location.hash) && writing !== undefined) {
      mendAddress(withoutOwn);
      writing.startNew();
    } else if (draftOfAddress(location.href) !== undefined && writing !== undefined) {
      await writing.arrived();
      // What is being written stays, though the address may lead to something that isn't here.
      if (!writing.isOpen()) await page.loadOwn();
    } else await page.loadOwn();
    // Only now: between the two pictures the written page would be seen.
    await page.whenPainted();
    showWritten();
  };
  return {
    go: () => void goOn(),
    isAtAddress: () => {
      // An entry of ours that is older than what is written: that stays.
      if (desk() !== undefined && history.state !== null) return true;
      if (!isOwnAddress(location.hash)) return !isShown();
      return isShown() && readAddress().carried === shown?.data;
    },
    carried: () => (isShown() ? shown?.told : undefined),
  };
}
