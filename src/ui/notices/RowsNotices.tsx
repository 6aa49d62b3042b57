import { useEffect, useRef, useState } from 'react';
import type { Translate } from '../../base/translate';
import type { LoadProgress } from '../../state/view/timeline-state';
import { Dismiss } from './Dismiss';
import { isFocusNowhere, moveFocus } from '../kit/focus/focus';
import { useText } from '../context/store-context';
import { useSay } from '../context/use-say';
import { useThrottledText } from '../kit/use-throttled-text';

/** What is seen follows the rows; what is said aloud comes now and then. */
const SAY_EVERY_MS = 5000;

/** How far a file is that comes row by row, and a way to stop it. */
export function RowsLine({
  source,
  progress,
  onCancel,
}: {
  source: string;
  progress: LoadProgress;
  onCancel: (() => void) | undefined;
}) {
  const t = useText();
  const { done } = progress;
  const words = progressInWords(source, progress, t);
  useSay(useThrottledText(words, SAY_EVERY_MS));
  return (
    <div className="dt-notice dt-notice--rows">
      <span aria-hidden="true">{words}</span>
      <progress aria-label={t('notice.loading', { source })} max={1} {...(done === undefined ? {} : { value: done })} />
      {onCancel === undefined ? null : (
        <button type="button" className="dt-button" onClick={onCancel}>
          {t('notice.cancel')}
        </button>
      )}
    </div>
  );
}

function progressInWords(source: string, { done, rows, bytes }: LoadProgress, t: Translate): string {
  const percent = done === undefined ? undefined : Math.floor(done * 100);
  if (rows !== undefined)
    return percent === undefined
      ? t('notice.loadingRows', { source, n: rows })
      : t('notice.loadingShare', { source, n: rows, percent });
  if (percent !== undefined) return t('notice.loadingPart', { source, percent });
  return bytes === undefined
    ? t('notice.loading', { source })
    : t('notice.loadingBytes', { source, megabytes: Math.floor(bytes / 1e5) / 10 });
}

/** That a load was stopped, and what of it is shown. */
export function Stopped({
  source,
  rows,
  onRetry,
}: {
  source: string;
  rows: number;
  onRetry: (() => void) | undefined;
}) {
  const t = useText();
  const retry = useRef<HTMLButtonElement>(null);
  const [dismissed, setDismissed] = useState(false);
  const words = rows === 0 ? t('notice.stoppedEarly', { source }) : t('notice.stopped', { source, n: rows });
  useSay(dismissed ? '' : words);
  // The button that stopped it is gone, and took the focus along.
  useEffect(() => {
    if (retry.current !== null && isFocusNowhere(retry.current)) moveFocus(retry.current, 'scroll to it');
  }, []);
  if (dismissed) return null;
  return (
    <div className="dt-notice dt-notice--stopped">
      <div className="dt-notice-words">{words}</div>
      <div className="dt-notice-acts">
        {onRetry === undefined ? null : (
          <button ref={retry} type="button" className="dt-button" onClick={onRetry}>
            {t('notice.fromStart')}
          </button>
        )}
        <Dismiss onDismiss={() => setDismissed(true)} />
      </div>
    </div>
  );
}

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly rowsNotices: { readonly RowsLine: typeof RowsLine; readonly Stopped: typeof Stopped };
  }
}
