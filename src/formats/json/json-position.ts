import type { Translate } from '../../base/translate';

/** "line 12, column 5" of an offset into the text, both counted from 1. */
export function positionInWords(text: string, offset: number, t: Translate): string {
  const before = text.slice(0, offset);
  const lineStart = before.lastIndexOf('\n') + 1;
  const line = before.split('\n').length;
  return t('position', { line: String(line), column: String(offset - lineStart + 1) });
}
