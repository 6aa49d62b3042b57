import { useEffect, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import { themeVariables } from '../render/tokens';
import { setPanelOpen } from '../state/choose';
import { setView } from '../state/look';
import { CompareTray } from './CompareTray';
import { ErrorBoundary } from './ErrorBoundary';
import { EventList } from './EventList';
import { FilterBar } from './FilterBar';
import { FilterChips } from './FilterChips';
import { focusedNear } from './focus';
import { HelpDialog } from './HelpDialog';
import { keyRows } from './key-table';
import { Legend } from './Legend';
import { Notices } from './Notices';
import { Overview } from './Overview';
import { ShownViewProvider, usePage, useShownView } from './page-context';
import { PanelResizer } from './PanelResizer';
import { PaintWitness } from './PaintWitness';
import { SidePanel } from './SidePanel';
import type { SidePanelHandle } from './SidePanel';
import { Stage } from './Stage';
import { useText, useTimeline, useTimelineStore } from './store-context';
import { Toolbar } from './Toolbar';
import { usePageKeys } from './use-page-keys';
import { useSize } from './use-size';

const PANEL_PX = 376;
/** Below this width the details are a sheet over the page instead of a column. */
const SHEET_BELOW_PX = 900;
/** Below this width the list is the timeline, unless the reader or the author says otherwise. */
const LIST_BELOW_PX = 600;

/** The whole timeline: header, filters, chart or list, details, overview and legend. */
export function App() {
  const t = useText();
  const { theme, hidden, locked, retry, ownHref, standalone } = usePage();
  const root = useRef<HTMLDivElement>(null);
  const store = useTimelineStore();
  const search = useRef<HTMLInputElement>(null);
  const panel = useRef<SidePanelHandle>(null);
  const size = useSize(root);
  const [help, setHelp] = useState(false);
  const [about, setAbout] = useState(false);
  const [panelPx, setPanelPx] = useState(PANEL_PX);
  const dataset = useTimeline((state) => state.dataset);
  const panelOpen = useTimeline((state) => state.panelOpen);
  const wanted = useTimeline((state) => state.view);
  const phase = useTimeline((state) => state.loading.phase);
  const view = wanted === 'auto' ? (size !== undefined && size.widthPx < LIST_BELOW_PX ? 'list' : 'timeline') : wanted;
  const onKeyDown = usePageKeys({ root, search, shown: view, openHelp: () => setHelp(true), focusPanel: () => panel.current?.focusPanel() });
  // Closing the sheet ends it; opening an event later must not bring the summary back.
  if (about && !panelOpen) setAbout(false);
  const sheet = size !== undefined && size.widthPx < SHEET_BELOW_PX;
  const showsPanel = dataset !== undefined && !hidden.has('details');
  const hasColumn = showsPanel && panelOpen && !sheet;
  const style: CSSProperties & Record<`--${string}`, string> = { ...themeVariables(theme), '--dt-panel': hasColumn ? `${panelPx}px` : '0px' };
  // On a page of its own a reader types "/" before having touched anything.
  useEffect(() => {
    if (!standalone) return undefined;
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.target === document.body) onKeyDown(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
  // The panel takes its close button along; the focus goes to what opens it again.
  const wasOpen = useRef(panelOpen);
  useEffect(() => {
    if (wasOpen.current && !panelOpen && root.current !== null && focusedNear(root.current) === document.body) {
      root.current.querySelector<HTMLElement>('.dt-details-button')?.focus();
    }
    wasOpen.current = panelOpen;
  }, [panelOpen]);
  const openAbout = () => {
    store.apply(setPanelOpen, true);
    setAbout(true);
  };
  return (
    <ShownViewProvider value={view}>
    {/* The keys work on what has the focus inside; the box itself is no control. */}
    {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
    <div ref={root} className={`dt-app dt-app--${view}${sheet ? ' dt-app--narrow' : ''}`} style={style} data-timeline-state={phase === 'ready' || dataset !== undefined ? 'ready' : phase} onKeyDown={onKeyDown}>
      <header className="dt-header">
        {hidden.has('title') || dataset === undefined ? null : <Title />}
        {dataset === undefined ? null : (
          <div className="dt-bar">
            <FilterBar searchRef={search} withSearch={!hidden.has('search')} withFilters={!hidden.has('filters') && !locked.has('filters')} />
            <Toolbar onHelp={() => setHelp(true)} onAbout={sheet && showsPanel ? openAbout : undefined} />
          </div>
        )}
        {dataset === undefined || locked.has('filters') ? null : <FilterChips />}
        <Notices ownHref={ownHref} {...(retry === undefined ? {} : { onRetry: retry })} />
      </header>
      {dataset === undefined ? null : (
        <>
          <main className="dt-main">
            <div className="dt-view">
              <ErrorBoundary name={t(view === 'list' ? 'app.part.list' : 'app.part.chart')} key={view} fallback={<ChartFallback />}>
                {view === 'list' ? <EventList /> : <Stage />}
              </ErrorBoundary>
            </div>
            {view === 'timeline' ? <CompareTray /> : null}
          </main>
          {hasColumn ? <PanelResizer widthPx={panelPx} onChange={setPanelPx} usual={PANEL_PX} /> : null}
          {showsPanel ? (
            <ErrorBoundary name={t('app.part.details')}>
              <SidePanel ref={panel} layout={sheet ? 'sheet' : 'side'} sheetShowsSummary={about && panelOpen} />
            </ErrorBoundary>
          ) : null}
          {view === 'list' ? null : (
            <footer className="dt-footer">
              {hidden.has('overview') ? <div /> : <Overview />}
              {hidden.has('legend') ? null : <Legend />}
            </footer>
          )}
        </>
      )}
      <HelpDialog open={help} onClose={() => setHelp(false)} keys={keyRows(t)} />
      <PaintWitness />
    </div>
    </ShownViewProvider>
  );
}

function Title() {
  const dataset = useTimeline((state) => state.dataset);
  if (dataset === undefined) return null;
  return (
    <div className="dt-title">
      <h1>{dataset.title}</h1>
      {dataset.description === undefined ? null : <p>{firstSentence(dataset.description)}</p>}
    </div>
  );
}

/** The summary in the panel holds the whole text. */
function firstSentence(text: string): string {
  const end = text.indexOf('. ');
  return end < 0 ? text : text.slice(0, end + 1);
}

function ChartFallback() {
  const t = useText();
  const store = useTimelineStore();
  const view = useShownView();
  if (view === 'list') return null;
  return (
    <div className="dt-fallback">
      <p>{t('chart.failed')}</p>
      <button type="button" className="dt-button" onClick={() => store.apply(setView, 'list')}>{t('chart.openList')}</button>
    </div>
  );
}
