import type { Steps } from '../../base/steps';
import { makeImportedReader } from '../imported/imported-reader';
import type { ImportedEnd } from '../imported/imported-reader';
import { RECORDS_A_STEP, jsonOf } from '../imported/json-text';
import type { ImportedEvents } from '../imported-events';
import { linkedNodes } from './linked-data';
import { addLinkedEvent } from './schema-org-event';

/** Reads events of schema.org in JSON-LD, wherever in the document they stand. */
export const schemaOrgReader = makeImportedReader({ name: 'schema.org (JSON-LD)', read: readSchemaOrg });

function* readSchemaOrg(text: string, into: ImportedEvents): Steps<ImportedEnd> {
  const json = yield* jsonOf(text, into);
  if ('problem' in json) return json.problem;
  const nodes = linkedNodes(json.value);
  const { events, types } = nodes;
  if (events.length === 0) {
    const { t } = into;
    const kinds = [...types].slice(0, 5).join(', ');
    const detail = kinds === '' ? t('imported.problem.schemaOrg') : t('imported.problem.schemaOrgTypes', { kinds });
    return { problem: 'no-events', detail };
  }
  for (const [index, event] of events.entries()) {
    if (index % RECORDS_A_STEP === 0) yield index / events.length;
    addLinkedEvent(event, nodes, into);
  }
  return { records: events.length };
}
