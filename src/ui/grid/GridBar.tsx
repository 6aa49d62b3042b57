import type { CellField } from '../../formats/cells/cell-types';
import { MenuButton } from '../context/MenuButton';
import { useText } from '../context/store-context';
import { useClosePanel } from '../kit/PopoverButton';
import { GRID_COLUMNS } from './grid-columns';

interface GridBarProps {
  readonly shown: readonly CellField[];
  readonly onShow: (fields: readonly CellField[]) => void;
  /** Counted from 0; undefined where there is no row to do anything with. */
  readonly row: number | undefined;
  readonly onAdd: () => void;
  readonly onAddBelow: () => void;
  readonly onDelete: () => void;
  readonly onMove: (step: 1 | -1) => void;
}

/** What is done with whole rows and columns. */
export function GridBar({ shown, onShow, row, onAdd, ...acts }: GridBarProps) {
  const t = useText();
  return (
    <div className="dt-grid-bar">
      <button type="button" className="dt-button" onClick={onAdd}>
        {t('grid.addRow')}
      </button>
      <MenuButton
        label={t('grid.columns')}
        count={t('grid.columnsShown', { n: shown.length, all: GRID_COLUMNS.length })}
        on={false}
      >
        <fieldset className="dt-plain-fieldset dt-grid-choices" aria-label={t('grid.columns')}>
          {GRID_COLUMNS.map(({ field, label }) => (
            <label key={field} className="dt-grid-choice">
              <input
                type="checkbox"
                checked={shown.includes(field)}
                // One has to stay.
                disabled={shown.length === 1 && shown[0] === field}
                onChange={({ target }) =>
                  onShow(
                    GRID_COLUMNS.map((each) => each.field).filter((each) =>
                      each === field ? target.checked : shown.includes(each),
                    ),
                  )
                }
              />
              {t(label)}
            </label>
          ))}
        </fieldset>
      </MenuButton>
      {row === undefined ? null : (
        <MenuButton
          label={`${t('grid.column.number')} ${t.digits(row + 1)}`}
          name={t('grid.row.menu', { row: t.digits(row + 1) })}
          on={false}
        >
          <RowActs {...acts} />
        </MenuButton>
      )}
    </div>
  );
}

function RowActs({ onAddBelow, onDelete, onMove }: Pick<GridBarProps, 'onAddBelow' | 'onDelete' | 'onMove'>) {
  const t = useText();
  const close = useClosePanel();
  const act = (doIt: () => void) => () => {
    close();
    doIt();
  };
  return (
    <div className="dt-grid-acts">
      <button type="button" className="dt-button" onClick={act(onAddBelow)}>
        {t('grid.row.add')}
      </button>
      <button type="button" className="dt-button" onClick={() => onMove(-1)}>
        {t('grid.row.up')}
      </button>
      <button type="button" className="dt-button" onClick={() => onMove(1)}>
        {t('grid.row.down')}
      </button>
      <button type="button" className="dt-button" onClick={act(onDelete)}>
        {t('grid.row.delete')}
      </button>
    </div>
  );
}
