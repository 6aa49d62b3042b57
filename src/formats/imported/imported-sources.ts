import { cleanText } from '../../base/clean-text';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import type { Source } from '../../model/dataset';
import { webAddress } from './html-text';
import type { ImportedSource } from './imported-event';

/** The sources that a file's records name: one a distinct address, all of grade C until somebody says otherwise. */
export interface ImportedSources {
  /** Its id; undefined where nothing is said of it. What a later record says besides fills in what an earlier left open. */
  readonly take: (source: ImportedSource) => string | undefined;
  readonly all: () => readonly Source[];
}

export function makeImportedSources(): ImportedSources {
  const byKey = new Map<string, Source>();
  return {
    take: (said) => {
      const source = cleaned(said);
      const key = source.url ?? [source.title, source.publisher, source.note].join('\n').trim();
      if (key === '') return undefined;
      const known = byKey.get(key);
      const id = known?.id ?? `s${byKey.size + 1}`;
      byKey.set(key, known === undefined ? { ...BARE, ...source, id } : completed(known, source));
      return id;
    },
    all: () => [...byKey.values()],
  };
}

type Said = Pick<Source, 'url' | 'title' | 'publisher' | 'published' | 'kind' | 'note'>;

const BARE: Omit<Source, keyof Said | 'id'> = { ownership: undefined, dateline: undefined, grade: 'C' };

function cleaned({ url, title, publisher, published, kind, note }: ImportedSource): Said {
  const address = webAddress(url);
  const elsewhere = address === undefined ? url : undefined;
  const notes = [note, elsewhere].flatMap((text) => textOrNothing(text) ?? []);
  return {
    url: address,
    title: textOrNothing(title),
    publisher: textOrNothing(publisher),
    published: published !== undefined && !isDateFault(parseEventDate(published)) ? published : undefined,
    kind,
    note: notes.length === 0 ? undefined : notes.join('; '),
  };
}

function textOrNothing(text: string | undefined): string | undefined {
  const clean = cleanText(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return clean === '' ? undefined : clean;
}

function completed(known: Source, said: Said): Source {
  return {
    ...known,
    title: known.title ?? said.title,
    publisher: known.publisher ?? said.publisher,
    published: known.published ?? said.published,
    kind: known.kind ?? said.kind,
    note: known.note ?? said.note,
  };
}
