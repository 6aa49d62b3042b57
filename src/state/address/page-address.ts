import type { Rejection } from '../../model/rejection';
import { sameDatasets } from '../view/dataset-catalogue';
import { withoutLocked } from '../view/locks';
import type { TimelineState } from '../view/timeline-state';
import { addressText, decodeAddress, fittingAddress } from './address';
import { addressRejection } from './address-rejection';
import { IDS } from './codecs';
import type { PageOptions, ThemeName, ViewParams } from './view-params';

/** Key of a hash: its view is of a file that a reader has opened, to which no address leads. */
const IN_TAB = 'tab';

/** What a page's address says: the author's view in the query, the reader's in the hash, options from both. */
export interface PageAddress {
  readonly author: ViewParams;
  readonly reader: ViewParams;
  readonly options: PageOptions;
  /** The shipped datasets that the author asks for. */
  readonly authorDatasets: readonly string[] | undefined;
  readonly rejections: readonly Rejection[];
}

/**
 * Reads a page's address; the reader's options come before the author's, but neither open a lock of the author's nor
 * lie over what it holds, and allow nothing. Never throws.
 */
export function parsePageAddress(href: string): PageAddress {
  const author = decodeAddress(queryParams(href));
  const hash = hashParams(href);
  const reader = decodeAddress(hash);
  const lock = author.options.lock ?? [];
  // The view of a file that a reader had opened says nothing of the page's data.
  const isOfTab = hash.has(IN_TAB);
  const { view, left } = withoutLocked(isOfTab ? {} : reader.view, lock);
  const { allow: _, ...readers } = reader.options;
  return {
    author: author.view,
    reader: view,
    options: {
      ...author.options,
      ...readers,
      ...(lock.length === 0 ? {} : { lock: [...new Set([...lock, ...(reader.options.lock ?? [])])] }),
    },
    authorDatasets: author.options.set,
    rejections: [
      ...author.rejections,
      ...reader.rejections,
      ...(isOfTab ? [addressRejection(IN_TAB, '', 'a link; that file was open in one tab alone', 'noted')] : []),
      ...left.map((field) =>
        addressRejection(field, hash.get(field) ?? '', 'nothing: the author has locked this', 'dropped'),
      ),
    ],
  };
}

/** What the page shows without a word in its hash. */
export interface PageDefaults {
  readonly author: ViewParams;
  /** Ids of the datasets that need no naming. */
  readonly usual: readonly string[];
}

/**
 * The address of a view, on the page that stands at `href`: options and unknown keys of its hash are kept. `base` is
 * another address without a hash to write it behind. Also says what had to be left out to stay under ADDRESS_LIMIT.
 */
export function viewAddress(
  href: string,
  state: TimelineState,
  { author, usual }: PageDefaults,
  base = withoutHash(href),
): { readonly address: string; readonly left: readonly string[] } {
  const kept = keptParams(href, state, usual);
  const { params, left } = fittingAddress(state, { author, kept, taken: base.length + 1 });
  return { address: withParams(base, params), left };
}

/** The address of an event in the opening view of the datasets on screen. */
export function eventAddress(href: string, state: TimelineState, usual: readonly string[], eventId: string): string {
  const set = keptParams(href, state, usual).get('set');
  const params = new URLSearchParams({ ...(set === null ? {} : { set }), event: eventId });
  return withParams(withoutHash(href), params);
}

/** An address with a language in its hash, for whoever follows it; as it is where none is chosen. */
export function withLanguage(href: string, tag: string | undefined): string {
  if (tag === undefined) return href;
  const params = hashParams(href);
  params.set('lang', tag);
  return withParams(withoutHash(href), params);
}

/** An address whose view is of a file that only this tab holds, or isn't. */
export function withInTab(href: string, isInTab: boolean): string {
  const params = hashParams(href);
  if (isInTab) params.set(IN_TAB, 'file');
  else params.delete(IN_TAB);
  return withParams(withoutHash(href), params);
}

/** An address with a theme in its hash; what the query says anyway, or nobody needs to say, isn't named. */
export function withTheme(href: string, theme: ThemeName): string {
  const params = hashParams(href);
  if (theme === (queryParams(href).get('theme') ?? 'auto')) params.delete('theme');
  else params.set('theme', theme);
  return withParams(withoutHash(href), params);
}

/**
 * The hash as it is, with the datasets on screen: named only where they aren't the usual ones. A dataset that came from
 * elsewhere leaves the hash alone.
 */
function keptParams(href: string, { datasetIds: shown }: TimelineState, usual: readonly string[]): URLSearchParams {
  const kept = hashParams(href);
  if (shown.length === 0) return kept;
  kept.delete(IN_TAB);
  if (sameDatasets(shown, usual)) kept.delete('set');
  else kept.set('set', IDS.write(shown));
  return kept;
}

function withParams(base: string, params: URLSearchParams): string {
  const text = addressText(params);
  return text === '' ? base : `${base}#${text}`;
}

function withoutHash(href: string): string {
  return href.replace(/#.*$/su, '');
}

function hashParams(href: string): URLSearchParams {
  return new URLSearchParams(/#(.*)$/su.exec(href)?.[1] ?? '');
}

function queryParams(href: string): URLSearchParams {
  return new URLSearchParams(/\?(.*)$/su.exec(withoutHash(href))?.[1] ?? '');
}
