import { useEffect, useRef, useState } from 'react';
import type { CSSProperties, ComponentProps, RefObject } from 'react';
import { themeVariables } from '../../render/tokens';
import { EmbedBar } from './EmbedBar';
import { ErrorBoundary } from '../context/ErrorBoundary';
import { ListOrderProvider } from '../context/list-order';
import { PhoneProvider, ShownViewProvider } from '../context/shown-layout';
import { usePageSettings } from '../context/page-settings';
import { useTheme } from '../context/theme';
import { LazyModulesProvider } from '../context/lazy-modules';
import { LAZY_MODULES, PRELOADED, viewFor } from './lazy-modules';
import { PageBody } from './PageBody';
import { PageHeader } from './PageHeader';
import { PaintReporter } from './PaintReporter';
import type { SidePanelHandle } from '../panel/SidePanel';
import { StatusLine } from '../context/StatusLine';
import { useText, useTimeline } from '../context/store-context';
import { useLazyModules } from '../context/lazy-modules';
import { useLazyModule, useLazyState } from '../context/use-lazy';
import { useFocusKeeper } from '../kit/focus/use-focus-keeper';
import { usePageKeys } from './use-page-keys';
import { usePanelColumn } from './use-panel-column';
import { usePreload } from '../context/use-preload';
import { useSize, useTextScale } from '../kit/size';

/** Below this width the details are a sheet over the page instead of a column. */
const SHEET_BELOW_PX = 900;
/** Below this width that sheet covers the screen, as the list's cards cover it, and the bar is one row. */
const PHONE_BELOW_PX = 640;
/** Up to these widths the stylesheets draw things closer together; by them alone the root's classes go. */
const CLOSER_UP_TO_PX = { 'small-phone': 360, laptop: 1380, 'wide-laptop': 1480 } as const;
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
  useSeenPart(root, embed && height === 'content');
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
              {embed ? <EmbedBar /> : null}
              <ErrorBoundary name={t('app.part.help')}>
                <Help open={help} onClose={() => setHelp(false)} />
              </ErrorBoundary>
              <ErrorBoundary name={t('app.part.share')}>
                <Share open={sharing} onClose={() => setSharing(false)} />
              </ErrorBoundary>
              <StatusLine />
              <PaintReporter />
              <Printed wanted={isPartsThrough} />
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
  const part = useLazyModule('help', open);
  return part === undefined ? null : (
    <part.HelpDialog open={open} onClose={onClose} keys={part.keyRows(t, hidden, locked)} />
  );
}

function Share({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const part = useLazyModule('share', open);
  return part === undefined ? null : <part.ShareDialog open={open} onClose={onClose} />;
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

/**
 * Tells the style sheet which part of an element its reader sees (`--dt-seen-top`, `--dt-seen-height`, px of the
 * frame's view), for what is laid over it: a frame as high as its content is longer than any screen, and a sheet at its
 * upper end would open out of sight. Only an observer sees through a frame of another origin; it is asked anew with
 * each touch and key, since scrolling on tells it nothing.
 */
function useSeenPart(ref: RefObject<HTMLElement | null>, isOn: boolean): void {
  useEffect(() => {
    const element = ref.current;
    if (element === null || !isOn) return undefined;
    const observer = new IntersectionObserver((entries) => {
      const last = entries.at(-1);
      if (last === undefined || last.intersectionRect.height === 0) return;
      element.style.setProperty('--dt-seen-top', `${last.intersectionRect.top}px`);
      element.style.setProperty('--dt-seen-height', `${last.intersectionRect.height}px`);
    });
    const ask = () => {
      observer.disconnect();
      observer.observe(element);
    };
    ask();
    const listens = { capture: true, passive: true };
    element.addEventListener('pointerdown', ask, listens);
    element.addEventListener('keydown', ask, listens);
    return () => {
      observer.disconnect();
      element.removeEventListener('pointerdown', ask, listens);
      element.removeEventListener('keydown', ask, listens);
      element.style.removeProperty('--dt-seen-top');
      element.style.removeProperty('--dt-seen-height');
    };
  }, [ref, isOn]);
}
