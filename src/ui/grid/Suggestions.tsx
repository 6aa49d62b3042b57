// The field above has the focus and the keys; the list is named by it.
/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/click-events-have-key-events */
import type { CellField } from '../../formats/cells/cell-types';
import { useText } from '../context/store-context';
import { SCROLL_BOX } from '../kit/scroller';

const MOST = 12;

/** Words that go on from what is typed, or hold it; all of them where nothing is. */
export function suggestionsOf(field: CellField, text: string, words: readonly string[]): readonly string[] {
  if (words.length === 0) return words;
  const typed = (field === 'type' ? text : (/[^,;>،؛]*$/.exec(text)?.[0] ?? '')).trim().toLocaleLowerCase();
  // Of names there may be thousands: the first letters bring them up.
  if (typed === '') return field === 'who' ? [] : words;
  const folded = words.map((word) => word.toLocaleLowerCase());
  // Its own word, as a cell has it before anybody types.
  if (folded.includes(typed)) return field === 'type' ? words : [];
  const begin = words.filter((_, at) => folded[at]?.startsWith(typed));
  const hold = words.filter((_, at) => folded[at]?.includes(` ${typed}`));
  return [...begin, ...hold.filter((word) => !begin.includes(word))].slice(0, MOST);
}

interface SuggestionsProps {
  readonly id: string;
  readonly column: string;
  readonly options: readonly string[];
  readonly active: number | undefined;
  readonly onChoose: (word: string) => void;
}

/** A list of words for a cell, under its field. */
export function Suggestions({ id, column, options, active, onChoose }: SuggestionsProps) {
  const t = useText();
  return (
    <div id={id} className="dt-cell-list" role="listbox" aria-label={t('grid.suggestions', { column })} {...SCROLL_BOX}>
      {options.map((word, at) => (
        <div
          key={word}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          tabIndex={-1}
          className="dt-cell-option"
          ref={(element) => {
            if (at === active) element?.scrollIntoView({ block: 'nearest' });
          }}
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(word)}
        >
          {word}
        </div>
      ))}
    </div>
  );
}
