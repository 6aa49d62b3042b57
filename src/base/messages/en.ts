import type { Message } from '../translate';
import source from './en.json';
import { keyMessages } from './keys.en';

/** In ICU MessageFormat as the file has it, or as data where build/message-catalogues.ts has compiled it. */
const messages = { ...source, ...keyMessages };

export type MessageKey = keyof typeof messages;

/** English, the language every other catalogue is made from. Keys are `area.thing`. */
export const english: Readonly<Record<MessageKey, Message>> = messages;
