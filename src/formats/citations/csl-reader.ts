import type { Steps } from '../../base/steps';
import { makeImportedReader } from '../imported/imported-reader';
import type { ImportedEnd } from '../imported/imported-reader';
import { RECORDS_A_STEP, jsonOf, listIn, recordIn, recordsOf, restOf, textIn, textOf } from '../imported/json-text';
import type { JsonRecord } from '../imported/json-text';
import type { ImportedEvents } from '../imported-events';
import { isRecord } from '../json/decode';
import { issueOf, issueOfText, known } from './issued-date';
import type { Issue } from './issued-date';
import { addReference, noteReferences, spokenName } from './reference';
import type { ReferenceName } from './reference';

/** Reads references in CSL-JSON, as Zotero and others give them. */
export const cslReader = makeImportedReader({ name: 'CSL-JSON', read: readCsl });

const READ: ReadonlySet<string> = new Set(
  'id title author editor issued container-title publisher publisher-place URL DOI abstract'.split(' '),
);
const NEWS: ReadonlySet<string> = new Set(['article-newspaper', 'broadcast', 'post-weblog']);

/** Writes the references of a text into `into`. */
export function* readCsl(text: string, into: ImportedEvents): Steps<ImportedEnd> {
  const json = yield* jsonOf(text, into);
  if ('problem' in json) return json.problem;
  const file = isRecord(json.value) ? json.value : undefined;
  const items = Array.isArray(json.value) ? (json.value as readonly unknown[]) : listIn(file, 'items');
  const list = items.length > 0 || file === undefined || textIn(file, 'type') === undefined ? items : [file];
  if (list.length === 0) return { problem: 'no-events', detail: into.t('imported.problem.references') };
  for (const [item, where, index] of recordsOf(list, file === undefined ? '' : '/items', into)) {
    if (index % RECORDS_A_STEP === 0) yield index / list.length;
    addItem(item, where, into);
  }
  noteReferences(list.length, into);
  return { records: list.length };
}

function addItem(item: JsonRecord, where: string, into: ImportedEvents): void {
  const issued = recordIn(item, 'issued');
  const rest = restOf(item, READ);
  addReference(
    {
      id: textIn(item, 'id'),
      title: textIn(item, 'title'),
      authors: namesIn(item, 'author'),
      editors: namesIn(item, 'editor'),
      issued: issuedOf(issued),
      issuedText: issued === undefined ? textIn(item, 'issued') : issuedInWords(issued),
      container: textIn(item, 'container-title') ?? textOf(listIn(item, 'container-title')[0]),
      publisher: textIn(item, 'publisher'),
      place: textIn(item, 'publisher-place'),
      url: textIn(item, 'URL'),
      doi: textIn(item, 'DOI'),
      abstract: textIn(item, 'abstract'),
      isNews: NEWS.has(textIn(item, 'type') ?? ''),
      extra: rest === undefined ? undefined : { csl: rest },
      where,
    },
    into,
  );
}

function namesIn(item: JsonRecord, key: string): readonly ReferenceName[] {
  return listIn(item, key).flatMap((entry): readonly ReferenceName[] => {
    if (!isRecord(entry)) return typeof entry === 'string' ? [spokenName(entry)] : [];
    const literal = textIn(entry, 'literal');
    if (literal !== undefined) return [{ name: literal, isBody: true }];
    const parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'];
    const name = parts.flatMap((part) => textIn(entry, part)?.trim() ?? []).join(' ');
    return name === '' ? [] : [{ name, isBody: false }];
  });
}

/**
 * `date-parts` of one date or two, with `season` and `circa`; else what `raw` or `literal` say, where that is a date.
 * Years before ours have a minus and no year 0.
 */
function issuedOf(issued: JsonRecord | undefined): Issue | undefined {
  if (issued === undefined) return undefined;
  const [from, to] = listIn(issued, 'date-parts')
    .filter((parts) => Array.isArray(parts))
    .map((parts) => partsOf(parts as readonly unknown[], issued));
  if (from?.edtf === undefined) {
    const words = textIn(issued, 'raw') ?? textIn(issued, 'literal');
    return words === undefined ? undefined : issueOfText(words);
  }
  const about = isSaid(issued['circa']) ? '~' : '';
  const isCut = from.isCut || to?.isCut === true;
  if (to?.edtf === undefined || to.edtf === from.edtf) return { edtf: known(from.edtf + about) ?? from.edtf, isCut };
  return { edtf: known(`${from.edtf}${about}/${to.edtf}${about}`) ?? from.edtf, isCut };
}

function isSaid(flag: unknown): boolean {
  return flag !== undefined && flag !== null && flag !== false && flag !== 0 && flag !== '' && flag !== '0';
}

function partsOf(parts: readonly unknown[], issued: JsonRecord): Issue | undefined {
  const [year, month, day] = parts.map((part) => (textOf(part) === undefined ? undefined : Number(part)));
  if (year === undefined || !Number.isInteger(year) || year === 0) return undefined;
  // Some programs write seasons as months 13 to 16, some as 21 to 24.
  const season =
    month === undefined ? seasonOf(textIn(issued, 'season')) : month > 12 && month < 17 ? month + 8 : undefined;
  return issueOf(year < 0 ? year + 1 : year, season ?? month, day);
}

function seasonOf(text: string | undefined): number | undefined {
  const names = ['spring', 'summer', 'autumn', 'winter', 'fall'];
  const number = Number(text);
  if (number >= 1 && number <= 4) return number + 20;
  const at = names.indexOf(text?.toLowerCase() ?? '');
  return at < 0 ? undefined : at === 4 ? 23 : at + 21;
}

function issuedInWords(issued: JsonRecord): string | undefined {
  const parts = listIn(issued, 'date-parts').map((each) => (Array.isArray(each) ? each.join('-') : ''));
  return textIn(issued, 'literal') ?? textIn(issued, 'raw') ?? (parts.join('/') || undefined);
}
