import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Translate } from '../base/translate';
import type { Rejection } from '../model/rejection';
import type { LoadProblem } from '../state/timeline-state';
import { tallyRejections } from './rejection-words';
import { RejectionList } from './RejectionList';
import { useText, useTimeline } from './store-context';

interface NoticesProps {
  /** Asks for the same file again. Without it no button is shown. */
  readonly onRetry?: () => void;
  /** The page without the file that was asked for. Without it no link is shown. */
  readonly ownHref?: string | undefined;
}

/** What the reader must know about the data itself: that it is coming, that it failed, or that parts of it were left out. */
export function Notices({ onRetry, ownHref }: NoticesProps) {
  const loading = useTimeline((state) => state.loading);
  const hasData = useTimeline((state) => state.dataset !== undefined);
  return (
    <>
      {loading.phase === 'loading' ? <LoadingLine source={loading.source} /> : null}
      {loading.phase === 'failed' ? <Failure problem={loading.problem} kept={hasData} onRetry={onRetry} ownHref={hasData ? undefined : ownHref} /> : null}
      {hasData ? <LeftOut /> : null}
    </>
  );
}

function LoadingLine({ source }: { source: string }) {
  const t = useText();
  return (
    <output className="dt-notice dt-notice--loading">
      {source === '' ? t('notice.loadingUnnamed') : t('notice.loading', { source })}
    </output>
  );
}

/** With a picture on screen it is a banner that can go; without one it is all there is, and stays. */
function Failure({ problem, kept, onRetry, ownHref }: {
  problem: LoadProblem; kept: boolean; onRetry: (() => void) | undefined; ownHref: string | undefined;
}) {
  const t = useText();
  const [dismissed, setDismissed] = useState<LoadProblem>();
  if (kept && dismissed === problem) return null;
  const { kind, source, detail } = problem;
  return (
    <div className={`dt-notice dt-notice--failure${kept ? '' : ' dt-notice--alone'}`} role="alert">
      <div className="dt-notice-words">
        <p className="dt-notice-headline">{t(`notice.${kind}`, { source })}</p>
        <p>{t(`notice.${kind}.do`)}{kept ? ` ${t('notice.kept')}` : ''}</p>
        {detail === '' ? null : <p className="dt-notice-found">{t('notice.found', { detail })}</p>}
      </div>
      <div className="dt-notice-acts">
        {onRetry === undefined ? null : <button type="button" className="dt-button" onClick={onRetry}>{t('notice.retry')}</button>}
        {ownHref === undefined ? null : <a className="dt-button" href={ownHref}>{t('notice.own')}</a>}
        {kept ? <Dismiss onDismiss={() => setDismissed(problem)} /> : null}
      </div>
    </div>
  );
}

function LeftOut() {
  const t = useText();
  const rejections = useTimeline((state) => state.rejections);
  const loaded = useTimeline((state) => state.table?.size ?? 0);
  const [dismissed, setDismissed] = useState<readonly Rejection[]>();
  if (rejections.length === 0 || dismissed === rejections) return null;
  return (
    <section className="dt-notice dt-notice--left-out" aria-label={leftOutInWords(rejections, loaded, t)}>
      <div className="dt-notice-words">
        <p className="dt-notice-headline">{leftOutInWords(rejections, loaded, t)}</p>
        <Disclosure title={t('notice.details')}><RejectionList rejections={rejections} /></Disclosure>
      </div>
      <div className="dt-notice-acts"><Dismiss onDismiss={() => setDismissed(rejections)} /></div>
    </section>
  );
}

/** "3 of 41 events were left out": the worst of what happened to a file; the list tells the rest. */
function leftOutInWords(rejections: readonly Rejection[], loadedEvents: number, t: Translate): string {
  const { events, others, dropped, noted, cutShort } = tallyRejections(rejections);
  const parts = [
    cutShort ? t('notice.cutShort') : '',
    events > 0 ? t('notice.leftOut', { n: events, total: loadedEvents + events }) : '',
    others > 0 ? t('notice.otherLeftOut', { n: others }) : '',
    dropped > 0 ? t('notice.dropped', { n: dropped }) : '',
    noted > 0 ? t('notice.noted', { n: noted }) : '',
  ];
  return parts.filter((part) => part !== '').join('. ');
}

function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="dt-disclosure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {open ? children : null}
    </details>
  );
}

function Dismiss({ onDismiss }: { onDismiss: () => void }) {
  const t = useText();
  return <button type="button" className="dt-link" onClick={onDismiss}>{t('notice.dismiss')}</button>;
}
