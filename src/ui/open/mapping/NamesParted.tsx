import { useId } from 'react';
import type { NameFindings } from '../../../formats/table/findings';
import { useShowMore } from '../../context/use-show-more';
import { useText } from '../../context/store-context';
import { separatorsOf } from './mapping-changes';
import { useMappingStep } from './mapping-context';
import { Words } from './Words';

/** What parts the names in a cell, typed while the names that come of it change under it. */
export function NamesParted({ column }: { readonly column: string }) {
  const t = useText();
  const id = useId();
  const { choice, findings, change, tools } = useMappingStep();
  const separators = separatorsOf(choice.mapping, column);
  const found = findings.names.find((each) => each.column === column);
  // One more to be filled in, where there is one already.
  const fields = separators.length === 0 ? [''] : [...separators, ''];
  const set = (at: number, text: string) =>
    change(
      tools.withSeparator(
        choice.mapping,
        column,
        fields.map((separator, index) => (index === at ? text : separator)),
      ),
      `separator ${column} ${at}`,
    );
  return (
    <>
      <div className="dt-map-parted">
        {fields.map((separator, at) => (
          // Fields are told apart by their place: what stands in them is being typed.
          // oxlint-disable-next-line react/no-array-index-key
          <label key={at} className="dt-map-separator">
            <span>{at === 0 ? t('mapping.partedBy') : t('mapping.partedByToo')}</span>
            <input
              className="dt-field"
              value={separator}
              size={Math.max(3, separator.length + 1)}
              autoComplete="off"
              autoCapitalize="off"
              spellCheck={false}
              aria-describedby={separator === separator.trim() ? undefined : `${id}-${at}`}
              onChange={({ target }) => set(at, target.value)}
            />
            {separator === separator.trim() ? null : (
              <span id={`${id}-${at}`} className="dt-map-blanks">
                {t('mapping.blanks')}
              </span>
            )}
          </label>
        ))}
      </div>
      {found === undefined ? null : <Names found={found} column={column} />}
    </>
  );
}

/** So many are seen at a glance. */
const NAMES_AT_ONCE = 24;

function Names({ found, column }: { readonly found: NameFindings; readonly column: string }) {
  const t = useText();
  const { names, together } = found;
  const { shown, list, button } = useShowMore<HTMLUListElement>(names.length, NAMES_AT_ONCE);
  const doubtful = new Set(together.flatMap(({ names: parts }) => parts));
  return (
    <>
      <ul ref={list} className="dt-map-names" aria-label={t('mapping.namesOf', { column })}>
        {names.slice(0, shown).map(({ name, count }) => (
          <li key={name} className={`dt-map-name${doubtful.has(name) ? ' dt-map-name--doubtful' : ''}`}>
            <Words>{name}</Words> <span className="dt-map-count">{t.number(count)}</span>
          </li>
        ))}
      </ul>
      {button}
    </>
  );
}
