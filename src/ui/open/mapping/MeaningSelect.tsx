import { useText } from '../../context/store-context';
import type { ColumnMeaning } from '../../../formats/table/column-meanings';

/** In the order in which people look for them; each group under a word. */
const GROUPS: readonly {
  readonly name: 'when' | 'what' | 'who' | 'sources';
  readonly meanings: readonly ColumnMeaning[];
}[] = [
  { name: 'when', meanings: ['date', 'end', 'year', 'month', 'day', 'time', 'precision'] },
  { name: 'what', meanings: ['title', 'summary', 'type', 'place', 'importance', 'id'] },
  { name: 'who', meanings: ['actor', 'initiator', 'target', 'country'] },
  { name: 'sources', meanings: ['source-address', 'source-name', 'quote'] },
];

/** What a column means. */
export function MeaningSelect({
  header,
  meaning,
  onChoose,
}: {
  readonly header: string;
  readonly meaning: ColumnMeaning;
  readonly onChoose: (meaning: ColumnMeaning) => void;
}) {
  const t = useText();
  return (
    <select
      className="dt-button dt-select dt-map-meaning"
      aria-label={t('mapping.meaningOf', { column: header })}
      value={meaning}
      onChange={({ target }) => {
        const chosen = ['nothing' as const, ...GROUPS.flatMap(({ meanings }) => meanings)].find(
          (known) => known === target.value,
        );
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      <option value="nothing">{t('mapping.means.nothing')}</option>
      {GROUPS.map(({ name, meanings }) => (
        <optgroup key={name} label={t(`mapping.group.${name}`)}>
          {meanings.map((each) => (
            <option key={each} value={each}>
              {t(`mapping.means.${each}`)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
