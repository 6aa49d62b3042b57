import type { ReactNode } from 'react';
import { escapeMarkup } from '../../base/escape-markup';
import { firstSentence } from '../../base/first-sentence';
import type { Translate } from '../../base/translate';
import type { EventTable } from '../../model/event-table';
import { filterInWords } from '../../model/filter-prose';
import type { PictureView } from '../../picture/picture-plot';
import { svgPicture } from '../../picture/svg-picture';
import { VARIABLES } from '../../render/tokens';
import { matchEvents } from '../../state/query/matches';
import { jsonLdOf } from '../../model/json-ld';
import type { JsonLdNode } from '../../model/json-ld';
import { WrittenTimeline } from '../../written/WrittenTimeline';

/** What a saved page holds for who runs no scripts, and for search engines. */
export interface WrittenFile {
  readonly title: string;
  /** The first sentence of the dataset's description, or its title. */
  readonly sentence: string;
  /** Markup, in which all texts are escaped. */
  readonly written: string;
  /** A JSON-LD document. */
  readonly jsonLd: string;
}

/** Of a timeline on screen, or as it would stand there. */
export interface WrittenSketch {
  readonly table: EventTable;
  readonly view: PictureView;
  readonly t: Translate;
}

/** Events written out and listed; the rest is counted. */
const WRITTEN_MOST = 2000;
const WIDE_PX = 1040;
const NARROW_PX = 480;
const PICTURES = [
  ['wide', WIDE_PX],
  ['narrow', NARROW_PX],
] as const;

/** Writes it; `render` makes markup of what React is given, wherever this runs. */
export async function writtenFile(
  { table, view, t }: WrittenSketch,
  render: (node: ReactNode) => string | Promise<string>,
): Promise<WrittenFile> {
  const { title, description } = table.dataset;
  const markup = await render(<WrittenPage table={table} view={view} t={t} />);
  const note = `<noscript><p class="dt-written-note">${escapeMarkup(t('pageFile.noScript'))}</p></noscript>`;
  return {
    title,
    sentence: description === undefined ? title : firstSentence(description),
    written: PICTURES.reduce(
      (html, [name, widthPx]) => {
        const { svg } = svgPicture({ table, view, theme: VARIABLES, t, widthPx, parts: 'plot', ids: `dt-${name}` });
        return html.replace(HOLES[name], () =>
          svg.replace(/ width="[^"]*" height="[^"]*"/, ' width="100%" direction="ltr"'),
        );
      },
      markup.replace(NOTE_HOLE, () => note),
    ),
    jsonLd: JSON.stringify(listedOf(table, t)),
  };
}

/** The first of its events, and how many there are. */
function listedOf(table: EventTable, t: Translate): JsonLdNode {
  const { dataset, size, datedSize, extent } = table;
  const events = Array.from({ length: Math.min(size, WRITTEN_MOST) }, (_, row) => table.eventAt(row));
  return jsonLdOf({ ...dataset, events }, datedSize === 0 ? undefined : extent, t, undefined, size);
}

/**
 * Where the pictures go, and what a browser with scripts is told by React to leave out: React writes no markup of others.
 * Text can't be taken for it: there `<` is escaped.
 */
const HOLES = {
  wide: '<template data-picture="wide"></template>',
  narrow: '<template data-picture="narrow"></template>',
} as const;

const NOTE_HOLE = '<template data-note=""></template>';

function WrittenPage({ table, view, t }: WrittenSketch) {
  const { mask, count } = matchEvents(table, view.filter);
  return (
    <main className="dt-written">
      <WrittenTimeline
        table={table}
        rows={firstRows(mask)}
        total={count}
        filter={filterInWords(view.filter, table.dataset, t)}
        t={t}
        ids="dt-source"
        picture={PICTURES.map(([name]) => (
          // Of the two the style shows one; without it there is one all the same.
          <div key={name} className={`dt-written-picture dt-written-picture--${name}`} hidden={name === 'narrow'}>
            <template data-picture={name} />
          </div>
        ))}
        note={<template data-note="" />}
      />
    </main>
  );
}

function firstRows(mask: Uint8Array): number[] {
  const rows: number[] = [];
  for (let row = mask.indexOf(1); row >= 0 && rows.length < WRITTEN_MOST; row = mask.indexOf(1, row + 1))
    rows.push(row);
  return rows;
}
