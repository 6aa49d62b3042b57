import type { Actor, Chapter, Dataset, DiplomaticEvent, Evidence, Note, Period, Source } from '../../model/dataset';
import type { Role } from '../../model/vocabulary';
import { countWords } from '../../base/clean-text';
import { countryByName } from '../../model/country-names';
import { actorNamed } from './actor-names';
import { dateSpelling, edtfSpelling } from './date-spelling';
import { escaped } from './reading/masked';
import { AS_OF, ROLE_WORDS } from '../../base/messages/notebook-words';
import type { WordLanguage } from '../../base/messages/notebook-words';
import { keywordIn, wordLanguage } from './reading/notebook-words';
import { MOST_QUOTED, shortQuote } from './reading/said';

/** What lines are written against: names by id, sources by id, and the language of the document. */
export interface WritingContext {
  readonly language: string | undefined;
  readonly actors: readonly Actor[];
  readonly actorOf: (id: string) => Actor | undefined;
  readonly sourceOf: (id: string) => Source | undefined;
}

/** Of a dataset; the same one for the same actors, sources and language. */
export function writingContext({ language, actors, sources }: Dataset): WritingContext {
  const last = lastContext;
  if (last?.actors === actors && last.sources === sources && last.context.language === language) return last.context;
  const actorsById = new Map(actors.map((actor) => [actor.id, actor]));
  const sourcesById = new Map(sources.map((source) => [source.id, source]));
  const context = {
    language,
    actors,
    actorOf: (id: string) => actorsById.get(id),
    sourceOf: (id: string) => sourcesById.get(id),
  };
  lastContext = { actors, sources, context };
  return context;
}

let lastContext: { readonly actors: unknown; readonly sources: unknown; readonly context: WritingContext } | undefined;

const INDENT = '  ';
/** Blanks that reading would take away, or make plain ones. */
const BLANKS = /^ | $| (?=\s)|[^\S\t\r\n ]/g;
/** Signs of a title that would be something else. */
const TITLE_SIGNS = /(?<=\s)[–—-](?=\s)|[[\]()<>](?=.)|[[\]()]$|[*`_]|(?<=\s)#|["“”«»„]| (?=\s)|[^\S\t\r\n ]/gu;
const NAME_SIGNS = /[,;>"“”«»„*`_[\]()]|^#| (?=\s)|[^\S\t\r\n ]/gu;

/** What each line says without the last signs that are rarely needed: the writer tries the plain title first. */
const PLAIN_SIGNS = /(?!)/g;

/** The lines of an event as the page writes them, the head line first; of several ways the first that `fits`. */
export function* eventHeadLines(event: DiplomaticEvent, context: WritingContext): Iterable<string> {
  const language = wordLanguage(context.language);
  const date = event.date === undefined ? keywordIn(language, 'undated') : dateSpelling(event.date, context.language);
  const type = event.type === undefined ? '' : ` [${event.type}]`;
  const status = event.status.map(({ value }) => value.replaceAll('-', ' '));
  const end = `${type}${status.length === 0 ? '' : ` (${[...new Set(status)].join(', ')})`}${tagsOf(event)}`;
  const names = namesOf(event, context, language);
  for (const who of new Set([names, undefined])) {
    const tail = `${who === undefined || who === '' ? '' : ` - ${who}`}${end}`;
    for (const signs of [PLAIN_SIGNS, TITLE_SIGNS]) yield `${date}: ${titleOf(event.title, signs)}${tail}`;
  }
}

function titleOf(title: string, signs: RegExp): string {
  return escaped(title.replaceAll(/[\r\n]+/g, ' '), signs);
}

function tagsOf({ extra }: DiplomaticEvent): string {
  const tags: unknown = extra !== undefined && Object.hasOwn(extra, 'tags') ? extra['tags'] : undefined;
  if (!Array.isArray(tags)) return '';
  const all: readonly unknown[] = tags;
  return all.every((tag) => typeof tag === 'string' && /^\p{L}[\p{L}\p{N}_-]{0,60}$/u.test(tag))
    ? all.map((tag) => ` #${String(tag)}`).join('')
    : '';
}

/** Who took part, as the names of a line; undefined where names can't say it. */
function namesOf(
  { participants }: DiplomaticEvent,
  context: WritingContext,
  language: WordLanguage,
): string | undefined {
  const names = participants.map(({ actor, role }) => ({ role, name: nameOf(actor, context) }));
  if (names.some(({ name }) => name === undefined)) return undefined;
  const known = names.map(({ role, name = '' }) => ({ role, name }));
  const firstOther = known.findIndex(({ role }) => role !== 'initiator');
  const first = firstOther < 0 ? known.length : firstOther;
  const isArrow = first > 0 && known[first]?.role === 'addressee';
  const worded = (usual: Role) => (each: { readonly role: Role; readonly name: string }) =>
    each.role === usual ? each.name : `${ROLE_WORDS[language][each.role]} ${each.name}`;
  if (!isArrow) return known.map(worded('party')).join(', ');
  return `${known.slice(0, first).map(worded('initiator')).join(', ')} > ${known.slice(first).map(worded('addressee')).join(', ')}`;
}

/** A name by which the actor is found; undefined where there is none, or only another's. */
function nameOf(id: string, { actors, actorOf }: WritingContext): string | undefined {
  const actor = actorOf(id);
  if (actor === undefined) return undefined;
  const name = [actor.label, ...actor.altNames, id].find((each) => actorNamed(each, actors)?.id === id);
  if (name === undefined || /[\n\r]/.test(name)) return undefined;
  const isPlain = /^(?:\p{Lu}|\p{Lo}|\p{N})/u.test(name) && name.split(/\s+/).length <= 4 && !/[.!?]$/.test(name);
  const bare = escaped(name, NAME_SIGNS);
  return isPlain || bare !== name || name.includes('"') ? bare : isNameByItself(name) ? name : `"${name}"`;
}

/** As the reader of lines asks of names that don't stand in quotes. */
function isNameByItself(name: string): boolean {
  if (!/^(?:\p{Lu}|\p{Lo}|\p{N})/u.test(name) || /[.!?]$/.test(name.replace(/(?:\b\p{L}\.)+$/u, ''))) return false;
  return name.split(/\s+/).length <= (/^\p{Lo}/u.test(name) ? 4 : 8);
}

/** The lines under an event: evidence, summary, picture; with their indentation. */
export function eventUnderLines(event: DiplomaticEvent, context: WritingContext): readonly string[] {
  return [
    ...evidenceLines(event.evidence, context),
    ...summaryLines(event.summary, true),
    ...(event.media === undefined ? [] : mediaLines(event.media, context)),
  ];
}

function evidenceLines(
  evidence: readonly Evidence[],
  { sourceOf, language }: WritingContext,
  indent = INDENT,
): readonly string[] {
  return evidence.flatMap(({ source, quote }) => {
    const found = sourceOf(source);
    return found === undefined ? [] : [`${indent}> ${sourceInWords(found, quote, language)}`];
  });
}

/** What a line of evidence can say of a source; a source without any of it is called by its title, or id. */
export function shownOfSource({ id, publisher, published, url, title }: Source): {
  readonly publisher: string | undefined;
  readonly published: string | undefined;
  readonly url: string | undefined;
} {
  const name = publisher ?? (url === undefined ? (title ?? id) : undefined);
  return { publisher: name, published, url };
}

function sourceInWords(source: Source, quote: string | undefined, language: string | undefined): string {
  const { publisher, published, url } = shownOfSource(source);
  const words = [
    publisher === undefined
      ? ''
      : escaped(publisher.replaceAll(/[\r\n]+/g, ' '), /[,"“”«»„()[\]<>*`_]|^ | $| (?=\s)|[^\S\t\r\n ]|[–—-](?=\s)/gu),
    published === undefined ? '' : edtfSpelling(published, language),
    url ?? '',
  ].filter((part) => part !== '');
  const quoted = quote === undefined ? '' : `"${escaped(shownQuote(quote), /["]/g)}" `;
  return `${quoted}${words.join(', ')}`;
}

function shownQuote(quote: string): string {
  return (countWords(quote) <= MOST_QUOTED ? quote : shortQuote(quote)).replaceAll(/\s+/g, ' ');
}

/** An id in quotes; characters that reading has a use of its own for (`masked`) by their codes. */
function quotedId(id: string): string {
  const inside = id.replaceAll(/["\\]|[^\S\t\r\n ]/g, '\\$&').replaceAll(/[\u{F0000}-\u{10FFFF}]/gu, (sign) =>
    sign
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16)}`)
      .join(''),
  );
  return `"${inside}"`;
}

/** What a source's own line says of it. */
export function partyWords(source: Source, language: string | undefined): string {
  return sourceInWords(source, undefined, language);
}

/** `source s1: TASS, 24 Feb 2016`, `actor john-kerry: John Kerry` */
export function partyLine(kind: 'source' | 'actor', id: string, words: string, language: string | undefined): string {
  const name = /^[\p{L}\p{N}._-]+$/u.test(id) ? id : quotedId(id);
  const text = kind === 'actor' ? titleOf(words, BLANKS) : words;
  return `${keywordIn(wordLanguage(language), kind)} ${name}: ${text}`;
}

/** Text on indented lines; an empty line in it is a backslash. */
function summaryLines(text: string | undefined, isOfEvent: boolean, indent = INDENT): readonly string[] {
  if (text === undefined) return [];
  return text.split('\n').map((written) => {
    const line = written.replaceAll('\r', ' ');
    if (line === '') return `${indent}\\`;
    const plain = escaped(line, BLANKS);
    return `${indent}${isOfEvent || plain !== '' ? startEscaped(plain) : plain}`;
  });
}

/** A line of text that would be something else by its first sign has it protected. */
function startEscaped(line: string): string {
  return /^[^\p{L}\p{N}\s\\•]/u.test(line) ? `\\${line}` : line;
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

function mediaLines(
  { src, description, credit }: NonNullable<DiplomaticEvent['media']>,
  { language }: WritingContext,
): readonly string[] {
  const said = description === undefined ? '' : ` "${escaped(onOneLine(description), /["]/g)}"`;
  const by = credit === undefined ? '' : ` (${escaped(onOneLine(credit), /[()]/g)})`;
  return [`${INDENT}${keywordIn(wordLanguage(language), 'media')}: ${escaped(src, /[^\S\t\r\n]/g)}${said}${by}`];
}

/** `# TITLE`, `as of ...`, `lang: ...` and the description, as far as the dataset has them. */
export function headLines({ title, asOf, language, description }: Dataset): readonly string[] {
  const word = AS_OF[wordLanguage(language)];
  return [
    ...(title === '' ? [] : [`# ${titleOf(title, /^ | $|(?<=\s)#+$| (?=\s)|[^\S\t\r\n ]/g)}`]),
    ...(description === undefined ? [] : summaryLines(description, false)),
    ...(asOf === undefined ? [] : [`${word} ${edtfSpelling(asOf.edtf, language)}`]),
    ...(language === undefined ? [] : [`lang: ${language}`]),
  ];
}

/** `chapter: 22 Feb 2016 to 27 Feb 2016: TITLE`, and what stands under it. */
export function chapterLines(chapter: Chapter, context: WritingContext): readonly string[] {
  return [
    keyLine('chapter', boundsEdtf(chapter), chapter.title, context),
    ...evidenceLines(chapter.evidence, context),
    ...summaryLines(chapter.text, false),
  ];
}

/** `note: TEXT`, indented under its event, and further lines of it under that. */
export function noteLines(note: Note, context: WritingContext, indent: string): readonly string[] {
  const [first = '', ...more] = note.text.split('\n');
  return [
    indent + keyLine('note', boundsEdtf(note), first, context),
    ...evidenceLines(note.evidence, context, indent + INDENT),
    ...(more.length === 0 ? [] : summaryLines(more.join('\n'), false, indent + INDENT)),
  ];
}

/** `period: 2014 to 2016: LABEL - Syria, Iraq` */
export function periodLines(period: Period, context: WritingContext): readonly string[] {
  const names = period.countries.map((code) => countryName(code, context.language));
  const text = `${period.label}${names.length === 0 ? '' : ` - ${names.join(', ')}`}`;
  return [keyLine('period', period.date.edtf, text, context), ...evidenceLines(period.evidence, context)];
}

function keyLine(
  keyword: 'chapter' | 'note' | 'period',
  edtf: string | undefined,
  text: string,
  { language }: WritingContext,
): string {
  const date = edtf === undefined ? '' : `${edtfSpelling(edtf, language)}: `;
  return `${keywordIn(wordLanguage(language), keyword)}: ${date}${titleOf(text, BLANKS)}`;
}

/** The bounds of a chapter or note as one date; undefined where they are none, or one date can't say them. */
export function boundsEdtf({ from, to }: Pick<Chapter, 'from' | 'to'>): string | undefined {
  if (from === undefined && to === undefined) return undefined;
  const [first, last] = [from?.edtf ?? '..', to?.edtf ?? '..'];
  if (first === last) return first;
  return /[/[{]|^$/.test(first + last) ? undefined : `${first}/${last}`;
}

function countryName(code: string, language: string | undefined): string {
  const name = new Intl.DisplayNames(wordLanguage(language), { type: 'region', fallback: 'none' }).of(code);
  return name !== undefined && !name.includes(',') && countryByName(name) === code ? name : code;
}
