import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { memoByObject } from '../../base/memo';
import type { WholeDataset } from '../../model/dataset';
import { describeEdit } from '../../model/edit/describe-edit';
import { FACES } from '../context/desk';
import type { Desk } from '../context/desk';
import { isField } from '../context/key-table';
import { MenuButton } from '../context/MenuButton';
import { useLazyModules } from '../context/lazy-modules';
import { useLazyState } from '../context/use-lazy';
import { usePageServices } from '../context/page-services';
import { useIsPhone } from '../context/shown-layout';
import { useText } from '../context/store-context';
import { useOnDesk } from '../context/use-desk';
import { isElement } from '../kit/any-window';
import { useClosePanel } from '../kit/PopoverButton';
import { historyKey } from './history-key';
import { useWriteStyle } from './use-write-style';

interface WriteBarProps {
  readonly desk: Desk;
  readonly onShare: () => void;
  readonly onHelp: () => void;
}

const withSource = memoByObject(
  ({ events }: WholeDataset) => events.filter(({ evidence }) => evidence.length > 0).length,
);

/** The faces of what is written, its undo, how much of it rests on sources, and the way back. */
export function WriteBar({ desk, onShare, onHelp }: WriteBarProps) {
  const t = useText();
  const bar = useRef<HTMLDivElement>(null);
  useWriteStyle(bar);
  useHistoryKeys(bar, desk);
  const isPhone = useIsPhone();
  const { writing } = usePageServices();
  const { dataset } = useOnDesk(desk, (each) => each.draft());
  const others = { desk, onShare, onHelp };
  return (
    <div ref={bar} className="dt-write-bar">
      <div className="dt-write-acts">
        <p className="dt-write-counts">
          {t('write.count.withSource', {
            events: t('write.count.events', { n: dataset.events.length }),
            n: withSource(dataset),
          })}
        </p>
        {isPhone ? (
          <>
            <StepButton desk={desk} way="undo" />
            <MenuButton
              label={t('write.more')}
              on={false}
              icon={<Dots />}
              isBare
              className="dt-button dt-button--square"
            >
              <More {...others} />
            </MenuButton>
          </>
        ) : (
          <>
            {writing === undefined ? null : <Act onClick={writing.openList}>{t('write.list')}</Act>}
            <button type="button" className="dt-button" aria-haspopup="dialog" onClick={onShare}>
              {t('share.open')}
            </button>
            <Leave>
              {(leave) => (
                <Act title={t('write.done.title')} onClick={leave}>
                  {t('write.done')}
                </Act>
              )}
            </Leave>
            <button
              type="button"
              className="dt-button dt-button--square"
              aria-label={t('tool.settings')}
              title={t('tool.settings')}
              onClick={onHelp}
            >
              ?
            </button>
          </>
        )}
      </div>
      <div className="dt-write-tools">
        <Faces desk={desk} />
        {isPhone ? null : (
          <>
            <StepButton desk={desk} way="undo" />
            <StepButton desk={desk} way="redo" />
          </>
        )}
        <Keep />
      </div>
    </div>
  );
}

/** What keeps the work, in sight wherever somebody writes. */
function Keep() {
  const { here } = useLazyState(useLazyModules().keep, true);
  return here === undefined ? null : (
    <div className="dt-write-keep">
      <here.KeepLine />
    </div>
  );
}

function Faces({ desk }: { readonly desk: Desk }) {
  const t = useText();
  const shown = useOnDesk(desk, (each) => each.face());
  return (
    <fieldset className="dt-faces" aria-label={t('write.faces')}>
      {FACES.map((face) => (
        <button
          key={face}
          type="button"
          className={`dt-button${face === shown ? ' dt-button--on' : ''}`}
          aria-pressed={face === shown}
          onClick={() => desk.setFace(face)}
        >
          {t(`write.face.${face}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** What a step of the desk would take back, or make again, in words. */
function useStep(desk: Desk, way: 'undo' | 'redo') {
  const t = useText();
  const edit = useOnDesk(desk, (each) => (way === 'undo' ? each.past() : each.future())).at(-1)?.edit;
  return {
    words: t(`write.${way}`),
    title: edit === undefined ? undefined : t(`write.${way}.what`, { what: describeEdit(edit, t) }),
    isOff: edit === undefined,
    step: way === 'undo' ? desk.undo : desk.redo,
  };
}

function StepButton({ desk, way }: { readonly desk: Desk; readonly way: 'undo' | 'redo' }) {
  const { words, title, isOff, step } = useStep(desk, way);
  return (
    <button type="button" className="dt-button" title={title} aria-disabled={isOff} onClick={step}>
      {words}
    </button>
  );
}

function Act({
  title,
  onClick,
  children,
}: {
  readonly title?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button type="button" className="dt-button" title={title} onClick={onClick}>
      {children}
    </button>
  );
}

/** What a phone has no room for. */
function More({ desk, onShare, onHelp }: WriteBarProps) {
  const t = useText();
  const { writing } = usePageServices();
  const close = useClosePanel();
  const redo = useStep(desk, 'redo');
  const closeAnd = (act: () => void) => () => {
    close();
    act();
  };
  const item = (words: string, act: () => void, opens = false) => (
    <button type="button" className="dt-more-item" aria-haspopup={opens ? 'dialog' : undefined} onClick={closeAnd(act)}>
      {words}
    </button>
  );
  return (
    <div className="dt-more">
      <button
        type="button"
        className="dt-more-item"
        aria-disabled={redo.isOff}
        onClick={redo.isOff ? undefined : closeAnd(() => void redo.step())}
      >
        {redo.words}
      </button>
      {writing === undefined ? null : item(t('write.list'), writing.openList)}
      {item(t('share.open'), onShare, true)}
      <Leave>{(leave) => item(t('write.done'), leave)}</Leave>
      {item(t('tool.settings'), onHelp, true)}
    </div>
  );
}

function Leave({ children }: { readonly children: (leave: () => void) => ReactNode }) {
  const services = usePageServices().writing?.services.now();
  return services === undefined ? null : children(services.leave);
}

function Dots() {
  return (
    <svg width="16" height="4" viewBox="0 0 16 4" fill="currentColor" aria-hidden="true">
      <circle cx="2" cy="2" r="1.75" />
      <circle cx="8" cy="2" r="1.75" />
      <circle cx="14" cy="2" r="1.75" />
    </svg>
  );
}

/** In every face; fields have an undo of their own, and the text brings its own here. */
function useHistoryKeys(bar: React.RefObject<HTMLElement | null>, desk: Desk): void {
  useEffect(() => {
    const root = bar.current?.closest('.dt-app');
    const page = root?.ownerDocument;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const target = event.composedPath()[0];
      const isOurs = isElement(target) && (root?.contains(target) === true || target === page?.body);
      const way = historyKey(event);
      if (way === undefined || !isOurs || isField(target)) return;
      event.preventDefault();
      if (way === 'undo') desk.undo();
      else desk.redo();
    };
    page?.addEventListener('keydown', hear);
    return () => page?.removeEventListener('keydown', hear);
  }, [bar, desk]);
}
