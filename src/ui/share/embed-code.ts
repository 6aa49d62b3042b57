import { escapeMarkup } from '../../base/escape-markup';
import { addressText } from '../../state/address/address';

/** What a host page is to show. */
export interface EmbedTarget {
  /** Address of the hosted page, without query and hash. */
  readonly home: string;
  /** The view and how the page is set up, in the words of the address; without `embed`. */
  readonly params: URLSearchParams;
  /** What assistive technology calls the frame, and a reader the link in its place. */
  readonly title: string;
}

/** `home` with the parameters as its query, the author's side of an address. */
export function pageAddress(home: string, params: URLSearchParams): string {
  const text = addressText(params);
  return text === '' ? home : `${home}?${text}`;
}

/** A bare iframe, for a page that takes HTML and no scripts. `heightPx` is a whole number. */
export function iframeCode({ home, params, title }: EmbedTarget, heightPx: number): string {
  const address = pageAddress(home, new URLSearchParams([['embed', '1'], ...params]));
  return [
    `<iframe src="${escapeMarkup(address)}" title="${escapeMarkup(title)}" loading="lazy" width="100%" height="${heightPx}"`,
    'style="border:0" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"',
    'allow="fullscreen *; clipboard-write" referrerpolicy="no-referrer"></iframe>',
  ].join(' ');
}

/**
 * The custom element with its loader, which stands beside the page; inside it a link for where no script runs. It keeps
 * `heightPx` of room until it is as high as its content, so that what stands after it doesn't jump.
 */
export function elementCode({ home, params, title }: EmbedTarget, heightPx: number): string {
  const attributes = [['src', home], ...params, ['label', title]].map(
    ([name = '', value = '']) => `${name}="${escapeMarkup(value)}"`,
  );
  const loader = new URL('embed.js', home).href;
  return [
    `<script src="${escapeMarkup(loader)}" async></script>`,
    `<diplomatic-timeline ${attributes.join(' ')} style="display:block;min-height:${heightPx}px"><a href="${escapeMarkup(pageAddress(home, params))}">${escapeMarkup(title)}</a></diplomatic-timeline>`,
  ].join('\n');
}

/** What `mountTimeline` of the library build is given. */
export interface InlineTarget {
  /** Address of the dataset's file, on the host page's own server. */
  readonly data: string;
  readonly heightPx: number;
  /**
   * The view, then how the page is set up, each under its name in an address: numbers, strings, lists of them and null.
   */
  readonly view: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * A module script of the host page's own that mounts the timeline in its document. The library brings its style along.
 */
export function inlineCode({ data, heightPx, view, options }: InlineTarget): string {
  const parts = Object.entries({ src: data, ...view, ...(Object.keys(options).length === 0 ? {} : { options }) });
  return [
    `<div id="timeline" style="--dt-height: ${heightPx}px"></div>`,
    '<script type="module">',
    "import { mountTimeline } from './diplomatic-timeline.js';",
    '',
    "mountTimeline(document.querySelector('#timeline'), {",
    ...parts.map(([name, value]) => `  ${name}: ${scriptValue(value)},`),
    '});',
    '</script>',
  ].join('\n');
}

/** A value as it may stand inside a script element: JSON, in which no tag or comment can begin. */
function scriptValue(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
