/**
 * The one table of what comes with what: the messages of an area stand in `<language>/<area>.json`, and those of a load
 * unit are fetched together, as one chunk a language. A lazily loaded module names the units that it speaks
 * (`lazyWithMessages`); what isn't loaded so speaks those of `opening` alone. tests/unit/base/message-units.test.ts
 * holds that each module says only what comes with it. An area that two units need belongs to the one that is needed
 * earlier, and the other's modules name both.
 */
export const AREAS_OF_UNIT = {
  /** What the page says before anything is loaded besides; English's stand in the entry. */
  opening: ['vocabulary', 'dates', 'sentences', 'shell', 'filter', 'panel', 'notices'],
  chart: ['chart', 'overview', 'relations'],
  list: ['list'],
  /** The panel of a chosen event, actor or pair, and the comparison. */
  chosen: ['event', 'actors'],
  /** What opens out of the bar: menus, results of a search, the tooltip. */
  bar: ['bar'],
  /** Files of a reader's own: what would come of one, what became of it. */
  open: ['open', 'shelf'],
  help: ['help', 'settings'],
  /** Links, pages, files, pictures and citations. */
  share: ['share', 'give', 'exports', 'page-file'],
  /** What stands on paper, and the picture of a view. */
  print: ['print', 'picture'],
  /** What is wrong with a file, how far its reading is, and what was understood of a date. */
  faults: ['faults', 'files', 'packed', 'presets', 'readings', 'rejections', 'sheets', 'survey'],
  /**
   * What is told of files whose records are events already: calendars, other timelines, lists of references, and of lines
   * that somebody writes.
   */
  imported: ['imported', 'chronology', 'notebook'],
  /** Seasons and parts of a year, which come with the reading of such dates. */
  seasons: ['seasons'],
  /** What the columns of a table mean. */
  mapping: ['mapping'],
  /** Writing a timeline: text, table, panel, and what keeps it. One unit: whoever writes soon wants all of it. */
  write: ['write', 'grid', 'edit', 'keep'],
  /** Two datasets laid together. */
  merge: ['merge'],
} as const;

/** What the page never says: the document without scripts, and the command line. Both have all of English at hand. */
export const AREAS_BESIDE_THE_PAGE = ['written-page', 'check', 'convert'] as const;

export type LoadUnit = keyof typeof AREAS_OF_UNIT;

/**
 * Units whose English comes with the code itself (vite.config.ts), whatever the page speaks: no view waits for it, and
 * other languages need not repeat its keys.
 */
export const UNITS_WITH_ENGLISH: readonly LoadUnit[] = ['opening', 'chart', 'list'];
