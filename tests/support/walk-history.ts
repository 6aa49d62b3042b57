import { startAddress, stepAddress } from '../../src/state/address/address-step';
import type { AddressAction, AddressEvent, AddressPage, HistoryEntry } from '../../src/state/address/address-step';
import type { TimelineState } from '../../src/state/view/timeline-state';

/** Where the pages of a walk stand. */
const PAGE = 'https://example.org/page/';

/** A browser with a history and a clock that goes only when it is told to. */
export interface Walk {
  readonly state: () => TimelineState;
  /** A reader, or a load, changes the state. */
  readonly change: (transition: (state: TimelineState) => TimelineState) => void;
  /** So much time goes by; nothing where it is less than what is waited for. */
  readonly wait: (ms: number) => void;
  /** The reader goes back or forward within the page, after any step back of the page's own. */
  readonly go: (steps: number) => void;
  /** The browser arrives where the page itself sent it back to. */
  readonly arrive: () => void;
  /** A hash typed by hand, an entry of nobody's. */
  readonly type: (hash: string) => void;
  /** From now on the browser refuses to write, or no longer does. */
  readonly refuse: (refuses: boolean) => void;
  /** The page is loaded again, with this state. */
  readonly reload: (state: TimelineState) => void;
  /** What was done since it was asked last: `push[1] #event=call` for an entry with one step to where nothing was chosen. */
  readonly done: () => string;
  /** The entries as a reader could go through them, the one on which the page stands in brackets. */
  readonly entries: () => string;
}

/** Opens a page whose address ends in `opened`; the entry before is another page. `language` is the reader's choice. */
export function walkHistory(opened: string, first: TimelineState, page: AddressPage, language?: string): Walk {
  let entries: HistoryEntry[] = [
    { href: 'https://example.org/', mark: null },
    { href: `${PAGE}${opened}`, mark: null },
  ];
  let [place, asked, waited, state] = [1, 0, 0, first];
  let log: string[] = [];
  const at = (): HistoryEntry => entries[place]!;
  let refuses = false;
  const act = (action: AddressAction): void => {
    if (refuses && (action.kind === 'push' || action.kind === 'replace')) {
      log.push(`refused ${wordsOf(action)}`);
      return happen({ kind: 'refused', written: action });
    }
    log.push(wordsOf(action));
    if (action.kind === 'replace') entries[place] = action;
    if (action.kind === 'push') entries = [...entries.slice(0, ++place), action];
    if (action.kind === 'back') asked = action.steps;
    if (action.kind === 'show') change(() => action.state);
  };
  let { memory } = startAddress({ page, at: at(), state });
  const start = (): void => {
    const step = startAddress({ page, at: at(), state });
    memory = step.memory;
    step.actions.forEach(act);
  };
  const happen = (event: AddressEvent): void => {
    const step = stepAddress({ page, memory, at: at(), state }, event);
    if (step.memory.wait !== memory.wait) waited = 0;
    memory = step.memory;
    step.actions.forEach(act);
  };
  const change = (transition: (state: TimelineState) => TimelineState): void => {
    const before = state;
    state = transition(state);
    if (state !== before) happen({ kind: 'changed', before });
  };
  const arriveAt = (next: number): void => {
    if (next < 1 || next >= entries.length) return;
    place = next;
    happen({ kind: 'arrived', language });
  };
  const arrive = (): void => {
    const steps = asked;
    asked = 0;
    if (steps > 0) arriveAt(place - steps);
  };
  start();
  return {
    state: () => state,
    change,
    go: (steps) => {
      arrive();
      arriveAt(place + steps);
    },
    arrive,
    wait: (ms) => {
      waited += ms;
      if (memory.wait !== undefined && waited >= memory.wait.ms) happen({ kind: 'waited' });
    },
    type: (hash) => {
      const href = `${at().href.replace(/#.*/, '')}${hash}`;
      entries = [...entries.slice(0, place + 1), { href, mark: null }];
      arriveAt(place + 1);
    },
    refuse: (now) => {
      refuses = now;
    },
    reload: (again) => {
      state = again;
      start();
    },
    done: () => {
      const done = log.join(', ');
      log = [];
      return done;
    },
    entries: () =>
      entries
        .map(({ href }) => href.replace(PAGE, '') || '/')
        .map((each, index) => (index === place ? `[${each}]` : each))
        .join(' '),
  };
}

function wordsOf(action: AddressAction): string {
  switch (action.kind) {
    case 'push':
    case 'replace': {
      const [, steps = '0'] = String(action.mark).split(' ');
      const after = action.href.replace(PAGE, '') || '/';
      return `${action.kind}${action.mark === null ? '' : `[${steps}]`} ${after}`;
    }
    case 'back':
      return `back ${action.steps}`;
    case 'open-datasets':
      return `open ${action.ids.join(' ')}`;
    case 'speak':
      return `speak ${action.language}`;
    default:
      return action.kind;
  }
}
