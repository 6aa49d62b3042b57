import { makeFreeIds } from '../../base/free-ids';
import type { Source, WholeDataset } from '../../model/dataset';
import type { Writer, WriterHead } from '../writer';
import { makeWriter } from './make-writer';
import { SOURCES_LEAVE_OUT, heldByReferences, isNews, knownPublished, publishedParts } from './source-lists';

function held(dataset: WholeDataset): WholeDataset {
  return heldByReferences(dataset, knownPublished);
}

/** Sources as BibTeX, in UTF-8; a date that is no plain one stands as BibLaTeX's `date`, which is EDTF. */
export function bibtexWriter(head: WriterHead): Writer {
  return makeWriter(head, {
    held,
    leavesOut: SOURCES_LEAVE_OUT,
    write: function* write(dataset) {
      const { sources } = held(dataset);
      yield 0;
      const keys = new Set<string>();
      const free = makeFreeIds((key) => keys.has(key));
      return sources
        .map((source) => {
          const base = keyOf(source);
          const key = keys.has(base) ? free(base).replaceAll(' ', '-') : base;
          keys.add(key);
          return entryOf(source, key);
        })
        .join('\n');
    },
  });
}

/** The same for the same source. */
function keyOf({ id, publisher, published }: Source): string {
  return keyFrom(id) || keyFrom(`${publisher ?? ''}-${published ?? ''}`) || 'source';
}

/** What may stand in a key of any program. */
function keyFrom(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z\d:_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function entryOf(source: Source, key: string): string {
  const { id, publisher, title, published, url, note } = source;
  const date = published === undefined ? undefined : publishedParts(published);
  const fields = [
    // Twice in braces: a style leaves the letters of a title as they are.
    ['title', `{{${texOf(title ?? publisher ?? url ?? id)}}}`],
    [isNews(source) ? 'journal' : 'publisher', publisher && `{${texOf(publisher)}}`],
    ['year', date && `{${date.year}}`],
    ['month', date?.month && MONTHS[Number(date.month) - 1]],
    ['day', date?.day && `{${Number(date.day)}}`],
    ['date', date === undefined && published !== undefined ? `{${texOf(published)}}` : undefined],
    ['url', url && `{${addressOf(url)}}`],
    ['note', note && `{${texOf(note)}}`],
  ] as const;
  const lines = fields.flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [`  ${name} = ${value}`],
  );
  return `@${isNews(source) ? 'article' : 'misc'}{${key},\n${lines.join(',\n')}\n}\n`;
}

const SIGNS: Readonly<Partial<Record<string, string>>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** Text as LaTeX sets it the same: signs that mean something escaped, and dashes and quotes that it would join apart. */
function texOf(text: string): string {
  return text
    .replaceAll(/[\\~^&%$#_{}]/g, (sign) => SIGNS[sign] ?? `\\${sign}`)
    .replaceAll(/-(?=-)|`(?=`)|'(?=')/g, '$&{}');
}

/** In a field that is taken as it stands. */
function addressOf(url: string): string {
  return url.replaceAll(/[{}\\\s]/g, (sign) => encodeURIComponent(sign));
}
