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
  const { has } = knownColumns(headers ?? sample[0] ?? []);
  if (has('CAMEOEVENTCODE') || has('tableId', 'dataType', 'Description')) return true;
  const [first = ''] = headers ?? sample[0] ?? [];
  return (has('CODE', 'LABEL') && (headers ?? sample[0] ?? []).length === 2) || /^# CAMEO to PLOVER/.test(first);
}
