import { partitionPoint } from '../../base/sorted';
import { EDGE_PX, widthOf } from './label-place';
import type { LabelText, MeasureText } from './label-place';

/** Less than this of a label names nothing. */
const LEAST_LETTERS = 3;
const ELLIPSIS = '…';

/** A label on its line, view px. */
type Line = LabelText & { readonly x: number; readonly width: number };

/**
 * A label between the plot's edges: what would pass the left one is held at it, and the words end with an ellipsis
 * where the room does, at the right edge or at the end the label had. So letters go one by one with the hand, and none
 * is cut in two; undefined once hardly any are left.
 */
export function withinPlot<Label extends Line>(label: Label, widthPx: number, measure: MeasureText): Label | undefined {
  const x = Math.max(label.x, EDGE_PX);
  const end = label.x + label.width;
  // Where a label was made to end at the edge, sums in px differ in the last digits.
  const room = Math.min(end, widthPx - EDGE_PX + 0.01) - x;
  if (x === label.x && room >= label.width - 0.01) return label;
  const text = shortened(label, room, measure);
  return text === undefined ? undefined : { ...label, ...text, x, width: widthOf(measure, text) };
}

/**
 * As much of a label as fits before an ellipsis, the note going first, or, where it is a count, not at all; undefined
 * where that is next to nothing.
 */
function shortened(label: LabelText, roomPx: number, measure: MeasureText): LabelText | undefined {
  const text = [...label.text];
  const note = isCount(label.note) ? [] : [...label.note];
  const cut = (letters: number): LabelText => {
    const rest = ended(note.slice(0, Math.max(letters - text.length, 0)));
    return {
      text: rest === '' ? `${ended(text.slice(0, letters))}${ELLIPSIS}` : label.text,
      note: isCount(label.note) ? label.note : rest && `${rest}${ELLIPSIS}`,
      bold: label.bold,
    };
  };
  const fits = (letters: number) => widthOf(measure, cut(letters)) <= roomPx;
  if (roomPx <= 0 || !fits(LEAST_LETTERS)) return undefined;
  return cut(partitionPoint(LEAST_LETTERS + 1, text.length + note.length, fits) - 1);
}

/** How many more there are at a pill. */
function isCount(note: string): boolean {
  return /^ \+\d+$/.test(note);
}

/** Without the space or comma it would end in. */
function ended(letters: readonly string[]): string {
  return letters.join('').replace(/[\s\p{P}]+$/u, '');
}
