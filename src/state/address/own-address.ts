import { decodeAddress } from './address';
import { carriedPart, hashParams, IN_TAB, NEW, OF_FILE, withoutHash, withParams } from './page-address';
import type { ViewParams } from './view-params';

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

/** The view that an address says of what only this browser holds. */
export function viewOfTab(href: string): ViewParams {
  return isOfTab(href) ? decodeAddress(hashParams(href)).view : {};
}
