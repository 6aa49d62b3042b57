import { storedSetting } from '../../kit/stored-setting';

/**
 * How tables were read before, by their headings: the next one with the same columns is read alike. Kept in this browser
 * where it allows that, else for as long as the page is open.
 */
const MAPPINGS = storedSetting('mappings');

/** So many different tables; of more the ones that weren't met for longest are forgotten. */
const MOST_REMEMBERED = 30;
/** Letters of all of them together: browsers give a page about five million. */
const MOST_LETTERS = 500_000;

type Entry = readonly [headings: string, mapping: string];

/** The file (`mappingText`) that a table with these headings was read by last; undefined where none was. */
export function rememberedMapping(headings: string): string | undefined {
  return entries().find(([known]) => known === headings)?.[1];
}

/** Whether any table's is known. */
export function isAnyRemembered(): boolean {
  return entries().length > 0;
}

/** Undefined forgets it. */
export function rememberMapping(headings: string, mapping: string | undefined): void {
  const others = entries().filter(([known]) => known !== headings);
  const all: readonly Entry[] = mapping === undefined ? others : [[headings, mapping], ...others];
  const kept = withinBounds(all);
  MAPPINGS.set(kept.length === 0 ? undefined : JSON.stringify(kept));
}

function withinBounds(all: readonly Entry[]): readonly Entry[] {
  let letters = 0;
  return all.slice(0, MOST_REMEMBERED).filter(([headings, mapping]) => {
    letters += headings.length + mapping.length;
    return letters <= MOST_LETTERS;
  });
}

/** What stands in a browser's storage anybody may have changed. */
function entries(): readonly Entry[] {
  try {
    const kept: unknown = JSON.parse(MAPPINGS.get() ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is Entry {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string');
}
