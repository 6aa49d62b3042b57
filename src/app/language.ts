import { makeEmitter } from '../base/emitter';
import { CodeMissing, withLazyCode } from '../base/lazy-code';
import { ENGLISH, chooseLocale, translateFor } from '../base/messages/choose-catalogue';
import { onLateMessages } from '../base/messages/load-messages';
import { speakAs } from '../base/translate';
import type { Translate } from '../base/translate';

/** What a mounted timeline speaks. */
interface Spoken {
  readonly translate: Translate;
  /** The locale that could not be had: English stands in for it. */
  readonly missing: string | undefined;
}

export interface LanguageStore {
  readonly get: () => Spoken;
  readonly subscribe: (onChange: () => void) => () => void;
  /** Speaks as the timeline does at the time it is called: for what outlives a change of language. */
  readonly translate: Translate;
  /**
   * Resolves when the first language is here, or can't be had; undefined where it is here from the start, as English
   * is.
   */
  readonly coming: Promise<void> | undefined;
  /** Speaks another one from when it is here. Of two that are asked for the later is spoken, whichever comes first. */
  readonly choose: (tag: string) => void;
  /** What the reader chose on the page; undefined as long as nobody did. */
  readonly chosen: () => string | undefined;
}

/**
 * One a mounted timeline. `own` are the tags somebody asked for, the most wanted first; `browser` what the browser is
 * set to. `find` loads what isn't here.
 */
export function createLanguage(
  own: readonly (string | undefined)[],
  browser: readonly string[],
  find = findTranslate,
): LanguageStore {
  let spoken: Spoken = { translate: ENGLISH, missing: undefined };
  let chosen: string | undefined;
  let turn = 0;
  const changes = makeEmitter(() => onLateMessages(repeat));
  const set = (next: Spoken) => {
    spoken = next;
    changes.emit();
  };
  const speak = (locale: string): Promise<void> | undefined => {
    turn += 1;
    const mine = turn;
    const found = find(locale);
    if (!(found instanceof Promise)) return void set({ translate: found, missing: undefined });
    return found
      .then(
        (translate) => ({ translate, missing: undefined }),
        async (error: unknown) => {
          if (!(error instanceof CodeMissing)) throw error;
          // What is on screen stays; at first that is English, which nobody has asked for until now.
          return { translate: spoken.translate === ENGLISH ? await find('en') : spoken.translate, missing: locale };
        },
      )
      .then((next) => (mine === turn ? set(next) : undefined));
  };
  /** Says again what stood for a message until it came. */
  const repeat = () => {
    const found = find(spoken.translate.locale);
    if (!(found instanceof Promise)) set({ ...spoken, translate: found });
  };
  return {
    get: () => spoken,
    subscribe: changes.subscribe,
    translate: speakAs(() => spoken.translate),
    coming: speak(chooseLocale(own, browser)),
    choose: (tag) => {
      chosen = chooseLocale([tag]);
      void speak(chosen);
    },
    chosen: () => chosen,
  };
}

function findTranslate(locale: string): Translate | Promise<Translate> {
  return withLazyCode(() => translateFor(locale));
}
