import type { Rejection } from '../model/rejection';

/** A value of the address that can't be used, with what stands there cut to 80 characters. */
export function addressRejection(field: string, found: string, expected: string, effect: Rejection['effect']): Rejection {
  return { where: 'address', record: undefined, field: shorten(field), found: shorten(found), expected, effect };
}

function shorten(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
