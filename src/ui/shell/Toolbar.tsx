import { useRef } from 'react';
import type { ReactNode } from 'react';
import { setPanelOpen, showSummary } from '../../state/view/choose';
import { undoView, canUndo } from '../../state/view/history';
import { InMenu, MenuButton } from '../context/MenuButton';
import { useIsPhone, useShownView } from '../context/shown-layout';
import { usePageSettings } from '../context/page-settings';
import { usePageServices } from '../context/page-services';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { useFace } from '../context/use-desk';
import { useRoving } from '../kit/focus/use-roving';
import { ChartChoices, ViewChoice } from './ViewChoices';

interface ToolbarProps {
  readonly onHelp: () => void;
  readonly onShare: () => void;
  /** Opens the summary where the details have no place of their own. */
  readonly onAbout: (() => void) | undefined;
}

/**
 * The right half of the bar: zoom, time scale, rows, view, sharing and help; one tab stop. On a phone all but the zoom
 * stands behind one button.
 */
export function Toolbar({ onHelp, onShare, onAbout }: ToolbarProps) {
  const t = useText();
  const store = useTimelineStore();
  const isPhone = useIsPhone();
  const bar = useRef<HTMLDivElement>(null);
  const roving = useRoving(bar);
  const openAbout =
    onAbout &&
    (() => {
      store.apply(showSummary);
      onAbout();
    });
  const rest = { onHelp, onShare, onAbout: openAbout };
  return (
    <div ref={bar} className="dt-toolbar" role="toolbar" aria-label={t('tool.bar')} {...roving}>
      {isPhone ? <More {...rest} /> : null}
      <Zoom />
      {isPhone ? null : <Rest {...rest} />}
    </div>
  );
}

function Zoom() {
  const t = useText();
  const { control } = usePageServices();
  const { hidden, locked } = usePageSettings();
  const view = useShownView();
  if (view !== 'timeline' || hidden.has('zoom') || locked.has('range')) return null;
  return (
    <>
      <span className="dt-tool-pair">
        <ToolButton label={t('tool.zoomOut')} onClick={() => control.zoomBy(1 / 1.6)}>
          −
        </ToolButton>
        <ToolButton label={t('tool.zoomIn')} onClick={() => control.zoomBy(1.6)}>
          +
        </ToolButton>
      </span>
      <button type="button" className="dt-button" title={t('tool.fitTitle')} onClick={() => control.show(undefined)}>
        {t('tool.fit')}
      </button>
      <RangeMenu />
    </>
  );
}

function Rest({ onHelp, onShare, onAbout }: ToolbarProps) {
  const t = useText();
  const store = useTimelineStore();
  const { hidden } = usePageSettings();
  const view = useShownView();
  // Over what is written stands a bar with an undo of its own, and what leads out of it.
  const isWriting = useFace() !== undefined;
  const undoable = useTimeline(canUndo);
  const panelOpen = useTimeline((state) => state.panelOpen);
  return (
    <>
      {isWriting ? null : (
        <button
          type="button"
          className="dt-button"
          title={t('tool.undoTitle')}
          aria-disabled={!undoable}
          onClick={() => store.apply(undoView)}
        >
          {t('tool.undo')}
        </button>
      )}
      {view === 'timeline' ? <ChartChoices /> : null}
      <ViewChoice />
      {onAbout !== undefined ? (
        <button type="button" className="dt-button" onClick={onAbout}>
          {t('tool.about')}
        </button>
      ) : panelOpen || hidden.has('details') ? null : (
        <button type="button" className="dt-button dt-details-button" onClick={() => store.apply(setPanelOpen, true)}>
          {t('tool.details')}
        </button>
      )}
      {isWriting ? null : <Out {...{ onShare, onHelp }} />}
    </>
  );
}

/** What leads away from the view: files, writing, sharing and help. */
function Out({ onShare, onHelp }: Pick<ToolbarProps, 'onShare' | 'onHelp'>) {
  const t = useText();
  const { opening, writing } = usePageServices();
  return (
    <>
      {opening === undefined ? null : (
        <button
          type="button"
          className="dt-button"
          aria-haspopup="dialog"
          title={t('tool.openTitle')}
          onClick={opening.ask}
        >
          {t('tool.open')}
        </button>
      )}
      {writing === undefined ? null : (
        <button type="button" className="dt-button" title={t('tool.writeTitle')} onClick={() => writing.begin('text')}>
          {t('tool.write')}
        </button>
      )}
      <button type="button" className="dt-button" aria-haspopup="dialog" onClick={onShare}>
        {t('share.open')}
      </button>
      <ToolButton label={t('tool.settings')} extra="dt-tool-help" onClick={onHelp}>
        ?
      </ToolButton>
    </>
  );
}

function More(props: ToolbarProps) {
  const t = useText();
  const dots = (
    <svg width="16" height="4" viewBox="0 0 16 4" fill="currentColor" aria-hidden="true">
      <circle cx="2" cy="2" r="1.75" />
      <circle cx="8" cy="2" r="1.75" />
      <circle cx="14" cy="2" r="1.75" />
    </svg>
  );
  return (
    <MenuButton
      label={t('tool.more')}
      on={false}
      icon={dots}
      isBare
      className="dt-button dt-button--square dt-more-button"
    >
      <InMenu>{(part) => <part.MoreChoices {...props} />}</InMenu>
    </MenuButton>
  );
}

function ToolButton({
  label,
  extra = '',
  onClick,
  children,
}: {
  readonly label: string;
  readonly extra?: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={`dt-button dt-button--square ${extra}`}
      aria-label={label}
      title={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** From and to as dates (years and months will do); does what dragging on the axis does. The day in "to" is inside. */
function RangeMenu() {
  const t = useText();
  return (
    <MenuButton label={t('tool.range')} on={false}>
      <InMenu>{(part) => <part.RangeForm />}</InMenu>
    </MenuButton>
  );
}
