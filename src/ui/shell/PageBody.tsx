import { SCROLL_BOX } from '../kit/scroller';
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { setView } from '../../state/view/view-actions';
import { ErrorBoundary } from '../context/ErrorBoundary';
import { ListFold } from '../list/ListFold';
import { objectKey } from '../../base/react-keys';
import { useShownView } from '../context/shown-layout';
import { usePageServices } from '../context/page-services';
import { usePageSettings } from '../context/page-settings';
import { PageMain } from './PageHeader';
import { PanelResizer } from './PanelResizer';
import { SidePanel } from '../panel/SidePanel';
import type { SidePanelHandle } from '../panel/SidePanel';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { useLazyModules } from '../context/lazy-modules';
import { useFace } from '../context/use-desk';
import { useLazyModule, useLazyState } from '../context/use-lazy';
import { PANEL_PX } from './use-panel-column';
import type { PanelColumn } from './use-panel-column';

/** Everything under the header; nothing until there is data. Each part fails by itself. */
export function PageBody({
  panel,
  column,
  sheet,
}: {
  readonly panel: RefObject<SidePanelHandle | null>;
  readonly column: PanelColumn;
  readonly sheet: 'side' | 'bottom' | 'sheet';
}) {
  const t = useText();
  const { hidden } = usePageSettings();
  const view = useShownView();
  const table = useTimeline((state) => state.table);
  const face = useFace();
  if (table === undefined) return null;
  if (face === 'text' || face === 'table')
    return (
      <PageMain className="dt-main dt-main--written">
        <ErrorBoundary name={t('app.part.write')} key={face}>
          {face === 'text' ? <TextFace /> : <TableFace />}
        </ErrorBoundary>
        <div className="dt-view">
          <ErrorBoundary name={t('app.part.chart')}>
            <Chart />
          </ErrorBoundary>
        </div>
      </PageMain>
    );
  return (
    <>
      <PageMain className="dt-main">
        <div
          className="dt-view"
          {...(view === 'list' ? { ...SCROLL_BOX, role: 'group', 'aria-label': t('tool.view.list') } : {})}
        >
          <ErrorBoundary
            name={t(view === 'list' ? 'app.part.list' : 'app.part.chart')}
            key={view}
            fallback={<ViewFallback view={view} />}
          >
            {view === 'list' ? <List key={objectKey(table)} /> : <Chart />}
          </ErrorBoundary>
        </div>
        {view === 'timeline' && table.datedSize < table.size ? (
          <ErrorBoundary name={t('app.part.chart')}>
            <Shelf />
          </ErrorBoundary>
        ) : null}
        {/* Over a narrow page's list it is a bar at the foot of the screen until somebody opens it. */}
        <ErrorBoundary name={t('app.part.compare')}>
          <Tray isFolded={view === 'list' && sheet !== 'side'} />
        </ErrorBoundary>
      </PageMain>
      {hidden.has('details') ? null : (
        <ErrorBoundary name={t('app.part.details')}>
          <SidePanel
            ref={panel}
            layout={sheet}
            sheetShowsSummary={column.about}
            resizer={
              column.isShown ? (
                <PanelResizer widthPx={column.widthPx} onChange={column.setWidthPx} usual={PANEL_PX} />
              ) : undefined
            }
          />
        </ErrorBoundary>
      )}
      {view === 'timeline' ? <Footer /> : null}
    </>
  );
}

function Footer() {
  const t = useText();
  const { hidden } = usePageSettings();
  const only = hidden.has('overview') ? 'legend' : hidden.has('legend') ? 'overview' : undefined;
  if (hidden.has('overview') && hidden.has('legend')) return null;
  return (
    <div className={`dt-footer${only === undefined ? '' : ` dt-footer--${only}`}`}>
      {hidden.has('overview') ? null : (
        <ErrorBoundary name={t('app.part.overview')}>
          <TimeOverview />
        </ErrorBoundary>
      )}
      {hidden.has('legend') ? null : (
        <ErrorBoundary name={t('app.part.legend')}>
          <ChartLegend />
        </ErrorBoundary>
      )}
    </div>
  );
}

function TimeOverview() {
  const part = useLazyModule('overview');
  return part === undefined ? null : <part.Overview />;
}

/** Comes with the chart, which tells where that can't be had. */
function ChartLegend() {
  const { here } = useLazyState(useLazyModules().chart, true);
  return here === undefined ? null : <here.Legend />;
}

function Chart() {
  // Another dataset begins with a chart of its own, and the old one's is let go; a file still coming in keeps its
  // chart.
  const datasetId = useTimeline((state) => state.dataset?.id);
  const { written } = usePageServices();
  const part = useLazyModule('chart');
  return part === undefined ? written : <part.Stage key={datasetId} />;
}

function List() {
  const { height } = usePageSettings();
  const { written } = usePageServices();
  const part = useLazyModule('list');
  // As long as its code is on its way.
  if (part === undefined) return written;
  return height === 'content' ? (
    <ListFold>
      <part.EventList />
    </ListFold>
  ) : (
    <part.EventList />
  );
}

function TextFace() {
  const part = useLazyModule('write');
  return part === undefined ? null : <part.TextFace />;
}

function TableFace() {
  const part = useLazyModule('grid');
  return part === undefined ? null : <part.TableFace />;
}

function Shelf() {
  const part = useLazyModule('shelf');
  return part === undefined ? null : <part.NoDateShelf />;
}

function Tray({ isFolded }: { readonly isFolded: boolean }) {
  const part = useLazyModule(
    'chosen',
    useTimeline((state) => state.pinned.length > 0),
  );
  return part === undefined ? null : <part.CompareTray isFolded={isFolded} />;
}

/** A chart that failed has the list, and a list what stood in the page before. */
function ViewFallback({ view }: { readonly view: 'timeline' | 'list' }) {
  const t = useText();
  const store = useTimelineStore();
  const { control, written } = usePageServices();
  const state = useTimeline((whole) => whole);
  // Nobody need wait for the picture.
  useEffect(() => control.notePainted(state), [control, state]);
  if (view === 'list') return written;
  return (
    <div className="dt-fallback">
      <p>{t('chart.failed')}</p>
      <button type="button" className="dt-button" onClick={() => store.apply(setView, 'list')}>
        {t('chart.openList')}
      </button>
    </div>
  );
}
