import type { Translate } from '../base/translate';
import type { DiplomaticEvent } from '../model/dataset';

/** "Cooperation, done": what an event is to those it concerns, and whether it was done or said. */
export function toneInWords(event: DiplomaticEvent, t: Translate): string {
  return t('list.toneWords', { tone: t(`tone.${event.tone}`), deed: t(event.deed ? 'deed.yes' : 'deed.no') });
}
