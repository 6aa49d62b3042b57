import { makeEmitter } from '../../base/emitter';

/** What the status line says; `turn` counts the messages, so that the same words said again are a new message. */
export interface Spoken {
  readonly text: string;
  readonly turn: number;
}

/** The one voice of a timeline. */
export interface Announcer {
  /**
   * Has a speaker's words said: at once if nothing was for a while, else in their turn. Newer words of the same speaker
   * take the place of those that wait; none ('') takes them back, and what it said last.
   */
  readonly say: (speaker: string, text: string) => void;
  readonly spoken: () => Spoken;
  /** Returns how to stop listening. */
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Says at most one message in `pauseMs`, the last words of every speaker always. What stands there from the start
 * nobody is told, so it takes no time.
 */
export function createAnnouncer(pauseMs = 1000): Announcer {
  const waiting = new Map<string, string>();
  const changes = makeEmitter();
  let spoken: Spoken = { text: '', turn: 0 };
  let speaker: string | undefined;
  let spokenAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const show = (next: Spoken) => {
    spoken = next;
    changes.emit();
  };
  const speak = () => {
    timer = undefined;
    const [next] = waiting;
    if (next === undefined) return;
    waiting.delete(next[0]);
    [speaker] = next;
    if (spoken.turn > 0) spokenAt = performance.now();
    show({ text: next[1], turn: spoken.turn + 1 });
    plan();
  };
  const plan = () => {
    if (timer !== undefined || waiting.size === 0) return;
    const waitMs = spokenAt + pauseMs - performance.now();
    if (waitMs <= 0) speak();
    else timer = setTimeout(speak, waitMs);
  };
  return {
    say: (who, text) => {
      if (text !== '') waiting.set(who, text);
      else {
        waiting.delete(who);
        if (speaker === who) show({ text: '', turn: spoken.turn });
      }
      plan();
    },
    spoken: () => spoken,
    subscribe: changes.subscribe,
  };
}
