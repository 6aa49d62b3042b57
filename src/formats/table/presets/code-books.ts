import { knownColumns } from './known-columns';
import type { Preset, PresetLook } from './preset';

/** Tables that explain the codes of event data: everybody has them in the same folder, and they hold no event. */
export const codeBooks: Preset = {
  id: 'code-book',
  name: 'CAMEO',
  find: (look) => {
    if (!isCodeBook(look)) return undefined;
    return { mapping: {}, missing: (t) => t('preset.codeBook') };
  },
};

const PLOVER = /^\d{2,4}:\s*[A-Z]+/;

function isCodeBook({ headers, sample }: PresetLook): boolean {
  const first = headers ?? sample[0] ?? [];
  const { has } = knownColumns(first);
  if (has('CAMEOEVENTCODE') || has('tableId', 'dataType', 'Description')) return true;
  if (has('CODE', 'LABEL') && first.length === 2) return true;
  // The list that turns CAMEO into PLOVER has comments above it, and `0311: AGREE` in each line.
  const beginnings = [first, ...sample.slice(0, 20)].map(([cell = '']) => cell);
  return beginnings.length > 5 && beginnings.filter((cell) => PLOVER.test(cell)).length > beginnings.length / 2;
}
