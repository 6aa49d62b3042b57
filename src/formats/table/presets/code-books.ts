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

function isCodeBook({ headers, sample }: PresetLook): boolean {
  const first = headers ?? sample[0] ?? [];
  const { has } = knownColumns(first);
  if (has('CAMEOEVENTCODE') || has('tableId', 'dataType', 'Description')) return true;
  if (has('CODE', 'LABEL') && first.length === 2) return true;
  return [first, ...sample.slice(0, 3)].some(([cell = '']) => /^#\s*CAMEO to PLOVER/.test(cell));
}
