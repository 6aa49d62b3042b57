import { makeEmitter } from '../../base/emitter';
import type { TabChannel, TabMessage } from './tab-channel';

/** Who writes on what: each draft in one tab at a time. */
export interface Tabs {
  /** Also where another tab has gone, and this one may write. */
  readonly subscribe: (onChange: () => void) => () => void;
  /** This tab has a draft on its desk, or none any more. Resolves with whether another writes on it. */
  readonly open: (id: string | undefined) => Promise<boolean>;
  /** Another tab writes on what is on the desk of this one. */
  readonly isElsewhere: () => boolean;
  /** Another tab has it open. */
  readonly isOpenElsewhere: (id: string) => boolean;
  /** Asks who has what; what they say is a change. */
  readonly ask: (ids: readonly string[]) => void;
  /** From now on this tab writes; resolves when the other has written what it had, or doesn't answer. */
  readonly take: () => Promise<void>;
  /** Another tab has written, and didn't ask: it goes on. */
  readonly yield: () => void;
  readonly close: () => void;
}

interface OwnTurn {
  readonly id: string;
  readonly since: number;
  role: 'asking' | 'writing' | 'reading';
  /** The tab that writes. */
  writer: string | undefined;
}

/** Tabs that are there answer in a few milliseconds; one in the background of a busy machine may take longer. */
const ANSWER_MS = 400;

/** `flush` writes what this tab has, before another goes on. */
export function makeTabs(channel: TabChannel, flush: () => Promise<void>): Tabs {
  const changes = makeEmitter();
  /** Tabs by the draft that they have open. */
  const others = new Map<string, Set<string>>();
  const waiting = new Set<() => void>();
  let own: OwnTurn | undefined;
  const note = ({ id, tab, says }: TabMessage): void => {
    if (says === 'who') return;
    const tabs = others.get(id) ?? new Set();
    if (says === 'left') tabs.delete(tab);
    else tabs.add(tab);
    others.set(id, tabs);
  };
  /** Until somebody has answered, or nobody does. */
  const answer = (): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ANSWER_MS);
      waiting.add(end);
    });
  const begin = async (id: string): Promise<boolean> => {
    const mine: OwnTurn = { id, since: Date.now(), role: 'asking', writer: undefined };
    own = mine;
    channel.tell(id, 'opened', mine.since);
    await answer();
    if (mine.role === 'asking') mine.role = 'writing';
    return mine.role === 'reading';
  };
  const read = (mine: OwnTurn, writer: string): void => {
    mine.role = 'reading';
    mine.writer = writer;
  };
  const isFirst = (mine: OwnTurn, { since, tab }: TabMessage): boolean =>
    mine.since < since || (mine.since === since && channel.tab < tab);
  const heardOfOwn = (mine: OwnTurn, message: TabMessage): void => {
    const { id, tab, says } = message;
    switch (says) {
      case 'who':
      case 'opened':
        // Of two that begin at once the one that began first goes on.
        if (mine.role === 'asking' && says === 'opened' && !isFirst(mine, message)) read(mine, tab);
        channel.tell(id, mine.role === 'reading' ? 'reading' : 'writing', mine.since);
        break;
      case 'writing':
        // Also where the answer comes later than anybody waits for it.
        if (mine.role !== 'reading' && !isFirst(mine, message)) read(mine, tab);
        break;
      case 'take':
        if (mine.role !== 'reading') void flush().then(() => channel.tell(id, 'given'));
        read(mine, tab);
        break;
      case 'left':
        if (mine.role === 'reading' && mine.writer === tab) void begin(id).then(changes.emit);
        break;
      case 'reading':
      case 'given':
        break;
    }
    if (says === 'writing' || says === 'given') for (const each of waiting) each();
  };
  const stopListening = channel.listen((message) => {
    note(message);
    if (own?.id === message.id) heardOfOwn(own, message);
    changes.emit();
  });
  return {
    subscribe: changes.subscribe,
    open: (id) => {
      if (own?.id === id) return Promise.resolve(own?.role === 'reading');
      if (own !== undefined) channel.tell(own.id, 'left');
      own = undefined;
      return id === undefined ? Promise.resolve(false) : begin(id);
    },
    isElsewhere: () => own?.role === 'reading',
    isOpenElsewhere: (id) => (others.get(id)?.size ?? 0) > 0,
    ask: (ids) => {
      for (const id of ids) {
        // One that was killed never says that it has left.
        others.delete(id);
        channel.tell(id, 'who');
      }
    },
    take: async () => {
      if (own === undefined) return;
      const mine = own;
      channel.tell(mine.id, 'take', mine.since);
      if ((others.get(mine.id)?.size ?? 0) > 0) await answer();
      mine.role = 'writing';
      changes.emit();
    },
    yield: () => {
      if (own !== undefined) own.role = 'reading';
      changes.emit();
    },
    close: () => {
      if (own !== undefined) channel.tell(own.id, 'left');
      own = undefined;
      stopListening();
      channel.close();
    },
  };
}
