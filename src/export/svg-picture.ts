import { escapeMarkup } from '../base/escape-markup';
import type { Translate } from '../base/translate';
import type { MeasureText } from '../layout/label-place';
import { boundsInWords } from '../model/calendar-words';
import type { EventTable } from '../model/event-table';
import { instant, timeSpan } from '../model/instant';
import { LABEL_PX } from '../render/ink';
import type { Ink } from '../render/ink';
import { LEGEND_ICONS, legendIconPx, paintLegendIcon } from '../render/paint-legend';
import type { LegendIcon } from '../render/paint-legend';
import { svgInk } from '../render/svg-ink';
import { PICTURE_FONT, measureByTable } from '../render/text-widths';
import type { Theme } from '../render/tokens';
import { matchEvents } from '../state/matches';
import { plotMarkup } from './picture-plot';
import type { PicturePlot, PictureView } from './picture-plot';
import { shortened, widthAt, wrapped } from './wrap-text';

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

/** The timeline of a view as one SVG document: title, names, axis, marks, legend and credit. Attributes only: no style, no script, nothing loaded. */
export function svgPicture(sketch: PictureSketch): Picture {
  const { table, view, theme, t, measure = measureByTable, parts = 'whole', ids = 'picture', mostLanesPx = 4000, heightPx: wantedPx = 0 } = sketch;
  const widthPx = Math.max(sketch.widthPx ?? 1200, LEAST_PX);
  const mask = matchEvents(table, view.filter).mask;
  const plotAt = (fillPx: number) => plotMarkup({ table, view, mask, widthPx, fillPx, mostPx: mostLanesPx, theme, measure, t, ids });
  const lettering = { ...sketch, measure, widthPx };
  const low = plotAt(0);
  const facts = factsOf(sketch, low, mask);
  const head = parts === 'plot' ? NOTHING : headerOf(lettering, facts);
  const foot = parts === 'plot' ? NOTHING : footerOf(lettering, low.lanesLeftOut);
  const roomPx = wantedPx - head.heightPx - foot.heightPx;
  const plot = roomPx > low.heightPx ? plotAt(roomPx - (low.heightPx - low.scene.heightPx)) : low;
  const heightPx = Math.ceil(head.heightPx + plot.heightPx + foot.heightPx);
  const isEmpty = plot.scene.marks.length + plot.scene.bars.length + plot.scene.clusters.length + plot.scene.density.length === 0;
  const empty = svgInk(ids);
  if (isEmpty) empty.text(t('chart.empty.title'), widthPx / 2, plot.heightPx / 2, { colour: theme.secondary, sizePx: 14, align: 'center', halo: theme.paper });
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}" role="img"`,
    ` aria-labelledby="${escapeMarkup(ids)}-title ${escapeMarkup(ids)}-desc" font-family="${escapeMarkup(PICTURE_FONT)}" font-size="${LABEL_PX}">`,
    `<title id="${escapeMarkup(ids)}-title">${escapeMarkup(t('chart.name', { title: table.dataset.title }))}</title>`,
    `<desc id="${escapeMarkup(ids)}-desc">${escapeMarkup(descriptionOf(plot, facts, t))}</desc>`,
    `<rect width="${widthPx}" height="${heightPx}" fill="${escapeMarkup(theme.paper)}"/>`,
    head.markup,
    `<g transform="translate(0 ${head.heightPx})">${plot.markup}${empty.markup()}</g>`,
    `<g transform="translate(0 ${head.heightPx + plot.heightPx})">${foot.markup}</g></svg>`,
  ].join('');
  return { svg, widthPx, heightPx, rows: rowsOf(plot), lanesLeftOut: plot.lanesLeftOut };
}

interface Band {
  readonly markup: string;
  readonly heightPx: number;
}

interface Facts {
  readonly range: string;
  readonly events: string;
}

type Lettered = PictureSketch & { readonly measure: MeasureText; readonly widthPx: number };

const NOTHING: Band = { markup: '', heightPx: 0 };

function factsOf({ table, t }: PictureSketch, { projection }: PicturePlot, mask: Uint8Array): Facts {
  const { window, scale } = projection;
  // What a reader would call the stretch: where data ends, not where the axis' padding does.
  const start = Math.max(window.start, Math.min(scale.domain.end, table.extent.start));
  const end = Math.min(window.end, Math.max(scale.domain.start, table.extent.end));
  let n = 0;
  for (let row = 0; row < table.size; row++) if (mask[row] === 1 && (table.start[row] ?? 0) < window.end && (table.end[row] ?? 0) > window.start) n += 1;
  const span = end > start ? timeSpan(instant(start), instant(end)) : window;
  return {
    range: t('picture.range', boundsInWords(span, 'long', t)),
    events: n === table.size ? t('picture.events', { n }) : t('picture.shownOf', { shown: n, n: table.size }),
  };
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
  if (description !== undefined) write(wrapped(firstSentence(description), room, 3, { sizePx: 14, bold: false }, measure), 14, false, theme.secondary, 20);
  y += 2;
  const line = [facts.range, facts.events, note].filter((part) => part !== '').join(' · ');
  write(wrapped(line, room, 2, { sizePx: 12, bold: false }, measure), 12, false, theme.meta, 18);
  return { markup: ink.markup(), heightPx: Math.round(y + 10) };
}

/** A dataset's summary may run long; the chart's page shows its first sentence, too. */
function firstSentence(text: string): string {
  const end = text.indexOf('. ');
  return end < 0 ? text : text.slice(0, end + 1);
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
    ink.text(shortened(address, widthPx - 2 * EDGE_PX, { sizePx: 12, bold: false }, measure), EDGE_PX, y + 9, { colour: theme.meta, sizePx: 12 });
    y += 18;
  }
  return { markup: ink.markup(), heightPx: y + 12 };
}

/** Source, licence and version, as under the chart on the page. */
function creditOf({ dataset }: EventTable, t: Translate): string {
  const { sources, licence, version } = dataset;
  const source = sources.length > 3 ? t('legend.sources', { n: sources.length }) : sources[0]?.publisher ?? '';
  return [
    source,
    licence === undefined ? '' : t('legend.licence', { licence }),
    version === undefined ? '' : t('legend.version', { version }),
  ].filter((part) => part !== '').join(' · ');
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
  cooperation: 'tone.cooperation', conflict: 'tone.conflict', neutral: 'tone.neutral', said: 'legend.hollow', done: 'legend.solid',
  passive: 'legend.passive', dashed: 'legend.dashed', set: 'legend.set', fade: 'legend.fade', stem: 'legend.stem',
} as const satisfies Record<LegendIcon, string>;

const MOST_NAMED = 12;

function descriptionOf({ laneNames }: PicturePlot, facts: Facts, t: Translate): string {
  const lanes = laneNames.slice(0, MOST_NAMED).join(', ');
  const more = laneNames.length - MOST_NAMED;
  return more > 0 ? t('picture.descMore', { ...facts, lanes, n: more }) : t('picture.desc', { ...facts, lanes });
}

function rowsOf({ scene }: PicturePlot): Set<number> {
  const rows = new Set<number>();
  for (const { row } of [...scene.marks, ...scene.bars]) rows.add(row);
  for (const cluster of [...scene.clusters, ...scene.stretches]) for (const row of cluster.rows) rows.add(row);
  return rows;
}
