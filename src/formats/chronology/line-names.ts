import type { Role } from '../../model/vocabulary';
import { EVENT_TYPES, STATUSES } from '../../model/vocabulary';
import type { EventType, StatusValue } from '../../model/vocabulary';

/** Somebody a line names, and as what. */
export interface LineName {
  readonly name: string;
  readonly role: Role;
}

/** What follows the date of a line: `TITLE - NAMES [type] (status)`. */
export interface TitleParts {
  readonly title: string;
  readonly names: readonly LineName[];
  readonly type: EventType | undefined;
  readonly status: readonly StatusValue[];
  /** `#tag` of markwhen, at the end. */
  readonly tags: readonly string[];
}

const TAGS = /(?:\s+#[\p{L}][\p{L}\p{N}_-]{0,60})+$/u;
const TYPE = /\s*\[([\p{L} _-]{2,30})\]$/u;
const STATUS = /\s*\(([\p{L}, _-]{2,80})\)$/u;

/** More words than ours that say a role, and the name after them; undefined where there are none. */
export type RoleWords = (part: string) => LineName | undefined;

/**
 * Reads what follows a date. The last dash between blanks begins the names, where they look like names: what stands in
 * quotes, or after a backslash, is text. A type or status that isn't one of ours stays in the title.
 */
export function titleParts(text: string, roleWords: RoleWords = () => undefined): TitleParts {
  const tags = (TAGS.exec(text)?.[0] ?? '').split(/\s+#/).filter((tag) => tag !== '');
  const untagged = text.replace(TAGS, '').replace(/^[-*+]\s+\[[ xX]\]\s+/, '');
  const status = statusAtEnd(untagged);
  const type = typeAtEnd(status.text);
  // Either may stand first.
  const late = status.value.length > 0 ? status : statusAtEnd(type.text);
  const rest = status.value.length > 0 ? type.text : late.text;
  const at = lastDash(rest);
  const names = at === undefined ? undefined : namesOf(rest.slice(at.to), roleWords);
  return {
    title: unescaped(names === undefined || at === undefined ? rest : rest.slice(0, at.from)).trim(),
    names: names ?? [],
    type: type.value,
    status: late.value,
    tags,
  };
}

function typeAtEnd(text: string): { readonly text: string; readonly value: EventType | undefined } {
  const [whole = '', word = ''] = TYPE.exec(text) ?? [];
  const value = EVENT_TYPES.find((type) => type === word.trim().toLowerCase());
  return value === undefined ? { text, value } : { text: text.slice(0, text.length - whole.length), value };
}

function statusAtEnd(text: string): { readonly text: string; readonly value: readonly StatusValue[] } {
  const [whole = '', words = ''] = STATUS.exec(text) ?? [];
  const value = words
    .split(',')
    .map((word) => STATUSES.find((status) => status === word.trim().toLowerCase().replaceAll(' ', '-')));
  if (value.includes(undefined)) return { text, value: [] };
  return { text: text.slice(0, text.length - whole.length), value: value.filter((each) => each !== undefined) };
}

/** The last dash between blanks that no quotes hold; undefined where a pair of them is a parenthesis. */
function lastDash(text: string): { readonly from: number; readonly to: number } | undefined {
  const open = withoutQuoted(text);
  const dashes = [...open.matchAll(/\s(-{1,2}|[–—])\s+/g)];
  const last = dashes.at(-1);
  if (last === undefined) return undefined;
  // "The talks – the first in years – failed."
  const isPair = last[1] !== '-' && dashes.filter(([, sign]) => sign === last[1]).length === 2;
  if (isPair) return undefined;
  return { from: last.index, to: last.index + last[0].length };
}

/** As long as the text, with blanks for what is protected. */
function withoutQuoted(text: string): string {
  return text.replaceAll(/\\.|"[^"]{0,500}"|“[^”]{0,500}”|«[^»]{0,500}»|„[^“”]{0,500}[“”]/gu, (held) =>
    'x'.repeat(held.length),
  );
}

function unescaped(text: string): string {
  return text.replaceAll(/\\([\\:"#()[\]>–—-])/g, '$1');
}

const LONGEST_NAMES = 300;
const MOST_WORDS_OF_NAME = 8;

/** Roles by the word before a name, in the page's languages. */
export const ROLE_WORDS: readonly (readonly [Role, RegExp])[] = [
  ['mediator', /^(?:mediated by|при посредничестве|sous la médiation d(?:e la|e l’|e l'|es|u|e|’|')|بوساطة)\s*/iu],
  ['subject', /^(?:about|о|об|обо|au sujet d(?:e la|e l’|e l'|es|u|e|’|')|بشأن)\s+/iu],
  ['party', /^(?:with|с|со|avec|مع)\s+/iu],
];

/** Undefined for words that aren't names: the end of a sentence, say. */
function namesOf(text: string, roleWords: RoleWords): readonly LineName[] | undefined {
  if (text.length > LONGEST_NAMES) return undefined;
  const sides = splitOutside(text, /\s+(?:>|→)\s+/g);
  const found = sides.flatMap((side, index) =>
    splitOutside(side, withoutQuoted(side).includes(';') ? /;/g : /,/g)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((part) => nameOf(part, sides.length === 1 ? 'party' : index === 0 ? 'initiator' : 'addressee', roleWords)),
  );
  const names = found.map(({ name, role }): LineName => ({ name: IN_QUOTES.exec(name)?.[1] ?? name, role }));
  return found.length > 0 && found.every(({ name }) => IN_QUOTES.test(name) || isName(name)) ? names : undefined;
}

/** A whole name in quotes is one, whatever it looks like. */
const IN_QUOTES = /^"([^"]+)"$/;

function splitOutside(text: string, signs: RegExp): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { 0: sign, index } of withoutQuoted(text).matchAll(signs)) {
    parts.push(text.slice(from, index));
    from = index + sign.length;
  }
  return [...parts, text.slice(from)];
}

function nameOf(part: string, role: Role, roleWords: RoleWords): LineName {
  const more = roleWords(part);
  const found = more !== undefined && isName(more.name) ? more : (usualRole(part) ?? more ?? { name: part, role });
  return { name: unescaped(found.name), role: found.role };
}

function usualRole(part: string): LineName | undefined {
  const [role, pattern] = ROLE_WORDS.find(([, words]) => words.test(part)) ?? [];
  return role === undefined || pattern === undefined ? undefined : { name: part.replace(pattern, ''), role };
}

/** Begins with a capital, a number, or in a script that has none; and isn't a sentence. */
function isName(name: string): boolean {
  if (!/^["“«]?(?:\p{Lu}|\p{Lo}|\p{N}|\p{Co})/u.test(name) || /[.!?]$/.test(name.replace(/(?:\b\p{L}\.)+$/u, '')))
    return false;
  return name.split(/\s+/).length <= (/^\p{Lo}/u.test(name) ? MOST_WORDS_OF_NAME / 2 : MOST_WORDS_OF_NAME);
}
