import { showableText } from '../../base/clean-text';
import type { Rejection } from '../../model/rejection';

/** A value of the address that can't be used, with what stands there cut to 80 characters. */
export function addressRejection(
  field: string,
  found: string,
  expected: string,
  effect: Rejection['effect'],
): Rejection {
  return {
    where: 'address',
    record: undefined,
    field: showableText(field, LONGEST),
    found: showableText(found, LONGEST),
    expected,
    effect,
  };
}

const LONGEST = 80;
