import type { Message } from '../translate';
import source from './en.json';

/** In ICU MessageFormat as the file has it, or as data where build/message-catalogues.ts has compiled it. */
const messages = { ...source };

export type MessageKey = keyof typeof messages;

/** English, the language every other catalogue is made from. Keys are `area.thing`. */
export const english: Readonly<Record<MessageKey, Message>> = messages;
