import * as v from 'valibot';
import type { MessageKey } from '../../base/translate';

/* The kinds of field that a dataset file is made of; schema.ts puts them together. */

/** Most entries of a list; the three lists of a dataset itself may be longer. */
export const MOST_ENTRIES = 256;

/** The metadata of an optional field that isn't dropped where it is wrong: then the record can't be used. */
export interface Vital {
  readonly vital?: boolean;
}

/** The metadata under which a word says what an unknown one is taken for, where leaving it out would claim too much. */
export interface Otherwise {
  readonly otherwise?: string;
}

/** The key of the phrase that completes "expected ...". */
export const says = (key: MessageKey): MessageKey => key;

/** Most characters of a text; what is longer than a field's advice is shortened where it is drawn, never in the file. */
export const LONGEST_TEXT = 20_000;

/** The metadata under which a text says how long it had better be, for `adviseOn`: characters, or words. */
export interface Advice {
  readonly characters?: number;
  readonly words?: number;
}

/** A text of at most LONGEST_TEXT characters; `advice` says how long it had better be. */
export const text = (description: string, advice: Advice = {}) =>
  v.pipe(v.string(), v.nonEmpty(), v.maxLength(LONGEST_TEXT), v.metadata({ description, ...advice }));
/** One line of at most 128 characters. */
export const id = (description: string) =>
  v.pipe(
    v.string(),
    v.nonEmpty(),
    v.maxLength(128),
    v.regex(/^[^\r\n]+$/, says('expected.id')),
    v.description(description),
  );
/** Any text here; whether it is a date the reader finds out. */
export const edtf = (description: string) =>
  v.pipe(v.string(), v.nonEmpty(), v.description(`${description} EDTF (ISO 8601-2, levels 0-2).`));
/** A country's code. */
export const country = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/, says('expected.country')),
  v.description('ISO 3166-1 alpha-2, like "SY".'),
);
/** A code of the CAMEO ontology, which is text. */
export const cameoCode = v.pipe(
  v.string(says('expected.codeText')),
  v.regex(/^\d{2,4}$/, says('expected.cameoCode')),
  v.description('CAMEO code as text: "010" is not "10".'),
);

/** One of some words. */
export function oneOf<const Words extends readonly string[]>(words: Words, description: string) {
  return v.pipe(v.picklist(words), v.description(description));
}

/** One of some words; an unknown one is taken for `otherwise`. */
export function oneOfElse<const Words extends readonly string[]>(
  words: Words,
  otherwise: Words[number],
  description: string,
) {
  return v.pipe(v.picklist(words), v.metadata({ description, otherwise }));
}

/** An optional list of at most MOST_ENTRIES. */
export function listOf<Item extends v.GenericSchema>(item: Item, description: string) {
  return v.optional(v.pipe(v.array(item), v.maxLength(MOST_ENTRIES), v.description(description)));
}
