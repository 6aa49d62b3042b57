import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { showableText } from '../../base/clean-text';
import { tallyRejections } from '../../model/rejection-tally';
import { setPanelOpen, showSummary } from '../../state/view/choose';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { useSay } from '../context/use-say';
import { amendmentInWords } from './amendment-prose';
import { focusedNear, isFocusNowhere, moveFocus } from '../kit/focus/focus';
import { homeOf } from './focus-home';
import { LONGEST_NAME } from './LookingDialog';
import type { OpenServices, Opened, Refusal } from './open-services';
import { saveFile } from '../kit/save-file';
import { useOpenServices, useOpening } from './use-opening';

/** Under the header: what became of a file in one sentence, and what can be done about it; or why there was nothing in it. */
export function OpenedStrip({ onReport }: { readonly onReport: (() => void) | undefined }) {
  const services = useOpenServices();
  return services === undefined ? null : <Strips services={services} onReport={onReport} />;
}

/** What the strip tells anyway, where there is none. */
export function UnlessOpened({ children }: { readonly children: ReactNode }) {
  const services = useOpenServices();
  return services === undefined ? children : <Unless services={services}>{children}</Unless>;
}

function Unless({ services, children }: { readonly services: OpenServices; readonly children: ReactNode }) {
  return useOpening(services, (each) => each.opened()) === undefined ? children : null;
}

function Strips({
  services,
  onReport,
}: {
  readonly services: OpenServices;
  readonly onReport: (() => void) | undefined;
}) {
  const phase = useOpening(services, (each) => each.phase());
  const opened = useOpening(services, (each) => each.opened());
  const isUndone = useRef(false);
  const last = useRef(opened);
  const undo = (): void => {
    isUndone.current = true;
    services.undo();
  };
  useEffect(() => {
    // The button has gone with the file: back to where somebody was before they opened it.
    if (last.current === opened) return;
    last.current = opened;
    if (isUndone.current) moveFocus(homeOf(services), 'scroll to it');
    isUndone.current = false;
  }, [services, opened]);
  return (
    <>
      {phase.at === 'refused' ? <Refused reason={phase.reason} onDismiss={services.cancel} /> : null}
      {opened === undefined ? null : <Result services={services} opened={opened} onReport={onReport} onUndo={undo} />}
    </>
  );
}

function Refused({ reason, onDismiss }: { readonly reason: Refusal; readonly onDismiss: () => void }) {
  const t = useText();
  const hasData = useTimeline((state) => state.dataset !== undefined);
  const [headline, advice] =
    reason.about === 'problem'
      ? [
          t(`notice.${reason.problem.kind}`, { source: showableText(reason.problem.source, LONGEST_NAME) }),
          t(`notice.${reason.problem.kind}.do`),
        ]
      : [
          t(`open.refused.${reason.about}`, { name: showableText(reason.name, 60) }),
          t(`open.refused.${reason.about}.do`),
        ];
  const detail = reason.about === 'problem' ? showableText(reason.problem.detail, 200) : '';
  return (
    <div className="dt-notice dt-notice--failure dt-open-refused" role="alert">
      <div className="dt-notice-words">
        <p className="dt-notice-headline">{headline}</p>
        <p>
          {advice}
          {hasData ? ` ${t('notice.kept')}` : ''}
        </p>
        {detail === '' ? null : <p className="dt-notice-found">{t('notice.found', { detail })}</p>}
      </div>
      <div className="dt-notice-acts">
        <button type="button" className="dt-link" onClick={onDismiss}>
          {t('notice.dismiss')}
        </button>
      </div>
    </div>
  );
}

function Result({
  services,
  opened,
  onReport,
  onUndo,
}: {
  readonly services: OpenServices;
  readonly opened: Opened;
  readonly onUndo: () => void;
  readonly onReport: (() => void) | undefined;
}) {
  const t = useText();
  const store = useTimelineStore();
  const isReported = useOpening(services, (each) => each.isReported());
  const words = useResultWords();
  const last = opened.amendments.at(-1);
  const strip = useRef<HTMLElement>(null);
  /** Which opening had the focus already. */
  const turn = useRef(0);
  const [isSaving, setSaving] = useState(false);
  useSay(words.join(' '));
  const report = (): void => {
    const next = !isReported;
    services.setReported(next);
    if (!next) return;
    store.apply(showSummary);
    store.apply(setPanelOpen, true);
    onReport?.();
  };
  const save = async (): Promise<void> => {
    setSaving(true);
    saveFile(await services.save());
    setSaving(false);
  };
  useEffect(() => {
    const here = strip.current;
    if (here === null || turn.current === opened.turn) return;
    turn.current = opened.turn;
    const focused = focusedNear(here);
    const home = homeOf(services);
    // Where somebody has just opened it. Who has gone elsewhere while a large file came stays there; where nothing had the
    // focus before, what has it now was given it as the dialog went.
    if (isFocusNowhere(here) || home === undefined || focused === home || focused?.closest('.dt-opened, .dt-report'))
      moveFocus(here, 'scroll to it');
  }, [services, opened.turn]);
  return (
    <section ref={strip} className="dt-opened" aria-label={t('open.became')} tabIndex={-1}>
      <p className="dt-opened-words">
        <strong>{words[0]}</strong>{' '}
        <button type="button" className="dt-link" aria-expanded={isReported} onClick={report}>
          {t(isReported ? 'open.hide' : 'open.show')}
        </button>{' '}
        <span>{words[1]}</span>
      </p>
      <div className="dt-opened-acts">
        {last === undefined ? null : (
          <button type="button" className="dt-button" onClick={services.undoAmendment}>
            {t('open.undoAmendment', { what: amendmentInWords(last, t) })}
          </button>
        )}
        {opened.mapping === undefined ? null : (
          <button type="button" className="dt-button" onClick={() => services.correct()}>
            {t('open.changeColumns')}
          </button>
        )}
        <button type="button" className="dt-button" aria-disabled={isSaving} onClick={() => void save()}>
          {t('open.save')}
        </button>
        <button type="button" className="dt-button dt-button--on" onClick={onUndo}>
          {t('open.undo')}
        </button>
      </div>
    </section>
  );
}

/** "57 of 60 events shown; 3 have no date", and what else a person should know. */
function useResultWords(): readonly [string, string] {
  const t = useText();
  const table = useTimeline((state) => state.table);
  const rejections = useTimeline((state) => state.rejections);
  const { size = 0, datedSize = 0 } = table ?? {};
  const { events: leftOut, dropped, noted } = tallyRejections(rejections);
  const undated = size - datedSize;
  const shown =
    undated > 0 ? t('open.shown.some', { shown: datedSize, total: size, n: undated }) : t('open.shown', { n: size });
  const others = [
    leftOut > 0 ? t('open.shown.leftOut', { n: leftOut, total: size + leftOut }) : '',
    dropped > 0 ? t('open.shown.dropped', { n: dropped }) : '',
    noted > 0 ? t('open.shown.noted', { n: noted }) : '',
  ].filter((part) => part !== '');
  const nothing = undated > 0 ? 'open.shown.nothingElse' : 'open.shown.nothing';
  return [shown, others.length === 0 ? t(nothing) : others.join(' ')];
}
