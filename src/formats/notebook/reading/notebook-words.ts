import { KEYWORDS, ROLE_WORDS } from '../../../base/messages/notebook-words';
import type { Keyword, WordLanguage } from '../../../base/messages/notebook-words';
import type { Role } from '../../../model/vocabulary';

const LANGUAGES = ['en', 'ru', 'ar', 'fr'] as const;

/** In whose words the lines of a document are written: English's where it is in a language that we have no words of. */
export function wordLanguage(tag: string | undefined): WordLanguage {
  const base = tag?.split('-')[0]?.toLowerCase();
  return LANGUAGES.find((language) => language === base) ?? 'en';
}

/** The word that begins such a line in a document of the language. */
export function keywordIn(language: WordLanguage, keyword: Keyword): string {
  return KEYWORDS[language][keyword][0] ?? keyword;
}

const BY_WORD: ReadonlyMap<string, Keyword> = new Map(
  LANGUAGES.flatMap((language) =>
    Object.entries(KEYWORDS[language]).flatMap(([keyword, words]) =>
      words.map((word) => [word, keyword as Keyword] as const),
    ),
  ).toReversed(),
);

const ALL_WORDS = [...BY_WORD.keys()].toSorted((a, b) => b.length - a.length).join('|');
const KEYWORD_LINE = new RegExp(`^(${ALL_WORDS})(?: +("(?:[^"\\\\]|\\\\.)*"|[^\\s:"]+))? ?:(?:\\s+(.*))?$`, 'iu');

export interface KeywordLine {
  readonly keyword: Keyword;
  /** What stands between the word and the colon: the id of a source or an actor. */
  readonly id: string | undefined;
  readonly rest: string;
}

/** `chapter: ...`, `source s1: ...`: a line, without indentation, that begins with such a word; undefined for others. */
export function keywordLine(line: string): KeywordLine | undefined {
  const [, word, id, rest = ''] = KEYWORD_LINE.exec(line) ?? [];
  const keyword = word === undefined ? undefined : BY_WORD.get(word.toLowerCase());
  if (keyword === undefined) return undefined;
  if (id !== undefined && keyword !== 'source' && keyword !== 'actor') return undefined;
  return { keyword, id, rest: rest.trim() };
}

/** The role that the words before a name say, and the name without them; undefined where there are none. */
export function roleByWord(part: string): { readonly role: Role; readonly name: string } | undefined {
  for (const { role, pattern } of ROLE_PATTERNS) {
    const name = part.replace(pattern, '');
    if (name !== part && name !== '') return { role, name };
  }
  return undefined;
}

/** The longest first: "with mention of" before "with". */
const ROLE_PATTERNS: readonly { readonly role: Role; readonly pattern: RegExp }[] = LANGUAGES.flatMap((language) =>
  Object.entries(ROLE_WORDS[language]).map(([role, word]) => ({ role: role as Role, word })),
)
  .toSorted((a, b) => b.word.length - a.word.length)
  .map(({ role, word }) => ({ role, pattern: new RegExp(`^${word}\\s+`, 'iu') }));
