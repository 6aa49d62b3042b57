import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { KeepNotice, KeepServices, KeepState } from '../context/keep-services';
import { useText } from '../context/store-context';
import { useSay } from '../context/use-say';
import { isFocusNowhere, moveFocus } from '../kit/focus/focus';
import { makeModuleStyle } from '../kit/use-module-style';
import { timeInWords } from './keep-prose';
import css from './keep.css?inline';
import { SaveButtons } from './SaveButtons';
import { Timelines } from './Timelines';
import { useKeeping, useNow } from './use-keeping';

const useKeepStyle = makeModuleStyle(css);

/** Under the header: what somebody should know of what is kept, and what lies over it; and the list of it. */
export function KeepRoom({ keeping }: { readonly keeping: KeepServices }) {
  const { mode, notice } = useKeeping(keeping, (each) => each.state());
  const list = useKeeping(keeping, (each) => each.list());
  const place = useRef<HTMLDivElement>(null);
  useKeepStyle(place);
  return (
    <div ref={place}>
      {mode === undefined ? null : <ModeBar keeping={keeping} mode={mode} />}
      {notice === undefined ? null : <NoticeBar keeping={keeping} notice={notice} />}
      <Timelines keeping={keeping} list={list} />
    </div>
  );
}

/** What is on screen isn't written on meanwhile: why, and what to do about it. */
function ModeBar({ keeping, mode }: { readonly keeping: KeepServices; readonly mode: NonNullable<KeepState['mode']> }) {
  const t = useText();
  const bar = useRef<HTMLElement>(null);
  const now = useNow();
  const isLooking = mode.about === 'looking';
  const words = isLooking
    ? t('keep.looking', { time: timeInWords(mode.version.at, t, now), what: mode.version.words })
    : t('keep.elsewhere');
  useSay(words);
  useEffect(() => {
    const here = bar.current;
    // What had the focus has gone with the desk, or with the list.
    if (here !== null && (isLooking || isFocusNowhere(here))) moveFocus(here, 'in place');
  }, [isLooking]);
  return (
    <section ref={bar} className="dt-keep-bar dt-keep-bar--mode" aria-label={words} tabIndex={-1}>
      <p>{words}</p>
      <div className="dt-keep-acts">
        {isLooking ? (
          <>
            <button
              type="button"
              className="dt-button dt-button--main"
              onClick={() => void keeping.restore(mode.id, mode.version.number)}
            >
              {t('keep.restore')}
            </button>
            <button type="button" className="dt-button" onClick={keeping.back}>
              {t('keep.back')}
            </button>
          </>
        ) : (
          <button type="button" className="dt-button dt-button--main" onClick={() => void keeping.workHere()}>
            {t('keep.workHere')}
          </button>
        )}
      </div>
    </section>
  );
}

function NoticeBar({ keeping, notice }: { readonly keeping: KeepServices; readonly notice: KeepNotice }) {
  const t = useText();
  const isBad = notice.about !== 'restored';
  const [headline, rest, act] = useNotice(keeping, notice);
  useSay(isBad ? '' : headline);
  return (
    <div
      className={`dt-notice dt-keep-notice${isBad ? ' dt-notice--failure' : ''}`}
      role={isBad ? 'alert' : undefined}
      data-about={notice.about}
    >
      <div className="dt-notice-words">
        <p className={isBad ? 'dt-notice-headline' : undefined}>{headline}</p>
        {rest === undefined ? null : <p>{rest}</p>}
      </div>
      <div className="dt-notice-acts">
        {act}
        <button type="button" className="dt-link" onClick={keeping.dismiss}>
          {t('notice.dismiss')}
        </button>
      </div>
    </div>
  );
}

function useNotice(
  keeping: KeepServices,
  notice: KeepNotice,
): readonly [headline: string, rest: string | undefined, act: ReactNode] {
  const t = useText();
  const now = useNow();
  const list = (
    <button type="button" className="dt-button" onClick={keeping.openList}>
      {t('keep.list.title')}
    </button>
  );
  switch (notice.about) {
    case 'restored':
      return [
        t('keep.restored', { time: timeInWords(notice.changedAt, t, now, true) }),
        notice.isWhole ? undefined : t('keep.restored.partly'),
        undefined,
      ];
    case 'gone':
      return [t('keep.gone'), t('keep.gone.why'), list];
    case 'unreadable':
      return [t('keep.unreadable'), t('keep.unreadable.why'), list];
    case 'conflict':
      return [t('keep.conflict'), undefined, list];
    case 'refused':
      return [
        t(notice.isFull ? 'keep.refused.full' : 'keep.refused'),
        undefined,
        <SaveButtons
          key="save"
          keeping={keeping}
          className="dt-button"
          onSave={(kind) => void keeping.saveFile(kind)}
        />,
      ];
  }
}
