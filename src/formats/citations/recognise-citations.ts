import { hasKey, jsonHead } from '../imported/json-head';
import { latinHead } from '../imported/latin-head';
import type { Confidence } from '../recognise';

const KINDS =
  'article|book|booklet|inbook|incollection|inproceedings|conference|manual|mastersthesis|misc|phdthesis|proceedings|techreport|unpublished|online|report|thesis|collection|periodical|dataset|electronic|letter|patent|reference|software|suppbook|mvbook|video|www|xdata';
const BIBTEX = new RegExp(
  String.raw`(?:^|[\r\n])\s*@\s*(?:(?:${KINDS})\s*[{(]\s*[^\s,{}]*\s*,|string\s*[{(]\s*\w+\s*=|(?:comment|preamble)\s*\{)`,
  'i',
);

/** An entry, a macro or a comment of BibTeX at the beginning of a line. */
export function recogniseBibtex(head: Uint8Array): Confidence {
  return BIBTEX.test(latinHead(head)) ? 'certain' : 'none';
}

/** Its first tag says what kind of thing a reference is. */
export function recogniseRis(head: Uint8Array): Confidence {
  const text = latinHead(head);
  if (/^TY {1,2}- ?[A-Z]/.test(text)) return 'certain';
  return /(?:^|[\r\n])TY {2}- [A-Z]{2,}\s*[\r\n]+[A-Z][A-Z\d] {2}- /.test(text) ? 'likely' : 'none';
}

const CSL_TYPE =
  /"type"\s*:\s*"(?:article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-dictionary|-encyclopedia)?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)"/;

/** A list of items of CSL's types, with dates or names as CSL has them. */
export function recogniseCsl(head: Uint8Array): Confidence {
  const text = jsonHead(head);
  if (text === '' || hasKey(text, 'schemaVersion') || hasKey(text, '@context') || !CSL_TYPE.test(text)) return 'none';
  if (hasKey(text, 'date-parts') || hasKey(text, 'container-title')) return 'certain';
  return hasKey(text, 'family') || hasKey(text, 'literal') || hasKey(text, 'issued') ? 'likely' : 'none';
}
