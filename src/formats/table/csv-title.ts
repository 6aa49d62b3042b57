import { shortenAtWord } from '../../base/clean-text';
import type { TextColumn } from '../../model/text-column';

/** Texts put together from other columns when somebody looks; none of them is kept. At most `most` characters each. */
export function composedColumn(parts: readonly (string | TextColumn)[], size: number, most: number): TextColumn {
  const at = (record: number): string => {
    if (!(record >= 0 && record < size)) throw new RangeError(`No text at record ${record}: the column has ${size}`);
    let text = '';
    for (const part of parts) text += typeof part === 'string' ? part : part.at(record);
    return shortenAtWord(text, most);
  };
  return {
    size,
    at,
    find: (text) => {
      for (let record = 0; record < size; record++) if (at(record) === text) return record;
      return undefined;
    },
  };
}
