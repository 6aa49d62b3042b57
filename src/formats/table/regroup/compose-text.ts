/** Writes a text out of a record's cells. */
export type ComposeText = (cells: readonly string[]) => string;

/** A piece of the text: as it stands, or with a column in it, empty where the column is. */
type Piece = (cells: readonly string[]) => string;

const OPTIONAL = /\[([^[\]]*)\]/;
const HOLE = /\{([^{}]*)\}/;
/** Between two columns: what is left of it before the first that is filled says nothing. */
const SIGNS = /^[\s,;:–—/-]+/;

/**
 * `{a|?}[ then {b}]` with columns in braces. What stands in square brackets is written where a column in it is filled, so that
 * no sign dangles; after the bar stands what fills a column that is empty. A column that isn't there is empty.
 */
export function composeText(template: string, headers: readonly string[]): ComposeText {
  const parts = template.split(OPTIONAL).map((part, index) => {
    const pieces = piecesOf(part, headers);
    return index % 2 === 0 ? allOf(pieces.map(({ write }) => write)) : whereFilled(pieces);
  });
  const write = allOf(parts);
  const first = piecesOf(template.replaceAll(/[[\]]/g, ''), headers).find(({ isHole }) => isHole);
  return (cells) => {
    const text = write(cells);
    return first !== undefined && first.write(cells) === '' ? text.replace(SIGNS, '') : text;
  };
}

function piecesOf(
  part: string,
  headers: readonly string[],
): readonly { readonly isHole: boolean; readonly write: Piece }[] {
  return part.split(HOLE).map((piece, index) => {
    if (index % 2 === 0) return { isHole: false, write: () => piece };
    const [header = '', otherwise = ''] = piece.split('|');
    const place = headers.indexOf(header);
    return { isHole: true, write: (cells) => cells[place]?.trim() || otherwise };
  });
}

function whereFilled(pieces: readonly { readonly isHole: boolean; readonly write: Piece }[]): Piece {
  const holes = pieces.filter(({ isHole }) => isHole);
  const write = allOf(pieces.map((piece) => piece.write));
  return (cells) => (holes.some((hole) => hole.write(cells) !== '') ? write(cells) : '');
}

function allOf(pieces: readonly Piece[]): Piece {
  return (cells) => {
    let text = '';
    for (const piece of pieces) text += piece(cells);
    return text;
  };
}
