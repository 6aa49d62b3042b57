/** A timeline as HTML, for where there is no document: Node, React server components, site generators. */
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server.edge';
import { viewFromHost } from '../state/address/host-view';
import type { ViewRequest } from '../state/address/host-view';
import catalogues from '../base/messages/whole-catalogues';
import { parseUrl } from '../base/parse-url';
import { makeTranslate } from '../base/translate';
import type { Translate } from '../base/translate';
import { spokenLocale } from '../base/messages/spoken-locale';
import { viewAsked } from '../embed/inline/inline-options';
import type { InlineOptions } from '../embed/inline/inline-options';
import { MEDIA_ADDRESSES } from '../formats/json/media';
import * as mediaAddresses from '../formats/json/media-address';
import { JSON_RECOVERY, RARE_LISTS, readDataset } from '../formats/json/read-dataset';
import { rareLists } from '../formats/json/rare-lists';
import * as recovery from '../formats/json/recover-json';
import type { DatasetInput } from '../model/dataset-input';
import { RARE_DATES } from '../model/dates/parse-event-date';
import { readRareDate } from '../model/dates/rare-dates';
import type { EventTable } from '../model/event-table';
import { filterInWords } from '../model/filter-prose';
import { svgPicture } from '../picture/svg-picture';
import { DARK, LIGHT, VARIABLES, themeVariables } from '../render/tokens';
import type { Theme } from '../render/tokens';
import { matchEvents } from '../state/query/matches';
import { receiveDataset } from '../state/view/loading';
import { EMPTY_STATE } from '../state/view/timeline-state';
import type { TimelineState } from '../state/view/timeline-state';
import { WrittenTimeline } from '../written/WrittenTimeline';

export type { DatasetInput } from '../model/dataset-input';
export type { ViewRequest } from '../state/address/host-view';

/** What is shown, each part of the view under its own name, and how. */
export interface StaticView extends ViewRequest {
  /** `en` (if nothing is given), `ru`, `ar` or `fr`, with a region or without. */
  readonly lang?: string;
  /**
   * Colours of the picture: `light` if nothing is given; `auto` for a page that has `style.css`, which follows the
   * reader's system.
   */
  readonly theme?: 'auto' | 'light' | 'dark';
  /** Of the picture, CSS px; 1040 if nothing is given, 480 at least. */
  readonly widthPx?: number;
  /** `picture`: nothing but the picture with its title, legend and credit; else title, picture, every event and its sources. */
  readonly parts?: 'all' | 'picture';
  /** Where the interactive timeline stands: a link to it follows the title. http, https or relative; others are left out. */
  readonly href?: string;
  /** Begins every id inside: two of them on a page need two. `dt` if nothing is given. */
  readonly ids?: string;
}

/** The dataset can't be used; the message says why, in English. */
export class DatasetError extends Error {
  override readonly name = 'DatasetError';
}

const WIDTH_PX = 1040;
/** Events written out; the rest is counted. */
const WRITTEN_MOST = 2000;

/**
 * A view of a dataset (the text of its file, or the object) as HTML that needs no script: an `article` of class
 * `dt-written`, with the picture as SVG. Everything from the dataset is escaped. It can be read without a stylesheet;
 * `style.css` gives it the look of the page. Throws a DatasetError where the dataset can't be used.
 */
export function renderStatic(dataset: string | DatasetInput | object, view: StaticView = {}): string {
  const made = read(dataset, view);
  const { parts = 'all', ids = 'dt', href } = view;
  const { table, state, t, theme } = made;
  const picture = pictureOf(made, view, parts === 'picture');
  const around = { className: 'dt-written dt-written--static', lang: t.locale, dir: t.dir };
  if (parts === 'picture') return inMarkup(<div lang={t.locale}>{HOLE}</div>, picture, theme);
  const { mask, count } = matchEvents(table, state.filter);
  const rows = [...mask.keys()].filter((row) => mask[row] === 1).slice(0, WRITTEN_MOST);
  return inMarkup(
    <article {...around}>
      <WrittenTimeline
        table={table}
        rows={rows}
        total={count}
        filter={filterInWords(state.filter, table.dataset, t)}
        picture={<div className="dt-written-picture">{HOLE}</div>}
        note={isAddress(href) ? <Home href={href} t={t} /> : undefined}
        t={t}
        ids={`${ids}-source`}
      />
    </article>,
    picture,
    theme,
  );
}

/** The picture of what a component is given, for a server (react-server.tsx); empty where there is none to be had. */
export function pictureInPlace(options: InlineOptions, ids: string): string {
  const { dataset, source, theme, lang } = options;
  const text = dataset ?? (source?.kind === 'text' ? source.text : undefined);
  // What comes by an address isn't here; and what can't be used the timeline itself says.
  if (text === undefined) return '';
  return pictureIfAny(text, {
    ...viewAsked(options),
    ...(lang === undefined ? {} : { lang }),
    theme: theme === 'dark' ? 'dark' : 'light',
    parts: 'picture',
    ids,
  });
}

function pictureIfAny(dataset: string | object, view: StaticView): string {
  try {
    return renderStatic(dataset, view);
  } catch (error) {
    if (error instanceof DatasetError) return '';
    throw error;
  }
}

interface Made {
  readonly table: EventTable;
  readonly state: TimelineState;
  readonly t: Translate;
  readonly theme: Theme;
}

function read(dataset: string | object, view: StaticView): Made {
  for (const bring of WHOLE_READER) bring();
  const { lang, theme, widthPx: _width, parts: _parts, href: _href, ids: _ids, ...request } = view;
  const text = typeof dataset === 'string' ? dataset : JSON.stringify(dataset);
  const result = readDataset(text, 'dataset', translateTo());
  if (!result.ok) throw new DatasetError(result.problem.detail);
  const state = receiveDataset(EMPTY_STATE, result.dataset, result.rejections, viewFromHost(request).values);
  const { table } = state;
  if (table === undefined) throw new DatasetError('There is no event in it.');
  return { table, state, t: translateTo(lang), theme: THEMES[theme ?? 'light'] ?? LIGHT };
}

const THEMES: Readonly<Record<string, Theme>> = { light: LIGHT, dark: DARK, auto: VARIABLES };

/** What the page loads when a file needs it: here there is nothing to wait for. */
const WHOLE_READER: readonly (() => void)[] = [
  () => RARE_DATES.bring(readRareDate),
  () => JSON_RECOVERY.bring(recovery),
  () => RARE_LISTS.bring(rareLists),
  () => MEDIA_ADDRESSES.bring(mediaAddresses),
];

/** In English where a language isn't there, or a message of it. */
function translateTo(lang = 'en'): Translate {
  const locale = spokenLocale(lang) ?? 'en';
  return makeTranslate(locale, { ...catalogues['en'], ...catalogues[locale.split('-')[0] ?? ''] });
}

function pictureOf({ table, state, t, theme }: Made, view: StaticView, isAlone: boolean): string {
  const { widthPx = WIDTH_PX, ids = 'dt', href } = view;
  const { svg } = svgPicture({
    table,
    view: state,
    theme,
    t,
    widthPx,
    ids: `${ids}-picture`,
    parts: isAlone ? 'whole' : 'plot',
    ...(isAlone ? { note: filterInWords(state.filter, table.dataset, t) } : {}),
    ...(isAddress(href) ? { address: href } : {}),
  });
  // As wide as its place, and as high as that makes it; whichever way that is written, its texts are placed from the left.
  return svg.replace(/ width="[^"]*" height="[^"]*"/, ' width="100%" direction="ltr"');
}

/** Where the picture goes: React writes no markup of others. Text of a dataset can't be taken for it: `<` is escaped there. */
const HOLE = <template data-picture="" />;

/** As markup, the picture in its hole. */
function inMarkup(content: ReactNode, picture: string, theme: Theme): string {
  return withColours(
    renderToStaticMarkup(content).replace(renderToStaticMarkup(HOLE), () => picture),
    theme,
  );
}

/**
 * Colours for their names, which a page without our stylesheet doesn't know, or means others by. Quotes are escaped in all
 * texts, so that none is taken for an attribute.
 */
function withColours(markup: string, theme: Theme): string {
  if (theme === VARIABLES) return markup;
  const colours: Readonly<Record<string, string>> = themeVariables(theme);
  return markup.replace(/ (fill|stroke)="var\((--[\w-]+)(?:,[^")]*)?\)"/g, (whole, name: string, token: string) =>
    colours[token] === undefined ? whole : ` ${name}="${colours[token]}"`,
  );
}

function Home({ href, t }: { readonly href: string; readonly t: Translate }) {
  return (
    <p>
      <a href={href}>{t('written.home')}</a>
    </p>
  );
}

/** Of a page, and no script. */
function isAddress(href: string | undefined): href is string {
  return href !== undefined && /^https?:$/.test(parseUrl(href, 'https://example.org/')?.protocol ?? '');
}
