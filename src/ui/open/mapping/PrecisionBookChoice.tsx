import type { PrecisionBook } from '../../../model/dates/reading/date-reading';
import { useText } from '../../context/store-context';
import { bookOf, withBook } from './mapping-changes';
import { useMappingStep } from './mapping-context';

/** Those of PRECISION_BOOKS, as they are offered. */
const BOOKS: readonly PrecisionBook[] = ['ucdp', 'acled', 'wikidata'];

/** By which code book a column says how exact a date is. */
export function PrecisionBookChoice({ column }: { readonly column: string }) {
  const t = useText();
  const { choice, change } = useMappingStep();
  const book = bookOf(choice.mapping, column);
  if (book === undefined) return <p className="dt-map-said">{t('mapping.book.noDate')}</p>;
  return (
    <label className="dt-map-book">
      <span>{t('mapping.book')}</span>
      <select
        className="dt-button dt-select"
        value={book}
        onChange={({ target }) => {
          const chosen = BOOKS.find((known) => known === target.value);
          if (chosen !== undefined) change(withBook(choice.mapping, column, chosen));
        }}
      >
        {BOOKS.map((each) => (
          <option key={each} value={each}>
            {t(`mapping.book.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
