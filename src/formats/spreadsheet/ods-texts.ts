/** The text of an OpenDocument cell: its paragraphs, and no annotation, drawing or reading of it. */
export interface OdsText {
  readonly begin: () => void;
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly close: (name: string) => void;
  readonly add: (text: string) => void;
  readonly text: () => string;
  /** The first address that it links to. */
  readonly link: () => string | undefined;
}

/** What may stand in a cell and is none of its text: notes, pronunciations, drawings, tables in it. */
const BESIDE = new Set(
  (
    'annotation ruby-text note table shapes forms frame g object custom-shape rect line polyline polygon regular-polygon ' +
    'path circle ellipse connector caption measure control page-thumbnail scene'
  ).split(' '),
);
/** Blanks that one element stands for are so many at most. */
const MOST_BLANKS = 100;

export function makeOdsText(): OdsText {
  let text = '';
  let paragraphs = 0;
  let inside = 0;
  let beside = 0;
  let link: string | undefined;
  return {
    begin: () => {
      text = '';
      paragraphs = 0;
      inside = 0;
      beside = 0;
      link = undefined;
    },
    open: (name, attributes) => {
      if (beside > 0 || BESIDE.has(name)) beside += 1;
      else if (name === 'p' || name === 'h') {
        if (paragraphs > 0) text += '\n';
        paragraphs += 1;
        inside += 1;
      } else if (name === 's')
        text += ' '.repeat(Math.min(MOST_BLANKS, Math.max(1, Number(attributes['text:c'] ?? 1) || 1)));
      else if (name === 'tab') text += '\t';
      else if (name === 'line-break') text += '\n';
      else if (name === 'a' && /^https?:/i.test(attributes['xlink:href'] ?? '')) link ??= attributes['xlink:href'];
    },
    close: (name) => {
      if (beside > 0) beside -= 1;
      else if (name === 'p' || name === 'h') inside -= 1;
    },
    add: (words) => {
      // XML may be written with breaks and blanks, which are one blank (section 6.1.2).
      if (beside === 0 && inside > 0) text += words.replaceAll(/[ \t\r\n]+/g, ' ');
    },
    text: () => text,
    link: () => link,
  };
}
