import type { EmbedTarget, InlineTarget } from './embed-code';
import { authorAddress, decodeAddress } from '../../state/address/address';
import type { PageOptions, ViewParams } from '../../state/address/view-params';
import type { TimelineState } from '../../state/view/timeline-state';

/** What an editor settles about a timeline in a page of theirs. */
export interface ShareSettings {
  readonly heightPx: number;
  readonly theme: NonNullable<PageOptions['theme']>;
  readonly greedy: boolean;
  readonly hide: NonNullable<PageOptions['hide']>;
  readonly lock: NonNullable<PageOptions['lock']>;
}

/** As high as the chart with its overview needs to be to show eleven events, and what a host page clamps a frame to. */
export const HEIGHT_PX = { usual: 560, least: 120, most: 4000 } as const;

/** What the page itself was set up with. */
export function settingsOf({ theme = 'auto', gestures, hide = [], lock = [] }: PageOptions): ShareSettings {
  return { heightPx: HEIGHT_PX.usual, theme, greedy: gestures === 'greedy', hide, lock };
}

/** The datasets and language of the page, with an editor's settings; what is as usual isn't said. */
function optionsOf(
  { theme, greedy, hide, lock }: ShareSettings,
  { data, lang }: PageOptions,
  datasets: readonly string[],
): PageOptions {
  return {
    ...(datasets.length === 0 ? {} : { set: datasets }),
    ...(data === undefined ? {} : { data }),
    ...(lang === undefined ? {} : { lang }),
    ...(hide.length === 0 ? {} : { hide }),
    ...(lock.length === 0 ? {} : { lock }),
    ...(theme === 'auto' ? {} : { theme }),
    ...(greedy ? { gestures: 'greedy' } : {}),
  };
}

/**
 * What a host page is to show, and the keys that had to be left out for an address under 2,000 characters. `datasets` are
 * named only where the page wouldn't show them anyway.
 */
export function embedTarget(
  state: TimelineState,
  settings: ShareSettings,
  page: {
    readonly home: string;
    readonly options: PageOptions;
    readonly datasets: readonly string[];
    readonly title: string;
  },
): EmbedTarget & { readonly left: readonly string[] } {
  const { home, title } = page;
  // The code of the frame says one word more than the parameters do.
  const { params, left } = authorAddress(
    state,
    optionsOf(settings, page.options, page.datasets),
    `${home}?embed=1&`.length,
  );
  return { home, params, title, left };
}

/**
 * The same for a timeline in the host page's own document: what differs from the dataset's opening view, in the words
 * of `mountTimeline`.
 */
export function inlineTarget(
  state: TimelineState,
  settings: ShareSettings,
  options: PageOptions,
  data: string,
): InlineTarget {
  const { params } = authorAddress(state, {}, 0);
  const view: ViewParams = decodeAddress(params).view;
  const { set: _, data: __, ...rest } = optionsOf(settings, options, []);
  return { data, heightPx: settings.heightPx, view: { ...view }, options: { ...rest } };
}
