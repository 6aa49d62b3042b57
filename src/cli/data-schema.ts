import { writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { compile } from 'json-schema-to-typescript';
import type { JSONSchema } from 'json-schema-to-typescript';
import { datasetSchema } from '../formats/json/dataset-schema';
import { FORMAT_VERSION } from '../formats/json/read-head';

/** Where the schema and the type made from it are kept, from the project's folder. */
export const SCHEMA_PATH = 'data/dataset.schema.json';
export const INPUT_TYPE_PATH = 'src/model/dataset-input.d.ts';

/** What the definition can't say: a dataset has its events itself, or rows in a CSV. */
const EITHER = [{ required: ['events'] }, { required: ['rows'] }];

/**
 * The JSON Schema (draft-07) of a dataset file, as text, made from the definition that files are read by. What a schema
 * can't say (that EDTF parses, that references resolve) is left to `npm run data:check`. Its `$id` names the version of
 * the format and no place: a copy of it stands wherever the package does.
 */
export function datasetJsonSchema(): string {
  const { $schema, ...schema } = definition();
  return `${JSON.stringify(
    { $schema, $id: `urn:diplomatic-timeline:dataset:${FORMAT_VERSION}`, ...schema, anyOf: EITHER },
    null,
    2,
  )}\n`;
}

/**
 * The same definition as a TypeScript type, `DatasetInput`, with what it says of each field as comments: for editors.
 */
export async function datasetInputType(): Promise<string> {
  return compile(unbounded(definition()) as JSONSchema, 'DatasetInput', {
    additionalProperties: true,
    bannerComment: '// Made of the definition that files are read by (npm run data:schema).',
    ignoreMinAndMaxItems: true,
    style: { printWidth: 120, singleQuote: true },
  });
}

function definition() {
  return toJsonSchema(datasetSchema, {
    target: 'draft-07',
    typeMode: 'input',
    errorMode: 'ignore',
    ignoreActions: ['check'],
  });
}

/** Without titles, which would name types. */
function unbounded(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(unbounded);
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]) =>
      key === 'title' && typeof value === 'string' ? [] : [[key, unbounded(value)]],
    ),
  );
}

const script = argv[1];
if (script !== undefined && import.meta.url === pathToFileURL(script).href) {
  writeFileSync(SCHEMA_PATH, datasetJsonSchema());
  writeFileSync(INPUT_TYPE_PATH, await datasetInputType());
}
