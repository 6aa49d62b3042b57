import { invariant } from '../invariant';
import { isAskingForCode, lazyCode } from '../lazy-code';
import type { LazyCode } from '../lazy-code';
import type { Message } from '../translate';
import type { MessageKey } from './en';
import openingEnglish from './en-opening';

/**
 * The words of a language that are here: those of the opening view first, the further ones laid into the same object
 * when they come, so that whoever speaks the language knows them from then on.
 */
export type Words = Partial<Record<MessageKey, Message>>;

/** In the entry, since English stands in where another language can't be had. */
const english: Words = { ...openingEnglish };
const KEYS = Object.keys(english) as MessageKey[];

/**
 * The opening view's words; build/message-catalogues.ts makes them of the one file of a language, without keys, in the
 * order of English.
 */
const OPENING: ReadonlyMap<string, LazyCode<Words>> = new Map([
  ['ar', lazyCode(() => import('./ar-opening').then((part) => inOrder(part.default)))],
  ['fr', lazyCode(() => import('./fr-opening').then((part) => inOrder(part.default)))],
  ['ru', lazyCode(() => import('./ru-opening').then((part) => inOrder(part.default)))],
]);

/** All that is said in English besides. */
export const ENGLISH_WORDS = further('en', () => import('./en-further'));

const FURTHER: ReadonlyMap<string, LazyCode<unknown>> = new Map([
  ['en', ENGLISH_WORDS],
  ['ar', further('ar', () => import('./ar-further'))],
  ['fr', further('fr', () => import('./fr-further'))],
  ['ru', further('ru', () => import('./ru-further'))],
]);

/** The languages that the page speaks, by their codes. */
export const LANGUAGES: readonly string[] = [...FURTHER.keys()];

/** Languages that somebody has asked for. */
const asked = new Set<string>();
let isMoreWanted = false;

/**
 * The words of a language as far as they are wanted, English's by another name too; undefined where they aren't here,
 * which `withLazyCode` loads.
 */
export function askForWords(language: string): Words | undefined {
  asked.add(language);
  const words = language === 'en' ? english : OPENING.get(language)?.ask();
  const more = isMoreWanted ? FURTHER.get(language)?.ask() : words;
  return more === undefined ? undefined : words;
}

/** English as far as it is here. */
export function wordsAtHand(): Words {
  return english;
}

/**
 * Code that says more than the opening view does: it comes with the further words of every language that is spoken.
 * What is loaded without says opening words only, by which build/opening-keys.ts tells them.
 */
export function withWords<Code>(load: () => Promise<Code>): LazyCode<Code> {
  return lazyCode(() => Promise.all([load(), loadFurtherWords()]).then(([code]) => code));
}

/**
 * From now on who begins to speak a language gets all of it, also one that is on its way. Rejects where the words of
 * one that is spoken can't be had.
 */
async function loadFurtherWords(): Promise<void> {
  isMoreWanted = true;
  const spoken = [...asked].filter((language) => language === 'en' || OPENING.get(language)?.now() !== undefined);
  await Promise.all(spoken.map((language) => FURTHER.get(language)?.load()));
}

/**
 * What a translator does about a word that isn't here. A reader of files under `withLazyCode` asks for it (what is
 * wrong with a file is put into words seldom) and reads again; anybody else should have come with its words: our
 * mistake.
 */
export function askForWord(language: string, key: MessageKey): string {
  invariant(isAskingForCode(), `message "${key}" is not among the words of the opening view`);
  isMoreWanted = true;
  FURTHER.get(language)?.ask();
  return '';
}

function inOrder(messages: readonly Message[]): Words {
  return Object.fromEntries(KEYS.map((key, at) => [key, messages[at]]));
}

function further(language: string, load: () => Promise<{ readonly default: Words }>): LazyCode<unknown> {
  return lazyCode(async () => {
    const [words, { default: more }] = await Promise.all([
      language === 'en' ? english : OPENING.get(language)?.load(),
      load(),
    ]);
    return Object.assign(words ?? {}, more);
  });
}
