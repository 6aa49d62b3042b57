import type { EventType } from '../../../../model/vocabulary';
import { CAMEO_NAMES } from './cameo-names';
import { codeTable, plainCode } from './code-table';
import { WEIS_NAMES } from './weis-names';

/** Two tables of event codes that look alike: `031` is an intent in the one and a meeting in the other. */
export type CodeScheme = 'cameo' | 'weis';

const NAMES = { cameo: codeTable(CAMEO_NAMES), weis: codeTable(WEIS_NAMES) } as const;

/** Short English name of an event code, whatever brackets strayed into it; empty where the table doesn't hold it. */
export function nameOfCode(scheme: CodeScheme, code: string): string {
  return NAMES[scheme].get(plainCode(code)) ?? '';
}

/** How many of the codes each table holds; empty ones count nowhere. */
export function codesKnown(codes: Iterable<string>): Readonly<Record<CodeScheme | 'of', number>> {
  const known = { cameo: 0, weis: 0, of: 0 };
  for (const code of codes) {
    if (code.trim() === '') continue;
    known.of += 1;
    if (nameOfCode('cameo', code) !== '') known.cameo += 1;
    if (nameOfCode('weis', code) !== '') known.weis += 1;
  }
  return known;
}

/** Codes that plainly are one of our types, by how they begin; the longest beginning counts. */
const TYPES: Readonly<Record<CodeScheme, Readonly<Record<string, EventType>>>> = {
  cameo: {
    '01': 'statement',
    '02': 'appeal',
    '04': 'talks',
    '057': 'agreement',
    '073': 'humanitarian',
    '0863': 'humanitarian',
    '0871': 'ceasefire',
    '11': 'criticism',
    '13': 'warning',
    '15': 'military',
    '163': 'sanctions',
    '19': 'military',
  },
  weis: {
    '02': 'statement',
    '03': 'talks',
    '065': 'ceasefire',
    '081': 'agreement',
    '09': 'appeal',
    '12': 'criticism',
    '16': 'warning',
    '17': 'warning',
    '182': 'military',
    '223': 'military',
  },
};

/** Our type for a code that plainly is one, else undefined: then the code alone says what tone it has. */
export function typeOfCode(scheme: CodeScheme, code: string): EventType | undefined {
  const plain = plainCode(code);
  if (nameOfCode(scheme, plain) === '') return undefined;
  for (let length = plain.length; length >= 2; length--) {
    const type = TYPES[scheme][plain.slice(0, length)];
    if (type !== undefined) return type;
  }
  return undefined;
}
