import { useState } from 'react';
import { showableText } from '../../base/clean-text';
import type { LoadProblem } from '../../model/load-problem';
import type { TimelineState } from '../../state/view/timeline-state';
import { Dismiss } from './Dismiss';
import { Heading } from '../context/Heading';
import { useText, useTimeline } from '../context/store-context';
import { useLazyModules } from '../context/lazy-modules';
import { useLazyModule, useLazyState } from '../context/use-lazy';
import { useOpenRoom } from '../context/use-opened';
import { useSay } from '../context/use-say';
import { usePageServices } from '../context/page-services';
import { usePageSettings } from '../context/page-settings';

interface NoticesProps {
  /** Asks for the same file again. Without it no button is shown. */
  readonly onRetry?: () => void;
  /** Ends a load of rows. */
  readonly onCancel?: () => void;
  /** The page without the file that was asked for. Without it no link is shown. */
  readonly ownHref?: string | undefined;
}

/**
 * What the reader must know about the data itself: that it is coming, that it failed, or that parts of it were left
 * out.
 */
export function Notices({ onRetry, onCancel, ownHref }: NoticesProps) {
  const loading = useTimeline((state) => state.loading);
  const hasData = useTimeline((state) => state.dataset !== undefined);
  const hasRejections = useTimeline((state) => state.rejections.length > 0);
  const { here: rows } = useLazyState(useLazyModules().rowsNotices, isInRows(loading));
  return (
    <>
      {loading.phase === 'loading' && (loading.progress === undefined || rows === undefined) ? (
        <LoadingLine source={nameInWords(loading.source)} />
      ) : null}
      {rows !== undefined && loading.phase === 'loading' && loading.progress !== undefined ? (
        <rows.RowsLine source={nameInWords(loading.source)} progress={loading.progress} onCancel={onCancel} />
      ) : null}
      {rows !== undefined && loading.phase === 'stopped' ? (
        <rows.Stopped source={nameInWords(loading.source)} rows={loading.rows} onRetry={onRetry} />
      ) : null}
      {loading.phase === 'failed' ? (
        <Failure problem={loading.problem} kept={hasData} onRetry={onRetry} ownHref={hasData ? undefined : ownHref} />
      ) : null}
      {hasData && hasRejections ? <WhatWasLeftOut /> : null}
    </>
  );
}

/** Whether a file comes, or came, row by row. */
function isInRows(loading: TimelineState['loading']): boolean {
  return loading.phase === 'stopped' || (loading.phase === 'loading' && loading.progress !== undefined);
}

function WhatWasLeftOut() {
  const part = useLazyModule('leftOut');
  const room = useOpenRoom();
  // Of a file of the reader's own the strip tells it.
  return room !== undefined && part !== undefined ? (
    <room.UnlessOpened>
      <part.LeftOut />
    </room.UnlessOpened>
  ) : part === undefined ? null : (
    <part.LeftOut />
  );
}

/** Longer names say no more. */
const LONGEST_NAME = 200;

/** A file's name or address, which may be anything that somebody put into a link. */
function nameInWords(name: string): string {
  return showableText(name, LONGEST_NAME);
}

function LoadingLine({ source }: { source: string }) {
  const t = useText();
  const words = source === '' ? t('notice.loadingUnnamed') : t('notice.loading', { source });
  useSay(words);
  return <p className="dt-notice dt-notice--loading">{words}</p>;
}

/** With a picture on screen it is a banner that can go; without one it is all there is, and stays. */
function Failure({
  problem,
  kept,
  onRetry,
  ownHref,
}: {
  problem: LoadProblem;
  kept: boolean;
  onRetry: (() => void) | undefined;
  ownHref: string | undefined;
}) {
  const t = useText();
  const { isTextAtHand = false, opening } = usePageServices();
  const [dismissed, setDismissed] = useState<LoadProblem>();
  if (kept && dismissed === problem) return null;
  const { kind } = problem;
  const headline = t(`notice.${kind}`, { source: nameInWords(problem.source) });
  const detail = nameInWords(problem.detail);
  // What came in the address is as it is, however often it is asked for.
  const isOfLink = kind.startsWith('link-');
  return (
    <div className={`dt-notice dt-notice--failure${kept ? '' : ' dt-notice--alone'}`} role="alert">
      <div className="dt-notice-words">
        {kept || ownHref === undefined ? (
          <p className="dt-notice-headline">{headline}</p>
        ) : (
          <Heading level={1} className="dt-notice-headline">
            {headline}
          </Heading>
        )}
        <p>
          {t(`notice.${kind}.do`)}
          {kept && !isOfLink ? ` ${t('notice.kept')}` : ''}
        </p>
        {detail === '' ? null : <p className="dt-notice-found">{t('notice.found', { detail })}</p>}
      </div>
      <div className="dt-notice-acts">
        {onRetry === undefined || isOfLink || (isTextAtHand && kind !== 'broken' && kind !== 'no-code') ? null : (
          <button type="button" className="dt-button" onClick={onRetry}>
            {t('notice.retry')}
          </button>
        )}
        {ownHref === undefined ? null : (
          <a className="dt-button" href={ownHref}>
            {t('notice.own')}
          </a>
        )}
        {kept || opening === undefined ? null : (
          <button type="button" className="dt-button" aria-haspopup="dialog" onClick={opening.ask}>
            {t('tool.open')}
          </button>
        )}
        {kept ? <Dismiss onDismiss={() => setDismissed(problem)} /> : null}
      </div>
    </div>
  );
}

/** Says so where the language asked for could not be had, and another one stands in for it. */
export function LanguageNotice() {
  const t = useText();
  const { chooseLanguage } = usePageServices();
  const { missingLanguage: missing } = usePageSettings();
  if (chooseLanguage === undefined || missing === undefined) return null;
  const name = new Intl.DisplayNames(t.locale, { type: 'language' }).of(missing) ?? missing;
  return (
    <div className="dt-notice" role="alert">
      <p className="dt-notice-words">{t('lang.missing', { language: name })}</p>
      <div className="dt-notice-acts">
        <button type="button" className="dt-button" onClick={() => chooseLanguage(missing)}>
          {t('notice.retry')}
        </button>
      </div>
    </div>
  );
}
