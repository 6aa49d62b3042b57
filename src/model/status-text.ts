import type { EventStatus } from './dataset';
import { STATUSES } from './vocabulary';

/** Statuses as one text: `announced; held 2016-02-24`. Fields of them that nobody knows aren't in it. */
export function statusText(statuses: readonly EventStatus[]): string {
  return statuses.map(({ value, asOf }) => (asOf === undefined ? value : `${value} ${asOf}`)).join('; ');
}

/** The statuses of such a text, in any case of its letters; what is none is told to `tell` and left out. */
export function statusesIn(text: string, tell?: (unknown: string) => void): readonly EventStatus[] {
  return text.split(';').flatMap((part): readonly EventStatus[] => {
    const own = part.trim();
    if (own === '') return [];
    const [, word = '', asOf] = /^(\S+)(?:\s+(\S+))?$/.exec(own) ?? [];
    const value = STATUSES.find((each) => each === word.toLowerCase());
    if (value === undefined) tell?.(own);
    return value === undefined ? [] : [{ value, asOf }];
  });
}
