import * as v from 'valibot';
import type { MessageKey } from '../../base/translate';
import { ACTOR_KINDS, EVENT_TYPES, ROLES, TONES } from '../../model/vocabulary';
import { CSV_DATE_FORMATS, CSV_DELIMITERS } from './mapping';

/* The rows of a dataset whose events stand in a CSV: the one definition, as schema.ts is for the rest of the file. */

const says = (key: MessageKey): MessageKey => key;
const text = (description: string, most = 200) =>
  v.pipe(v.string(), v.nonEmpty(), v.maxLength(most), v.description(description));
const header = (description: string) => text(`${description} Header of a column.`);
const separator = v.optional(text('What parts several in one cell.', 8));

function wordOrColumn<const Words extends readonly string[]>(words: Words, description: string) {
  return v.optional(
    v.union([
      v.pipe(v.picklist(words), v.description(`${description} For all rows.`)),
      v.object({
        column: header(description),
        values: v.pipe(
          v.record(v.string(), v.picklist(words)),
          v.description('What each value of the column stands for.'),
        ),
      }),
    ]),
  );
}

const mappingSchema = v.pipe(
  v.object({
    delimiter: v.optional(v.pipe(v.picklist(CSV_DELIMITERS), v.description('Guessed from the header where absent.'))),
    date: v.union([
      header('When it happened, EDTF.'),
      v.object({
        column: header('When it happened.'),
        format: v.optional(
          v.pipe(v.picklist(CSV_DATE_FORMATS), v.description('How the cells are written; "edtf" where absent.')),
        ),
      }),
    ]),
    end: v.optional(header('Last day, written as the date is.')),
    title: text('Header of a column, or a text with headers in braces: "{country} votes {vote}".', 500),
    id: v.optional(header('Unique; "row-1", "row-2" ... where absent.')),
    actors: v.pipe(
      v.array(
        v.object({
          column: header('Who took part.'),
          role: v.optional(v.pipe(v.picklist(ROLES), v.description('"party" where absent.'))),
          kind: v.optional(v.pipe(v.picklist(ACTOR_KINDS), v.description('Guessed from the name where absent.'))),
          countryColumn: v.optional(header('The actor’s country, ISO 3166-1 alpha-2.')),
          country: v.optional(v.pipe(v.picklist(['as-actor']), v.description('The actor’s own cell is such a code.'))),
          separator,
        }),
      ),
      v.minLength(1, says('expected.someActor')),
      v.maxLength(16),
      v.description('Columns that name actors.'),
    ),
    countries: v.optional(
      v.union([header('Countries, all acting.'), v.object({ column: header('Countries, all acting.'), separator })]),
    ),
    type: wordOrColumn(EVENT_TYPES, 'Kind of event.'),
    tone: wordOrColumn(TONES, 'Tone; without it the type decides.'),
    importance: v.optional(
      v.union([
        v.pipe(v.picklist([1, 2, 3]), v.description('For all rows; 2 where absent.')),
        v.object({ column: header('1 to 3.') }),
      ]),
    ),
    place: v.optional(header('Name of the place.')),
    summary: v.optional(header('Summary.')),
    restsOn: v.optional(
      text('Id of the source that all rows rest on; the dataset’s source, where it has just one.', 128),
    ),
  }),
  v.description('Which column means what. Required: date, title, actors.'),
);

/** `rows` of a dataset file, instead of `events`. */
export const rowsSchema = v.pipe(
  v.object({
    csv: text('Address of the CSV, from this file’s own.', 2000),
    mapping: mappingSchema,
  }),
  v.description('Events as the rows of a CSV file beside this one, instead of "events".'),
);
