import { chartMessages } from './chart.en';
import { dateMessages } from './dates.en';
import { embedMessages } from './embed.en';
import { filterMessages } from './filters.en';
import { ingestMessages } from './ingest.en';
import { panelMessages } from './panels.en';
import { pictureMessages } from './picture.en';
import { readerMessages } from './readers.en';
import { setMessages } from './sets.en';
import { shareMessages } from './share.en';
import { vocabularyMessages } from './vocabulary.en';

/** English, the language every other catalogue is made from. Keys are `area.thing`. */
export const english = {
  ...vocabularyMessages, ...dateMessages, ...ingestMessages, ...filterMessages, ...panelMessages, ...chartMessages, ...setMessages, ...embedMessages, ...shareMessages, ...pictureMessages, ...readerMessages,
} as const;
