import { chronologyLine } from '../../chronology/chronology-line';
import { linkDefinition } from '../../chronology/line-links';
import { markedLine } from '../../chronology/line-marks';
import { EVENT_FIELDS, fieldLine, HEAD_FIELDS, OTHER_FIELDS } from './field-lines';
import type { FieldLine } from './field-lines';
import { masked } from './masked';
import { keywordLine } from './notebook-words';
import type { KeywordLine } from './notebook-words';

/** What a line is by itself, before its date is looked for. Texts are masked. */
export interface LineShape {
  readonly is: 'blank' | 'comment' | 'heading' | 'setting' | 'evidence' | 'text';
  readonly indent: number;
  /** Of a list, or of Markdown: a bullet, a number. */
  readonly hasMark: boolean;
  /** Of a heading, 1 to 6. */
  readonly level: number;
  readonly text: string;
  /** Without indentation and mark. */
  readonly whole: string;
  /** Whether it is a setting, or a comment, before all events only. */
  readonly isOfHead: boolean;
  /** Of a setting that stands before all events. */
  readonly setting: 'title' | 'description' | 'as-of' | 'language' | 'order' | undefined;
  /** `chapter: ...` */
  readonly keyword: KeywordLine | undefined;
  /** `place: Geneva`, by what it stands under. */
  readonly eventField: FieldLine | undefined;
  readonly otherField: FieldLine | undefined;
  readonly headField: FieldLine | undefined;
}

const PLAIN: LineShape = {
  is: 'text',
  indent: 0,
  hasMark: false,
  level: 0,
  text: '',
  whole: '',
  isOfHead: false,
  setting: undefined,
  keyword: undefined,
  eventField: undefined,
  otherField: undefined,
  headField: undefined,
};

/** A longer line is text, whatever it looks like; fields may be as long as they like. */
const LONGEST = 20_000;

/** What a line is by itself. Linear in the line. */
export function shapeOf(line: string, areNumbersMarks: boolean): LineShape {
  const eventField = fieldLine(line, EVENT_FIELDS);
  const otherField = fieldLine(line, OTHER_FIELDS);
  const headField = fieldLine(line, HEAD_FIELDS);
  const fields = { eventField, otherField, headField };
  const text = line.length > LONGEST ? line : masked(line);
  const marked = markedLine(text, areNumbersMarks);
  const keyword = line.length > LONGEST ? undefined : keywordLine(marked.text);
  const plain: LineShape = { ...PLAIN, ...marked, whole: marked.text, keyword, ...fields };
  if (keyword !== undefined) return plain;
  if (linkDefinition(text) !== undefined) return { ...plain, is: 'comment' };
  const found = chronologyLine(text, true, areNumbersMarks);
  switch (found.is) {
    case 'blank':
      return { ...plain, is: 'blank' };
    case 'decoration':
      return { ...plain, is: 'comment', isOfHead: chronologyLine(text, false, areNumbersMarks).is !== 'decoration' };
    case 'heading':
      return { ...plain, is: 'heading', level: found.level, text: found.text };
    case 'setting':
      return { ...plain, is: 'setting', isOfHead: true, setting: found.name, text: found.value };
    case 'evidence':
      return { ...plain, is: 'evidence', text: found.text };
    case 'text':
      return plain;
  }
}
