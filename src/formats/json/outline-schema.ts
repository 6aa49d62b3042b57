import * as v from 'valibot';
import { date, evidence } from './schema';
import { country, edtf, id, listOf, text } from './schema-fields';

// Apart from the rest of the file's definition, since few files have any of these.

const from = v.optional(edtf('First day.'));
const to = v.optional(edtf('Last day.'));

export const chapterSchema = v.pipe(
  v.object({
    id: id('Unique among chapters.'),
    title: text('Title.'),
    from,
    to,
    text: v.optional(text('One or two sentences.')),
    view: v.optional(text('The view it is read in, as an address of the page has it: "group=actor&type=talks".')),
    events: listOf(id('The id of an event.'), 'Events that it speaks of.'),
    evidence,
  }),
  v.description('A titled span that leads through the dataset.'),
);

export const noteSchema = v.pipe(
  v.object({
    id: id('Unique among notes.'),
    text: text('The note.'),
    event: v.optional(id('The id of the event it is about.')),
    from,
    to,
    evidence,
  }),
  v.description('A remark on an event or a span.'),
);

export const periodSchema = v.pipe(
  v.object({
    id: id('Unique among periods.'),
    label: text('Its name.'),
    date,
    countries: listOf(country, 'Countries that it concerns; all where absent.'),
    evidence,
  }),
  v.description('A span with a name, behind the events: a war, a term of office.'),
);
