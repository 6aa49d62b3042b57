import type { ReactNode } from 'react';
import { canUndo, undoView } from '../../state/view/history';
import { useClosePanel } from '../kit/PopoverButton';
import { usePageServices } from '../context/page-services';
import { useShownView } from '../context/shown-layout';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { useFace } from '../context/use-desk';
import { ChartChoices, ViewChoice } from './ViewChoices';

/** What a phone's bar keeps behind its last button; whatever is chosen closes it, but for how the chart is drawn. */
export function MoreChoices({
  onHelp,
  onShare,
  onAbout,
}: {
  readonly onHelp: () => void;
  readonly onShare: () => void;
  readonly onAbout: (() => void) | undefined;
}) {
  const t = useText();
  const store = useTimelineStore();
  const { opening, writing } = usePageServices();
  const view = useShownView();
  const isWriting = useFace() !== undefined;
  const undoable = useTimeline(canUndo);
  const close = useClosePanel();
  // Closed first, so that what opens gives the focus back to the button of this panel.
  const closeAnd = (act: () => void) => () => {
    close();
    act();
  };
  return (
    <div className="dt-more">
      <div className="dt-more-view">
        <ViewChoice onChosen={close} />
        {view === 'timeline' ? <ChartChoices /> : null}
      </div>
      {isWriting ? null : (
        <Item isOff={!undoable} onClick={closeAnd(() => store.apply(undoView))}>
          {t('tool.undo')}
        </Item>
      )}
      {onAbout === undefined ? null : <Item onClick={closeAnd(onAbout)}>{t('tool.about')}</Item>}
      {isWriting ? null : (
        <>
          {opening === undefined ? null : (
            <Item opens onClick={closeAnd(opening.ask)}>
              {t('tool.open')}
            </Item>
          )}
          {writing === undefined ? null : (
            <Item onClick={closeAnd(() => writing.begin('text'))}>{t('tool.write')}</Item>
          )}
          <Item opens onClick={closeAnd(onShare)}>
            {t('share.open')}
          </Item>
          <Item opens onClick={closeAnd(onHelp)}>
            {t('tool.settings')}
          </Item>
        </>
      )}
    </div>
  );
}

function Item({
  opens = false,
  isOff = false,
  onClick,
  children,
}: {
  readonly opens?: boolean;
  readonly isOff?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="dt-more-item"
      aria-haspopup={opens ? 'dialog' : undefined}
      aria-disabled={isOff || undefined}
      onClick={isOff ? undefined : onClick}
    >
      {children}
    </button>
  );
}
