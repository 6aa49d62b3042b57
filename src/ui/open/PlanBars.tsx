import { useText } from '../context/store-context';
import type { PlanCount } from './open-services';

/** How high the highest bar is, CSS px. */
const HIGHEST_PX = 44;
/** More bars than these have no room for a word under each. */
const MOST_WORDS = 12;

/** Events by the year that they begin in, for who has not seen the timeline yet. */
export function PlanBars({ years: { unit, counts } }: { readonly years: PlanCount['years'] }) {
  const t = useText();
  if (counts.length === 0) return null;
  const most = Math.max(...counts.map(({ events }) => events));
  const step = Math.ceil(counts.length / MOST_WORDS);
  const [first, last] = [counts[0], counts.at(-1)];
  const words = (year: number): string => t.digits(year);
  return (
    <figure
      className="dt-plan-bars"
      aria-label={t(unit === 1 ? 'open.byYear' : 'open.byYears', {
        n: unit,
        first: words(first?.year ?? 0),
        last: words(last?.year ?? 0),
      })}
    >
      <ol dir="ltr">
        {counts.map(({ year, events }, at) => (
          <li key={year}>
            <span className="dt-plan-bar-count">
              {events === 0 || counts.length > MOST_WORDS * 2 ? '' : t.number(events)}
            </span>
            <span
              className="dt-plan-bar"
              style={{ blockSize: `${events === 0 ? 0 : Math.max(2, (events / most) * HIGHEST_PX)}px` }}
            />
            <span className="dt-plan-bar-year">{at % step === 0 ? words(year) : ''}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
