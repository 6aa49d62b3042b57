import type { Source } from '../../model/dataset';
import { cleanText } from '../../base/clean-text';
import { shownOfSource } from './write-lines';
import type { SourceSaid } from './reading/said';

/** The sources of a dataset while lines change what they say. */
export interface SourceRegister {
  readonly all: () => readonly Source[];
  readonly ids: ReadonlySet<string>;
  readonly byId: (id: string) => Source | undefined;
  /**
   * The source that a line of a record names: the one that its evidence had, changed where nothing else rests on it;
   * another that says the same; else a new one.
   */
  readonly take: (
    said: SourceSaid,
    had: string | undefined,
    record: string,
    isShared: (id: string, record: string) => boolean,
  ) => string;
  readonly put: (source: Source) => void;
  /** Which record's lines changed which source. */
  readonly edits: ReadonlyMap<string, string>;
}

/** A register that begins with a dataset's sources. */
export function makeSourceRegister(sources: readonly Source[]): SourceRegister {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const ids = new Set(byId.keys());
  const edits = new Map<string, string>();
  let next = 1;
  let byText: Map<string, string> | undefined;
  /** Made when it is first asked for: most keystrokes name no source. */
  const texts = (): Map<string, string> => {
    if (byText !== undefined) return byText;
    byText = new Map();
    for (const source of byId.values()) {
      const key = keyOfSource(source);
      if (!byText.has(key)) byText.set(key, source.id);
    }
    return byText;
  };
  const put = (source: Source): void => {
    const before = byId.get(source.id);
    if (byText !== undefined) {
      if (before !== undefined && byText.get(keyOfSource(before)) === source.id) byText.delete(keyOfSource(before));
      const key = keyOfSource(source);
      if (!byText.has(key)) byText.set(key, source.id);
    }
    byId.set(source.id, source);
    ids.add(source.id);
  };
  return {
    all: () => [...byId.values()],
    ids,
    edits,
    byId: (id) => byId.get(id),
    put,
    take: (said, had, record, isShared) => {
      const known = had === undefined ? undefined : byId.get(had);
      const key = keyOfSaid(said);
      if (known !== undefined && keyOfSource(known) === key) return known.id;
      const same = texts().get(key);
      if (same !== undefined) return same;
      if (known !== undefined && !isShared(known.id, record)) {
        edits.set(known.id, record);
        put(changed(known, said));
        return known.id;
      }
      while (ids.has(`s${next}`)) next += 1;
      put(changed(emptySource(`s${next}`), said));
      return `s${next}`;
    },
  };
}

function keyOfSource(source: Source): string {
  const { publisher, published, url } = shownOfSource(source);
  return JSON.stringify([tidy(publisher), published, url]);
}

function keyOfSaid({ publisher, published, url }: SourceSaid): string {
  return JSON.stringify([tidy(publisher), published, url]);
}

function tidy(words: string | undefined): string | undefined {
  return words === undefined ? undefined : cleanText(words).replaceAll(/\s+/g, ' ').trim();
}

/** Whether a line says of a source what there is to say of it. */
export function tellsSource(said: SourceSaid, source: Source): boolean {
  return keyOfSaid(said) === keyOfSource(source);
}

/** Whether lines can say all that there is of a source: nobody misses it once no line names it. */
export function isBareSource(source: Source): boolean {
  const { id: _, publisher: __, published: ___, url: ____, title: _____, ...rest } = source;
  return Object.values(rest).every((value) => value === undefined);
}

function emptySource(id: string): Source {
  return {
    id,
    kind: undefined,
    publisher: undefined,
    ownership: undefined,
    title: undefined,
    dateline: undefined,
    published: undefined,
    url: undefined,
    note: undefined,
    grade: undefined,
  };
}

/** A name that stands for the title, where there is no publisher, stays the title. */
function changed(source: Source, said: SourceSaid): Source {
  const publisher = tidy(said.publisher);
  const isTitle = source.publisher === undefined && source.url === undefined && source.title !== undefined;
  return {
    ...source,
    ...(isTitle && said.url === undefined ? { title: publisher } : { publisher }),
    published: said.published,
    url: said.url,
    title: isTitle && said.url === undefined ? publisher : (source.title ?? tidy(said.title)),
  };
}
