import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';
import { LAZY_MODULES, PRELOADED } from '../../src/ui/shell/page-modules';

// jsdom computes no layout and paints nothing. What follows stands in for the parts of a browser that components call
// and jsdom lacks; nothing here pretends to a result, except text widths, which are six pixels a character.

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
afterEach(cleanup);
// Files share a page: what one leaves in the address another would open with.
afterEach(() => {
  const left = location.href.slice(location.origin.length);
  if (left === '/') return;
  vi.restoreAllMocks();
  history.replaceState(null, '', '/');
  throw new Error(`The test leaves the page at ${left}, for the next file to open with`);
});
// So would a language that a reader chose, and how the document says that it reads.
afterEach(() => {
  localStorage.clear();
  for (const name of ['lang', 'dir']) document.documentElement.removeAttribute(name);
});
// On a busy machine a second is soon over.
configure({ asyncUtilTimeout: 10_000 });

// The tests of a part are about the part; those of its loading put it off themselves.
await Promise.all([...PRELOADED, LAZY_MODULES.embedBar].map((part) => part.load()));

const paintless = new Proxy(
  { measureText: (text: string) => ({ width: text.length * 6 }) },
  { get: (known, name) => Reflect.get(known, name) ?? (() => undefined), set: () => true },
);
define(HTMLCanvasElement.prototype, 'getContext', (kind: string) => (kind === '2d' ? paintless : null));

class UnmovedObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}
defineMissing(globalThis, 'ResizeObserver', UnmovedObserver);
defineMissing(globalThis, 'IntersectionObserver', UnmovedObserver);

defineMissing(globalThis, 'matchMedia', (media: string) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: vi.fn(),
    removeListener: vi.fn(),
  }),
);

// A file's bytes are there, and only its reader of old gives them.
defineMissing(Blob.prototype, 'arrayBuffer', function arrayBuffer(this: Blob) {
  const reader = new FileReader();
  return new Promise((resolve) => {
    reader.addEventListener('load', () => resolve(reader.result));
    reader.readAsArrayBuffer(this);
  });
});
defineMissing(Blob.prototype, 'text', async function text(this: Blob) {
  return new TextDecoder().decode(new Uint8Array(await this.arrayBuffer()));
});
defineMissing(Blob.prototype, 'stream', function stream(this: Blob) {
  return new ReadableStream({
    start: async (to) => {
      to.enqueue(new Uint8Array(await this.arrayBuffer()));
      to.close();
    },
  });
});

defineMissing(Element.prototype, 'scrollIntoView', () => {});
// No layout hides anything.
defineMissing(Element.prototype, 'checkVisibility', () => true);
defineMissing(Element.prototype, 'setPointerCapture', () => {});
defineMissing(Element.prototype, 'releasePointerCapture', () => {});
defineMissing(Element.prototype, 'hasPointerCapture', () => false);

function openDialog(this: HTMLDialogElement) {
  this.open = true;
}
defineMissing(HTMLDialogElement.prototype, 'show', openDialog);
defineMissing(HTMLDialogElement.prototype, 'showModal', openDialog);
defineMissing(HTMLDialogElement.prototype, 'close', function close(this: HTMLDialogElement, returnValue?: string) {
  if (!this.open) return;
  this.open = false;
  if (returnValue !== undefined) this.returnValue = returnValue;
  this.dispatchEvent(new Event('close'));
});

// jsdom has no top layer: an attribute tells which popovers are open, and `toggle` is sent as in a browser.
const openPopover = 'data-popover-open';
function setPopover(popover: HTMLElement, isOpen: boolean) {
  const wasOpen = popover.hasAttribute(openPopover);
  if (wasOpen === isOpen) return isOpen;
  popover.toggleAttribute(openPopover, isOpen);
  const states = { oldState: stateName(wasOpen), newState: stateName(isOpen) };
  popover.dispatchEvent(Object.assign(new Event('toggle'), states));
  return isOpen;
}
function stateName(isOpen: boolean) {
  return isOpen ? 'open' : 'closed';
}
defineMissing(HTMLElement.prototype, 'showPopover', function showPopover(this: HTMLElement) {
  setPopover(this, true);
});
defineMissing(HTMLElement.prototype, 'hidePopover', function hidePopover(this: HTMLElement) {
  setPopover(this, false);
});
defineMissing(HTMLElement.prototype, 'togglePopover', function togglePopover(this: HTMLElement, force?: boolean) {
  return setPopover(this, force ?? !this.hasAttribute(openPopover));
});

function define(target: object, name: string, value: unknown) {
  Object.defineProperty(target, name, { configurable: true, writable: true, value });
}

function defineMissing(target: object, name: string, value: unknown) {
  // Vitest's copy of jsdom's globals has some names without a value.
  if (Reflect.get(target, name) === undefined) define(target, name, value);
}
