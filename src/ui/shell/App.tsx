import { useEffect, useRef, useState } from 'react';
import type { CSSProperties, ComponentProps, RefObject } from 'react';
import { themeVariables } from '../../render/tokens';
import { ErrorBoundary } from '../context/ErrorBoundary';
import { ListOrderProvider } from '../context/list-order';
import { PhoneProvider, ShownViewProvider, useShownView } from '../context/shown-layout';
import { usePageSettings } from '../context/page-settings';
import { useTheme } from '../context/theme';
import { LazyModulesProvider, useLazyModules } from '../context/lazy-modules';
import { LAZY_MODULES, PRELOADED } from './page-modules';
import { viewFor } from '../context/shown-layout';
import { PageBody } from './PageBody';
import { PageHeader } from './PageHeader';
import type { SidePanelHandle } from '../panel/SidePanel';
import { StatusLine } from '../context/StatusLine';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import type { TimelineState } from '../../state/view/timeline-state';
import { useLazyModule, useLazyState } from '../context/use-lazy';
import { useFocusKeeper } from '../kit/focus/use-focus-keeper';
import { usePageKeys } from './use-page-keys';
import { useOpenRoom } from '../context/use-opened';
import { usePanelColumn } from './use-panel-column';
import { usePreload } from '../context/use-preload';
import { useSize, useTextScale } from '../kit/size';
import { usePageServices } from '../context/page-services';

/** Below this width the details are a sheet over the page instead of a column. */
const SHEET_BELOW_PX = 900;
/** Below this width that sheet covers the screen, as the list's cards cover it, and the bar is one row. */
const PHONE_BELOW_PX = 640;
/** Up to these widths the stylesheets draw things closer together; by them alone the root's classes go. */
const CLOSER_UP_TO_PX = { 'small-phone': 360, 'small-laptop': 1320, laptop: 1480, 'wide-laptop': 1560 } as const;
/** The chart is lettered in one size: who wants so much larger text begins with the list. */
const LIST_FROM_SCALE = 1.5;

/** What has the focus is an event, in chart or list, wherever it can be. */
const KEPT_IN = { key: 'event', main: '.dt-main', view: '.dt-view' } as const;

/** The whole timeline: header, filters, chart or list, details, overview and legend. */
export function App() {
  const t = useText();
  const { standalone, still, embed, height, locked, guest = false } = usePageSettings();
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
  const focusKeeper = useFocusKeeper(root, KEPT_IN);
  const isPartsThrough = usePreload(root, PRELOADED);
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--dt-panel': column.isShown ? `${column.widthPx}px` : '0px',
    '--dt-width': size === undefined ? '100vw' : `${size.widthPx}px`,
  };
  return (
    <LazyModulesProvider value={LAZY_MODULES}>
      <ShownViewProvider value={view}>
        <PhoneProvider value={isPhone}>
          <ListOrderProvider>
            <ThemedRoot
              as={guest ? 'section' : 'div'}
              ref={root}
              aria-label={guest ? title : undefined}
              className={classOf([view, height, ...sizeNames(widthPx), ...(embed ? ['embed'] : [])])}
              style={style}
              lang={t.locale}
              dir={t.dir}
              data-timeline-state={phase}
              data-motion={still === true ? 'reduced' : undefined}
              data-range={locked.has('range') ? 'locked' : undefined}
              onKeyDown={onKeyDown}
              {...focusKeeper}
            >
              <PageHeader
                search={search}
                onHelp={openHelp}
                onShare={() => setSharing(true)}
                onAbout={sheet ? column.openAbout : undefined}
              />
              <PageBody panel={panel} column={column} sheet={!sheet ? 'side' : isPhone ? 'sheet' : 'bottom'} />
              <ErrorBoundary quiet>{embed ? <Embedded root={root} /> : null}</ErrorBoundary>
              <ErrorBoundary name={t('app.part.help')}>
                <Help open={help} onClose={() => setHelp(false)} />
              </ErrorBoundary>
              <ErrorBoundary name={t('app.part.share')}>
                <Share open={sharing} onClose={() => setSharing(false)} />
              </ErrorBoundary>
              <ErrorBoundary name={t('app.part.open')}>
                <Opening />
              </ErrorBoundary>
              <StatusLine />
              <Spoken wanted={isPartsThrough} />
              <PaintReporter />
              <ErrorBoundary quiet>
                <Printed wanted={isPartsThrough} />
              </ErrorBoundary>
            </ThemedRoot>
          </ListOrderProvider>
        </PhoneProvider>
      </ShownViewProvider>
    </LazyModulesProvider>
  );
}

/** What a timeline of a width is called in the stylesheets: they ask its root how wide it is, and never the window. */
function sizeNames(widthPx: number): readonly string[] {
  return [
    ...(widthPx < SHEET_BELOW_PX ? ['narrow'] : []),
    ...(widthPx < PHONE_BELOW_PX ? ['phone'] : []),
    ...Object.entries(CLOSER_UP_TO_PX).flatMap(([name, upToPx]) => (widthPx <= upToPx ? [name] : [])),
  ];
}

function classOf(names: readonly string[]): string {
  return ['dt-app', ...names.map((name) => `dt-app--${name}`)].join(' ');
}

/** The box around everything. Apart, so that a change of theme renders nothing of what is in it. */
function ThemedRoot({
  as: Tag,
  style,
  ...rest
}: ComponentProps<'div'> & {
  /** In a section, header and footer are no landmarks: those of a page are its own. */
  readonly as: 'div' | 'section';
}) {
  const theme = useTheme();
  return (
    <Tag
      {...rest}
      style={{ ...themeVariables(theme), colorScheme: theme.scheme, ...style }}
      data-theme={theme.scheme}
      data-contrast={theme.contrast}
    />
  );
}

function Help({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useText();
  const { hidden, locked } = usePageSettings();
  const { opening } = usePageServices();
  const part = useLazyModule('help', open);
  return part === undefined ? null : (
    <part.HelpDialog open={open} onClose={onClose} keys={part.keyRows(t, hidden, locked, opening !== undefined)} />
  );
}

function Share({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const part = useLazyModule('share', open);
  return part === undefined ? null : <part.ShareDialog open={open} onClose={onClose} />;
}

/** On the way from a file of the reader's own to a timeline. */
function Opening() {
  const room = useOpenRoom();
  return room === undefined ? null : <room.OpenRoom />;
}

/** Here with the first picture of an embed. Nobody is told where it can't be had. */
function Embedded({ root }: { readonly root: RefObject<HTMLElement | null> }) {
  const { here } = useLazyState(useLazyModules().embedBar, true);
  return here === undefined ? null : <here.EmbedBar root={root} />;
}

/** Says what a choice has changed from here on. Where it can't be had, nothing is said. */
function Spoken({ wanted }: { readonly wanted: boolean }) {
  const store = useTimelineStore();
  const isThere = useTimeline((state) => state.table !== undefined);
  const [since, setSince] = useState<TimelineState>();
  if (since === undefined && isThere) setSince(store.getState());
  const { here } = useLazyState(useLazyModules().bar, wanted);
  return here === undefined || since === undefined ? null : <here.SpokenChanges since={since} />;
}

/** Nobody is told where it can't be had: then the page itself is printed. */
function Printed({ wanted }: { readonly wanted: boolean }) {
  const { here } = useLazyState(useLazyModules().print, wanted);
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

/** Tells the control what is on screen when there is no chart to tell it: a list, a message. */
function PaintReporter() {
  const { control } = usePageServices();
  const state = useTimeline((whole) => whole);
  const isChart = useShownView() === 'timeline' && state.table !== undefined;
  const chart = useLazyState(useLazyModules().chart, isChart);
  const list = useLazyState(useLazyModules().list, !isChart && state.table !== undefined);
  const { here, failure } = isChart ? chart : list;
  const chartTells = isChart && here !== undefined;
  const isComing = state.table !== undefined && here === undefined && failure === undefined;
  useEffect(() => {
    if (!chartTells && !isComing) control.notePainted(state);
  }, [control, state, chartTells, isComing]);
  return null;
}
