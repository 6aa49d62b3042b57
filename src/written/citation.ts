import { listInWords } from '../base/translate';
import type { Translate } from '../base/translate';
import type { Dataset, DiplomaticEvent, Source } from '../model/dataset';
import { edtfInWords } from './source-prose';

/** "sentence 16" for S16; S0 is the dateline by the format's custom. Other locators as written. */
export function locatorInWords(locator: string, t: Translate): string {
  const sentence = /^S(\d{1,5})$/.exec(locator)?.[1];
  if (sentence === undefined) return locator;
  return Number(sentence) === 0 ? t('details.dateline') : t('details.sentence', { number: String(Number(sentence)) });
}

/** One line to cite an event by: its sources, the dataset with version, the event's id. */
export function citationOf(dataset: Dataset, event: DiplomaticEvent, t: Translate): string {
  const cited = dataset.sources.filter((source) => event.evidence.some((item) => item.source === source.id));
  const sources = listInWords(
    cited.map((source) => citedSource(source, t)),
    t,
    'list.semicolon',
  );
  const version = dataset.version === undefined ? '' : t('cite.version', { version: dataset.version });
  const place = t('cite.place', { title: dataset.title, version, id: event.id });
  return sources === '' ? t('cite.unsourced', { event: event.title, place }) : t('cite.sourced', { sources, place });
}

function citedSource(source: Source, t: Translate): string {
  const parts = [
    source.publisher,
    source.title === undefined ? undefined : t('panel.quoted', { text: source.title }),
    source.published === undefined ? undefined : edtfInWords(source.published, t),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? source.id : listInWords(parts, t);
}
