import { faultsInWords, hostFault, hostFields } from '../../state/address/host-fields';
import type { FromHost, HostFault } from '../../state/address/host-fields';
import { VIEW_FIELDS, hostMistake, optionsFromHost, viewFromHost, wordFromHost } from '../../state/address/host-view';
import type { PageOptions, ViewParams } from '../../state/address/view-params';
import styles from '../../ui/shell/styles.css?inline';
import { addressFromHost, checkedSource, sourceFromHost } from '../../app/loading/host-source';
import { mountChecked } from '../../app/mount-timeline';
import type { Place } from '../../app/mount-timeline';
import type { KeptContent } from '../../app/Page';
import { HEIGHT } from '../../app/timeline-handle';
import type { TimelineHandle } from '../../app/timeline-handle';
import type { DatasetSource } from '../../app/loading/dataset-source';
import type { InlineOptions } from './inline-options';
import { keepKeys } from './keep-keys';

const WHO = 'mountTimeline';
const SETTINGS = ['theme', 'hide', 'lock', 'lang', 'gestures', 'motion', 'allow'] as const;
const NAMES = [
  'dataset',
  'src',
  'source',
  'options',
  'height',
  'shadow',
  'window',
  ...VIEW_FIELDS,
  ...SETTINGS,
] as const;

/**
 * Puts a timeline into an element of a page, whose content it replaces once there is something to show; a
 * timeline that stood there goes. What can't be used of
 * the options is left out, and told by the handle (`error`). Throws a TypeError where there is no element, or nothing
 * that could be shown.
 */
export function mountInline(element: Element, asked: InlineOptions): TimelineHandle {
  if (!isElement(element))
    throw hostMistake(
      WHO,
      hostFault('element', element, 'an element of the page; a selector that finds none gives null'),
    );
  const { values: given, faults } = hostFields(asked, '', NAMES);
  const source = sourceOf(given, faults);
  const view = viewIn(given);
  const options = optionsIn(given);
  const height = given.has('height') ? wordFromHost('height', given.get('height') ?? 'fill', HEIGHT) : 'fill';
  const shadow = given.get('shadow') ?? true;
  const others: readonly HostFault[] = [
    ...(typeof height === 'string' ? [] : [height]),
    ...(typeof shadow === 'boolean' ? [] : [hostFault('shadow', shadow, 'true or false')]),
  ];
  return mountChecked(
    element,
    shadow === false ? ownBox : ownRoot,
    { source, view: view.values, options: options.values, height: typeof height === 'string' ? height : 'fill' },
    [...faults, ...view.faults, ...options.faults, ...others],
  );
}

/** Of another window, too. */
function isElement(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'nodeType' in value && value.nodeType === Node.ELEMENT_NODE;
}

type Given = ReadonlyMap<string, unknown>;

function sourceOf(given: Given, faults: readonly HostFault[]): DatasetSource {
  const [source, dataset, src] = ['source', 'dataset', 'src'].map((name) => given.get(name) ?? undefined);
  if (source !== undefined) return checkedSource(WHO, source as DatasetSource);
  if (dataset !== undefined) return sourceFromHost(WHO, dataset as object);
  if (src !== undefined) return { kind: 'address', address: addressFromHost(WHO, 'src', src) };
  const others = faults.length === 0 ? '' : `; ${faultsInWords(faults)}`;
  throw new TypeError(`${WHO}: a timeline needs a \`dataset\`, a \`src\` or a \`source\`${others}`);
}

/** What stands under a name of its own, and over it what `view` holds. */
function viewIn(given: Given): FromHost<ViewParams> {
  const view = given.get('view');
  const isParts = typeof view === 'object' && view !== null;
  const flat = viewFromHost(picked(given, [...VIEW_FIELDS.filter((name) => name !== 'view' || !isParts), 'window']));
  const parts = isParts ? viewFromHost(view, 'view') : NOTHING;
  return { values: { ...flat.values, ...parts.values }, faults: [...flat.faults, ...parts.faults] };
}

function optionsIn(given: Given): FromHost<PageOptions> {
  const flat = optionsFromHost(picked(given, SETTINGS));
  const options = given.get('options') ?? undefined;
  const parts = options === undefined ? NOTHING : optionsFromHost(options, 'options');
  return { values: { ...flat.values, ...parts.values }, faults: [...flat.faults, ...parts.faults] };
}

const NOTHING: FromHost<object> = { values: {}, faults: [] };

function picked(given: Given, names: readonly string[]): object {
  return Object.fromEntries([...given].filter(([name]) => names.includes(name)));
}

/** By document: a stylesheet holds in the one that made it. */
const SHEETS = new WeakMap<Document, CSSStyleSheet>();

/**
 * The element that has the root is the page's as far as its rules go (`article > *`), which win over ours unless ours are
 * important: it is a plain block, and what is to be told of size and place the page tells the element that it gave. What
 * it would inherit ends at the first element in the root. Custom properties pass, and so does whether it is seen.
 */
const OWN_ROOT = `:host { all: initial !important; display: block !important; visibility: inherit !important; }
.dt-inline { all: initial; display: block; visibility: inherit; user-select: text; -webkit-user-select: text; }
.dt-inline--alone:empty { height: var(--dt-height, 100vh); }`;

function sheetFor(page: Document): CSSStyleSheet {
  const sheet = SHEETS.get(page) ?? new (page.defaultView ?? globalThis).CSSStyleSheet();
  if (!SHEETS.has(page)) sheet.replaceSync(`${styles} ${OWN_ROOT}`);
  SHEETS.set(page, sheet);
  return sheet;
}

/** A shadow root in an element's place. A stylesheet made by script passes a policy without inline styles. */
function ownRoot(element: Element): Place {
  const kept = keptIn(element);
  const { ownerDocument: page } = element;
  const host = page.createElement('div');
  const inner = page.createElement('div');
  // Where nothing stands there, it keeps the room that the timeline will take.
  inner.className = element.firstElementChild === null ? 'dt-inline dt-inline--alone' : 'dt-inline';
  // Not inherited from the page, as all else; which way it reads is the page's to say all the same.
  inner.dir = getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr';
  const shadow = host.attachShadow({ mode: 'open' });
  const dress = () => {
    shadow.adoptedStyleSheets = [sheetFor(host.ownerDocument)];
  };
  dress();
  shadow.append(inner);
  // What stands in the page already goes when there is something to show, and comes back where there is nothing.
  element.prepend(host);
  // The page may have made its own root small, to count in tens; in here text has the size that the reader has chosen.
  const textPx = parseFloat(getComputedStyle(inner).fontSize);
  if (textPx > 0) inner.style.setProperty('--dt-text-px', `${textPx / 16}px`);
  return { root: inner, holder: host, kept, dress, leave: leaving(inner, host) };
}

/**
 * A box in an element's place, in the page itself. What the page does to its element (empties it, fills it anew) then
 * takes all of the timeline along, and not parts of what is drawn.
 */
function ownBox(element: Element): Place {
  const kept = keptIn(element);
  const root = element.ownerDocument.createElement('div');
  // As high as the element, where that has a height: a `--dt-height` in per cent is then of that.
  root.style.height = '100%';
  element.prepend(root);
  return { root, holder: root, kept, leave: leaving(root, root) };
}

/** Keeps keys in until it is left. */
function leaving(root: Element, holder: Element): () => void {
  const stopKeeping = keepKeys(root);
  return () => {
    stopKeeping();
    holder.remove();
  };
}

/** What stands in an element before the timeline has something to show. */
function keptIn(element: Element): KeptContent {
  const nodes = [...element.childNodes];
  const takeAway = () => {
    for (const node of nodes) if (node.parentNode === element) element.removeChild(node);
    return () => element.append(...nodes);
  };
  return { nodes, takeAway };
}
