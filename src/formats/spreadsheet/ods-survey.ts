import type { LoadProblem } from '../../model/load-problem';
import type { SizedParts } from '../file-of-bytes';
import { makeOdsRows } from './ods-rows';
import type { OdsStyles } from './ods-styles';
import { eachWindow, makeXmlReading } from './read-xml';
import { SHEET_LIMITS } from './sheet-limits';
import { MOST_FIRST_ROWS } from './workbook';
import type { SheetRow } from './workbook';

/** A table of an OpenDocument spreadsheet, as it was found. */
export interface OdsTable {
  readonly name: string;
  readonly style: string | undefined;
  /** Characters of the file's XML before it. */
  readonly at: number;
  readonly first: readonly SheetRow[];
  readonly hiddenRows: number;
  readonly mergedCells: number;
  readonly hasLinks: boolean;
}

/**
 * Markup up to the next, looked for as text, which is many times faster than reading it as XML. Tables, rows that aren't
 * shown, cells that are merged, links.
 */
const MARKS =
  /<(?:\w+:)?table(?=[\s/>])[^<]*|<\/(?:\w+:)?table\s*>|<(?:\w+:)?table-row\s[^<]*|<(?:\w+:)?table-cell\s[^<]*|<text:a\s/g;
/** Rows of a table are read so far to see what it is. */
const MOST_FIRST = 400_000;

/** Finds the tables in `content.xml`, and reads the styles before them. */
export async function surveyOds(
  parts: SizedParts,
  styles: OdsStyles,
  breathe: () => Promise<void>,
): Promise<readonly OdsTable[] | LoadProblem> {
  const before = makeXmlReading(styles.listener);
  const tables: Finding[] = [];
  let open: Finding | undefined;
  let depth = 0;
  let seen = 0;
  let carried = '';
  const mark = (text: string, at: number): void => {
    if (/^<(?:\w+:)?table[\s/>]/.test(text)) {
      const isEmpty = /\/>\s*$/.test(text);
      if (depth === 0 && !isEmpty) {
        open = makeFinding(text, seen + at, styles);
        tables.push(open);
      }
      if (!isEmpty) depth += 1;
    } else if (text.startsWith('</')) {
      depth -= 1;
      if (depth === 0) open = undefined;
    } else open?.mark(text);
  };
  const look = (text: string): void => {
    let from = 0;
    for (const { 0: found, index } of text.matchAll(MARKS)) {
      const last = open;
      mark(found, index);
      if (open !== last) {
        last?.feed(text.slice(from, index) + (open === undefined ? found : ''));
        if (tables.length === 1 && last === undefined) before.push(text.slice(from, index));
        from = index;
      }
    }
    if (tables.length === 0) before.push(text.slice(from));
    open?.feed(text.slice(from));
    seen += text.length;
  };
  const problem = await eachWindow(
    parts,
    (piece) => {
      const text = carried + piece;
      const cut = piece === '' ? text.length : Math.max(0, text.lastIndexOf('<'));
      look(text.slice(0, cut));
      carried = text.slice(cut);
      return carried.length < SHEET_LIMITS.element;
    },
    async () => {
      await breathe();
      return true;
    },
  );
  // What is wrong further on is told where reading comes to it.
  return problem !== undefined && tables.length === 0 ? problem : tables.map(({ found }) => found());
}

interface Finding {
  readonly mark: (text: string) => void;
  /** Takes what follows of the table. */
  readonly feed: (text: string) => void;
  readonly found: () => OdsTable;
}

function makeFinding(tag: string, at: number, styles: OdsStyles): Finding {
  const first: SheetRow[] = [];
  const rows = makeOdsRows(styles, (row) => first.push(row) < MOST_FIRST_ROWS);
  const xml = makeXmlReading(rows.listener, true);
  let fed = 0;
  let hiddenRows = 0;
  let mergedCells = 0;
  let hasLinks = false;
  return {
    feed: (text) => {
      if (rows.isOver() || fed > MOST_FIRST) return;
      fed += text.length;
      xml.push(text);
    },
    mark: (text) => {
      if (/\btable:visibility="(?:collapse|filter)"/.test(text))
        hiddenRows += Number(/\btable:number-rows-repeated="(\d+)"/.exec(text)?.[1] ?? 1);
      if (/\btable:number-(?:columns|rows)-spanned="(?!1")/.test(text)) mergedCells += 1;
      if (text.startsWith('<text:a') || text.includes('HYPERLINK(')) hasLinks = true;
    },
    found: () => ({
      name: unescaped(/\btable:name="([^"]*)"/.exec(tag)?.[1] ?? ''),
      style: /\btable:style-name="([^"]*)"/.exec(tag)?.[1],
      at,
      first,
      hiddenRows,
      mergedCells,
      hasLinks,
    }),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replaceAll(
    /&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
