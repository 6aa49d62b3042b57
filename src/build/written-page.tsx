import { firstSentence } from '../base/first-sentence';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { escapeMarkup } from '../base/escape-markup';
import { english } from '../base/messages/en';
import { makeTranslate } from '../base/translate';
import { svgPicture } from '../picture/svg-picture';
import { readInEnglish } from '../formats/json/read-in-english';
import type { EventTable } from '../model/event-table';
import { jsonLdOf } from '../model/json-ld';
import type { JsonLdNode } from '../model/json-ld';
import { RARE_DATES } from '../model/dates/parse-event-date';
import { LIGHT, VARIABLES } from '../render/tokens';
import { receiveDataset } from '../state/view/loading';
import { EMPTY_STATE } from '../state/view/timeline-state';
import type { TimelineState } from '../state/view/timeline-state';
import { WrittenTimeline } from '../written/WrittenTimeline';
import { BROWSER_FLOOR } from './browser-floor';
import { CARD_PX } from './social-tags';

// Now: what has imported this module loads nothing afterwards. Without it, events with rare forms of dates would be
// left out.
await RARE_DATES.load();

const t = makeTranslate('en', english);
const WIDE_PX = 1040;
const NARROW_PX = 480;
/** Narrower than a card, which is seen small: its letters grow by what is missing. */
const CARD_LAID_OUT_PX = 940;

/** Where another dataset of the same build is written out. */
export interface FurtherSet {
  readonly id: string;
  readonly title: string;
  readonly events: number;
  readonly href: string;
}

/** A dataset read once, for everything that the build writes of it. */
export interface WrittenSet {
  readonly id: string;
  readonly title: string;
  /** The first sentence of its description, or the title. */
  readonly sentence: string;
  readonly events: number;
  /** The block that stands in the page until the app takes its place; HTML. */
  readonly block: (links: { readonly further: readonly FurtherSet[]; readonly home?: string }) => string;
  /** Text of a JSON-LD document; `address` is the page's own, for absolute ids. */
  readonly jsonLd: (address: string | undefined) => string;
  /** A wide picture for a card that links here, an SVG of CARD_PX. */
  readonly card: () => string;
}

/** Reads a dataset's text for writing; undefined where it holds none. */
export function writtenSet(text: string, name: string): WrittenSet | undefined {
  const read = readInEnglish(text, name);
  if (!read.ok) return undefined;
  const view = receiveDataset(EMPTY_STATE, read.dataset, []);
  const { table } = view;
  if (table === undefined) return undefined;
  const { id, title, description } = read.dataset;
  return {
    id,
    title,
    events: table.size,
    sentence: description === undefined ? title : firstSentence(description),
    block: ({ further, home }) => blockOf(table, view, further, home),
    jsonLd: (address) => JSON.stringify(linkedData(table, address)),
    card: () => cardOf(table, view),
  };
}

/** The events as the table has them, by time. */
function linkedData(table: EventTable, address: string | undefined): JsonLdNode {
  const events = Array.from({ length: table.size }, (_, row) => table.eventAt(row));
  return jsonLdOf({ ...table.dataset, events }, table.datedSize === 0 ? undefined : table.extent, t, address);
}

/** Groups closed, so that what little room a card has goes to what happened; as large as the card allows. */
function cardOf(table: EventTable, view: TimelineState): string {
  const { svg, heightPx } = svgPicture({
    table,
    view: { ...view, window: undefined, expanded: [] },
    theme: LIGHT,
    t,
    widthPx: CARD_LAID_OUT_PX,
    mostLanesPx: 400,
  });
  const { width, height } = CARD_PX;
  return svg.replace(
    / width="[^"]*" height="[^"]*" viewBox="[^"]*"/,
    () => ` width="${width}" height="${height}" viewBox="0 0 ${CARD_LAID_OUT_PX} ${heightPx}"`,
  );
}

function blockOf(
  table: EventTable,
  view: TimelineState,
  further: readonly FurtherSet[],
  home: string | undefined,
): string {
  const pictures = [
    ['wide', WIDE_PX],
    ['narrow', NARROW_PX],
  ] as const;
  const markup = renderToStaticMarkup(
    <main className="dt-written">
      {home === undefined ? <Unopened /> : null}
      <WrittenTimeline
        table={table}
        rows={Array.from({ length: table.size }, (_, row) => row)}
        t={t}
        ids="dt-source"
        picture={pictures.map(([name]) => (
          // Of the two the style shows one; without it there is one all the same.
          <div key={name} className={`dt-written-picture dt-written-picture--${name}`} hidden={name === 'narrow'}>
            {holeFor(name)}
          </div>
        ))}
        note={<Note home={home} />}
      >
        {further.length === 0 ? null : <Further sets={further} />}
      </WrittenTimeline>
    </main>,
  );
  // React writes no markup of others; a hole of its own is filled afterwards.
  return pictures.reduce((html, [name, widthPx]) => {
    const { svg } = svgPicture({ table, view, theme: VARIABLES, t, widthPx, parts: 'plot', ids: `dt-${name}` });
    return html.replace(renderToStaticMarkup(<>{holeFor(name)}</>), () =>
      svg.replace(/ width="\d+" height="\d+"/, ' width="100%"'),
    );
  }, markup);
}

/** Text of a dataset can't be taken for it: there `<` is escaped. */
function holeFor(name: string): ReactNode {
  return <template data-picture={name} />;
}

/**
 * Why the written page stays what it is, unseen as long as it needn't: app/chunk-loader.ts shows one of them, and of a
 * browser that is too old the stylesheet does, since that may read none of our scripts. The link loads the page anew
 * without any.
 */
function Unopened() {
  const { chrome, firefox, safari } = BROWSER_FLOOR;
  return (
    <>
      <p id="timeline-too-old" className="dt-unopened dt-unopened--old" role="alert" hidden>
        {t('written.tooOld', { chrome, firefox, safari })}
      </p>
      <p id="timeline-unopened" className="dt-unopened" role="alert" hidden>
        {t('written.unopened')} {/* An empty address is the page itself, with its query. */}
        {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid */}
        <a href="">{t('written.retry')}</a>
      </p>
    </>
  );
}

function Note({ home }: { readonly home: string | undefined }) {
  return home === undefined ? (
    <>
      <noscript>
        <p className="dt-written-note">{t('written.noScript')}</p>
      </noscript>
      {/* Seen where a policy lets no script or no style of the page through. */}
      <p className="dt-written-bare">
        {t('written.bare')}{' '}
        <a href="./index.html" target="_blank" rel="noopener">
          {t('written.home')}
        </a>
      </p>
    </>
  ) : (
    <p>
      <a href={home}>{t('written.home')}</a>
    </p>
  );
}

function Further({ sets }: { readonly sets: readonly FurtherSet[] }) {
  return (
    <nav aria-label={t('written.further')}>
      <h2>{t('written.further')}</h2>
      <ul className="dt-written-further">
        {sets.map(({ id, title, events, href }) => (
          <li key={id}>
            <a href={href}>{t('written.set', { title, n: events })}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export interface PageSketch {
  readonly set: WrittenSet;
  /** As it may stand in a page. */
  readonly style: string;
  /** Addresses relative to the page. */
  readonly icon: string;
  readonly home: string;
  readonly policy: string;
  /** What else belongs into its head, HTML. */
  readonly head: string;
  /** The page's own absolute address, where the build knows it. */
  readonly address: string | undefined;
}

/** A page of its own for a dataset that the timeline's page only offers. */
export function writtenDocument({ set, style, icon, home, policy, head, address }: PageSketch): string {
  return [
    '<!doctype html>',
    '<html lang="en">',
    '  <head>',
    '    <meta charset="utf-8" />',
    `    <meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}" />`,
    '    <meta name="viewport" content="width=device-width, initial-scale=1" />',
    '    <meta name="color-scheme" content="light dark" />',
    `    <title>${escapeMarkup(set.title)}</title>`,
    `    <meta name="description" content="${escapeMarkup(set.sentence)}" />`,
    `    <link rel="icon" type="image/svg+xml" href="${escapeMarkup(icon)}" />`,
    ...(head === '' ? [] : [head]),
    `    <style>${style}</style>`,
    `    <script type="application/ld+json">${scriptSafe(set.jsonLd(address))}</script>`,
    '  </head>',
    '  <body>',
    `    ${set.block({ further: [], home })}`,
    '  </body>',
    '</html>',
    '',
  ].join('\n');
}

/** JSON that can stand in a script element: without `<` neither its end nor a comment can occur in it. */
export function scriptSafe(json: string): string {
  return json.replaceAll('<', String.raw`\u003c`);
}
