// Made of the definition that files are read by (npm run data:schema).

/**
 * Sources, actors, and events or rows. See docs/data.md.
 */
export interface DatasetInput {
  /**
   * Path of dataset.schema.json, for editors.
   */
  $schema?: string;
  /**
   * Version of this format: "1.1".
   */
  schemaVersion?: string;
  /**
   * Id of the dataset.
   */
  id?: string;
  /**
   * Title of the dataset.
   */
  title?: string;
  /**
   * What the dataset is and rests on.
   */
  description?: string;
  /**
   * Language of its texts and names, a BCP 47 tag such as "en".
   */
  lang?: string;
  /**
   * As "lang", in files of version 1.0.
   */
  language?: string;
  /**
   * The day the dataset looks from: what "now" is for this file. One day. EDTF (ISO 8601-2, levels 0-2).
   */
  asOf?: string;
  /**
   * Licence of the data.
   */
  licence?: string;
  /**
   * The author’s opening view.
   */
  opening?: {
    /**
     * First day shown. EDTF (ISO 8601-2, levels 0-2).
     */
    from?: string;
    /**
     * Last day shown. EDTF (ISO 8601-2, levels 0-2).
     */
    to?: string;
    /**
     * Folded or calendar time.
     */
    scale?: 'folded' | 'calendar';
    /**
     * What lanes are.
     */
    group?: 'country' | 'actor' | 'type';
    /**
     * Groups of lanes that are open at first.
     *
     * @maxItems 256
     *
     * Items: Id of a group of lanes.
     */
    expanded?: string[];
    [k: string]: unknown;
  };
  /**
   * Who made the dataset.
   *
   * @maxItems 256
   *
   * Items: Name.
   */
  curators?: string[];
  /**
   * When the file was last changed.
   */
  modified?: string;
  /**
   * Version of the data.
   */
  version?: string;
  /**
   * Corrections made after publication.
   *
   * @maxItems 256
   */
  corrections?: {
    /**
     * When it was corrected. EDTF (ISO 8601-2, levels 0-2).
     */
    date: string;
    /**
     * What was corrected.
     */
    text: string;
    [k: string]: unknown;
  }[];
  /**
   * Items: A text that the dataset rests on.
   */
  sources?: {
    /**
     * Unique among sources.
     */
    id: string;
    /**
     * Kind of source.
     */
    kind?: 'news-agency' | 'official' | 'news' | 'reference';
    /**
     * Publisher.
     */
    publisher?: string;
    /**
     * Who owns the outlet, as a plain note: "Russian state-owned".
     */
    ownership?: string;
    /**
     * Headline or title.
     */
    title?: string;
    /**
     * Dateline as printed.
     */
    dateline?: string;
    /**
     * When it was published. EDTF (ISO 8601-2, levels 0-2).
     */
    published?: string;
    url?: string | null;
    /**
     * Note; with "url": null, why there is no address.
     */
    note?: string;
    /**
     * A official text or a copy of it, B established outlet, C copy or aggregator.
     */
    grade?: 'A' | 'B' | 'C';
    [k: string]: unknown;
  }[];
  /**
   * Items: A person, office, government, organisation, coalition or armed group.
   */
  actors?: {
    /**
     * Unique among actors.
     */
    id: string;
    /**
     * Name as shown; the id where absent.
     */
    label?: string;
    /**
     * What kind of actor; guessed from the name where absent.
     */
    kind?:
      | 'person'
      | 'government'
      | 'ministry'
      | 'office'
      | 'international-organisation'
      | 'diplomatic-grouping'
      | 'armed-forces'
      | 'armed-group'
      | 'military-coalition'
      | 'news-agency'
      | 'category';
    /**
     * Usually one; none for groups, the UN and coalitions.
     *
     * @maxItems 256
     *
     * Items: ISO 3166-1 alpha-2, like "SY".
     */
    countries?: string[];
    /**
     * Other names, found by search.
     *
     * @maxItems 256
     *
     * Items: Another name.
     */
    altNames?: string[];
    /**
     * Actors this one belongs to.
     *
     * @maxItems 256
     *
     * Items: An actor’s id.
     */
    memberOf?: string[];
    /**
     * Offices held.
     *
     * @maxItems 256
     */
    offices?: (
      | string
      | {
          /**
           * Office.
           */
          title: string;
          /**
           * ISO 3166-1 alpha-2, like "SY".
           */
          country?: string;
          /**
           * A day on which the office was held. EDTF (ISO 8601-2, levels 0-2).
           */
          asOf?: string;
          [k: string]: unknown;
        }
    )[];
    /**
     * Designations, always with their author.
     *
     * @maxItems 256
     */
    designations?: {
      /**
       * Who designates.
       */
      by: string;
      /**
       * As what.
       */
      what?: string;
      /**
       * Who says so.
       */
      accordingTo?: string;
      [k: string]: unknown;
    }[];
    /**
     * Note.
     */
    note?: string;
    [k: string]: unknown;
  }[];
  /**
   * Items: A titled span that leads through the dataset.
   */
  chapters?: {
    /**
     * Unique among chapters.
     */
    id: string;
    /**
     * Title.
     */
    title: string;
    /**
     * First day. EDTF (ISO 8601-2, levels 0-2).
     */
    from?: string;
    /**
     * Last day. EDTF (ISO 8601-2, levels 0-2).
     */
    to?: string;
    /**
     * One or two sentences.
     */
    text?: string;
    /**
     * The view it is read in, as an address of the page has it: "group=actor&type=talks".
     */
    view?: string;
    /**
     * Events that it speaks of.
     *
     * @maxItems 256
     *
     * Items: The id of an event.
     */
    events?: string[];
    /**
     * Where in which source the facts stand.
     *
     * @maxItems 256
     */
    evidence?: (
      | string
      | {
          /**
           * A source’s id.
           */
          source: string;
          /**
           * Where in the source: "S16" is sentence 16.
           */
          locator?: string;
          /**
           * At most six words by which a reader finds the place.
           */
          find?: string;
          /**
           * At most ten words, only where the wording is the news.
           */
          quote?: string;
          /**
           * Fields that rest on this.
           *
           * @maxItems 256
           *
           * Items: A field that rests on this.
           */
          supports?: ('date' | 'type' | 'participants' | 'countries' | 'summary' | 'status' | 'relations')[];
          [k: string]: unknown;
        }
    )[];
    [k: string]: unknown;
  }[];
  /**
   * Items: A remark on an event or a span.
   */
  notes?: {
    /**
     * Unique among notes.
     */
    id: string;
    /**
     * The note.
     */
    text: string;
    /**
     * The id of the event it is about.
     */
    event?: string;
    /**
     * First day. EDTF (ISO 8601-2, levels 0-2).
     */
    from?: string;
    /**
     * Last day. EDTF (ISO 8601-2, levels 0-2).
     */
    to?: string;
    /**
     * Where in which source the facts stand.
     *
     * @maxItems 256
     */
    evidence?: (
      | string
      | {
          /**
           * A source’s id.
           */
          source: string;
          /**
           * Where in the source: "S16" is sentence 16.
           */
          locator?: string;
          /**
           * At most six words by which a reader finds the place.
           */
          find?: string;
          /**
           * At most ten words, only where the wording is the news.
           */
          quote?: string;
          /**
           * Fields that rest on this.
           *
           * @maxItems 256
           *
           * Items: A field that rests on this.
           */
          supports?: ('date' | 'type' | 'participants' | 'countries' | 'summary' | 'status' | 'relations')[];
          [k: string]: unknown;
        }
    )[];
    [k: string]: unknown;
  }[];
  /**
   * Items: A span with a name, behind the events: a war, a term of office.
   */
  periods?: {
    /**
     * Unique among periods.
     */
    id: string;
    /**
     * Its name.
     */
    label: string;
    date:
      | string
      | {
          /**
           * When it happened, in the civil calendar of the place. EDTF (ISO 8601-2, levels 0-2).
           */
          edtf: string;
          /**
           * RFC 3339 with offset, only when a source gives the hour: "2016-02-27T00:00:00+02:00".
           */
          time?: string;
          /**
           * IANA time zone of the place: "Asia/Damascus".
           */
          zone?: string;
          /**
           * stated (printed), resolved (weekday or year worked out), inferred (by the curator), external (another source), claimed.
           */
          basis?: 'stated' | 'resolved' | 'inferred' | 'external' | 'claimed';
          /**
           * The date in the author’s own words, shown instead of ours.
           */
          display?: string;
          /**
           * How the date is known.
           */
          note?: string;
          [k: string]: unknown;
        };
    /**
     * Countries that it concerns; all where absent.
     *
     * @maxItems 256
     *
     * Items: ISO 3166-1 alpha-2, like "SY".
     */
    countries?: string[];
    /**
     * Where in which source the facts stand.
     *
     * @maxItems 256
     */
    evidence?: (
      | string
      | {
          /**
           * A source’s id.
           */
          source: string;
          /**
           * Where in the source: "S16" is sentence 16.
           */
          locator?: string;
          /**
           * At most six words by which a reader finds the place.
           */
          find?: string;
          /**
           * At most ten words, only where the wording is the news.
           */
          quote?: string;
          /**
           * Fields that rest on this.
           *
           * @maxItems 256
           *
           * Items: A field that rests on this.
           */
          supports?: ('date' | 'type' | 'participants' | 'countries' | 'summary' | 'status' | 'relations')[];
          [k: string]: unknown;
        }
    )[];
    [k: string]: unknown;
  }[];
  /**
   * Items: Something that happened, was announced or was said. Required: id and title; without a date it stands in no time.
   */
  events?: {
    /**
     * Unique in the file.
     */
    id: string;
    /**
     * Neutral, no claim in our voice; at most 90 characters are advised.
     */
    title: string;
    /**
     * For the chart, at most 32 characters are advised; made from the title where absent.
     */
    label?: string;
    /**
     * At most 400 characters are advised; says who says so.
     */
    summary?: string;
    date?:
      | string
      | {
          /**
           * When it happened, in the civil calendar of the place. EDTF (ISO 8601-2, levels 0-2).
           */
          edtf: string;
          /**
           * RFC 3339 with offset, only when a source gives the hour: "2016-02-27T00:00:00+02:00".
           */
          time?: string;
          /**
           * IANA time zone of the place: "Asia/Damascus".
           */
          zone?: string;
          /**
           * stated (printed), resolved (weekday or year worked out), inferred (by the curator), external (another source), claimed.
           */
          basis?: 'stated' | 'resolved' | 'inferred' | 'external' | 'claimed';
          /**
           * The date in the author’s own words, shown instead of ours.
           */
          display?: string;
          /**
           * How the date is known.
           */
          note?: string;
          [k: string]: unknown;
        };
    /**
     * Kind of event; decides tone with "mode".
     */
    type?:
      | 'talks'
      | 'agreement'
      | 'ceasefire'
      | 'statement'
      | 'appeal'
      | 'criticism'
      | 'warning'
      | 'resolution'
      | 'sanctions'
      | 'military'
      | 'humanitarian'
      | 'appointment';
    /**
     * Second level of the type: phone, joint-statement, air-strikes, vetoed ...
     */
    mode?: string;
    /**
     * Overrules the tone that follows from type or CAMEO code.
     */
    tone?: 'cooperation' | 'conflict' | 'neutral';
    cameo?:
      | string
      | {
          /**
           * CAMEO code as text: "010" is not "10".
           */
          code: string;
          /**
           * How well the code fits.
           */
          fit?: 'exact' | 'good' | 'fair';
          /**
           * Other codes that could stand.
           *
           * @maxItems 256
           *
           * Items: CAMEO code as text: "010" is not "10".
           */
          alternates?: string[];
          [k: string]: unknown;
        };
    /**
     * What the event was, as of when; the earliest first.
     *
     * @maxItems 256
     */
    status?: (
      | (
          | 'announced'
          | 'approved'
          | 'held'
          | 'made'
          | 'in-effect'
          | 'ongoing'
          | 'ended'
          | 'violated'
          | 'disputed'
          | 'reported'
        )
      | {
          /**
           * What the event was.
           */
          value:
            | 'announced'
            | 'approved'
            | 'held'
            | 'made'
            | 'in-effect'
            | 'ongoing'
            | 'ended'
            | 'violated'
            | 'disputed'
            | 'reported';
          /**
           * As of this day. EDTF (ISO 8601-2, levels 0-2).
           */
          asOf?: string;
          [k: string]: unknown;
        }
    )[];
    /**
     * Who took part; absent or empty where nobody is named.
     *
     * @maxItems 256
     */
    participants?: (
      | string
      | {
          /**
           * An actor’s id.
           */
          actor: string;
          /**
           * Part played in the event; "party" where absent.
           */
          role?:
            | 'initiator'
            | 'party'
            | 'speaker'
            | 'addressee'
            | 'target'
            | 'requester'
            | 'sponsor'
            | 'mediator'
            | 'subject'
            | 'excluded'
            | 'referenced'
            | 'source';
          /**
           * Office held at the time of the event.
           */
          office?: string;
          /**
           * Who says that this actor took part.
           */
          claimedBy?: string;
          [k: string]: unknown;
        }
    )[];
    /**
     * Countries involved; the participants’ countries, acting, where absent.
     *
     * @maxItems 256
     */
    countries?: (
      | string
      | {
          /**
           * ISO 3166-1 alpha-2, like "SY".
           */
          country: string;
          /**
           * How the country is involved; "acting" where absent.
           */
          role?: 'acting' | 'addressee' | 'location' | 'subject' | 'sponsor' | 'mentioned';
          [k: string]: unknown;
        }
    )[];
    place?:
      | string
      | {
          /**
           * Name of the place.
           */
          label: string;
          /**
           * ISO 3166-1 alpha-2, like "SY".
           */
          country?: string;
          [k: string]: unknown;
        };
    /**
     * Where in which source the facts stand.
     *
     * @maxItems 256
     */
    evidence?: (
      | string
      | {
          /**
           * A source’s id.
           */
          source: string;
          /**
           * Where in the source: "S16" is sentence 16.
           */
          locator?: string;
          /**
           * At most six words by which a reader finds the place.
           */
          find?: string;
          /**
           * At most ten words, only where the wording is the news.
           */
          quote?: string;
          /**
           * Fields that rest on this.
           *
           * @maxItems 256
           *
           * Items: A field that rests on this.
           */
          supports?: ('date' | 'type' | 'participants' | 'countries' | 'summary' | 'status' | 'relations')[];
          [k: string]: unknown;
        }
    )[];
    /**
     * What was said.
     *
     * @maxItems 256
     */
    statements?: {
      /**
       * An actor’s id.
       */
      speaker: string;
      /**
       * Direct or indirect speech; direct where there is a quote.
       */
      kind?: 'direct' | 'indirect';
      /**
       * Paraphrase in our words.
       */
      text?: string;
      /**
       * A few words of the original.
       */
      quote?: string;
      [k: string]: unknown;
    }[];
    /**
     * Things said inside a statement; never drawn as events.
     *
     * @maxItems 256
     */
    claims?: {
      /**
       * Unique in the file, among events too.
       */
      id: string;
      /**
       * An actor’s id.
       */
      claimedBy?: string;
      /**
       * The claim, in our words.
       */
      text: string;
      /**
       * The id of the event it is about.
       */
      about?: string;
      [k: string]: unknown;
    }[];
    attribution?:
      | string
      | {
          /**
           * Whose account this is: "TASS".
           */
          voice: string;
          /**
           * Whom the voice cites: "a Russian Foreign Ministry official".
           */
          via?: string;
          [k: string]: unknown;
        };
    /**
     * What a reader should know before relying on this.
     *
     * @maxItems 256
     */
    caveats?: {
      /**
       * Kind of caveat; "ambiguity" where absent.
       */
      kind?: 'framing' | 'contradiction' | 'ambiguity' | 'one-sided' | 'contested';
      /**
       * What a reader should know.
       */
      text: string;
      [k: string]: unknown;
    }[];
    /**
     * Links to other events and claims.
     *
     * @maxItems 256
     */
    relations?: {
      /**
       * How this event stands to the other; stored once, read in both directions.
       */
      type:
        | 'announces'
        | 'takes-effect-from'
        | 'implements'
        | 'prepares'
        | 'responds-to'
        | 'endorses'
        | 'disputes'
        | 'requests'
        | 'exempts'
        | 'part-of'
        | 'continues';
      /**
       * The id of an event or a claim.
       */
      to: string;
      /**
       * How sure the relation is; "certain" where absent.
       */
      certainty?: 'certain' | 'probable' | 'possible';
      [k: string]: unknown;
    }[];
    /**
     * A picture.
     */
    media?: {
      /**
       * An address relative to the page, or a data URL of png, jpeg, webp or avif of at most 2 MB.
       */
      src: string;
      /**
       * What it shows, for who does not see it.
       */
      description?: string;
      /**
       * Who made it.
       */
      credit?: string;
      /**
       * Its licence.
       */
      licence?: string;
      [k: string]: unknown;
    };
    /**
     * Who gets a label first; 2 where absent.
     */
    importance?: 1 | 2 | 3;
    [k: string]: unknown;
  }[];
  /**
   * Events as the rows of a CSV file beside this one, instead of "events".
   */
  rows?: {
    /**
     * Address of the CSV, from this file’s own.
     */
    csv: string;
    /**
     * Which column means what. Required: date, title, actors.
     */
    mapping: {
      /**
       * Guessed from the header where absent.
       */
      delimiter?: ',' | ';' | '\t';
      date:
        | string
        | {
            /**
             * When it happened. Header of a column.
             */
            column: string;
            /**
             * How the cells are written; "edtf" where absent.
             */
            format?: 'edtf' | 'iso' | 'M/D/YYYY' | 'D/M/YYYY' | 'YYYYMMDD';
            [k: string]: unknown;
          };
      /**
       * Last day, written as the date is. Header of a column.
       */
      end?: string;
      /**
       * Header of a column, or a text with headers in braces: "{country} votes {vote}".
       */
      title: string;
      /**
       * Unique; "row-1", "row-2" ... where absent. Header of a column.
       */
      id?: string;
      /**
       * Columns that name actors.
       *
       * @minItems 1
       * @maxItems 16
       */
      actors: {
        /**
         * Who took part. Header of a column.
         */
        column: string;
        /**
         * "party" where absent.
         */
        role?:
          | 'initiator'
          | 'party'
          | 'speaker'
          | 'addressee'
          | 'target'
          | 'requester'
          | 'sponsor'
          | 'mediator'
          | 'subject'
          | 'excluded'
          | 'referenced'
          | 'source';
        /**
         * Guessed from the name where absent.
         */
        kind?:
          | 'person'
          | 'government'
          | 'ministry'
          | 'office'
          | 'international-organisation'
          | 'diplomatic-grouping'
          | 'armed-forces'
          | 'armed-group'
          | 'military-coalition'
          | 'news-agency'
          | 'category';
        /**
         * The actor’s country, ISO 3166-1 alpha-2. Header of a column.
         */
        countryColumn?: string;
        /**
         * The actor’s own cell is such a code.
         */
        country?: 'as-actor';
        /**
         * What parts several in one cell.
         */
        separator?: string;
        [k: string]: unknown;
      }[];
      countries?:
        | string
        | {
            /**
             * Countries, all acting. Header of a column.
             */
            column: string;
            /**
             * What parts several in one cell.
             */
            separator?: string;
            [k: string]: unknown;
          };
      type?:
        | (
            | 'talks'
            | 'agreement'
            | 'ceasefire'
            | 'statement'
            | 'appeal'
            | 'criticism'
            | 'warning'
            | 'resolution'
            | 'sanctions'
            | 'military'
            | 'humanitarian'
            | 'appointment'
          )
        | {
            /**
             * Kind of event. Header of a column.
             */
            column: string;
            /**
             * What each value of the column stands for.
             */
            values: {
              [k: string]:
                | 'talks'
                | 'agreement'
                | 'ceasefire'
                | 'statement'
                | 'appeal'
                | 'criticism'
                | 'warning'
                | 'resolution'
                | 'sanctions'
                | 'military'
                | 'humanitarian'
                | 'appointment';
            };
            [k: string]: unknown;
          };
      tone?:
        | ('cooperation' | 'conflict' | 'neutral')
        | {
            /**
             * Tone; without it the type decides. Header of a column.
             */
            column: string;
            /**
             * What each value of the column stands for.
             */
            values: {
              [k: string]: 'cooperation' | 'conflict' | 'neutral';
            };
            [k: string]: unknown;
          };
      importance?:
        | (1 | 2 | 3)
        | {
            /**
             * 1 to 3. Header of a column.
             */
            column: string;
            [k: string]: unknown;
          };
      /**
       * Name of the place. Header of a column.
       */
      place?: string;
      /**
       * Summary. Header of a column.
       */
      summary?: string;
      /**
       * Id of the source that all rows rest on; the dataset’s source, where it has just one.
       */
      restsOn?: string;
      [k: string]: unknown;
    };
    [k: string]: unknown;
  };
  [k: string]: unknown;
}
