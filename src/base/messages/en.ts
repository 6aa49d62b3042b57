import { chartMessages } from './chart.en';
import { dateMessages } from './dates.en';
import { embedMessages } from './embed.en';
import { filterMessages } from './filters.en';
import { ingestMessages } from './ingest.en';
import { panelMessages } from './panels.en';
import { setMessages } from './sets.en';
import { vocabularyMessages } from './vocabulary.en';

/** English, the language every other catalogue is made from. Keys are `area.thing`. */
export const english = {
  ...vocabularyMessages, ...dateMessages, ...ingestMessages, ...filterMessages, ...panelMessages, ...chartMessages, ...setMessages, ...embedMessages,
} as const;
