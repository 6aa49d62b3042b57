import type { Steps } from '../../base/steps';
import { makeImportedReader } from '../imported/imported-reader';
import type { ImportedEnd } from '../imported/imported-reader';
import { RECORDS_A_STEP, jsonOf, listIn, recordsOf, textIn } from '../imported/json-text';
import { isRecord } from '../json/decode';
import type { ImportedEvents } from '../imported-events';
import { addSimileEvent } from './simile-event';

/** Reads JSON of SIMILE Timeline. */
export const simileJsonReader = makeImportedReader({ name: 'SIMILE Timeline (JSON)', read: readSimileJson });

function* readSimileJson(text: string, into: ImportedEvents): Steps<ImportedEnd> {
  const json = yield* jsonOf(text, into);
  if ('problem' in json) return json.problem;
  const file = isRecord(json.value) ? json.value : undefined;
  const events = listIn(file, 'events');
  if (events.length === 0) return { problem: 'no-events', detail: into.t('imported.problem.simile') };
  into.addSource({ url: textIn(file, 'wikiURL') ?? '', title: textIn(file, 'wikiSection'), kind: 'reference' });
  for (const [record, where, index] of recordsOf(events, '/events', into)) {
    if (index % RECORDS_A_STEP === 0) yield index / events.length;
    addSimileEvent(record, where, true, into);
  }
  return { records: events.length };
}
