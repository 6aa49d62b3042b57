import { useId, useMemo } from 'react';
import { useText } from '../context/store-context';
import type { PartGiven } from './part-given';

/** All of the timeline, or only what the filters show: chosen once, for all that is given away. */
export function PartChoice({
  part,
  filtered,
  isFiltered,
  onChange,
}: {
  readonly part: PartGiven;
  /** Events that the filters show. */
  readonly filtered: number;
  readonly isFiltered: boolean;
  readonly onChange: (isFiltered: boolean) => void;
}) {
  const t = useText();
  const id = useId();
  const { table, dataset, count } = part;
  const sourced = useMemo(() => dataset?.events.filter(({ evidence }) => evidence.length > 0).length, [dataset]);
  const about = sourced === undefined || count === 0 ? null : t('give.sourced', { sourced, n: count });
  return (
    <div className="dt-give-whole">
      {filtered === table.size ? (
        <span>{t('give.all', { n: table.size })}</span>
      ) : (
        <fieldset className="dt-group dt-give-radios" aria-label={t('give.part')}>
          {[false, true].map((each) => (
            <label key={String(each)}>
              <input
                type="radio"
                name={id}
                checked={isFiltered === each}
                disabled={each && filtered === 0}
                onChange={() => onChange(each)}
              />
              {each ? t('give.filtered', { n: filtered }) : t('give.all', { n: table.size })}
            </label>
          ))}
        </fieldset>
      )}
      <span className="dt-give-note">{about}</span>
    </div>
  );
}
