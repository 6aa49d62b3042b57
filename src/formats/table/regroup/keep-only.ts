import { nothingHeldBack } from './record-step';
import type { RecordStep } from './record-step';

/** Hands on the records whose cell in the column is one of the values; the others are counted. */
export function onlyStep(
  headers: readonly string[],
  { column, values }: { readonly column: string; readonly values: readonly string[] },
  onPassedOver: () => void,
): RecordStep {
  const place = headers.indexOf(column);
  const wanted = new Set(values.map((value) => value.trim()));
  return {
    headers,
    begin: (next) => ({
      take: (cells, line, members) => {
        if (wanted.has(cells[place]?.trim() ?? '')) next(cells, line, members);
        else onPassedOver();
      },
      end: nothingHeldBack,
    }),
  };
}
