import { listIn, recordIn, textIn, textOf } from '../imported/json-text';
import type { JsonRecord } from '../imported/json-text';
import { isRecord } from '../json/decode';
import { readWikidataTime } from './wikidata-time';
import type { WikidataTime } from './wikidata-time';

/** Items of a file by id. */
export type EntityNames = ReadonlyMap<string, JsonRecord>;

/** What a statement says, and what is said of that. */
export interface WikidataStatement {
  readonly id: string | undefined;
  readonly property: string;
  readonly rank: string;
  readonly main: JsonRecord | undefined;
  readonly datatype: string | undefined;
  readonly qualifiers: JsonRecord | undefined;
  readonly references: readonly JsonRecord[];
  readonly where: string;
}

/** All statements of an entity, in the file's order. */
export function statementsOf(entity: JsonRecord, pointer: string): readonly WikidataStatement[] {
  const key = recordIn(entity, 'claims') === undefined ? 'statements' : 'claims';
  const claims = recordIn(entity, key) ?? {};
  return Object.entries(claims).flatMap(([property, list]) =>
    (Array.isArray(list) ? (list as readonly unknown[]) : []).flatMap((statement, index) =>
      isRecord(statement)
        ? [
            {
              id: textIn(statement, 'id'),
              property,
              rank: textIn(statement, 'rank') ?? 'normal',
              main: recordIn(statement, 'mainsnak'),
              datatype: textIn(recordIn(statement, 'mainsnak'), 'datatype'),
              qualifiers: recordIn(statement, 'qualifiers'),
              references: listIn(statement, 'references').filter(isRecord),
              where: `${pointer}/${key}/${property}/${index}`,
            },
          ]
        : [],
    ),
  );
}

/** The time that a snak gives; `unknown` where somebody says that nobody knows it, or it is coarser than any date. */
export function timeOf(snak: unknown): WikidataTime | 'unknown' | undefined {
  if (!isRecord(snak)) return undefined;
  if (textIn(snak, 'snaktype') === 'somevalue') return 'unknown';
  const value = recordIn(recordIn(snak, 'datavalue'), 'value');
  const time = textIn(value, 'time');
  if (time === undefined) return undefined;
  return readWikidataTime(time, Number(textIn(value, 'precision') ?? 11), textIn(value, 'calendarmodel')) ?? 'unknown';
}

/** The first time that a list of qualifiers or of an entity's snaks gives. */
export function firstTime(snaks: JsonRecord | undefined, property: string): WikidataTime | 'unknown' | undefined {
  return listIn(snaks, property)
    .map(timeOf)
    .find((time) => time !== undefined);
}

/** A label, in the wanted language, English, any. */
export function labelOf(entity: JsonRecord | undefined, language: string, key = 'labels'): string | undefined {
  const labels = recordIn(entity, key) ?? {};
  const wanted = [language, 'en', 'mul', ...Object.keys(labels)];
  return wanted.map((each) => labelIn(labels, each)).find((label) => label !== undefined);
}

function labelIn(labels: JsonRecord, language: string): string | undefined {
  const label = Object.hasOwn(labels, language) ? labels[language] : undefined;
  return isRecord(label) ? textIn(label, 'value') : textOf(label);
}

/** The value of a snak in words: a text, an amount, the label of an item that the file has, else its id. */
export function valueInWords(snak: JsonRecord | undefined, names: EntityNames, language: string): string | undefined {
  const value: unknown = recordIn(snak, 'datavalue')?.['value'];
  if (!isRecord(value)) return textOf(value);
  const id = itemOf(snak);
  if (id !== undefined) return labelOf(names.get(id), language) ?? id;
  return textIn(value, 'text') ?? textIn(value, 'amount')?.replace(/^\+/, '');
}

/** Id of the item that a snak means. */
export function itemOf(snak: JsonRecord | undefined): string | undefined {
  const value = recordIn(recordIn(snak, 'datavalue'), 'value');
  const number = textIn(value, 'numeric-id');
  return textIn(value, 'id') ?? (number === undefined ? undefined : `Q${number}`);
}
