import { instant } from '../model/dates/instant';
import type { ViewParams } from '../state/address/view-params';

/**
 * A part of the view as a host page asks for it: the words of the address, instants as plain milliseconds (`Date.UTC`).
 */
export interface ViewRequest extends Omit<ViewParams, 'from' | 'to'> {
  readonly from?: number | null;
  readonly to?: number | null;
  /** `from` and `to` in one, `end` not inside; null for all the time. */
  readonly window?: { readonly start: number; readonly end: number } | null;
}

/** The request in the words of the address; `from` and `to` come before `window`. */
export function viewOf({ window, from, to, ...rest }: ViewRequest): ViewParams {
  const start = from === undefined ? (window === undefined ? undefined : (window?.start ?? null)) : from;
  const end = to === undefined ? (window === undefined ? undefined : (window?.end ?? null)) : to;
  return {
    ...rest,
    ...(start === undefined ? {} : { from: start === null ? null : instant(start) }),
    ...(end === undefined ? {} : { to: end === null ? null : instant(end) }),
  };
}
