import * as v from 'valibot';
import type { MessageKey } from '../../base/translate';
import {
  ACTOR_KINDS,
  CAVEAT_KINDS,
  CERTAINTIES,
  COUNTRY_ROLES,
  DATE_BASES,
  EVENT_TYPES,
  EVIDENCE_FIELDS,
  GROUPINGS,
  RELATION_TYPES,
  ROLES,
  SCALES,
  SOURCE_GRADES,
  SOURCE_KINDS,
  STATUSES,
  TONES,
} from '../../model/vocabulary';

/*
 * The dataset file, short and long forms: the one definition. Files are read by it (decode.ts), and
 * data/dataset.schema.json is made from it. A pattern's message is the key of the phrase that completes "expected ...".
 */

/** Most entries of a list; the three lists of a dataset itself may be longer. */
export const MOST_ENTRIES = 256;

/** The metadata under which a word says what an unknown one is taken for, where leaving it out would claim too much. */
export interface Otherwise {
  readonly otherwise?: string;
}

const says = (key: MessageKey): MessageKey => key;

const text = (description: string, most = 500) =>
  v.pipe(v.string(), v.nonEmpty(), v.maxLength(most), v.description(description));
const id = (description: string) =>
  v.pipe(
    v.string(),
    v.nonEmpty(),
    v.maxLength(128),
    v.regex(/^[^\r\n]+$/, says('expected.id')),
    v.description(description),
  );
const edtf = (description: string) =>
  v.pipe(v.string(), v.nonEmpty(), v.description(`${description} EDTF (ISO 8601-2, levels 0-2).`));
const country = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/, says('expected.country')),
  v.description('ISO 3166-1 alpha-2, like "SY".'),
);
const cameoCode = v.pipe(
  v.string(says('expected.codeText')),
  v.regex(/^\d{2,4}$/, says('expected.cameoCode')),
  v.description('CAMEO code as text: "010" is not "10".'),
);

function oneOf<const Words extends readonly string[]>(words: Words, description: string) {
  return v.pipe(v.picklist(words), v.description(description));
}

function oneOfElse<const Words extends readonly string[]>(words: Words, otherwise: Words[number], description: string) {
  return v.pipe(v.picklist(words), v.metadata({ description, otherwise }));
}

function listOf<Item extends v.GenericSchema>(item: Item, description: string) {
  return v.optional(v.pipe(v.array(item), v.maxLength(MOST_ENTRIES), v.description(description)));
}

const date = v.union([
  edtf('When it happened, in the civil calendar of the place.'),
  v.object({
    edtf: edtf('When it happened, in the civil calendar of the place.'),
    time: v.optional(text('RFC 3339 with offset, only when a source gives the hour: "2016-02-27T00:00:00+02:00".')),
    zone: v.optional(text('IANA time zone of the place: "Asia/Damascus".')),
    basis: v.optional(
      oneOf(
        DATE_BASES,
        'stated (printed), resolved (weekday or year worked out), inferred (by the curator), external (another source), claimed.',
      ),
    ),
    display: v.optional(text('The date in the author’s own words, shown instead of ours.')),
    note: v.optional(text('How the date is known.', 4000)),
  }),
]);

const participant = v.union([
  text('An actor’s id, or a bare name, which makes an actor.'),
  v.object({
    actor: id('An actor’s id.'),
    role: v.optional(oneOfElse(ROLES, 'referenced', 'Part played in the event; "party" where absent.')),
    office: v.optional(text('Office held at the time of the event.')),
    claimedBy: v.optional(text('Who says that this actor took part.')),
  }),
]);

export const eventSchema = v.pipe(
  v.object({
    id: id('Unique in the file.'),
    title: text('Neutral, no claim in our voice; at most 90 characters.', 90),
    label: v.optional(text('For the chart, at most 32 characters; made from the title where absent.', 32)),
    summary: v.optional(text('At most 400 characters; says who says so.', 400)),
    date,
    type: v.optional(oneOf(EVENT_TYPES, 'Kind of event; decides tone with "mode".')),
    mode: v.optional(text('Second level of the type: phone, joint-statement, air-strikes, vetoed ...')),
    tone: v.optional(oneOf(TONES, 'Overrules the tone that follows from type or CAMEO code.')),
    cameo: v.optional(
      v.union([
        cameoCode,
        v.object({
          code: cameoCode,
          fit: v.optional(oneOf(['exact', 'good', 'fair'], 'How well the code fits.')),
          alternates: listOf(cameoCode, 'Other codes that could stand.'),
        }),
      ]),
    ),
    status: listOf(
      v.union([
        oneOf(STATUSES, 'What the event was.'),
        v.object({
          value: oneOf(STATUSES, 'What the event was.'),
          asOf: v.optional(edtf('As of this day.')),
        }),
      ]),
      'What the event was, as of when; the earliest first.',
    ),
    participants: v.pipe(
      v.array(participant),
      v.minLength(1),
      v.maxLength(MOST_ENTRIES),
      v.description('Who took part.'),
    ),
    countries: listOf(
      v.union([
        country,
        v.object({
          country,
          role: v.optional(
            oneOfElse(COUNTRY_ROLES, 'mentioned', 'How the country is involved; "acting" where absent.'),
          ),
        }),
      ]),
      'Countries involved; the participants’ countries, acting, where absent.',
    ),
    place: v.optional(
      v.union([
        text('Name of the place.'),
        v.object({ label: text('Name of the place.'), country: v.optional(country) }),
      ]),
    ),
    evidence: listOf(
      v.union([
        id('A source’s id.'),
        v.object({
          source: id('A source’s id.'),
          locator: v.optional(text('Where in the source: "S16" is sentence 16.')),
          find: v.optional(text('At most six words by which a reader finds the place.')),
          quote: v.optional(text('At most ten words, only where the wording is the news.')),
          supports: listOf(oneOf(EVIDENCE_FIELDS, 'A field that rests on this.'), 'Fields that rest on this.'),
        }),
      ]),
      'Where in which source the facts stand.',
    ),
    statements: listOf(
      v.object({
        speaker: text('An actor’s id.'),
        kind: v.optional(oneOf(['direct', 'indirect'], 'Direct or indirect speech; direct where there is a quote.')),
        text: v.optional(text('Paraphrase in our words.')),
        quote: v.optional(text('A few words of the original.')),
      }),
      'What was said.',
    ),
    claims: listOf(
      v.object({
        id: id('Unique in the file, among events too.'),
        claimedBy: v.optional(text('An actor’s id.')),
        text: text('The claim, in our words.'),
        about: v.optional(id('The id of the event it is about.')),
      }),
      'Things said inside a statement; never drawn as events.',
    ),
    attribution: v.optional(
      v.union([
        text('Whose account this is: "TASS".'),
        v.object({
          voice: text('Whose account this is: "TASS".'),
          via: v.optional(text('Whom the voice cites: "a Russian Foreign Ministry official".')),
        }),
      ]),
    ),
    caveats: listOf(
      v.object({
        kind: v.optional(oneOfElse(CAVEAT_KINDS, 'ambiguity', 'Kind of caveat; "ambiguity" where absent.')),
        text: text('What a reader should know.', 4000),
      }),
      'What a reader should know before relying on this.',
    ),
    relations: listOf(
      v.object({
        type: oneOf(RELATION_TYPES, 'How this event stands to the other; stored once, read in both directions.'),
        to: id('The id of an event or a claim.'),
        certainty: v.optional(oneOfElse(CERTAINTIES, 'possible', 'How sure the relation is; "certain" where absent.')),
      }),
      'Links to other events and claims.',
    ),
    importance: v.optional(v.pipe(v.picklist([1, 2, 3]), v.description('Who gets a label first; 2 where absent.'))),
  }),
  v.description('Something that happened, was announced or was said. Required: id, title, date, participants.'),
);

export const actorSchema = v.pipe(
  v.object({
    id: id('Unique among actors.'),
    label: v.optional(text('Name as shown; the id where absent.')),
    kind: v.optional(oneOf(ACTOR_KINDS, 'What kind of actor; guessed from the name where absent.')),
    countries: listOf(country, 'Usually one; none for groups, the UN and coalitions.'),
    altNames: listOf(text('Another name.'), 'Other names, found by search.'),
    memberOf: listOf(id('An actor’s id.'), 'Actors this one belongs to.'),
    offices: listOf(
      v.union([
        text('Office.'),
        v.object({
          title: text('Office.'),
          country: v.optional(country),
          asOf: v.optional(edtf('A day on which the office was held.')),
        }),
      ]),
      'Offices held.',
    ),
    designations: listOf(
      v.object({
        by: text('Who designates.'),
        what: v.optional(text('As what.')),
        accordingTo: v.optional(text('Who says so.')),
      }),
      'Designations, always with their author.',
    ),
    note: v.optional(text('Note.', 4000)),
  }),
  v.description('A person, office, government, organisation, coalition or armed group.'),
);

export const sourceSchema = v.pipe(
  v.object({
    id: id('Unique among sources.'),
    kind: v.optional(oneOf(SOURCE_KINDS, 'Kind of source.')),
    publisher: v.optional(text('Publisher.')),
    ownership: v.optional(text('Who owns the outlet, as a plain note: "Russian state-owned".')),
    title: v.optional(text('Headline or title.')),
    dateline: v.optional(text('Dateline as printed.')),
    published: v.optional(edtf('When it was published.')),
    url: v.optional(
      v.nullable(
        v.pipe(
          v.string(),
          v.maxLength(2000),
          v.regex(/^https?:\/\//i, says('expected.httpUrl')),
          v.check(isHttpUrl, says('expected.httpUrl')),
          v.description('http or https; null with a note that says why there is none.'),
        ),
      ),
    ),
    note: v.optional(text('Note; with "url": null, why there is no address.', 4000)),
    grade: v.optional(
      oneOf(SOURCE_GRADES, 'A official text or a copy of it, B established outlet, C copy or aggregator.'),
    ),
  }),
  v.description('A text that the dataset rests on.'),
);

export const headEntries = {
  $schema: v.optional(v.pipe(v.string(), v.description('Path of dataset.schema.json, for editors.'))),
  schemaVersion: v.optional(text('Version of this format: "1.0".')),
  id: v.optional(id('Id of the dataset.')),
  title: v.optional(text('Title of the dataset.')),
  description: v.optional(text('What the dataset is and rests on.', 4000)),
  language: v.optional(text('Language of its texts and names, a BCP 47 tag such as "en".', 35)),
  asOf: v.optional(edtf('The day the dataset looks from: what "now" is for this file. One day.')),
  licence: v.optional(text('Licence of the data.')),
  opening: v.optional(
    v.pipe(
      v.object({
        from: v.optional(edtf('First day shown.')),
        to: v.optional(edtf('Last day shown.')),
        scale: v.optional(oneOf(SCALES, 'Folded or calendar time.')),
        group: v.optional(oneOf(GROUPINGS, 'What lanes are.')),
        expanded: listOf(text('Id of a group of lanes.'), 'Groups of lanes that are open at first.'),
      }),
      v.description('The author’s opening view.'),
    ),
  ),
  curators: listOf(text('Name.'), 'Who made the dataset.'),
  modified: v.optional(text('When the file was last changed.')),
  version: v.optional(text('Version of the data.')),
  corrections: listOf(
    v.object({ date: edtf('When it was corrected.'), text: text('What was corrected.', 4000) }),
    'Corrections made after publication.',
  ),
};

/** All of a dataset but its three lists, whose records are read one by one. */
export const headSchema = v.object(headEntries);

export type FileHead = v.InferOutput<typeof headSchema>;
export type FileEvent = v.InferOutput<typeof eventSchema>;
export type FileParticipant = FileEvent['participants'][number];
export type FileDate = FileEvent['date'];

function isHttpUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'http:' || protocol === 'https:';
}
