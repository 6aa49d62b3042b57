import { useEffect, useId, useRef } from 'react';
import type { CSSProperties, ReactElement } from 'react';
import type { InlineOptions } from './inline-options';
import { useServerMarkup } from './server-markup';
import type { TimelineEvents, TimelineHandle } from '../../app/timeline-handle';
import type { ViewRequest } from '../../state/address/host-view';

export interface DiplomaticTimelineProps extends InlineOptions {
  readonly className?: string;
  readonly style?: CSSProperties & { readonly [name: `--${string}`]: string };
  /** The timeline once it is mounted, and undefined when it has gone. */
  readonly onMount?: (timeline: TimelineHandle | undefined) => void;
  readonly onReady?: () => void;
  readonly onState?: (view: TimelineEvents['state']) => void;
  readonly onSelect?: (id: string | undefined) => void;
  readonly onError?: (problem: TimelineEvents['error']) => void;
  /** The reader has edited it, where `options` allow that. */
  readonly onDataset?: (dataset: TimelineEvents['dataset']) => void;
}

/** What the component is made of: the two that the library exports, and what a server writes in its place. */
export interface TimelineParts {
  readonly mountTimeline: (element: Element, options: InlineOptions) => TimelineHandle;
  readonly viewAsked: (options: InlineOptions) => ViewRequest;
  /**
   * A picture for where there is no document, HTML; empty where there is nothing to draw. `ids` begins every id in it.
   */
  readonly pictureOnServer?: (options: InlineOptions, ids: string) => string;
}

/**
 * A timeline as a component, for the page's own React, 18 or later. It follows changes of the view, `dataset`, `theme`
 * and `height`; what else it is mounted with stays as it was, and another `key` makes another timeline.
 */
export function componentOf(parts: TimelineParts): (props: DiplomaticTimelineProps) => ReactElement {
  return function DiplomaticTimeline(props) {
    return useTimelineElement(props, parts);
  };
}

function useTimelineElement(
  { className, style, onMount, onReady, onState, onSelect, onError, onDataset, ...asked }: DiplomaticTimelineProps,
  { mountTimeline, viewAsked, pictureOnServer }: TimelineParts,
): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const timeline = useRef<TimelineHandle>(null);
  const latest = useRef({ asked, onMount, onReady, onState, onSelect, onError, onDataset });
  const view = viewAsked(asked);
  const { dataset, theme, height } = asked;
  const viewText = JSON.stringify(view);
  const text = typeof dataset === 'object' ? JSON.stringify(dataset) : dataset;
  useEffect(() => {
    latest.current = { asked, onMount, onReady, onState, onSelect, onError, onDataset };
  });
  useEffect(() => {
    if (place.current === null) return undefined;
    const mounted = mountTimeline(place.current, latest.current.asked);
    timeline.current = mounted;
    mounted.on('ready', () => latest.current.onReady?.());
    mounted.on('state', (state) => latest.current.onState?.(state));
    mounted.on('select', (id) => latest.current.onSelect?.(id));
    mounted.on('error', (problem) => latest.current.onError?.(problem));
    mounted.on('dataset', (edited) => latest.current.onDataset?.(edited));
    latest.current.onMount?.(mounted);
    return () => {
      timeline.current = null;
      latest.current.onMount?.(undefined);
      mounted.destroy();
    };
  }, [latest, mountTimeline]);
  // In the order in which they can matter to each other: another dataset opens with its own view.
  useLater(() => void (text === undefined ? undefined : timeline.current?.setDataset(text)), text);
  useLater(() => timeline.current?.setState(view), viewText);
  useLater(() => timeline.current?.setTheme(theme ?? 'auto'), theme);
  useLater(() => timeline.current?.setHeight(height ?? 'fill'), height);
  const id = useId();
  const written = useServerMarkup(() => placeFor(asked, pictureOnServer?.(asked, `dt${id.replaceAll(/\W/g, '-')}`)));
  return <div ref={place} className={className} style={style} {...written} />;
}

/** As much room as the timeline will take, so that nothing moves when it comes. */
function placeFor({ height = 'fill' }: InlineOptions, picture = ''): string {
  const room = height === 'fill' ? 'height:var(--dt-height,100vh);overflow:hidden' : 'min-height:120px';
  return `<div style="${room}">${picture}</div>`;
}

/** Does something whenever a value has become another one; not at first, when the timeline is mounted with it. */
function useLater(act: () => void, value: string | undefined): void {
  const before = useRef(value);
  useEffect(() => {
    if (before.current === value) return;
    before.current = value;
    act();
  });
}
