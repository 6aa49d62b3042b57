import { cleanText, countWords } from '../../base/clean-text';
import { runToEnd } from '../../base/steps';
import type { Translate } from '../../base/translate';
import type { Source } from '../../model/dataset';
import { suggestedPublisher } from '../../model/edit/edit-sources';
import type { EvidenceSketch, SourceSketch } from '../../model/edit/edit-sources';
import { readBibtex } from '../citations/bibtex-reader';
import { readCsl } from '../citations/csl-reader';
import { recogniseBibtex, recogniseCsl, recogniseRis } from '../citations/recognise-citations';
import { readRis } from '../citations/ris-reader';
import { readEvidence } from '../chronology/line-evidence';
import { makeImportedEvents } from '../imported-events';
import { htmlToText } from '../imported/html-text';
import { publisherOfAddress } from './publisher-of-address';

/** What somebody has dropped or pasted on an event, as texts. */
export interface EvidenceBrought {
  readonly text: string;
  /** The same as HTML; empty where there is none. */
  readonly html: string;
  /** `text/uri-list`: an address a line. */
  readonly addresses: string;
  /** Of files. */
  readonly texts: readonly string[];
}

/** What an event may rest on by that. */
export interface EvidenceFound {
  readonly sketches: readonly EvidenceSketch[];
  /** So many quotes had more than ten words and were cut there. */
  readonly shortened: number;
  /**
   * Why there is nothing: `nothing` was said; a quote without who says it; a text that is no source to be seen; a file
   * without references.
   */
  readonly problem: 'nothing' | 'quote-alone' | 'no-source' | 'no-references' | undefined;
}

export interface EvidenceContext {
  readonly t: Translate;
  /** Of the dataset, BCP 47; in its words and the page's days are read. */
  readonly language: string | undefined;
}

/** The format advises so many words of a quote. */
const MOST_WORDS = 10;
/** A longer text without a quote or an address is prose, and not the name of a source. */
const MOST_WORDS_OF_A_SOURCE = 14;
/** Sources taken of one gesture. */
const MOST_SOURCES = 100;

/**
 * What somebody drops or pastes as sources of an event: an address (its publisher suggested by the host's name), lines
 * with addresses, `"words" - TASS, 24 Feb 2016`, `TASS, 24 Feb 2016`, references in BibTeX, RIS and CSL-JSON.
 */
export function findEvidence(brought: EvidenceBrought, context: EvidenceContext): EvidenceFound {
  const { text, html, addresses, texts } = brought;
  if (texts.length > 0) {
    const found = texts.flatMap((each) => references(each, context) ?? []);
    return found.length === 0 ? nothing('no-references') : sourcesFound(found);
  }
  const said = cleanText(text).trim();
  const known = references(said, context);
  if (known !== undefined) return known.length === 0 ? nothing('no-references') : sourcesFound(known);
  const urls = addressesIn(addresses);
  const onlyLinks = urls.length > 0 && (said === '' || said.split(/\s+/).every((word) => isAddress(word)));
  if (onlyLinks) return sourcesFound(urls.map((url) => linkSketch(url, titleInHtml(html, url))));
  if (said === '') return nothing('nothing');
  return linesFound(said, html, context);
}

function nothing(problem: NonNullable<EvidenceFound['problem']>): EvidenceFound {
  return { sketches: [], shortened: 0, problem };
}

function sourcesFound(sources: readonly SourceSketch[]): EvidenceFound {
  return {
    sketches: sources.slice(0, MOST_SOURCES).map((source) => ({ source })),
    shortened: 0,
    problem: undefined,
  };
}

function isAddress(word: string): boolean {
  return /^https?:\/\/[^\s/?#]+\S*$/i.test(word);
}

function addressesIn(list: string): readonly string[] {
  return list
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => isAddress(line));
}

function linkSketch(url: string, title: string | undefined): SourceSketch {
  const publisher = publisherOfAddress(url);
  return { url, title, ...(publisher === undefined ? {} : suggestedPublisher(publisher)) };
}

/** The words of a link that was dragged, where they are more than its address. */
function titleInHtml(html: string, url: string): string | undefined {
  if (html === '') return undefined;
  const { text, links } = htmlToText(html);
  const words = cleanText(links.find((link) => link.url === url)?.words ?? text)
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' || isAddress(words) || countWords(words) > 40 || url.includes(words) ? undefined : words;
}

/** Lines that each have an address, or one text. */
function linesFound(said: string, html: string, context: EvidenceContext): EvidenceFound {
  const lines = said.split(/\r?\n/).filter((line) => line.trim() !== '');
  const each = lines.every((line) => /https?:\/\//i.test(line)) ? lines : [lines.join(' ')];
  const found = each.slice(0, MOST_SOURCES).map((line) => lineFound(line, html, context));
  const problem = found.find((one) => one.problem !== undefined)?.problem;
  const sketches = found.flatMap((one) => one.sketches);
  return {
    sketches,
    shortened: found.reduce((n, one) => n + one.shortened, 0),
    problem: sketches.length === 0 ? problem : undefined,
  };
}

function lineFound(line: string, html: string, { t, language }: EvidenceContext): EvidenceFound {
  // The line reader takes a bracket at an address's end for the sentence's.
  if (isAddress(line.trim())) return sourcesFound([linkSketch(line.trim(), titleInHtml(html, line.trim()))]);
  const languages = language === undefined ? [t.locale] : [t.locale, language];
  const { quote, publisher, published, url } = readEvidence(line, { languages }, new Map());
  const said = saidOf(publisher, url);
  const title = url === undefined ? undefined : titleInHtml(html, url);
  // Who says a publisher needs no suggestion.
  const link = url === undefined ? {} : said.publisher === undefined ? linkSketch(url, title) : { url, title };
  const source: SourceSketch = { published, ...link, ...said };
  if (url === undefined && source.publisher === undefined)
    return nothing(quote === undefined ? 'no-source' : 'quote-alone');
  if (quote === undefined && url === undefined && countWords(line) > MOST_WORDS_OF_A_SOURCE)
    return nothing('no-source');
  const words = quote?.replace(/\s+/g, ' ').trim();
  const isLong = words !== undefined && countWords(words) > MOST_WORDS;
  return {
    sketches: [{ source, quote: isLong ? firstWords(words) : words }],
    shortened: isLong ? 1 : 0,
    problem: undefined,
  };
}

/** Words beside an address are its title where they are many, and else who publishes it. */
function saidOf(words: string | undefined, url: string | undefined): SourceSketch {
  if (words === undefined) return {};
  return url === undefined || countWords(words) <= 3 ? { publisher: words } : { title: words };
}

function firstWords(text: string): string {
  return `${text
    .split(' ')
    .slice(0, MOST_WORDS)
    .join(' ')
    .replace(/[\s,;:.–-]+$/, '')}…`;
}

/** The sources of a list of references; undefined where the text is none. */
function references(text: string, { t }: EvidenceContext): readonly SourceSketch[] | undefined {
  const head = new TextEncoder().encode(text.slice(0, 20_000));
  const read =
    recogniseBibtex(head) !== 'none'
      ? readBibtex
      : recogniseRis(head) !== 'none'
        ? readRis
        : recogniseCsl(head) !== 'none'
          ? readCsl
          : undefined;
  if (read === undefined) return undefined;
  const into = makeImportedEvents({ name: '', t });
  runToEnd(read(text, into));
  const { dataset, events } = into.finish();
  // Those that references rest on, and none of what their abstracts link to.
  const own = new Set(events.map(({ evidence }) => evidence[0]?.source));
  return dataset.sources.filter(({ id }) => own.has(id)).map(sketchOf);
}

/** A reference says nothing of how good a source is. */
function sketchOf(source: Source): SourceSketch {
  const { kind, publisher, title, published, url, note } = source;
  return { kind, publisher, title, published, url, note };
}
