import { useEffect, useRef, useState } from 'react';
import type { CSSProperties, ReactNode, RefObject } from 'react';
import { themeVariables } from '../render/tokens';
import { setPanelOpen } from '../state/choose';
import { setView } from '../state/look';
import { DataText } from './DataText';
import { DatasetPicker } from './DatasetPicker';
import { EmbedBar } from './EmbedBar';
import { ErrorBoundary } from './ErrorBoundary';
import { FilterBar } from './FilterBar';
import { FilterChips } from './FilterChips';
import { FixedFilters } from './FixedFilters';
import { isFocusNowhere } from './focus';
import { focusChosen } from './focus-chosen';
import { Heading } from './Heading';
import { LanguageNotice } from './LanguageNotice';
import { ListFold } from './ListFold';
import { ListOrderProvider } from './list-order';
import { Notices } from './Notices';
import { objectKey } from './object-key';
import { PhoneProvider, ShownViewProvider, useCanFilter, usePage, useShownView } from './page-context';
import { CHART, CHOSEN, HELP, LIST, OVERVIEW, PRINT, SHARE, viewFor } from './page-parts';
import { PanelResizer } from './PanelResizer';
import { PaintWitness } from './PaintWitness';
import { SidePanel } from './SidePanel';
import type { SidePanelHandle } from './SidePanel';
import { StatusLine } from './StatusLine';
import { useText, useTimeline, useTimelineStore } from './store-context';
import { Toolbar } from './Toolbar';
import { useCode, useCodeState } from './use-code';
import { useFocusKeeper } from './use-focus-keeper';
import { usePageKeys } from './use-page-keys';
import { usePartsAhead } from './use-parts-ahead';
import { useSeenPart } from './use-seen-part';
import { useSize } from './use-size';
import { useTextScale } from './use-text-scale';

const PANEL_PX = 376;
/** Below this width the details are a sheet over the page instead of a column. */
const SHEET_BELOW_PX = 900;
/** Below this width that sheet covers the screen, as the list's cards cover it, and the bar is one row. */
const PHONE_BELOW_PX = 640;
/** The chart is lettered in one size: who wants so much larger text begins with the list. */
const LIST_FROM_SCALE = 1.5;

/** The whole timeline: header, filters, chart or list, details, overview and legend. */
export function App() {
  const t = useText();
  const { theme, standalone, still, embed, height, locked, guest = false } = usePage();
  // In a section, header and footer are no landmarks: those of a page are its own.
  const Root = guest ? 'section' : 'div';
  const title = useTimeline((state) => state.dataset?.title);
  const root = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const panel = useRef<SidePanelHandle>(null);
  const size = useSize(root);
  const scale = useTextScale(root);
  // In larger letters a page holds what a narrower one would.
  const widthPx = size === undefined ? Infinity : size.widthPx / scale;
  const [help, setHelp] = useState(false);
  const openHelp = () => setHelp(true);
  const [sharing, setSharing] = useState(false);
  const wanted = useTimeline((state) => state.view);
  const phase = useTimeline((state) => (state.dataset === undefined ? state.loading.phase : 'ready'));
  const view = wanted !== 'auto' ? wanted : scale >= LIST_FROM_SCALE ? 'list' : viewFor(widthPx);
  const sheet = widthPx < SHEET_BELOW_PX;
  const isPhone = widthPx < PHONE_BELOW_PX;
  const column = usePanelColumn(sheet, root);
  const onKeyDown = usePageKeys({ root, search, shown: view, openHelp, focusPanel: () => panel.current?.focusPanel() });
  useKeysFromNowhere(standalone, onKeyDown);
  const focusKeeper = useFocusKeeper(root);
  const isPartsThrough = usePartsAhead(root);
  useSeenPart(root, embed && height === 'content');
  const style: CSSProperties & Record<`--${string}`, string> = { ...themeVariables(theme), colorScheme: theme.scheme, '--dt-panel': column.isShown ? `${column.widthPx}px` : '0px' };
  return (
    <ShownViewProvider value={view}>
      <PhoneProvider value={isPhone}>
      <ListOrderProvider>
      {/* The keys work on what has the focus inside; the box itself is no control. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <Root
        ref={root} aria-label={guest ? title : undefined} className={`dt-app dt-app--${view} dt-app--${height}${sheet ? ' dt-app--narrow' : ''}${isPhone ? ' dt-app--phone' : ''}${embed ? ' dt-app--embed' : ''}`} style={style} lang={t.locale} dir={t.dir}
        data-timeline-state={phase} data-theme={theme.scheme} data-contrast={theme.contrast} data-motion={still === true ? 'reduced' : undefined} data-range={locked.has('range') ? 'locked' : undefined} onKeyDown={onKeyDown} {...focusKeeper}
      >
        <Header search={search} onHelp={openHelp} onShare={() => setSharing(true)} onAbout={sheet ? column.openAbout : undefined} />
        <Body panel={panel} column={column} sheet={!sheet ? 'side' : isPhone ? 'sheet' : 'bottom'} />
        {embed ? <EmbedBar /> : null}
        <ErrorBoundary name={t('app.part.help')}><Help open={help} onClose={() => setHelp(false)} /></ErrorBoundary>
        <ErrorBoundary name={t('app.part.share')}><Share open={sharing} onClose={() => setSharing(false)} /></ErrorBoundary>
        <StatusLine />
        <PaintWitness />
        <Printed wanted={isPartsThrough} />
      </Root>
      </ListOrderProvider>
      </PhoneProvider>
    </ShownViewProvider>
  );
}

interface PanelColumn {
  readonly isShown: boolean;
  readonly widthPx: number;
  readonly setWidthPx: (px: number) => void;
  /** Whether the sheet of a narrow page shows the summary: only when asked for. */
  readonly about: boolean;
  readonly openAbout: () => void;
}

/** The details panel as a column of its own, or as a sheet on a narrow page. */
function usePanelColumn(sheet: boolean, root: RefObject<HTMLElement | null>): PanelColumn {
  const store = useTimelineStore();
  const { hidden } = usePage();
  const hasData = useTimeline((state) => state.dataset !== undefined);
  const panelOpen = useTimeline((state) => state.panelOpen);
  const [widthPx, setWidthPx] = useState(PANEL_PX);
  const [about, setAbout] = useState(false);
  // Closing the sheet ends it; opening an event later must not bring the summary back.
  if (about && !panelOpen) setAbout(false);
  // The panel takes its close button along; the focus goes to what opens it again.
  const wasOpen = useRef(panelOpen);
  useEffect(() => {
    if (wasOpen.current && !panelOpen && root.current !== null && isFocusNowhere(root.current)) {
      focusChosen(root.current, '.dt-details-button');
    }
    wasOpen.current = panelOpen;
  }, [panelOpen, root]);
  return {
    isShown: hasData && panelOpen && !sheet && !hidden.has('details'), widthPx, setWidthPx, about: about && panelOpen,
    openAbout: () => {
      store.apply(setPanelOpen, true);
      setAbout(true);
    },
  };
}

function Chart() {
  // Another dataset begins with a chart of its own, and the old one's is let go; a file still coming in keeps its chart.
  const datasetId = useTimeline((state) => state.dataset?.id);
  const part = useCode(CHART);
  return part === undefined ? null : <part.Stage key={datasetId} />;
}

function List() {
  const { height } = usePage();
  const part = useCode(LIST);
  if (part === undefined) return null;
  return height === 'content' ? <ListFold><part.EventList /></ListFold> : <part.EventList />;
}

function Tray({ isFolded }: { readonly isFolded: boolean }) {
  const part = useCode(CHOSEN, useTimeline((state) => state.pinned.length > 0));
  return part === undefined ? null : <part.CompareTray isFolded={isFolded} />;
}

function Help({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useText();
  const { hidden, locked } = usePage();
  const part = useCode(HELP, open);
  return part === undefined ? null : <part.HelpDialog open={open} onClose={onClose} keys={part.keyRows(t, hidden, locked)} />;
}

function Share({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const part = useCode(SHARE, open);
  return part === undefined ? null : <part.ShareDialog open={open} onClose={onClose} />;
}

/** Nobody is told where it can't be had: then the page itself is printed. */
function Printed({ wanted }: { readonly wanted: boolean }) {
  const { here } = useCodeState(PRINT, wanted);
  return here === undefined ? null : <here.PrintedView />;
}

/** On a page of its own a reader types "/" before having touched anything. */
function useKeysFromNowhere(standalone: boolean, onKeyDown: (event: KeyboardEvent) => void): void {
  useEffect(() => {
    if (!standalone) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.target === document.body) onKeyDown(event);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}

function Header({ search, onHelp, onShare, onAbout }: {
  readonly search: RefObject<HTMLInputElement | null>; readonly onHelp: () => void; readonly onShare: () => void; readonly onAbout: (() => void) | undefined;
}) {
  const t = useText();
  const { hidden, retry, cancel, ownHref } = usePage();
  const canFilter = useCanFilter();
  const hasData = useTimeline((state) => state.dataset !== undefined);
  const notices = (
    <ErrorBoundary name={t('app.part.notices')}>
      <LanguageNotice />
      <Notices ownHref={ownHref} {...(retry === undefined ? {} : { onRetry: retry })} {...(cancel === undefined ? {} : { onCancel: cancel })} />
    </ErrorBoundary>
  );
  // All there is to read then. The page's own data has its written page under it instead.
  if (!hasData && ownHref !== undefined) return <Main className="dt-header">{notices}</Main>;
  return (
    <header className="dt-header">
      {hasData ? (
        <>
          {hidden.has('title') ? <HiddenTitle /> : <ErrorBoundary name={t('app.part.title')}><Title /></ErrorBoundary>}
          <ErrorBoundary name={t('app.part.bar')}>
            <div className="dt-bar">
              <FilterBar searchRef={search} withSearch={!hidden.has('search')} withFilters={canFilter} />
              <Toolbar onHelp={onHelp} onShare={onShare} onAbout={hidden.has('details') ? undefined : onAbout} />
            </div>
            {canFilter ? <FilterChips /> : <FixedFilters />}
          </ErrorBoundary>
        </>
      ) : null}
      {notices}
    </header>
  );
}

/** The page's main part; a guest in another document has none. */
function Main({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  const { guest = false } = usePage();
  return guest ? <div className={className}>{children}</div> : <main className={className}>{children}</main>;
}

/** Everything under the header; nothing until there is data. Each part fails by itself. */
function Body({ panel, column, sheet }: {
  readonly panel: RefObject<SidePanelHandle | null>; readonly column: PanelColumn; readonly sheet: 'side' | 'bottom' | 'sheet';
}) {
  const t = useText();
  const { hidden } = usePage();
  const view = useShownView();
  const table = useTimeline((state) => state.table);
  if (table === undefined) return null;
  return (
    <>
      <Main className="dt-main">
        <div className="dt-view">
          <ErrorBoundary name={t(view === 'list' ? 'app.part.list' : 'app.part.chart')} key={view} fallback={<ChartFallback />}>
            {view === 'list' ? <List key={objectKey(table)} /> : <Chart />}
          </ErrorBoundary>
        </div>
        {/* Over a narrow page's list it is a bar at the foot of the screen until somebody opens it. */}
        <ErrorBoundary name={t('app.part.compare')}><Tray isFolded={view === 'list' && sheet !== 'side'} /></ErrorBoundary>
      </Main>
      {hidden.has('details') ? null : (
        <ErrorBoundary name={t('app.part.details')}>
          <SidePanel
            ref={panel} layout={sheet} sheetShowsSummary={column.about}
            resizer={column.isShown ? <PanelResizer widthPx={column.widthPx} onChange={column.setWidthPx} usual={PANEL_PX} /> : undefined}
          />
        </ErrorBoundary>
      )}
      {view === 'timeline' ? <Footer /> : null}
    </>
  );
}

function Footer() {
  const t = useText();
  const { hidden } = usePage();
  const only = hidden.has('overview') ? 'legend' : hidden.has('legend') ? 'overview' : undefined;
  if (hidden.has('overview') && hidden.has('legend')) return null;
  return (
    <div className={`dt-footer${only === undefined ? '' : ` dt-footer--${only}`}`}>
      {hidden.has('overview') ? null : <ErrorBoundary name={t('app.part.overview')}><TimeOverview /></ErrorBoundary>}
      {hidden.has('legend') ? null : <ErrorBoundary name={t('app.part.legend')}><ChartLegend /></ErrorBoundary>}
    </div>
  );
}

function TimeOverview() {
  const part = useCode(OVERVIEW);
  return part === undefined ? null : <part.Overview />;
}

/** Comes with the chart, which tells where that can't be had. */
function ChartLegend() {
  const { here } = useCodeState(CHART, true);
  return here === undefined ? null : <here.Legend />;
}

function Title() {
  const dataset = useTimeline((state) => state.dataset);
  if (dataset === undefined) return null;
  return (
    <div className="dt-title">
      <DatasetPicker title={dataset.title} />
      {dataset.description === undefined ? null : <p><DataText>{firstSentence(dataset.description)}</DataText></p>}
    </div>
  );
}

/** A page has a first heading, seen or not. */
function HiddenTitle() {
  const title = useTimeline((state) => state.dataset?.title);
  return <Heading level={1} className="dt-visually-hidden">{title}</Heading>;
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
