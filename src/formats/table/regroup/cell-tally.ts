import { ownText } from '../../../base/utf8-strings';
import type { RegroupMapping } from '../table-mapping';
import { composeText } from './compose-text';

/** What is counted, where the count goes and who is named in it: a column that is there already, else a new last one. */
export type TallyColumn = NonNullable<NonNullable<RegroupMapping['group']>['tally']>;

/** How often each value stood in a column. */
export interface Tally {
  readonly count: (cells: readonly string[]) => void;
  /**
   * A record with the count in its column: `yes 29, no 18`, the most frequent first, empty cells nowhere; with names those
   * that are named first, `Yes 29; no 1: Cuba; absent 4`.
   */
  readonly close: (cells: readonly string[]) => readonly string[];
}

interface Counted {
  count: number;
  /** The first of those who stand with the value, once each, as many as may be named and one more. */
  readonly who: Set<string>;
}

const COUNT = '\u0000';

/** Makes the counts of one group after the other. */
export function makeTallies(headers: readonly string[], tally: TallyColumn): () => Tally {
  const { column, as, compose = '{}', names } = tally;
  const place = headers.indexOf(column);
  const target = headers.indexOf(as);
  const namePlace = names === undefined ? -1 : headers.indexOf(names.column);
  const text = composeText(compose.replaceAll('{}', `{${COUNT}}`), [COUNT, ...headers]);
  /** Two hundred names stand in half a million records: each is kept once. */
  const kept = new Map<string, string>();
  const keptName = (name: string): string => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const own = ownText(name);
    kept.set(own, own);
    return own;
  };
  return () => {
    const counts = new Map<string, Counted>();
    return {
      count: (cells) => {
        const cell = cells[place]?.trim() ?? '';
        if (cell === '') return;
        const counted = counts.get(cell) ?? { count: 0, who: new Set() };
        counted.count += 1;
        counts.set(cell, counted);
        const name = cells[namePlace]?.trim() ?? '';
        if (names?.of.includes(cell) === true && name !== '' && counted.who.size < names.most)
          counted.who.add(keptName(name));
      },
      close: (cells) => {
        const out = [...cells];
        out[target < 0 ? out.length : target] = text([inWords(counts, names), ...cells]);
        return out;
      },
    };
  };
}

function inWords(counts: ReadonlyMap<string, Counted>, names: TallyColumn['names']): string {
  const all = [...counts].toSorted(([, a], [, b]) => b.count - a.count);
  if (names === undefined) return all.map(([value, { count }]) => `${value} ${count}`).join(', ');
  const placeOf = ([value]: readonly [string, Counted]): number => {
    const place = names.of.indexOf(value);
    return place < 0 ? names.of.length : place;
  };
  const most = all.find(([value]) => names.of.includes(value))?.[0];
  const words = all
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map(([value, { count, who }]) => {
      if (value === most || who.size === 0) return `${value} ${count}`;
      const rest = count - who.size;
      const more = rest === 0 ? '' : ` ${names.more.replaceAll('{}', String(rest))}`;
      return `${value} ${count}: ${[...who].join(', ')}${more}`;
    })
    .join('; ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
