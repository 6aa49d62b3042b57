import type { Evidence, Source } from '../../model/dataset';
import type { ImportedEvent, ImportedSource } from './imported-event';
import { makeImportedSources } from './imported-sources';
import type { ImportedTexts } from './imported-texts';

/** What the events of a file rest on. */
export interface ImportedEvidence {
  /** An event's own source, its media, further sources and the links of its texts; each once. */
  readonly take: (event: ImportedEvent, links: readonly ImportedSource[]) => readonly Evidence[];
  /** A source that no event rests on; its id, undefined where nothing is said of it. */
  readonly addSource: (source: ImportedSource) => string | undefined;
  readonly sources: () => readonly Source[];
}

export function makeImportedEvidence(texts: ImportedTexts): ImportedEvidence {
  const sources = makeImportedSources();
  /** Without markup; where its own words lead is further sources. */
  const plain = (source: ImportedSource, markup?: 'none'): readonly ImportedSource[] => {
    const links: ImportedSource[] = [];
    const title = texts.line(source.title, markup, links);
    const publisher = texts.line(source.publisher, markup, links);
    return [{ ...source, title, publisher }, ...links];
  };
  return {
    take: (event, links) => {
      const { source, media, markup, date } = event;
      const plainly = (each: ImportedSource) => plain(each, markup === 'none' ? markup : undefined);
      const main = source === undefined ? [] : plainly(source);
      const more = [media, ...(event.sources ?? [])].filter((each) => each !== undefined).map(plainly);
      // What is said of it first stands first; links of captions come after all that they may repeat.
      const ordered = [
        ...main.slice(0, 1),
        ...more.flatMap((each) => each.slice(0, 1)),
        ...links,
        ...[main, ...more].flatMap((each) => each.slice(1)),
      ];
      const taken = new Map<string, Evidence>();
      for (const [index, each] of ordered.entries()) {
        const id = sources.take(each);
        if (id === undefined || taken.has(id)) continue;
        const isMain = index === 0 && main.length > 0;
        taken.set(id, {
          source: id,
          locator: undefined,
          find: undefined,
          quote: isMain ? texts.line(event.quote, markup, []) : undefined,
          supports: isMain && date !== undefined ? ['date'] : [],
        });
      }
      return [...taken.values()];
    },
    addSource: (source) => {
      const [first, ...links] = plain(source).map(sources.take);
      return first ?? links[0];
    },
    sources: sources.all,
  };
}
