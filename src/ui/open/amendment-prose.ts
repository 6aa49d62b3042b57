import type { Translate } from '../../base/translate';
import type { Amendment } from './open-services';

/** What was set in place, in a word or two. */
export function amendmentInWords({ about }: Amendment, t: Translate): string {
  return t(`open.amended.${about}`);
}
