/**
 * What a spreadsheet puts on the clipboard is the cells' texts, and beside them the same as HTML, in which alone the
 * addresses behind the words stand. As the browser parses it where no script of it can run, and nothing of it is loaded
 * or shown; undefined where a browser has no such parser.
 */
type SafeDocument = typeof Document & { readonly parseHTML?: (html: string) => Document };

function parsed(html: string): Document | undefined {
  const parser = Document as SafeDocument;
  if (typeof parser.parseHTML !== 'function') return undefined;
  try {
    return parser.parseHTML(html);
  } catch {
    // A page's policy may forbid this one too: then the words come without their addresses.
    return undefined;
  }
}

/**
 * A pasted text with the addresses of its cells in columns of their own, right of theirs (`Source`, `Source (link)`); as
 * it was where there are none, or where cells and HTML don't agree on how many there are.
 */
export function withLinks(text: string, html: string): string {
  if (html === '' || !text.includes('\t')) return text;
  const table = parsed(html)?.querySelector('table');
  if (table === null || table === undefined) return text;
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const rows = [...table.rows].map((row) => [...row.cells].map(linkOf));
  const cells = lines.map((line) => line.split('\t'));
  if (rows.length !== cells.length || cells.some((each, at) => each.length !== rows[at]?.length)) return text;
  const columns = (cells[0] ?? []).map((_, column) => column).filter((column) => rows.some((row) => row[column]));
  if (columns.length === 0) return text;
  // Where a cell is its own address, nothing is new.
  const further = columns.filter((column) =>
    cells.some((row, at) => rows[at]?.[column] !== (row[column] ?? '').trim() && rows[at]?.[column]),
  );
  const isHeaded = further.every((column) => !rows[0]?.[column]);
  return cells
    .map((row, at) =>
      [
        ...row,
        ...further.map((column) => (at === 0 && isHeaded ? `${row[column] ?? ''} (link)` : (rows[at]?.[column] ?? ''))),
      ].join('\t'),
    )
    .join('\n');
}

/** Of http or https; undefined for a cell without one. */
function linkOf(cell: HTMLTableCellElement): string | undefined {
  const address = cell.querySelector('a[href]')?.getAttribute('href') ?? '';
  return /^https?:\/\//i.test(address) ? address : undefined;
}
