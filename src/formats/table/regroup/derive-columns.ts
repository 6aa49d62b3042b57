import type { DerivedColumn, Lookup } from '../table-mapping';
import { composeText } from './compose-text';
import type { ComposeText } from './compose-text';
import { padded } from './join-records';
import { nothingHeldBack } from './record-step';
import type { RecordStep } from './record-step';

/** What a cell's text stands for; empty where nobody knows. */
export type LookUp = (text: string) => string;

/** Adds the columns that are made of others, each of those before it too. */
export function deriveStep(
  headers: readonly string[],
  derive: readonly DerivedColumn[],
  lookUps: () => ReadonlyMap<Lookup, LookUp>,
): RecordStep {
  const all = [...headers, ...derive.map(({ as }) => as)];
  return {
    headers: all,
    begin: (next) => {
      const makers = derive.map((column) => makerOf(column, all, lookUps()));
      return {
        take: (cells, line, members) => {
          const out = [...padded(cells, headers.length, [])];
          for (const make of makers) out.push(make(out));
          next(out, line, members);
        },
        end: nothingHeldBack,
      };
    },
  };
}

function makerOf(column: DerivedColumn, headers: readonly string[], lookUps: ReadonlyMap<Lookup, LookUp>): ComposeText {
  if ('compose' in column) return composeText(column.compose, headers);
  if ('first' in column) {
    const places = column.first.map((header) => headers.indexOf(header));
    return (cells) => {
      for (const place of places) {
        const cell = cells[place]?.trim() ?? '';
        if (cell !== '') return cell;
      }
      return '';
    };
  }
  if ('when' in column) {
    const place = headers.indexOf(column.of);
    const asked = headers.indexOf(column.when.column);
    const wanted = new Set(column.when.values);
    return (cells) => (wanted.has(cells[asked]?.trim() ?? '') ? (cells[place]?.trim() ?? '') : '');
  }
  const lookUp = 'values' in column ? tableOf(column) : lookUps.get(column.lookUp);
  if (lookUp === undefined) throw new Error(`What "${column.of}" is looked up in wasn't loaded`);
  const place = headers.indexOf(column.of);
  // A column has few different codes; half a million lookups by pattern would be felt.
  const known = new Map<string, string>();
  return (cells) => {
    const cell = cells[place]?.trim() ?? '';
    if (cell === '') return '';
    let found = known.get(cell);
    if (found === undefined) {
      found = lookUp(cell);
      if (known.size < MOST_KNOWN) known.set(cell, found);
    }
    return found;
  };
}

function tableOf({ values, otherwise }: Extract<DerivedColumn, { readonly values: unknown }>): LookUp {
  const table = new Map(Object.entries(values));
  return (text) => table.get(text) ?? (otherwise === 'as-is' ? text : '');
}

const MOST_KNOWN = 10_000;
