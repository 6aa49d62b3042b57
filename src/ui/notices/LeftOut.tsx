import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Translate } from '../../base/translate';
import type { Rejection } from '../../model/rejection';
import { tallyRejections } from '../../model/rejection-tally';
import { Dismiss } from './Dismiss';
import { useText, useTimeline } from '../context/store-context';

/** What of the data could not be used, and the list of it. */
export function LeftOut() {
  const t = useText();
  const rejections = useTimeline((state) => state.rejections);
  const loaded = useTimeline((state) => state.table?.size ?? 0);
  const [dismissed, setDismissed] = useState<readonly Rejection[]>();
  if (rejections.length === 0 || dismissed === rejections) return null;
  return (
    <section className="dt-notice dt-notice--left-out" aria-label={leftOutInWords(rejections, loaded, t)}>
      <div className="dt-notice-words">
        <p className="dt-notice-headline">{leftOutInWords(rejections, loaded, t)}</p>
        <Disclosure title={t('notice.details')}>
          <RejectionList rejections={rejections} />
        </Disclosure>
      </div>
      <div className="dt-notice-acts">
        <Dismiss onDismiss={() => setDismissed(rejections)} />
      </div>
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

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly leftOut: { readonly LeftOut: typeof LeftOut };
  }
}

const FIRST = 100;

/**
 * Everything that could not be used in a file: where it stands, what was found, what was expected, what became of it.
 */
export function RejectionList({ rejections }: { readonly rejections: readonly Rejection[] }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const shown = all ? rejections : rejections.slice(0, FIRST);
  return (
    // Nothing in it can have the focus: it scrolls by keys only if it has it itself.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role, jsx-a11y/no-noninteractive-tabindex
    <div className="dt-rejections" role="group" aria-label={t('reject.caption')} tabIndex={0}>
      <table>
        <caption className="dt-visually-hidden">{t('reject.caption')}</caption>
        <thead>
          <tr>
            {(['where', 'record', 'field', 'found', 'expected', 'effect'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`reject.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((rejection, index) => (
            // Two faults may stand at one place, and the list never changes its order.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <td data-label={t('reject.where')} className="dt-rejections-code">
                {rejection.where}
              </td>
              <td data-label={t('reject.record')}>{rejection.record ?? ''}</td>
              <td data-label={t('reject.field')}>
                {rejection.field === '' ? t('reject.wholeRecord') : rejection.field}
              </td>
              <td data-label={t('reject.found')} className="dt-rejections-code">
                {rejection.found}
              </td>
              <td data-label={t('reject.expected')}>{rejection.expected}</td>
              <td data-label={t('reject.effect')}>{t(`reject.${rejection.effect}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rejections.length ? (
        <button type="button" className="dt-button" onClick={() => setAll(true)}>
          {t('reject.showAll', { n: rejections.length })}
        </button>
      ) : null}
    </div>
  );
}
