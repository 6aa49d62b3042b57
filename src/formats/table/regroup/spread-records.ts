import { composeText } from './compose-text';
import { padded } from './join-records';
import { nothingHeldBack } from './record-step';
import type { RecordStep } from './record-step';

/** What stood between the title and the column's header. */
const DANGLING = /[\s,;:–—/-]+$/;

/** What the columns are called that spreading adds: the date, and what happened then. */
export interface SpreadHeaders {
  readonly date: string;
  readonly title: string;
}

/**
 * One record for each of the columns that isn't empty in it, whose cell is its date and whose header is `{}` in the title;
 * one without a date where all of them are. The second and later ones of a row get `-2`, `-3` ... behind their id.
 */
export function spreadStep(
  headers: readonly string[],
  {
    columns,
    title,
    id,
  }: { readonly columns: readonly string[]; readonly title: string; readonly id: string | undefined },
  added: SpreadHeaders,
): RecordStep {
  const places = columns.map((header) => ({ header, place: headers.indexOf(header) }));
  const idPlace = id === undefined ? -1 : headers.indexOf(id);
  const compose = composeText(title.replaceAll('{}', '{\u0000}'), [...headers, '\u0000']);
  return {
    headers: [...headers, added.date, added.title],
    begin: (next) => ({
      take: (cells, line, members) => {
        const base = padded(cells, headers.length, []);
        const dated = places.filter(({ place }) => (base[place]?.trim() ?? '') !== '');
        const events = dated.length === 0 ? [{ header: '', place: -1 }] : dated;
        events.forEach(({ header, place }, index) => {
          const named = compose([...base, header]);
          const out = [...base, base[place] ?? '', header === '' ? named.replace(DANGLING, '') : named];
          const own = out[idPlace];
          if (own !== undefined && own !== '' && index > 0) out[idPlace] = `${own}-${index + 1}`;
          next(out, line, members);
        });
      },
      end: nothingHeldBack,
    }),
  };
}
