import type { Translate } from '../../base/translate';
import type { DeskStep } from '../context/desk';
import { useSay } from '../context/use-say';
import { useText } from '../context/store-context';
import { useMedia } from '../kit/use-media';
import type { Filled } from './grid-edits';

/** What was done last, for the line under the table. */
export interface GridNote {
  /** Stands out. */
  readonly head: string;
  readonly text: string;
  /** The edit that it tells of; undefined for what changes nothing. Told for as long as that is the latest. */
  readonly step: DeskStep | undefined;
  /** What the button says that takes it back. */
  readonly undo: 'grid.undo' | 'grid.undoPaste' | undefined;
}

interface GridStatusProps {
  readonly note: GridNote | undefined;
  readonly sortedBy: string | undefined;
  readonly onUndo: () => void;
  readonly onOrder: () => void;
}

/** Tells what was done, with its undo, and how the table is used. */
export function GridStatus({ note, sortedBy, onUndo, onOrder }: GridStatusProps) {
  const t = useText();
  const isCoarse = useMedia('(pointer: coarse)');
  useSay(note === undefined ? '' : `${note.head} ${note.text}`.trim());
  return (
    <div className="dt-grid-status">
      {note === undefined ? null : (
        <p className="dt-grid-note">
          <strong>{note.head}</strong> {note.text}
        </p>
      )}
      {note?.undo === undefined ? null : (
        <button type="button" className="dt-button" onClick={onUndo}>
          {t(note.undo)}
        </button>
      )}
      {note === undefined && sortedBy !== undefined ? (
        <>
          <p className="dt-grid-note">{t('grid.sortedBy', { column: sortedBy })}</p>
          <button type="button" className="dt-button" onClick={onOrder}>
            {t('grid.toOrder')}
          </button>
        </>
      ) : null}
      <p className="dt-grid-hint">{t(isCoarse ? 'grid.hint.touch' : 'grid.hint.keys')}</p>
    </div>
  );
}

/** "8 cells filled", "from the clipboard: 4 rows, 2 columns. 4 new names." */
export function filledInWords(
  { cells, rows, columns, newRows, newNames, notRead, beyond }: Filled,
  t: Translate,
): Pick<GridNote, 'head' | 'text'> {
  const parts = [
    t('grid.fromClipboard', { rows: t('grid.rows', { n: rows }), columns: t('grid.columnsCounted', { n: columns }) }),
    ...(newRows > 0 ? [t('grid.newRows', { n: newRows })] : []),
    ...(newNames > 0 ? [t('grid.newNames', { n: newNames })] : []),
    ...(notRead > 0 ? [t('grid.notRead', { n: notRead })] : []),
    ...(beyond > 0 ? [t('grid.beyond', { n: beyond })] : []),
  ];
  return { head: t('grid.filledCells', { n: cells }), text: parts.join(' ') };
}
