import { invariant } from '../../base/invariant';
import type { PageOptions } from '../../state/address/view-params';
import styles from '../../ui/shell/styles.css?inline';
import { mountTimeline } from '../../app/mount-timeline';
import type { TimelineHandle } from '../../app/timeline-handle';
import type { DatasetSource } from '../../app/loading/dataset-source';
import { viewAsked } from './inline-options';
import type { InlineOptions } from './inline-options';

/**
 * Puts a timeline into an element of a page, whose content it replaces once there is something to see. Throws where no
 * dataset is named.
 */
export function mountInline(element: Element, asked: InlineOptions): TimelineHandle {
  const { options, height, shadow = true } = asked;
  const source = sourceOf(asked);
  const place = shadow ? ownRoot(element, height) : thePageItself(element);
  const handle = mountTimeline(place.root, {
    source,
    view: viewAsked(asked),
    options: { ...optionsIn(asked), ...options },
    ...(height === undefined ? {} : { height }),
  });
  handle.on('ready', () => void handle.whenPainted().then(place.takeOver));
  handle.on('error', place.takeOver);
  return {
    ...handle,
    destroy: () => {
      handle.destroy();
      place.leave();
    },
  };
}

function sourceOf({ source, dataset, src }: InlineOptions): DatasetSource {
  if (source !== undefined) return source;
  if (dataset !== undefined)
    return { kind: 'text', text: typeof dataset === 'string' ? dataset : JSON.stringify(dataset), name: 'dataset' };
  invariant(src, 'a timeline needs a `dataset`, a `src` or a `source`');
  return { kind: 'address', address: src };
}

function optionsIn({ theme, hide, lock, lang, gestures, motion }: InlineOptions): PageOptions {
  const given = Object.entries({ theme, hide, lock, lang, gestures, motion }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(given) as PageOptions;
}

let sheet: CSSStyleSheet | undefined;

/** Where a timeline stands in the element it was given. */
interface Place {
  readonly root: Element;
  /** What stood in the element before goes, and the timeline is seen. */
  readonly takeOver: () => void;
  readonly leave: () => void;
}

function thePageItself(root: Element): Place {
  return { root, takeOver: doNothing, leave: doNothing };
}

function doNothing(): void {}

/**
 * A shadow root beside what stands in an element, which stays there until the timeline takes over. A stylesheet made by
 * script passes a policy without inline styles. What the page's own rules give the host element would still be
 * inherited, so the first element in the root takes none of it; custom properties pass. Empty it keeps the room that
 * the timeline will take, where the page says how much that is.
 */
function ownRoot(element: Element, height: InlineOptions['height'] = 'fill'): Place {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`${styles} .dt-inline { all: initial; display: block; }
      .dt-inline--fill:empty { height: var(--dt-height, 100vh); }`);
  }
  const host = document.createElement('div');
  const inner = document.createElement('div');
  inner.className = `dt-inline dt-inline--${height}`;
  // Not inherited from the page, as all else; which way it reads is the page's to say all the same.
  inner.dir = getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(inner);
  const before = [...element.childNodes];
  // Laid out, as wide as it will be, and not seen.
  if (before.some((node) => node instanceof Element || node.textContent?.trim() !== ''))
    Object.assign(host.style, { height: '0', overflow: 'hidden', visibility: 'hidden' });
  element.append(host);
  // The page may have made its own root small, to count in tens; in here text has the size that the reader has chosen.
  const textPx = parseFloat(getComputedStyle(inner).fontSize);
  if (textPx > 0) inner.style.setProperty('--dt-text-px', `${textPx / 16}px`);
  return {
    root: inner,
    takeOver: () => {
      for (const node of before) node.remove();
      host.removeAttribute('style');
    },
    leave: () => host.remove(),
  };
}
