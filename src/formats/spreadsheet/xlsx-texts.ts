import type { XmlListener } from './read-xml';
import { SHEET_LIMITS } from './sheet-limits';

/** Listens to `xl/sharedStrings.xml`: texts that cells name by number. Runs of one text are joined, readings left out. */
export function makeSharedTexts(): {
  readonly listener: XmlListener;
  readonly texts: readonly string[];
  readonly isTooMany: () => boolean;
} {
  const texts: string[] = [];
  const run = makeTextRun();
  return {
    texts,
    isTooMany: () => texts.length > SHEET_LIMITS.shared,
    listener: {
      open: (name) => {
        if (name === 'si') run.begin();
        else run.open(name);
      },
      close: (name) => {
        run.close(name);
        if (name === 'si' && texts.length <= SHEET_LIMITS.shared) texts.push(run.text());
      },
      text: run.add,
    },
  };
}

/** The text of a cell (CT_Rst), of one run or several; how its letters are pronounced (`rPh`) is none of it. */
export interface TextRun {
  readonly begin: () => void;
  readonly open: (name: string) => void;
  readonly close: (name: string) => void;
  readonly add: (text: string) => void;
  readonly text: () => string;
}

export function makeTextRun(): TextRun {
  let text = '';
  let isText = false;
  let isReading = false;
  return {
    begin: () => {
      text = '';
      isText = false;
      isReading = false;
    },
    open: (name) => {
      if (name === 'rPh') isReading = true;
      else if (name === 't') isText = !isReading;
    },
    close: (name) => {
      if (name === 'rPh') isReading = false;
      else if (name === 't') isText = false;
    },
    add: (words) => {
      if (isText) text += words;
    },
    text: () => withoutEscapes(text),
  };
}

/** Letters that XML can't hold stand as `_x000D_` (ECMA-376, part 1, section 22.9.2.19), and an underscore before such a thing as `_x005F_`. */
export function withoutEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
