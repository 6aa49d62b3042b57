import type { Source, WholeDataset } from '../../model/dataset';
import type { Writer, WriterHead } from '../writer';
import { makeWriter } from './make-writer';
import { SOURCES_LEAVE_OUT, heldByReferences, isNews, plainPublished, publishedParts } from './source-lists';

function held(dataset: WholeDataset): WholeDataset {
  return heldByReferences(dataset, plainPublished);
}

/** Sources as RIS, which EndNote, Mendeley and others read. */
export function risWriter(head: WriterHead): Writer {
  return makeWriter(head, {
    held,
    leavesOut: SOURCES_LEAVE_OUT,
    write: function* write(dataset) {
      const { sources } = held(dataset);
      yield 0;
      return sources.map(recordOf).join('');
    },
  });
}

function recordOf(source: Source): string {
  const { id, publisher, title, published, url, note } = source;
  const date = published === undefined ? undefined : publishedParts(published);
  const lines = [
    ['TY', isNews(source) ? 'NEWS' : 'ELEC'],
    ['ID', id],
    ['TI', title ?? publisher ?? url ?? id],
    [isNews(source) ? 'T2' : 'PB', publisher],
    ['PY', date?.year],
    ['DA', date && `${date.year}/${date.month ?? ''}/${date.day ?? ''}/`],
    ['UR', url],
    ['N1', note],
    ['ER', ''],
  ] as const;
  return `${lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value.replaceAll(/\s+/g, ' ')}`])).join('\r\n')}\r\n\r\n`;
}
