import type { Source, WholeDataset } from '../../model/dataset';
import type { Writer, WriterHead } from '../writer';
import { makeWriter } from './make-writer';
import {
  SOURCES_LEAVE_OUT,
  heldByReferences,
  isNews,
  knownPublished,
  plainPublished,
  publishedParts,
} from './source-lists';

function held(dataset: WholeDataset): WholeDataset {
  return heldByReferences(dataset, publishedIn);
}

/** Sources as CSL-JSON (Citation Style Language 1.0.2), which Zotero, Pandoc and others read. */
export function cslWriter(head: WriterHead): Writer {
  return makeWriter(head, {
    held,
    leavesOut: SOURCES_LEAVE_OUT,
    write: function* write(dataset) {
      const { sources } = held(dataset);
      yield 0;
      return `${JSON.stringify(sources.map(itemOf), undefined, 2)}\n`;
    },
  });
}

/** One date, or a date in words, which are EDTF. */
function publishedIn(edtf: string): string | undefined {
  return plainPublished(edtf) ?? (/^[-\d]/.test(edtf) ? knownPublished(edtf) : undefined);
}

function itemOf(source: Source): unknown {
  const { id, publisher, title, published, url, note } = source;
  return {
    id,
    type: isNews(source) ? 'article-newspaper' : source.kind === 'reference' ? 'entry-encyclopedia' : 'webpage',
    title: title ?? publisher ?? url ?? id,
    ...(isNews(source) ? { 'container-title': publisher } : { publisher }),
    issued: published === undefined ? undefined : issuedOf(published),
    URL: url,
    note,
  };
}

function issuedOf(published: string): unknown {
  const parts = publishedParts(published);
  if (parts === undefined) return { literal: published };
  const { year, month, day } = parts;
  return { 'date-parts': [[year, month, day].flatMap((part) => (part === undefined ? [] : [Number(part)]))] };
}
