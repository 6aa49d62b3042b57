import { useRef } from 'react';
import type { ReactNode } from 'react';
import { undoView, canUndo } from '../state/history';
import { setGroup, setScale, setView } from '../state/look';
import { setPanelOpen, showSummary } from '../state/choose';
import { GROUPINGS, SCALES } from '../model/vocabulary';
import { usePage, useShownView } from './page-context';
import { RangeMenu } from './RangeMenu';
import { useText, useTimeline, useTimelineStore } from './store-context';
import { useRoving } from './use-roving';

/** The right half of the bar: zoom, time scale, rows, view, sharing and help; one tab stop. */
export function Toolbar({ onHelp, onShare, onAbout }: { readonly onHelp: () => void; readonly onShare: () => void; readonly onAbout: (() => void) | undefined }) {
  const t = useText();
  const store = useTimelineStore();
  const { control, hidden, locked } = usePage();
  const view = useShownView();
  const undoable = useTimeline(canUndo);
  const panelOpen = useTimeline((state) => state.panelOpen);
  const bar = useRef<HTMLDivElement>(null);
  const roving = useRoving(bar);
  const isTimeline = view === 'timeline';
  const canZoom = isTimeline && !hidden.has('zoom') && !locked.has('range');
  return (
    <div ref={bar} className="dt-toolbar" role="toolbar" aria-label={t('tool.bar')} {...roving}>
      {canZoom ? (
        <>
          <ToolButton label={t('tool.zoomOut')} onClick={() => control.zoomBy(1 / 1.6)}>−</ToolButton>
          <ToolButton label={t('tool.zoomIn')} onClick={() => control.zoomBy(1.6)}>+</ToolButton>
          <button type="button" className="dt-button" title={t('tool.fitTitle')} onClick={() => control.show(undefined)}>{t('tool.fit')}</button>
          <RangeMenu />
        </>
      ) : null}
      <button type="button" className="dt-button" title={t('tool.undoTitle')} aria-disabled={!undoable} onClick={() => store.apply(undoView)}>{t('tool.undo')}</button>
      {isTimeline ? <Choices /> : null}
      <fieldset className="dt-segments dt-group" aria-label={t('tool.view')}>
        {(['timeline', 'list'] as const).map((each) => (
          <button key={each} type="button" className={`dt-button${view === each ? ' dt-button--on' : ''}`} aria-pressed={view === each} onClick={() => store.apply(setView, each)}>
            {t(`tool.view.${each}`)}
          </button>
        ))}
      </fieldset>
      {onAbout !== undefined ? <button type="button" className="dt-button" onClick={() => { store.apply(showSummary); onAbout(); }}>{t('tool.about')}</button>
        : panelOpen || hidden.has('details') ? null
          : <button type="button" className="dt-button dt-details-button" onClick={() => store.apply(setPanelOpen, true)}>{t('tool.details')}</button>}
      <button type="button" className="dt-button" aria-haspopup="dialog" onClick={onShare}>{t('share.open')}</button>
      <ToolButton label={t('tool.help')} extra="dt-tool-help" onClick={onHelp}>?</ToolButton>
    </div>
  );
}

function Choices() {
  const t = useText();
  const store = useTimelineStore();
  const scale = useTimeline((state) => state.scale);
  const group = useTimeline((state) => state.group);
  return (
    <>
      <select className="dt-button dt-select" aria-label={t('tool.scale')} value={scale} onChange={(event) => {
        const chosen = SCALES.find((each) => each === event.target.value);
        if (chosen !== undefined) store.apply(setScale, chosen);
      }}>
        {SCALES.map((each) => <option key={each} value={each}>{t(`tool.scale.${each}`)}</option>)}
      </select>
      <select className="dt-button dt-select" aria-label={t('tool.group')} value={group} onChange={(event) => {
        const chosen = GROUPINGS.find((each) => each === event.target.value);
        if (chosen !== undefined) store.apply(setGroup, chosen);
      }}>
        {GROUPINGS.map((each) => <option key={each} value={each}>{t(`tool.group.${each}`)}</option>)}
      </select>
    </>
  );
}

function ToolButton({ label, extra = '', onClick, children }: { readonly label: string; readonly extra?: string; readonly onClick: () => void; readonly children: ReactNode }) {
  return <button type="button" className={`dt-button dt-button--square ${extra}`} aria-label={label} title={label} onClick={onClick}>{children}</button>;
}
