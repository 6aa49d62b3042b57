import type { ReadingProgress } from '../table-tools';
import { useText } from '../../context/store-context';
import { useMappingStep } from './mapping-context';
import { OpenButton } from './MappingHead';
import { openInWords } from './LayoutBar';
import { countOpen } from './open-points';

/** How far a large file is read, which goes on while one works; on a phone the way to open it, always in sight. */
export function MappingFoot({
  progress,
  isPhone,
  onOpen,
  onStop,
}: {
  readonly progress: ReadingProgress;
  readonly isPhone: boolean;
  readonly onOpen: () => void;
  readonly onStop: (() => void) | undefined;
}) {
  const t = useText();
  const { choice, isWhole, points } = useMappingStep();
  const isReading = !choice.survey.isWhole && !isWhole;
  if (!isReading && !isPhone) return null;
  return (
    <footer className="dt-map-foot">
      {isReading ? <Reading name={choice.survey.source.name} progress={progress} onStop={onStop} /> : null}
      {isPhone ? (
        <div className="dt-map-foot-open">
          <OpenButton onOpen={onOpen} />
          <p>
            {t('mapping.nothingLeaves')}
            <br />
            {openInWords(countOpen(points), t)}
          </p>
        </div>
      ) : null}
    </footer>
  );
}

function Reading({
  name,
  progress: { done, findings },
  onStop,
}: {
  readonly name: string;
  readonly progress: ReadingProgress;
  readonly onStop: (() => void) | undefined;
}) {
  const t = useText();
  const label = t('mapping.reading', { name });
  return (
    <div className="dt-map-reading">
      <span>{label}</span>
      <progress aria-label={label} max={1} {...(done === undefined ? {} : { value: done })} />
      <span className="dt-map-count">{t('mapping.reading.rows', { n: findings?.records ?? 0 })}</span>
      {onStop === undefined ? null : (
        <button type="button" className="dt-button" onClick={onStop}>
          {t('mapping.stop')}
        </button>
      )}
    </div>
  );
}
