import { makeEmitter } from '../../base/emitter';
import type { LazyCode } from '../../base/lazy-code';
import { isField } from '../../ui/context/key-table';
import { isNode } from '../../ui/kit/any-window';
import type { OpenDoor } from '../../ui/open/open-services';
import type { Brought, Opening } from './brought';

/** The door of a timeline, and how it is closed for good. */
export interface OwnDoor extends OpenDoor {
  readonly leave: () => void;
}

/**
 * Listens for what is dropped or pasted: on all of a page of the timeline's own, else on the timeline's element alone.
 * Nothing dropped there replaces the page, whatever it is; what comes of it the room says, which is loaded for it. Text for
 * a field stays the field's, and what is dragged from here is nothing new.
 */
export function createOpenDoor(place: Document | Element, services: LazyCode<Opening>): OwnDoor {
  const end = new AbortController();
  const changes = makeEmitter();
  let isWanted = false;
  let isOwn = false;
  const act = (doIt: (opening: Opening) => void): void => {
    if (!isWanted) {
      isWanted = true;
      changes.emit();
    }
    // That the room can't be had is told where it would stand.
    services.load().then(doIt, () => undefined);
  };
  const listen = (name: string, heard: (event: DragEvent & ClipboardEvent) => void): void =>
    place.addEventListener(name, heard as (event: Event) => void, { signal: end.signal });
  /** For us, with what it carries: then nobody else has a use for it. */
  const take = (
    event: DragEvent & ClipboardEvent,
    data = event.dataTransfer ?? event.clipboardData,
  ): DataTransfer | undefined => {
    const isFields = isField(event.composedPath()[0] ?? null);
    if (data === null || isOwn || event.defaultPrevented) return undefined;
    if (isFields && (event.type === 'paste' || !data.types.includes('Files'))) return undefined;
    event.preventDefault();
    return data;
  };
  const bring = (event: DragEvent & ClipboardEvent): void => {
    const data = take(event);
    if (data === undefined) return;
    // At once: when the event is over, the browser takes it back.
    const brought: Brought = {
      how: event.type === 'drop' ? 'drop' : 'paste',
      files: [...data.items]
        .filter(({ kind }) => kind === 'file')
        .map((item) => ({ file: item.getAsFile(), isFolder: item.webkitGetAsEntry()?.isDirectory === true })),
      text: data.getData('text/plain'),
      html: data.getData('text/html'),
      addresses: data.getData('text/uri-list'),
    };
    act((opening) => opening.take(brought));
  };
  for (const name of ['dragstart', 'dragend']) listen(name, () => void (isOwn = name === 'dragstart'));
  listen('dragover', (event) => {
    // Over what takes it for itself nothing here would become of it.
    if (event.defaultPrevented) services.now()?.over(false);
    const data = take(event);
    if (data === undefined) return;
    data.dropEffect = 'copy';
    act(({ over }) => over(true));
  });
  listen('dragleave', ({ relatedTarget: to }) => {
    if (!(isNode(to) && place.contains(to))) services.now()?.over(false);
  });
  listen('drop', (event) => {
    if (event.defaultPrevented) services.now()?.over(false);
    bring(event);
  });
  listen('paste', bring);
  return {
    isWanted: () => isWanted,
    subscribe: changes.subscribe,
    ask: () => act(({ ask }) => ask()),
    want: () => act(() => undefined),
    services,
    leave: () => end.abort(),
  };
}
