import { firstSentence } from '../base/first-sentence';
import { valueAt } from '../base/value-at';
import { listInWords } from '../base/translate';
import { escapeMarkup } from '../base/escape-markup';
import { invariant } from '../base/invariant';
import type { Translate } from '../base/translate';
import type { MeasureText } from '../layout/labels/label-place';
import { boundsInWords } from '../model/dates/calendar-prose';
import type { EventTable } from '../model/event-table';
import { instant, timeSpan } from '../model/dates/instant';
import type { TimeSpan } from '../model/dates/instant';
import { LABEL_PX } from '../render/ink';
import type { Ink } from '../render/ink';
import { LEGEND_ICONS, legendIconPx, paintLegendIcon } from '../render/paint-legend';
import type { LegendIcon } from '../render/paint-legend';
import { svgInk } from '../render/svg-ink';
import { PICTURE_FONT, measureByTable } from '../render/text-widths';
import type { Theme } from '../render/tokens';
import { matchEvents } from '../state/query/matches';
import { WORD_FILTER } from '../state/query/word-filter';
import { textMask } from '../state/search/event-text';
import { plotPieces } from './picture-plot';
import type { PicturePlot, PictureView } from './picture-plot';
import { shortened, widthAt, wrapped } from './wrap-text';

// A picture is drawn at once, whatever its view filters by.
WORD_FILTER.bring(textMask);

export interface PictureSketch {
  readonly table: EventTable;
  readonly view: PictureView;
  /** CSS px; 1200 by default, 480 at least. */
  readonly widthPx?: number;
  /** CSS px that the lanes grow to fill; without it, and where they need more, the picture is as high as its lanes. */
  readonly heightPx?: number;
  /** Lanes that would reach below this are left out, and the picture says how many; 4000 by default. */
  readonly mostLanesPx?: number;
  readonly theme: Theme;
  readonly t: Translate;
  /** By the table of widths for the picture's own font by default. */
  readonly measure?: MeasureText;
  /** `plot` leaves out title, legend and credit, for a page that has them in words. */
  readonly parts?: 'whole' | 'plot';
  /** The filter in words, under the title; empty by default. */
  readonly note?: string;
  /** Where the timeline stands, for the credit line. */
  readonly address?: string;
  /** Begins every id inside, so that two pictures can stand in one page. */
  readonly ids?: string;
}

export interface Picture {
  /** A whole SVG document without a prologue; it can stand in HTML as well. */
  readonly svg: string;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Rows of the table that are drawn as a mark or bar, or counted in a pill or a density. */
  readonly rows: ReadonlySet<number>;
  readonly lanesLeftOut: number;
}

const EDGE_PX = 24;
const LEAST_PX = 480;

/**
 * The timeline of a view as one SVG document: title, names, axis, marks, legend and credit. Attributes only: no style,
 * no script, nothing loaded.
 */
export function svgPicture(sketch: PictureSketch): Picture {
  const { heightPx: wantedPx = 0, parts = 'whole' } = sketch;
  const made = lettered(sketch);
  const pieces = plotPieces({ ...made, fillPx: 0 });
  const [low] = pieces;
  invariant(low, 'a plot has at least one piece');
  const lanesLeftOut = pieces.slice(1).reduce((sum, { laneNames }) => sum + laneNames.length, 0);
  const facts = factsOf(made, low);
  const head = parts === 'plot' ? NOTHING : headerOf(made, facts);
  const foot = parts === 'plot' ? NOTHING : footerOf(made, lanesLeftOut);
  const roomPx = wantedPx - head.heightPx - foot.heightPx;
  const [plot = low] =
    roomPx > low.heightPx && lanesLeftOut === 0
      ? plotPieces({ ...made, fillPx: roomPx - (low.heightPx - low.lanesPx) })
      : pieces;
  return documentOf(made, head, plot, foot, lanesLeftOut);
}

/**
 * The plot alone, in as many pictures as it takes for none to have lanes higher than `mostLanesPx`: for sheets of
 * paper.
 */
export function svgPages(sketch: PictureSketch): readonly Picture[] {
  const made = lettered(sketch);
  return plotPieces({ ...made, fillPx: 0 }).map((plot, index) =>
    documentOf(made, NOTHING, plot, NOTHING, 0, `${made.ids}-${index}`),
  );
}

type Lettered = PictureSketch & {
  readonly measure: MeasureText;
  readonly widthPx: number;
  readonly ids: string;
  readonly mask: Uint8Array;
  readonly mostPx: number;
};

function lettered(sketch: PictureSketch): Lettered {
  const { table, view, measure = measureByTable, ids = 'picture', mostLanesPx = 4000, widthPx = 1200 } = sketch;
  return {
    ...sketch,
    measure,
    ids,
    widthPx: Math.max(widthPx, LEAST_PX),
    mostPx: mostLanesPx,
    mask: matchEvents(table, view.filter).mask,
  };
}

function documentOf(
  made: Lettered,
  head: Band,
  plot: PicturePlot,
  foot: Band,
  lanesLeftOut: number,
  ids = made.ids,
): Picture {
  const { table, theme, t, widthPx } = made;
  const heightPx = Math.ceil(head.heightPx + plot.heightPx + foot.heightPx);
  const name = escapeMarkup(ids);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}" role="img"`,
    ` aria-labelledby="${name}-title ${name}-desc" font-family="${escapeMarkup(PICTURE_FONT)}" font-size="${LABEL_PX}">`,
    `<title id="${name}-title">${escapeMarkup(t('chart.name', { title: table.dataset.title }))}</title>`,
    `<desc id="${name}-desc">${escapeMarkup(descriptionOf(plot, factsOf(made, plot), t))}</desc>`,
    `<rect width="${widthPx}" height="${heightPx}" fill="${escapeMarkup(theme.paper)}"/>`,
    head.markup,
    `<g transform="translate(0 ${head.heightPx})">${plot.markup}${emptyWords(made, plot)}</g>`,
    `<g transform="translate(0 ${head.heightPx + plot.heightPx})">${foot.markup}</g></svg>`,
  ].join('');
  return { svg, widthPx, heightPx, rows: rowsOf(plot), lanesLeftOut };
}

function emptyWords({ theme, t, widthPx, ids, mask }: Lettered, { heightPx }: PicturePlot): string {
  if (mask.includes(1)) return '';
  const ink = svgInk(ids);
  ink.text(t(mask.length === 0 ? 'noEvents.title' : 'chart.empty.title'), widthPx / 2, heightPx / 2, {
    colour: theme.secondary,
    sizePx: 14,
    align: 'center',
    halo: theme.paper,
  });
  return ink.markup();
}

interface Band {
  readonly markup: string;
  readonly heightPx: number;
}

interface Facts {
  readonly range: string;
  readonly events: string;
}

const NOTHING: Band = { markup: '', heightPx: 0 };

function factsOf({ table, t, mask }: Lettered, { projection }: PicturePlot): Facts {
  const { window, scale } = projection;
  // What a reader would call the stretch: where data ends, not where the axis' padding does.
  const start = Math.max(window.start, Math.min(scale.domain.end, table.extent.start));
  const end = Math.min(window.end, Math.max(scale.domain.start, table.extent.end));
  let n = 0;
  for (let row = 0; row < table.size; row++)
    if (mask[row] === 1 && valueAt(table.start, row) < window.end && valueAt(table.end, row) > window.start) n += 1;
  const span = end > start ? timeSpan(instant(start), instant(end)) : window;
  return {
    range: table.datedSize === 0 ? t('date.none') : rangeInWords(span, t),
    events: n === table.size ? t('picture.events', { n }) : t('picture.shownOf', { shown: n, n: table.size }),
  };
}

/** A stretch of one day (month, year) by its one name. */
function rangeInWords(span: TimeSpan, t: Translate): string {
  const bounds = boundsInWords(span, 'long', t);
  return bounds.first === bounds.last ? bounds.first : t('picture.range', bounds);
}

function headerOf({ table, theme, measure, widthPx, note = '' }: Lettered, facts: Facts): Band {
  const room = widthPx - 2 * EDGE_PX;
  const { title, description } = table.dataset;
  const ink = svgInk();
  let y = 16;
  const write = (texts: readonly string[], sizePx: number, bold: boolean, colour: string, stepPx: number) => {
    for (const text of texts) {
      ink.text(text, EDGE_PX, y + stepPx / 2, { colour, bold, sizePx });
      y += stepPx;
    }
  };
  write(wrapped(title, room, 2, { sizePx: 22, bold: true }, measure), 22, true, theme.text, 28);
  y += 2;
  if (description !== undefined)
    write(
      wrapped(firstSentence(description), room, 3, { sizePx: 14, bold: false }, measure),
      14,
      false,
      theme.secondary,
      20,
    );
  y += 2;
  const line = [facts.range, facts.events, note].filter((part) => part !== '').join(' · ');
  write(wrapped(line, room, 2, { sizePx: 12, bold: false }, measure), 12, false, theme.meta, 18);
  return { markup: ink.markup(), heightPx: Math.round(y + 10) };
}

const LEGEND_LINE_PX = 20;

function footerOf({ table, theme, measure, t, widthPx, address }: Lettered, lanesLeftOut: number): Band {
  const ink = svgInk();
  ink.line(0, 0.5, widthPx, 0.5, { colour: theme.gridStrong, width: 1 });
  let y = 10 + paintLegend(ink, widthPx, 10, theme, measure, t);
  const write = (text: string, colour: string) => {
    for (const line of wrapped(text, widthPx - 2 * EDGE_PX, 3, { sizePx: 12, bold: false }, measure)) {
      ink.text(line, EDGE_PX, y + 9, { colour, sizePx: 12 });
      y += 18;
    }
  };
  if (lanesLeftOut > 0) write(t('picture.moreRows', { n: lanesLeftOut }), theme.text);
  write(creditOf(table, t), theme.meta);
  if (address !== undefined) {
    ink.text(shortened(address, widthPx - 2 * EDGE_PX, { sizePx: 12, bold: false }, measure), EDGE_PX, y + 9, {
      colour: theme.meta,
      sizePx: 12,
    });
    y += 18;
  }
  return { markup: ink.markup(), heightPx: y + 12 };
}

/** Source, licence and version, as under the chart on the page. */
function creditOf({ dataset }: EventTable, t: Translate): string {
  const { sources, licence, version } = dataset;
  const source = sources.length > 3 ? t('legend.sources', { n: sources.length }) : (sources[0]?.publisher ?? '');
  return [
    source,
    licence === undefined ? '' : t('legend.licence', { licence }),
    version === undefined ? '' : t('legend.version', { version }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** From left to right, in as many lines as it takes; returns their height. */
function paintLegend(ink: Ink, widthPx: number, top: number, theme: Theme, measure: MeasureText, t: Translate): number {
  let x = EDGE_PX;
  let line = 0;
  for (const icon of LEGEND_ICONS) {
    const text = t(LEGEND_WORDS[icon]);
    const entryPx = legendIconPx(icon) + 6 + widthAt(text, { sizePx: 12, bold: false }, measure);
    if (x > EDGE_PX && x + entryPx > widthPx - EDGE_PX) {
      x = EDGE_PX;
      line += 1;
    }
    const y = top + line * LEGEND_LINE_PX + LEGEND_LINE_PX / 2;
    paintLegendIcon(ink, icon, x, y, theme);
    ink.text(text, x + legendIconPx(icon) + 6, y, { colour: theme.secondary, sizePx: 12 });
    x += entryPx + 18;
  }
  return (line + 1) * LEGEND_LINE_PX + 4;
}

const LEGEND_WORDS = {
  cooperation: 'tone.cooperation',
  conflict: 'tone.conflict',
  neutral: 'tone.neutral',
  said: 'legend.hollow',
  done: 'legend.solid',
  passive: 'legend.passive',
  dashed: 'legend.dashed',
  set: 'legend.set',
  fade: 'legend.fade',
  stem: 'legend.stem',
} as const satisfies Record<LegendIcon, string>;

const MOST_NAMED = 12;

function descriptionOf({ laneNames }: PicturePlot, facts: Facts, t: Translate): string {
  const lanes = listInWords(laneNames.slice(0, MOST_NAMED), t);
  const more = laneNames.length - MOST_NAMED;
  return more > 0 ? t('picture.descMore', { ...facts, lanes, n: more }) : t('picture.desc', { ...facts, lanes });
}

function rowsOf({ scene }: PicturePlot): Set<number> {
  const rows = new Set<number>();
  for (const { row } of [...scene.marks, ...scene.bars]) rows.add(row);
  for (const cluster of [...scene.clusters, ...scene.stretches]) for (const row of cluster.rows) rows.add(row);
  return rows;
}
