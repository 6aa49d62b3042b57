import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { datasetSchema } from '../formats/json/dataset-schema';

/** Where the schema is kept, from the project's folder. */
export const SCHEMA_PATH = 'data/dataset.schema.json';

/** What the definition can't say: a dataset has its events itself, or rows in a CSV. */
const EITHER = [{ required: ['events'] }, { required: ['rows'] }];

/**
 * The JSON Schema (draft-07) of a dataset file, as text, made from the definition that files are read by. What a schema
 * can't say (that EDTF parses, that references resolve) is left to `npm run data:check`.
 */
export function datasetJsonSchema(): string {
  const schema = toJsonSchema(datasetSchema, {
    target: 'draft-07',
    typeMode: 'input',
    errorMode: 'ignore',
    ignoreActions: ['check'],
  });
  return `${JSON.stringify({ ...schema, anyOf: EITHER }, null, 2)}\n`;
}

const script = argv[1];
if (script !== undefined && import.meta.url === pathToFileURL(script).href)
  writeFileSync(SCHEMA_PATH, datasetJsonSchema());
