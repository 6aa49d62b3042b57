import type { LineEvidence } from '../../chronology/line-evidence';
import type { TitleParts } from '../../chronology/line-names';
import type { LineLink } from '../../chronology/line-links';
import type { DateReading } from '../../../model/dates/reading/date-reading';
import type { FieldLine } from './field-lines';
import type { DatedText, LineReader, Within } from './line-reader';
import type { LineShape } from './line-shape';
import { unmasked } from './masked';
import type { LineKind, OwnerKind } from './line-kinds';

/** What begins with a line and goes on with those indented under it. */
export interface TextBlock {
  /** `unread` begins with a line that isn't read: what is indented under it stays with it. */
  readonly kind: OwnerKind | 'unread';
  /** The line that it begins with, from 0. */
  readonly head: number;
  readonly indent: number;
  /** Of a note under an event: that. */
  readonly within: TextBlock | undefined;
  /** Of an event: what follows its date. */
  readonly parts: (TitleParts & { readonly links: readonly LineLink[] }) | undefined;
  /** Undefined where it has none, or says so. */
  readonly date: DateReading | undefined;
  readonly dateText: string | undefined;
  /** Under which heading it stands. */
  readonly heading: Within | undefined;
  /** Of other records: what stands after the word and the date. */
  readonly text: string;
  /** Of a source or an actor, between the word and the colon. */
  readonly id: string | undefined;
  readonly evidence: { readonly line: number; readonly said: LineEvidence }[];
  readonly summary: { readonly line: number; readonly text: string }[];
  readonly fields: { readonly line: number; readonly field: FieldLine }[];
  /** Of an event: `picture: src "description" (credit)`. */
  readonly media: { readonly line: number; readonly text: string }[];
  /** All of its lines, comments and blanks between them left out. */
  readonly lines: number[];
}

/** What a line is in its text. */
export interface LineUse {
  readonly kind: LineKind;
  readonly block: TextBlock | undefined;
  readonly why?: 'date' | 'title' | 'field' | 'above' | undefined;
}

export interface TextBlocks {
  readonly uses: readonly LineUse[];
  /** In the text's order; the head's lines are one block, which is the first. */
  readonly blocks: readonly TextBlock[];
}

const YEAR_OR_MONTH = /^-?\d{4}(?:-(?:0\d|1[0-2]))?$/;

/** Which line is what, and belongs to which. Linear in the text; lines that were read before are not read again. */
export function textBlocks(lines: readonly string[], reader: LineReader): TextBlocks {
  const uses: LineUse[] = [];
  const head = newBlock('head', -1, 0);
  const blocks: TextBlock[] = [head];
  let stack: readonly TextBlock[] = [];
  let headings: readonly (Within & { readonly level: number })[] = [];
  let day: { readonly dated: DatedText; readonly indent: number } | undefined;
  let hasBegun = false;
  let hasTitle = false;

  const within = (): Within | undefined => {
    const found = headings.at(-1);
    return found && (found.month === undefined ? { year: found.year } : { year: found.year, month: found.month });
  };
  const open = (block: TextBlock, at: number): void => {
    blocks.push(block);
    block.lines.push(at);
    stack = [...stack.filter(({ indent }) => indent < block.indent), block];
    if (block.kind !== 'unread') hasBegun = true;
  };
  const unread = (at: number, indent: number, why: LineUse['why']): LineUse => {
    const block = newBlock('unread', at, indent);
    const isKept = hasBegun;
    open(block, at);
    hasBegun = isKept;
    return { kind: 'unread', block, why };
  };
  const headLine = (kind: LineKind, at: number): LineUse => {
    head.lines.push(at);
    stack = [];
    return { kind, block: head };
  };
  const event = (at: number, shape: LineShape, dated: Omit<DatedText, 'rest'>): LineUse => {
    const { date, dateText, ...parts } = dated;
    open({ ...newBlock('event', at, shape.indent), parts, date, dateText, heading: within() }, at);
    return { kind: 'event', block: stack.at(-1) };
  };

  const takeHeading = (at: number, shape: LineShape): LineUse => {
    stack = [];
    day = undefined;
    if (shape.level === 1 && !hasTitle && !hasBegun && shape.text !== '') {
      hasTitle = true;
      head.fields.push({ line: at, field: { key: 'title', value: unmasked(shape.text), isBroken: false } });
      const use = headLine('title', at);
      stack = [head];
      return use;
    }
    const dated = reader.dated(shape.text, within());
    if (dated !== undefined && dated.title !== '' && isDay(dated.date)) return event(at, shape, dated);
    headings = headings.filter(({ level }) => level < shape.level);
    if (dated?.title === '' && isDay(dated.date)) day = { dated, indent: -1 };
    else {
      const found = headingDate(shape.text, within(), reader);
      if (found !== undefined) headings = [...headings, { ...found, level: shape.level }];
    }
    return { kind: 'heading', block: undefined };
  };

  const takeSetting = (at: number, shape: LineShape): LineUse => {
    const add = (key: string, value: unknown, kind: LineKind): LineUse => {
      head.fields.push({ line: at, field: { key, value, isBroken: false } });
      return headLine(kind, at);
    };
    const text = unmasked(shape.text);
    switch (shape.setting) {
      case 'as-of': {
        const reading = reader.date(shape.text);
        return reading.sure === 'sure' && /^-?\d{4}-\d\d-\d\d$/.test(reading.edtf ?? '')
          ? add('asOf', reading.edtf, 'as-of')
          : unread(at, shape.indent, 'date');
      }
      case 'language':
        return add('lang', text, 'lang');
      case 'title':
        if (hasTitle) return unread(at, shape.indent, 'date');
        hasTitle = true;
        return add('title', text, 'title');
      case 'description':
        return add('description', text, 'summary');
      case 'order':
      case undefined:
        return { kind: 'comment', block: undefined };
    }
  };

  const takeKeyword = (at: number, shape: LineShape): LineUse | undefined => {
    const { keyword } = shape;
    const above = stack.findLast(({ indent }) => indent < shape.indent);
    switch (keyword?.keyword) {
      case undefined:
        return undefined;
      case 'undated': {
        const parts = reader.tail(keyword.rest);
        if (parts.title === '') return unread(at, shape.indent, 'title');
        return event(at, shape, {
          date: undefined,
          dateText: shape.whole.slice(0, shape.whole.indexOf(':')),
          ...parts,
        });
      }
      case 'media':
        if (above?.kind !== 'event') return unread(at, shape.indent, 'above');
        above.media.push({ line: at, text: keyword.rest });
        return joined('media', above, at);
      case 'source':
        if (keyword.id !== undefined) break;
        if (above === undefined || !hasEvidence(above)) return unread(at, shape.indent, 'above');
        above.evidence.push({ line: at, said: reader.evidence(keyword.rest) });
        return joined('evidence', above, at);
      case 'actor':
        if (keyword.id === undefined) return undefined;
        break;
      case 'chapter':
      case 'note':
      case 'period':
        break;
    }
    const { keyword: kind, id, rest } = keyword;
    const isDated = kind !== 'source' && kind !== 'actor';
    const found = isDated ? reader.dated(rest, within()) : undefined;
    const dated = found !== undefined && found.rest !== '' ? found : undefined;
    if ((kind === 'period' && dated === undefined) || rest === '')
      return unread(at, shape.indent, rest === '' ? 'title' : 'date');
    const block: TextBlock = {
      ...newBlock(kind, at, shape.indent),
      within: kind === 'note' && above?.kind === 'event' ? above : undefined,
      date: dated?.date,
      dateText: dated?.dateText,
      heading: within(),
      text: unmasked(dated?.rest ?? rest),
      id,
    };
    open(block, at);
    return { kind, block };
  };

  const joined = (kind: LineKind, block: TextBlock, at: number): LineUse => {
    block.lines.push(at);
    stack = stack.slice(0, stack.indexOf(block) + 1);
    return { kind, block };
  };

  const takeText = (at: number, shape: LineShape): LineUse => {
    const above = stack.findLast(({ indent }) => indent < shape.indent);
    const field = above === undefined ? shape.headField : fieldUnder(above, shape);
    if (field !== undefined && (above !== undefined || (!hasBegun && shape.indent === 0))) {
      if (field.isBroken) return { ...unreadUnder(above, at, shape), why: 'field' };
      (above ?? head).fields.push({ line: at, field });
      if (above !== undefined) return joined('field', above, at);
      return headLine('field', at);
    }
    if (above !== undefined && !shape.hasMark) return takeSummary(above, at, shape);
    const dated = reader.dated(shape.whole, within());
    if (dated !== undefined && dated.title !== '') {
      day = undefined;
      return event(at, shape, dated);
    }
    if (dated !== undefined && dated.rest === '') return takeDateAlone(at, shape, dated);
    if (above !== undefined && (day === undefined || day.indent >= shape.indent || above.kind === 'event'))
      return takeSummary(above, at, { ...shape, whole: `• ${shape.whole}` });
    if (day !== undefined && shape.hasMark) {
      const { date, dateText } = day.dated;
      const parts = reader.tail(shape.whole);
      if (parts.title !== '') return event(at, shape, { date, dateText, ...parts });
    }
    return unread(at, shape.indent, dated === undefined ? 'date' : 'title');
  };

  const unreadUnder = (above: TextBlock | undefined, at: number, shape: LineShape): LineUse =>
    above === undefined ? unread(at, shape.indent, 'field') : { ...joined('unread', above, at), why: 'field' };

  const takeSummary = (above: TextBlock, at: number, shape: LineShape): LineUse => {
    const isLink = /^<?https?:\/\/[^\s<>]+>?$/.test(shape.whole) || /^\[[^\][]*\]\(https?:[^\s]*\)$/.test(shape.whole);
    if (isLink && hasEvidence(above)) {
      above.evidence.push({ line: at, said: reader.evidence(shape.whole) });
      return joined('evidence', above, at);
    }
    above.summary.push({ line: at, text: shape.whole === '\\' ? '' : unmasked(shape.whole) });
    return joined('summary', above, at);
  };

  /** A date alone completes the dates under it, or is the day of the list under it. */
  const takeDateAlone = (at: number, shape: LineShape, dated: DatedText): LineUse => {
    const found = headingOf(dated);
    const [next, isMarked] = nextText(at);
    const above = stack.findLast(({ indent }) => indent < shape.indent);
    if (above !== undefined) return takeSummary(above, at, { ...shape, whole: `• ${shape.whole}` });
    stack = [];
    if (found !== undefined && next !== undefined && reader.dated(next, undefined) === undefined) {
      if (reader.dated(next, found) !== undefined) {
        day = undefined;
        headings = [
          ...headings.filter(({ level }) => level <= 6),
          { ...found, level: found.month === undefined ? 7 : 8 },
        ];
        return { kind: 'heading', block: undefined };
      }
    }
    if (!isMarked) return unread(at, shape.indent, 'title');
    day = { dated, indent: shape.indent };
    return { kind: 'heading', block: undefined };
  };

  const nextText = (at: number): readonly [string | undefined, boolean] => {
    for (const line of lines.slice(at + 1, at + 20)) {
      const shape = reader.shape(line);
      if (shape.is === 'blank' || shape.is === 'comment') continue;
      return [shape.whole, shape.hasMark && shape.is === 'text'];
    }
    return [undefined, false];
  };

  lines.forEach((line, at) => {
    const shape = reader.shape(line);
    uses.push(takeLine(at, shape));
  });
  return { uses, blocks };

  function takeLine(at: number, shape: LineShape): LineUse {
    if (shape.is === 'blank') return { kind: 'blank', block: undefined };
    if (shape.is === 'heading') return takeHeading(at, shape);
    if (shape.is === 'evidence') return takeEvidence(at, shape);
    const above = stack.findLast(({ indent }) => indent < shape.indent);
    const isField = above !== undefined && fieldUnder(above, shape) !== undefined;
    if (isField) return takeText(at, shape);
    if (shape.is === 'comment' && (!shape.isOfHead || !hasBegun)) return { kind: 'comment', block: undefined };
    if (shape.is === 'setting' && !hasBegun && shape.indent === 0) return takeSetting(at, shape);
    return takeKeyword(at, shape) ?? takeText(at, shape);
  }

  function takeEvidence(at: number, shape: LineShape): LineUse {
    const above = stack.findLast(({ indent }) => indent < shape.indent) ?? stack.at(-1);
    if (above === undefined || !hasEvidence(above) || shape.text.trim() === '')
      return shape.text.trim() === '' ? { kind: 'comment', block: undefined } : unread(at, shape.indent, 'above');
    above.evidence.push({ line: at, said: reader.evidence(shape.text) });
    return joined('evidence', above, at);
  }
}

/** The head, a source and an actor rest on nothing; a line that isn't read keeps what stands under it. */
function hasEvidence({ kind }: TextBlock): boolean {
  return kind !== 'head' && kind !== 'source' && kind !== 'actor';
}

/** The field of a record that a line is; "media: map.webp" is no field, which has parts, but a picture's line. */
function fieldUnder(above: TextBlock, { eventField, otherField }: LineShape): FieldLine | undefined {
  if (above.kind !== 'event') return above.kind === 'head' ? undefined : otherField;
  return eventField?.key === 'media' && typeof eventField.value === 'string' ? undefined : eventField;
}

function newBlock(kind: TextBlock['kind'], head: number, indent: number): TextBlock {
  return {
    kind,
    head,
    indent,
    within: undefined,
    parts: undefined,
    date: undefined,
    dateText: undefined,
    heading: undefined,
    text: '',
    id: undefined,
    evidence: [],
    summary: [],
    fields: [],
    media: [],
    lines: [],
  };
}

function isDay(date: DateReading | undefined): boolean {
  return date?.edtf !== undefined && !YEAR_OR_MONTH.test(date.edtf);
}

function headingOf({ date }: Pick<DatedText, 'date'>): Within | undefined {
  if (date?.edtf === undefined || date.sure !== 'sure' || date.display !== undefined) return undefined;
  if (!YEAR_OR_MONTH.test(date.edtf)) return undefined;
  const [year, month] = date.edtf.replace(/^-/, '').split('-').map(Number);
  if (year === undefined) return undefined;
  return { year: date.edtf.startsWith('-') ? -year : year, ...(month === undefined ? {} : { month }) };
}

/** The year, or month, that a heading is or has in its words: "The war of 2016". Two years complete nothing. */
function headingDate(text: string, within: Within | undefined, reader: LineReader): Within | undefined {
  const bare = text.replaceAll(/[*_`:]/g, '').trim();
  const whole = headingOf({ date: reader.date(bare, { within }) });
  if (whole !== undefined) return whole;
  const years = new Set(bare.match(/(?<![\d-])[12]\d{3}(?![\d-])/g));
  const [year] = years;
  return years.size === 1 ? { year: Number(year) } : undefined;
}
