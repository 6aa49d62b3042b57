import type { TypeWord } from '../../../formats/table/findings';
import { EVENT_TYPES } from '../../../model/vocabulary';
import { useShowMore } from '../../context/use-show-more';
import { useText } from '../../context/store-context';
import { withTypeWord } from './mapping-changes';
import { useMappingStep } from './mapping-context';
import { Words } from './Words';

/** Which word of the table means which of our types: those that we don't know first, in sight, the others one click away. */
export function TypeWords({ column }: { readonly column: string }) {
  const t = useText();
  const { findings, choice } = useMappingStep();
  const { types } = findings;
  if (types === undefined || types.column !== column) return null;
  const said = typeof choice.mapping.type === 'object' ? choice.mapping.type.values : {};
  // A word stays where it stood when somebody says what it means.
  const open = types.words.filter(({ word, type }) => type === undefined || word in said);
  const known = types.words.filter((each) => !open.includes(each));
  return (
    <>
      {open.length === 0 ? null : <WordList words={open} column={column} />}
      {known.length === 0 ? null : (
        <details className="dt-disclosure dt-map-known">
          <summary>{t('mapping.types.show', { n: known.length })}</summary>
          <WordList words={known} column={column} />
        </details>
      )}
    </>
  );
}

const WORDS_AT_ONCE = 12;

function WordList({ words, column }: { readonly words: readonly TypeWord[]; readonly column: string }) {
  const t = useText();
  const { choice, change } = useMappingStep();
  const { shown, list, button } = useShowMore<HTMLUListElement>(words.length, WORDS_AT_ONCE);
  return (
    <>
      <ul ref={list} className="dt-map-words">
        {words.slice(0, shown).map(({ word, count, type }) => (
          <li key={word}>
            <span>
              <Words>{word}</Words> <span className="dt-map-count">{t.number(count)}</span>
            </span>
            <select
              className="dt-button dt-select"
              aria-label={t('mapping.typeOf', { word })}
              value={type ?? ''}
              onChange={({ target }) =>
                change(
                  withTypeWord(
                    choice.mapping,
                    column,
                    word,
                    EVENT_TYPES.find((known) => known === target.value),
                  ),
                )
              }
            >
              <option value="">{t('type.none')}</option>
              {EVENT_TYPES.map((each) => (
                <option key={each} value={each}>
                  {t(`type.${each}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
      {button}
    </>
  );
}
