import { nothingHeldBack } from './record-step';
import type { RecordStep } from './record-step';

/** Shows the records to somebody and hands them on as they are. */
export function lookStep(headers: readonly string[], begin: () => (cells: readonly string[]) => void): RecordStep {
  return {
    headers,
    begin: (next) => {
      const see = begin();
      return {
        take: (cells, line, members) => {
          see(cells);
          next(cells, line, members);
        },
        end: nothingHeldBack,
      };
    },
  };
}
