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
const IN_TAB = 'tab';
const OF_FILE = 'file';

/** Key of a hash that a new timeline is begun at. */
const NEW = 'new';
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

/**
 * An address whose view is of a file that only this tab holds, of a draft that the browser keeps by this id, or of
 * neither. What it carried it is then no longer of.
 */
export function withInTab(href: string, held: 'file' | { readonly draft: string } | undefined): string {
  const params = hashParams(href);
  params.delete(NEW);
  if (held === undefined) params.delete(IN_TAB);
  else params.set(IN_TAB, held === OF_FILE ? OF_FILE : held.draft);
  return withParams(withoutHash(href), params, held === undefined ? carriedPart(href) : undefined);
}

/** An address that carries a timeline, with the keys of the view that stand in its hash. */
export function withCarried(href: string, data: string): string {
  const params = hashParams(href);
  for (const key of [NEW, IN_TAB, 'set']) params.delete(key);
  return withParams(withoutHash(href), params, `t=${data}`);
}

/** An address that leads to what the page shows by itself: language and theme stay. */
export function withoutOwn(href: string): string {
  const params = hashParams(href);
  for (const key of Array.from(params.keys())) if (key !== 'lang' && key !== 'theme') params.delete(key);
  return withParams(withoutHash(href), params);
}

/** Whether an address says that its view is of something that only this browser holds. */
export function isOfTab(href: string): boolean {
  return hashParams(href).has(IN_TAB);
}

/** The id under which a browser keeps what the address leads to; undefined for an address that leads elsewhere. */
export function draftOfAddress(href: string): string | undefined {
  const held = hashParams(href).get(IN_TAB);
  return held === null || held === OF_FILE || held === '' ? undefined : held;
}

/** The view that an address says of what only this browser holds. */
export function viewOfTab(href: string): ViewParams {
  return isOfTab(href) ? decodeAddress(hashParams(href)).view : {};
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

function withParams(base: string, params: URLSearchParams, carried?: string): string {
  const text = [carried ?? '', addressText(params)].filter((part) => part !== '').join('&');
  return text === '' ? base : `${base}#${text}`;
}

function carriedPart(href: string): string | undefined {
  return CARRIED.exec(href)?.[1];
}

function withoutHash(href: string): string {
  return href.replace(/#.*$/su, '');
}

function hashParams(href: string): URLSearchParams {
  return new URLSearchParams(/#(.*)$/su.exec(href.replace(CARRIED, '#'))?.[1] ?? '');
}

function queryParams(href: string): URLSearchParams {
  return new URLSearchParams(/\?(.*)$/su.exec(withoutHash(href))?.[1] ?? '');
}
