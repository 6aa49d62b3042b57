import type { MessageView } from '../frame-protocol';

/**
 * Between two messages, of which the frame takes ten a second; and so long whoever sets a page up attribute by attribute
 * is waited for, while it loads.
 */
export const PAUSE_MS = 120;

/** Plain data that any port takes: no proxies, dates as texts, and what is no number as a text that is refused. */
export function plain(state: MessageView): MessageView {
  return JSON.parse(
    JSON.stringify(state, function write(this: Readonly<Record<string, unknown>>, name, value: unknown) {
      const raw = this[name];
      return (typeof raw === 'number' || raw instanceof Date) && !isFinite(+raw) ? 'NaN' : value;
    }),
  ) as MessageView;
}
