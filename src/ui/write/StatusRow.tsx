import type { Notebook } from '../../formats/notebook/notebook-types';
import { useText } from '../context/store-context';
import { countsInWords } from './reading-prose';
import { linesToSettle } from './text-lines';

/** Under the text: what it comes to, the way to what is to be settled, and what was understood of the caret's line. */
export function StatusRow({
  id,
  notebook,
  line,
  says,
  isWrong,
  onNext,
}: {
  /** Of the sentence about the line; undefined where it stands elsewhere. */
  readonly id: string | undefined;
  readonly notebook: Notebook;
  readonly line: number;
  readonly says: string;
  readonly isWrong: boolean;
  readonly onNext: () => void;
}) {
  const t = useText();
  const { lines, list, unread } = countsInWords(notebook.counts, t);
  const toSettle = linesToSettle(notebook).length;
  return (
    <div className="dt-text-status">
      <p className="dt-text-counts">
        <strong>{lines}</strong> {list}
        {unread === '' ? null : (
          <>
            {t('list.comma')}
            <span className="dt-reading-which">{unread}</span>
          </>
        )}
      </p>
      {toSettle === 0 ? null : (
        <button type="button" className="dt-button" onClick={onNext}>
          {t('write.next')} <span className="dt-text-next-count">{t.number(toSettle)}</span>
        </button>
      )}
      {id === undefined ? null : (
        <p id={id} className={`dt-text-says${isWrong ? ' dt-reading-which' : ''}`}>
          {t('write.lineSays', { n: t.number(line + 1), what: says })}
        </p>
      )}
    </div>
  );
}
