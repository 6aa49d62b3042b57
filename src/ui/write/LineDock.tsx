import { useText } from '../context/store-context';
import { ReadingOf } from './LineReadings';
import type { ReadingsProps } from './LineReadings';

/** Where there is no room beside the text: the reading of the caret's line under it, and a way to those about it. */
export function LineDock({
  id,
  says,
  onLine,
  ...rest
}: ReadingsProps & { readonly id: string; readonly says: string; readonly onLine: (line: number) => void }) {
  const t = useText();
  const { current, notebook } = rest;
  const all = notebook.lines.length;
  const step = (by: number, words: string, sign: string) => {
    const to = current + by;
    const isOff = to < 0 || to >= all;
    return (
      <button
        type="button"
        className="dt-button dt-button--square"
        aria-label={words}
        title={words}
        aria-disabled={isOff || undefined}
        onClick={() => (isOff ? undefined : onLine(to))}
      >
        {sign}
      </button>
    );
  };
  return (
    <section className="dt-line-dock" aria-label={t('write.reading.head')}>
      <div className="dt-line-dock-head">
        <strong>{t('write.lineOf', { n: t.number(current + 1), all: t.number(all) })}</strong>
        <span className="dt-line-dock-steps">
          {step(-1, t('write.line.previous'), '↑')}
          {step(1, t('write.line.next'), '↓')}
        </span>
      </div>
      <div className="dt-reading-row">
        <ReadingOf line={current} {...rest} />
      </div>
      <p id={id} className="dt-line-dock-says">
        {says}
      </p>
    </section>
  );
}
