/** The value of a JSON text, or where it stops being JSON when nothing of it can be used. */
export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly where: string };

/** What a damaged record is read as: the reader leaves it out, its faults are told once by position. */
export const DAMAGED: unique symbol = Symbol('damaged record');
