import { invariant } from '../../base/invariant';
import { VIEW_PARAMS } from '../../state/address/address';
import type { PageOptions, ViewParams } from '../../state/address/view-params';
import styles from '../../ui/shell/styles.css?inline';
import { mountTimeline } from '../../app/mount-timeline';
import type { MountOptions } from '../../app/mount-page';
import type { KeptContent } from '../../app/Page';
import type { TimelineHandle } from '../../app/timeline-handle';
import type { DatasetSource } from '../../app/loading/dataset-source';
import type { ViewRequest } from '../../app/view-request';
import { keepKeys } from './keep-keys';

/** The parts of the view under their own names; `view` alone says timeline or list, or holds the parts itself. */
export interface InlineOptions
  extends
    Omit<ViewRequest, 'view'>,
    Pick<PageOptions, 'theme' | 'hide' | 'lock' | 'lang' | 'gestures' | 'motion'>,
    Pick<MountOptions, 'height' | 'options'> {
  /** A dataset: the object, or its JSON. */
  readonly dataset?: string | object;
  /** Address of a dataset's JSON on the page's own host. */
  readonly src?: string;
  /** Anything else that events can come from; `dataset` and `src` are short for two of these. */
  readonly source?: DatasetSource;
  readonly view?: ViewRequest | ViewParams['view'];
  /**
   * A root of its own, so that the page's styles don't reach in and the timeline's not out: true if nothing is given.
   * Without it the page links the stylesheet of the library itself.
   */
  readonly shadow?: boolean;
}

/**
 * Puts a timeline into an element of a page, whose content it replaces once there is something to show. Throws where no
 * dataset is named.
 */
export function mountInline(element: Element, asked: InlineOptions): TimelineHandle {
  const { options, height, shadow = true } = asked;
  const source = sourceOf(asked);
  const before = standing(element);
  const place = shadow ? ownRoot(element) : { root: element, leave: () => undefined };
  const stopKeeping = keepKeys(place.root);
  const handle = mountTimeline(place.root, {
    source,
    view: viewAsked(asked),
    options: { ...optionsIn(asked), ...options },
    ...(height === undefined ? {} : { height }),
    ...(shadow ? { kept: before } : {}),
  });
  return {
    ...handle,
    destroy: () => {
      before.end();
      handle.destroy();
      stopKeeping();
      place.leave();
    },
  };
}

/** What stands in an element before the timeline has something to show; once it went, `end` keeps it from coming back. */
function standing(element: Element): Required<KeptContent> & { readonly end: () => void } {
  const nodes = [...element.childNodes];
  let isOver = false;
  return {
    nodes,
    takeAway: () => {
      for (const node of nodes) if (node.parentNode === element) element.removeChild(node);
      return () => {
        if (!isOver) element.append(...nodes);
      };
    },
    end: () => {
      isOver = true;
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

/** The parts of the view that options ask for, in one object. */
export function viewAsked({ view, window, ...asked }: InlineOptions): ViewRequest {
  const parts = Object.fromEntries(
    Object.entries(asked).filter(([name, value]) => Object.hasOwn(VIEW_PARAMS, name) && value !== undefined),
  ) as ViewRequest;
  return { ...parts, ...(window === undefined ? {} : { window }), ...(typeof view === 'string' ? { view } : view) };
}

function optionsIn({ theme, hide, lock, lang, gestures, motion }: InlineOptions): PageOptions {
  const given = Object.entries({ theme, hide, lock, lang, gestures, motion }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(given) as PageOptions;
}

let sheet: CSSStyleSheet | undefined;

/**
 * The element that has the root is the page's as far as its rules go (`article > *`), which win over ours unless ours are
 * important: it is a plain block, and what is to be told of size and place the page tells the element that it gave. What
 * it would inherit ends at the first element in the root. Custom properties pass, and so does whether it is seen.
 */
const OWN_ROOT = `:host { all: initial !important; display: block !important; visibility: inherit !important; }
.dt-inline { all: initial; display: block; visibility: inherit; user-select: text; -webkit-user-select: text; }`;

/** A shadow root in an element's place. A stylesheet made by script passes a policy without inline styles. */
function ownRoot(element: Element): { readonly root: Element; readonly leave: () => void } {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(`${styles} ${OWN_ROOT}`);
  }
  const host = document.createElement('div');
  const inner = document.createElement('div');
  inner.className = 'dt-inline';
  // Not inherited from the page, as all else; which way it reads is the page's to say all the same.
  inner.dir = getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
  const shadow = host.attachShadow({ mode: 'open' });
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(inner);
  // What stands in the page already goes when there is something to show, and comes back where there is nothing.
  element.prepend(host);
  // The page may have made its own root small, to count in tens; in here text has the size that the reader has chosen.
  const textPx = parseFloat(getComputedStyle(inner).fontSize);
  if (textPx > 0) inner.style.setProperty('--dt-text-px', `${textPx / 16}px`);
  return { root: inner, leave: () => host.remove() };
}
