import type { LoadProblem } from '../../model/load-problem';
import type { SizedParts } from '../file-of-bytes';
import { eachWindow, makeXmlReading } from './read-xml';
import { SHEET_LIMITS } from './sheet-limits';
import { columnOf } from './xlsx-rows';
import type { SheetSurvey } from './workbook';

/* Looked through as text, which is many times faster than as XML: `<` begins nothing but markup in it. */
const HIDDEN_ROW = /<(?:\w+:)?row\s[^<>]*?\bhidden="(?:1|true)"/g;
const LINK_FORMULA = /<(?:\w+:)?f\b[^<>]*>\s*HYPERLINK\(/i;
const END_OF_ROWS = /<\/(?:\w+:)?sheetData\s*>|<(?:\w+:)?sheetData\s*\/>/;

/** Address by the id that a sheet has for it. */
export type Relations = ReadonlyMap<string, string>;

/** Looks through a sheet's XML: what is hidden, merged and linked stands beside its rows, or behind them. */
export async function surveyXlsxSheet(
  parts: SizedParts,
  relations: Relations,
  breathe: () => Promise<void>,
): Promise<SheetSurvey | LoadProblem> {
  const behind = makeBehindRows(relations);
  const xml = makeXmlReading(behind.listener, true);
  let hiddenRows = 0;
  let hasLinksInCells = false;
  let carried = '';
  let isBehind = false;
  const look = (text: string): void => {
    hiddenRows += text.match(HIDDEN_ROW)?.length ?? 0;
    hasLinksInCells ||= LINK_FORMULA.test(text);
  };
  const take = (piece: string): boolean => {
    if (isBehind) return xml.push(piece);
    const text = carried + piece;
    const end = END_OF_ROWS.exec(text);
    if (end !== null) {
      isBehind = true;
      look(text.slice(0, end.index));
      return xml.push(text.slice(end.index + end[0].length));
    }
    // A formula's beginning may be cut from its tag.
    const cut = Math.max(0, text.lastIndexOf('<'));
    look(text.slice(0, cut));
    carried = text.slice(cut);
    return carried.length < SHEET_LIMITS.element;
  };
  const problem = await eachWindow(parts, take, async () => {
    await breathe();
    return true;
  });
  // What is wrong with the XML is told by who reads the rows; what stood before it holds.
  return problem ?? { hiddenRows, hasLinksInCells, ...behind.found() };
}

function makeBehindRows(relations: Relations) {
  const links = new Map<number, Map<number, string>>();
  let mergedCells = 0;
  let count = 0;
  const link = (reference: string, address: string): void => {
    const [from = '', to = from] = reference.split(':');
    const area = areaOf(from, to);
    if (area === undefined) return;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        if (count >= SHEET_LIMITS.links) return;
        count += 1;
        const inRow = links.get(row) ?? new Map<number, string>();
        links.set(row, inRow.set(column, address));
      }
    }
  };
  return {
    found: () => ({ links, mergedCells }),
    listener: {
      open: (name: string, attributes: Readonly<Record<string, string>>) => {
        if (name === 'mergeCell') mergedCells += 1;
        if (name !== 'hyperlink') return;
        const address = relations.get(attributes['r:id'] ?? idIn(attributes) ?? '');
        const place = attributes['location'];
        if (address !== undefined && /^https?:/i.test(address))
          link(attributes['ref'] ?? '', place === undefined || address.includes('#') ? address : `${address}#${place}`);
      },
      close: () => undefined,
      text: () => undefined,
    },
  };
}

/** Under whatever prefix the namespace of relations has. */
function idIn(attributes: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

function areaOf(from: string, to: string) {
  const [left, right] = [columnOf(from), columnOf(to)];
  const [top, bottom] = [from, to].map((reference) => Number(/\d+$/.exec(reference)?.[0] ?? 0));
  if (left === undefined || right === undefined || !top || !bottom) return undefined;
  return { left, right: Math.min(right, SHEET_LIMITS.columns), top, bottom: Math.min(bottom, SHEET_LIMITS.rows) };
}
