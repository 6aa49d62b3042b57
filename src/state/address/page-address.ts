import type { Rejection } from '../../model/rejection';
import { sameDatasets } from '../view/dataset-catalogue';
import { withoutLocked } from '../view/locks';
import type { TimelineState } from '../view/timeline-state';
import { addressText, decodeAddress, fittingAddress } from './address';
import { addressRejection } from './address-rejection';
import { IDS } from './codecs';
import type { PageOptions, ThemeName, ViewParams } from './view-params';

/**
 * Key of a hash: its view is of a file that a reader has opened, to which no address leads (`file`), or of what they have
 * written, by the id under which their browser keeps it.
 */
export const IN_TAB = 'tab';
export const OF_FILE = 'file';

/** Key of a hash that a new timeline is begun at. */
export const NEW = 'new';
/** Begins a hash that carries a timeline of its own (formats/carried): whoever wrote it, it stays as it is. */
const CARRIED = /#(t=[^&]*)&?/u;

/** What a page's address says: the author's view in the query, the reader's in the hash, options from both. */
export interface PageAddress {
  readonly author: ViewParams;
  readonly reader: ViewParams;
  readonly options: PageOptions;
  /** The shipped datasets that the author asks for. */
  readonly authorDatasets: readonly string[] | undefined;
  /** The data of the timeline that the hash carries, as it stands there; the reader's view is of that. */
  readonly carried: string | undefined;
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
  const isOfTabAlone = hash.has(IN_TAB);
  const isLost = isOfTabAlone && draftOfAddress(href) === undefined;
  const { view, left } = withoutLocked(isOfTabAlone ? {} : reader.view, lock);
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
    carried: carriedPart(href)?.slice('t='.length),
    rejections: [
      ...author.rejections,
      ...reader.rejections,
      ...(isLost ? [addressRejection(IN_TAB, '', 'a link; that file was open in one tab alone', 'noted')] : []),
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
 * The address of a view, on the page that stands at `href`: options and unknown keys of its hash are kept, and a timeline
 * that it carries, as long as that is on screen. `base` is another address without a hash to write it behind. Also says
 * what had to be left out to stay under ADDRESS_LIMIT, for which what is carried doesn't count.
 */
export function viewAddress(
  href: string,
  state: TimelineState,
  { author, usual }: PageDefaults,
  base = withoutHash(href),
): { readonly address: string; readonly left: readonly string[] } {
  const kept = keptParams(href, state, usual);
  const { params, left } = fittingAddress(state, { author, kept, taken: base.length + 1 });
  return { address: withParams(base, params, state.datasetIds.length === 0 ? carriedPart(href) : undefined), left };
}

/** The address of an event in the opening view of the datasets on screen. */
export function eventAddress(href: string, state: TimelineState, usual: readonly string[], eventId: string): string {
  const set = keptParams(href, state, usual).get('set');
  const params = new URLSearchParams({ ...(set === null ? {} : { set }), event: eventId });
  return withParams(withoutHash(href), params, state.datasetIds.length === 0 ? carriedPart(href) : undefined);
}

/** An address with a language in its hash, for whoever follows it; as it is where none is chosen. */
export function withLanguage(href: string, tag: string | undefined): string {
  if (tag === undefined) return href;
  const params = hashParams(href);
  params.set('lang', tag);
  return withParams(withoutHash(href), params, carriedPart(href));
}

/** The id under which a browser keeps what the address leads to; undefined for an address that leads elsewhere. */
export function draftOfAddress(href: string): string | undefined {
  const held = hashParams(href).get(IN_TAB);
  return held === null || held === OF_FILE || held === '' ? undefined : held;
}

/** An address with a theme in its hash; what the query says anyway, or nobody needs to say, isn't named. */
export function withTheme(href: string, theme: ThemeName): string {
  const params = hashParams(href);
  if (theme === (queryParams(href).get('theme') ?? 'auto')) params.delete('theme');
  else params.set('theme', theme);
  return withParams(withoutHash(href), params, carriedPart(href));
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

export function withParams(base: string, params: URLSearchParams, carried?: string): string {
  const text = [carried ?? '', addressText(params)].filter((part) => part !== '').join('&');
  return text === '' ? base : `${base}#${text}`;
}

export function carriedPart(href: string): string | undefined {
  return CARRIED.exec(href)?.[1];
}

export function withoutHash(href: string): string {
  return href.replace(/#.*$/su, '');
}

export function hashParams(href: string): URLSearchParams {
  return new URLSearchParams(/#(.*)$/su.exec(href.replace(CARRIED, '#'))?.[1] ?? '');
}

function queryParams(href: string): URLSearchParams {
  return new URLSearchParams(/\?(.*)$/su.exec(withoutHash(href))?.[1] ?? '');
}
