import * as v from 'valibot';
import { rowsSchema } from '../table/mapping-schema';
import { chapterSchema, noteSchema, periodSchema } from './outline-schema';
import { actorSchema, eventSchema, headEntries, sourceSchema } from './schema';

/** A whole file, for the JSON Schema made from it; the reader goes record by record. */
export const datasetSchema = v.pipe(
  v.object({
    ...headEntries,
    sources: v.optional(v.array(sourceSchema)),
    actors: v.optional(v.array(actorSchema)),
    chapters: v.optional(v.array(chapterSchema)),
    notes: v.optional(v.array(noteSchema)),
    periods: v.optional(v.array(periodSchema)),
    events: v.optional(v.array(eventSchema)),
    rows: v.optional(rowsSchema),
  }),
  v.title('Diplomatic timeline dataset'),
  v.description('Sources, actors, and events or rows. See docs/data.md.'),
);
