import type { ReactNode } from 'react';
import { undoView, canUndo } from '../state/history';
import { setGroup, setScale, setView } from '../state/look';
import { setPanelOpen } from '../state/choose';
import { VIEWS } from '../state/timeline-state';
import { GROUPINGS, SCALES } from '../model/vocabulary';
import { CopyLink } from './CopyLink';
import { usePage } from './page-context';
import { RangeMenu } from './RangeMenu';
import { useText, useTimeline, useTimelineStore } from './store-context';

/** The right half of the bar: zoom, time scale, rows, view, link and help. */
export function Toolbar({ onHelp }: { readonly onHelp: () => void }) {
  const t = useText();
  const store = useTimelineStore();
  const { control, hidden, locked, link } = usePage();
  const view = useTimeline((state) => state.view);
  const undoable = useTimeline(canUndo);
  const panelOpen = useTimeline((state) => state.panelOpen);
  const isTimeline = view === 'timeline';
  const canZoom = isTimeline && !hidden.has('zoom') && !locked.has('range');
  return (
    <div className="dt-toolbar" role="group" aria-label={t('tool.bar')}>
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
      <div className="dt-segments" role="group" aria-label={t('tool.view')}>
        {VIEWS.map((each) => (
          <button key={each} type="button" className={`dt-button${view === each ? ' dt-button--on' : ''}`} aria-pressed={view === each} onClick={() => store.apply(setView, each)}>
            {t(`tool.view.${each}`)}
          </button>
        ))}
      </div>
      {panelOpen || hidden.has('details') ? null
        : <button type="button" className="dt-button" onClick={() => store.apply(setPanelOpen, true)}>{t('tool.details')}</button>}
      <CopyLink link={() => link()} />
      <ToolButton label={t('tool.help')} onClick={onHelp}>?</ToolButton>
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

function ToolButton({ label, onClick, children }: { readonly label: string; readonly onClick: () => void; readonly children: ReactNode }) {
  return <button type="button" className="dt-button dt-button--square" aria-label={label} title={label} onClick={onClick}>{children}</button>;
}
