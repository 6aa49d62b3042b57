/** The part of the package `edtf` 4 that we use: its parser's tree, and the reach of a date with unspecified digits. */
declare module 'edtf' {
  export interface DateNode {
    /** Missing on some masked dates inside sets: then it is a date. */
    readonly type?: 'Date' | 'Season' | 'Year' | 'Decade' | 'Century';
    /** Year, month from 0, day; or the number of a decade or century; or year and season. */
    readonly values: readonly number[];
    readonly uncertain?: boolean | number;
    readonly approximate?: boolean | number;
    /** A bit a digit of YYYYMMDD, the first year digit lowest. */
    readonly unspecified?: number;
    /** How many digits of a year count (`1950S2`). */
    readonly significant?: number;
  }
  /** Infinity is `..`, null is nothing. */
  export type BoundNode = DateNode | number | null;
  export interface IntervalNode {
    readonly type: 'Interval';
    readonly values: readonly [BoundNode, BoundNode];
  }
  export interface ListNode {
    readonly type: 'Set' | 'List';
    readonly values: readonly (DateNode | readonly [DateNode, DateNode])[];
    readonly earlier?: boolean;
    readonly later?: boolean;
  }
  /** Throws on anything that isn't EDTF of this level. */
  export function parse(text: string, constraints: { readonly level: 0 | 1 | 2 }): DateNode | IntervalNode | ListNode;
  export default function edtf(node: DateNode): { readonly min: number; readonly max: number };
}
