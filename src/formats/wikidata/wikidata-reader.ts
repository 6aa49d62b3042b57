import type { Steps } from '../../base/steps';
import { makeImportedReader } from '../imported/imported-reader';
import type { ImportedEnd } from '../imported/imported-reader';
import { jsonOf, recordIn, textIn } from '../imported/json-text';
import type { JsonRecord } from '../imported/json-text';
import type { ImportedEvents } from '../imported-events';
import { isRecord } from '../json/decode';
import { labelOf, statementsOf } from './wikidata-entity';
import type { EntityNames } from './wikidata-entity';
import { addStatement, addSpan } from './wikidata-event';

/** Reads entities of Wikidata, or of any Wikibase: each statement with a date is an event. */
export const wikidataReader = makeImportedReader({ name: 'Wikidata', read: readWikidata });

function* readWikidata(text: string, into: ImportedEvents): Steps<ImportedEnd> {
  const json = yield* jsonOf(text, into);
  if ('problem' in json) return json.problem;
  const { t } = into;
  const entities = entitiesOf(json.value);
  if (entities.length === 0) return undefined;
  const names: EntityNames = new Map(
    entities.flatMap(({ entity }) => {
      const id = textIn(entity, 'id');
      return id === undefined ? [] : [[id, entity] as const];
    }),
  );
  const language = t.locale.split('-')[0] ?? 'en';
  let records = 0;
  let identifiers = 0;
  for (const [index, { entity, pointer }] of entities.entries()) {
    yield index / entities.length;
    const context = { entity, names, language };
    records += addSpan(context, pointer, into) ? 1 : 0;
    for (const statement of statementsOf(entity, pointer)) {
      const added = addStatement(statement, context, into);
      if (added === 'identifier') identifiers += 1;
      else if (added) records += 1;
    }
  }
  if (records === 0) return { problem: 'no-events', detail: t('imported.problem.wikidata') };
  describe(entities, language, into);
  into.note('settled', t('imported.note.statements', { n: records }));
  if (identifiers > 0) into.note('settled', t('imported.note.identifiers', { n: identifiers }));
  return { records };
}

interface FileEntity {
  readonly entity: JsonRecord;
  readonly pointer: string;
}

/** One entity, a list of them, or `entities` as the API gives them. */
function entitiesOf(value: unknown): readonly FileEntity[] {
  if (Array.isArray(value))
    return (value as readonly unknown[]).flatMap((entity, index) =>
      isRecord(entity) ? [{ entity, pointer: `/${index}` }] : [],
    );
  if (!isRecord(value)) return [];
  const entities = recordIn(value, 'entities');
  if (entities === undefined) return [{ entity: value, pointer: '' }];
  return Object.entries(entities).flatMap(([id, entity]) =>
    isRecord(entity) ? [{ entity, pointer: `/entities/${id}` }] : [],
  );
}

function describe(entities: readonly FileEntity[], language: string, into: ImportedEvents): void {
  const [only, other] = entities;
  if (only === undefined || other !== undefined) return;
  into.describe({
    title: labelOf(only.entity, language),
    description: labelOf(only.entity, language, 'descriptions'),
    licence: 'CC0 1.0',
  });
}
