import { makeEmitter } from '../emitter';
import { isAskingForCode, lazyCode } from '../lazy-code';
import type { LazyCode } from '../lazy-code';
import type { MessageKey } from './en';
import openingEnglish from './en-opening';
import type { Message } from './message';
import chunks from './message-chunks';
import { UNITS_WITH_ENGLISH } from './units';
import type { LoadUnit } from './units';

/**
 * The messages of a language that are here: further units are laid into the same object when they come, so that whoever
 * speaks the language has them from then on.
 */
export type Messages = Partial<Record<MessageKey, Message>>;

interface Chunk {
  /** Where it is a list, the keys are those of the English unit, in their order. */
  readonly default: Messages | readonly Message[];
}

interface Catalogue {
  readonly messages: Messages;
  /** Those that have to be loaded: of English all but the opening one. */
  readonly units: ReadonlyMap<LoadUnit, LazyCode<unknown>>;
}

/** In the entry, since English stands in where another language can't be had. */
const english: Messages = { ...openingEnglish };

const CATALOGUES: ReadonlyMap<string, Catalogue> = new Map(
  Object.entries(chunks).map(([language, loaders]) => [language, makeCatalogue(language, loaders)]),
);

/** What some module speaks that is here or on its way: a language is whole when it has these. */
const wanted = new Set<LoadUnit>(['opening']);
/** Languages that somebody speaks, and those that somebody waits for. */
const spoken = new Set<string>();
const coming = new Set<string>();

const missed = new Set<string>();
const late = makeEmitter();

/**
 * The messages of a language, English's by another name too, when all that is wanted of it is here; otherwise undefined,
 * and `withLazyCode` loads the rest.
 */
export function askForMessages(language: string): Messages | undefined {
  const catalogue = CATALOGUES.get(language);
  if (catalogue === undefined) return undefined;
  const lacking = unitsOf(catalogue, wanted).filter((unit) => unit.ask() === undefined);
  if (lacking.length > 0) {
    if (!spoken.has(language)) coming.add(language);
    return undefined;
  }
  coming.delete(language);
  spoken.add(language);
  return catalogue.messages;
}

/** English as far as it is here. */
export function englishAtHand(): Messages {
  return english;
}

/** A module that says more than the opening view does: it comes with its units of every language that is spoken. */
export function lazyWithMessages<Code>(units: readonly LoadUnit[], load: () => Promise<Code>): LazyCode<Code> {
  return lazyCode(() => Promise.all([load(), loadUnits(units)]).then(([code]) => code));
}

/** All units of a language, and from now on of every language that is asked for. */
export async function loadAllMessages(language: string): Promise<void> {
  const units = CATALOGUES.get(language)?.units ?? new Map<LoadUnit, LazyCode<unknown>>();
  for (const unit of units.keys()) wanted.add(unit);
  await Promise.all([...units.values()].map((unit) => unit.load()));
}

/**
 * What to do about a message that isn't here. A reader of files under `withLazyCode` says what is wrong with one, which
 * is seldom, so that its words come then: true, and it reads again. Anybody else should have come with its words, which
 * is our mistake: the console has it, all that the language has is loaded, and `onLateMessages` tells when it is here.
 */
export function seekMessage(language: string, key: MessageKey): boolean {
  const catalogue = CATALOGUES.get(language);
  const rest = [...(catalogue?.units ?? [])].filter(([, unit]) => unit.now() === undefined);
  if (isAskingForCode()) {
    const likely = rest.filter(([name]) => name === 'faults');
    for (const [name, unit] of likely.length > 0 ? likely : rest) {
      wanted.add(name);
      unit.ask();
    }
    return rest.length > 0;
  }
  if (missed.has(`${language} ${key}`)) return false;
  missed.add(`${language} ${key}`);
  console.warn(`The message "${key}" is not here in "${language}": no module that is loaded names its unit`);
  // Where they can't be had, what stands in for the message stays.
  if (rest.length > 0) Promise.all(rest.map(([, unit]) => unit.load())).then(late.emit, () => undefined);
  return false;
}

/** Tells when messages are here that were said before they came. Returns how to stop listening. */
export const onLateMessages = late.subscribe;

/**
 * From now on a language comes with these too. Rejects where those of one that is spoken can't be had; one that is only
 * on its way isn't waited for: whoever asked for it gets them with it, or hears that they can't be had.
 */
export async function loadUnits(units: readonly LoadUnit[]): Promise<void> {
  for (const unit of units) wanted.add(unit);
  const load = (language: string) => {
    const catalogue = CATALOGUES.get(language);
    return catalogue === undefined ? [] : unitsOf(catalogue, units).map((unit) => unit.load());
  };
  for (const language of coming) Promise.all(load(language)).catch(() => undefined);
  await Promise.all([...spoken].flatMap(load));
}

function unitsOf({ units }: Catalogue, names: Iterable<LoadUnit>): readonly LazyCode<unknown>[] {
  return [...names].flatMap((name) => units.get(name) ?? []);
}

function makeCatalogue(language: string, loaders: (typeof chunks)[string]): Catalogue {
  const messages: Messages = language === 'en' ? english : {};
  const load = async (unit: LoadUnit, loadChunk: () => Promise<Chunk>): Promise<Messages> => {
    try {
      const [{ default: found }, keys] = await Promise.all([loadChunk(), keysOf(unit)]);
      return Object.assign(messages, isList(found) ? inOrder(keys, found) : found);
    } catch (error) {
      coming.delete(language);
      throw error;
    }
  };
  const units = Object.entries(loaders).map(([name, loadChunk]) => {
    const unit = name as LoadUnit;
    return [unit, lazyCode(() => load(unit, loadChunk))] as const;
  });
  return { messages, units: new Map(units) };
}

/** Those of English, where other languages come without. */
async function keysOf(unit: LoadUnit): Promise<readonly string[]> {
  if (!UNITS_WITH_ENGLISH.includes(unit)) return [];
  return Object.keys((await chunks['en']?.[unit]?.())?.default ?? openingEnglish);
}

function isList(found: Chunk['default']): found is readonly Message[] {
  return Array.isArray(found);
}

function inOrder(keys: readonly string[], messages: readonly Message[]): Messages {
  return Object.fromEntries(keys.map((key, at) => [key, messages[at]]));
}
