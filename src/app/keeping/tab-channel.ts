import { randomId } from '../../base/random-id';

const SAYS = [
  /** Who has it? */
  'who',
  /** I have it on my desk since then: who else? */
  'opened',
  /** So have I, and write on it. */
  'writing',
  /** So have I, and only look at it. */
  'reading',
  /** I go on with it: write what you have, and leave it to me. */
  'take',
  /** It is yours, and all that I had is written. */
  'given',
  /** I have it no longer. */
  'left',
] as const;

/** What tabs tell each other. `tab` is who says it, `id` the draft that it is about. */
export interface TabMessage {
  readonly tab: string;
  readonly id: string;
  readonly says: (typeof SAYS)[number];
  /** When that tab began with it, ms of `Date.now()`. */
  readonly since: number;
}

/** How the tabs of one origin hear each other. */
export interface TabChannel {
  /** Of this tab. */
  readonly tab: string;
  readonly tell: (id: string, says: TabMessage['says'], since?: number) => void;
  /** Returns how to stop. */
  readonly listen: (heard: (message: TabMessage) => void) => () => void;
  readonly close: () => void;
}

const NAME = 'diplomatic-timeline.tabs';

/** Both ways at once, since each is refused in places where the other isn't; what comes twice is heard once. */
export function openTabChannel(): TabChannel {
  const tab = randomId();
  const listeners = new Set<(message: TabMessage) => void>();
  const told = new Set<unknown>();
  const hear = (value: unknown): void => {
    const message = messageOf(value);
    if (message === undefined || message.tab === tab || told.has(message.nonce)) return;
    told.add(message.nonce);
    for (const each of listeners) each(message);
  };
  const channel = guarded(() => new BroadcastChannel(NAME));
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => hear(data));
  const onStorage = ({ key, newValue }: StorageEvent): void => {
    if (key === NAME && newValue !== null) hear(guarded((): unknown => JSON.parse(newValue)));
  };
  window.addEventListener('storage', onStorage);
  return {
    tab,
    tell: (id, says, since = 0) => {
      const message = { tab, id, says, since, nonce: randomId() };
      // A channel of one origin has no target to name.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      guarded(() => channel?.postMessage(message));
      guarded(() => localStorage.setItem(NAME, JSON.stringify(message)));
      guarded(() => localStorage.removeItem(NAME));
    },
    listen: (heard) => {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
    close: () => {
      channel?.close();
      window.removeEventListener('storage', onStorage);
      listeners.clear();
    },
  };
}

function messageOf(value: unknown): (TabMessage & { readonly nonce: unknown }) | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { tab, id, says, since, nonce }: Partial<Record<keyof TabMessage | 'nonce', unknown>> = value;
  const known = SAYS.find((each) => each === says);
  if (typeof tab !== 'string' || typeof id !== 'string' || known === undefined) return undefined;
  return { tab, id, says: known, since: typeof since === 'number' ? since : 0, nonce };
}

function guarded<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
