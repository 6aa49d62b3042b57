import { growableArray } from '../../base/growable-array';
import type { GrowableArray } from '../../base/growable-array';
import type { Translate } from '../../base/translate';
import { stanceOfCameo } from '../../model/tone';
import type { Stance } from '../../model/tone';
import { TONES } from '../../model/vocabulary';
import type { BoundMapping } from './bind-mapping';
import type { TableRecord } from './record';
import { makeTextStore } from './text-store';
import type { TextStore } from './text-store';

/** Codes of events, which stay text: `010` is not `10`. */
export interface CodeCells {
  readonly scheme: 'cameo' | 'weis';
  /** Takes the record's code; gives the tone of its class (an index into TONES), undefined where it has none. */
  readonly take: (hasType: boolean) => number | undefined;
  readonly codes: TextStore;
  /** 1 where the code is of a deed and no type says otherwise. */
  readonly deeds: GrowableArray<Uint8Array>;
}

/** The codes of one column. */
export function makeCodeCells(
  { column, scheme }: NonNullable<BoundMapping['cameo']>,
  record: TableRecord,
  t: Translate,
): CodeCells {
  const codes = makeTextStore();
  const deeds = growableArray((length) => new Uint8Array(length));
  return {
    scheme,
    codes,
    deeds,
    take: (hasType) => {
      const cell = record.cell(column);
      const code = codeOf(cell);
      if (code !== cell)
        record.tell(column, cell, t('expected.cameoCode'), code === '' && cell !== '' ? 'dropped' : 'noted');
      const stance = code === '' ? undefined : scheme === 'cameo' ? stanceOfCameo(code) : stanceOfWeis(code);
      codes.add(code);
      deeds.push(!hasType && stance?.deed === true ? 1 : 0);
      return stance === undefined ? undefined : TONES.indexOf(stance.tone);
    },
  };
}

/** The digits of a cell; the lists of KEDS have stray brackets (`145]`). Empty where there is no code. */
function codeOf(cell: string): string {
  return /^[^\p{L}\p{N}]*(\d{2,4})[^\p{L}\p{N}]*$/u.exec(cell)?.[1] ?? '';
}

const WORD_COOPERATION = new Set([2, 3, 4, 5, 8, 9, 10]);
const DEED_COOPERATION = new Set([1, 6, 7]);

/**
 * Tone and deed of a WEIS code by its two-digit category, as KEDS sorts them (Schrodt and Gerner, Kansas Event Data System):
 * 02-05 and 08-10 verbal cooperation, 01, 06 and 07 material, 11-17 verbal conflict, 18-22 material.
 */
function stanceOfWeis(code: string): Stance | undefined {
  const category = Number(code.slice(0, 2));
  if (WORD_COOPERATION.has(category)) return { tone: 'cooperation', deed: false };
  if (DEED_COOPERATION.has(category)) return { tone: 'cooperation', deed: true };
  if (category < 11 || category > 22) return undefined;
  return { tone: 'conflict', deed: category >= 18 };
}
