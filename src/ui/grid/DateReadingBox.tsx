import { dateInWords } from '../../model/dates/date-prose';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import { readingInWords } from '../../model/dates/reading/reading-in-words';
import { useText } from '../context/store-context';
import { useGridParts } from './grid-context';

interface DateReadingBoxProps {
  readonly id: string;
  readonly text: string;
  /** One of two ways, as EDTF. */
  readonly onChoose: (edtf: string) => void;
}

/** What is understood of a date while it is typed: in words, as EDTF, and each way as a button where there are two. */
export function DateReadingBox({ id, text, onChoose }: DateReadingBoxProps) {
  const t = useText();
  const { tools, dataset, context } = useGridParts();
  if (text.trim() === '')
    return (
      <p id={id} className="dt-cell-reading">
        <span className="dt-cell-reading-hint">{t('grid.keep')}</span>
      </p>
    );
  const reading = tools.readDate(text, dataset, context);
  const { edtf, sure, alternatives } = reading;
  return (
    <div className="dt-cell-reading">
      <p id={id}>
        <strong>{readingInWords(reading, t, dataset.asOf)}</strong>
        {edtf === undefined ? null : (
          <>
            {' '}
            <code dir="ltr">{edtf}</code>
          </>
        )}{' '}
        <span className="dt-cell-reading-hint">{t(edtf === undefined ? 'cell.problem.date' : 'grid.keep')}</span>
      </p>
      {sure === 'two-ways' ? (
        <p className="dt-cell-ways">
          {alternatives.map((way) => (
            <button key={way.edtf} type="button" className="dt-button" onClick={() => onChoose(way.edtf)}>
              {wayInWords(way.edtf, t)}
            </button>
          ))}
        </p>
      ) : null}
    </div>
  );
}

function wayInWords(edtf: string, t: ReturnType<typeof useText>): string {
  const date = parseEventDate(edtf);
  return isDateFault(date) ? edtf : dateInWords(date, t);
}
