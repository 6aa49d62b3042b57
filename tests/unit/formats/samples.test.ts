import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import counted from '../../fixtures/samples.json';
import type { RegroupMapping } from '../../../src/formats/table/table-mapping';
import type { SourceFile } from '../../../src/formats/source-file';
import { fileAtHand } from '../../support/file-at-hand';
import { isFull } from '../../support/full';
import { openFiles, opened } from '../../support/open-files';
import type { OpenedData } from '../../support/open-files';

/** Files that nobody here wrote; where the folder isn't, they are left out, and their traps stand in fixtures of our own. */
const FOLDER = '../shared/samples/';
const isThere = existsSync(`${FOLDER}README.md`);

/** What a file must give, counted by a program that shares nothing with ours. */
interface Counted {
  readonly file: string;
  /** Words in which it is refused. */
  readonly refused?: string;
  readonly format?: string;
  readonly records?: number;
  readonly events?: number;
  readonly undated?: number;
  readonly actors?: number;
  /** Different ones in the columns of who takes part. */
  readonly names?: number;
  readonly addresses?: number;
  readonly participants?: number;
  /** First and last day on which an event begins. */
  readonly first?: string;
  readonly last?: string;
  /** Events with a last day; without an end. */
  readonly ends?: number;
  readonly open?: number;
  readonly bce?: number;
  /** How many events have a date of this form (a regular expression over EDTF). */
  readonly dates?: Readonly<Record<string, number>>;
  readonly title?: string | null;
  readonly told?: readonly string[];
  readonly settled?: readonly string[];
  readonly order?: { readonly dayFirst: number; readonly monthFirst: number };
  readonly heaps?: Readonly<Record<string, number>>;
  readonly offers?: readonly Offer[];
  readonly together?: Counted & { readonly with: readonly string[]; readonly merged: number };
  /** The file whose events are the same. */
  readonly equals?: string;
}

interface Offer {
  readonly regroup: RegroupMapping;
  readonly events: number;
  readonly merged?: number;
  readonly passedOver?: number;
  readonly participants?: number;
  readonly ends?: number;
}

/** Thousands of rows: about a second each and more, too long for every run. */
const LARGE = /keds-event-data|un-general-assembly|gdelt2|archigos|mid_disps|ucdp_acd|cow_war|historicEvents/;

const files = Object.entries(counted as unknown as Readonly<Record<string, Counted>>);

function sample(path: string): SourceFile {
  return fileAtHand(new Uint8Array(readFileSync(FOLDER + path)), { name: path.split('/').at(-1) ?? path });
}

describe.skipIf(!isThere)('files that nobody here wrote', { timeout: 300_000 }, () => {
  it.each(files)('%s is as it was counted', (hash, { file }) => {
    expect(
      createHash('sha256')
        .update(readFileSync(FOLDER + file))
        .digest('hex'),
    ).toBe(hash);
  });

  const wanted = files.map(([, each]) => each).filter(({ file }) => isFull || !LARGE.test(file));

  it.each(wanted.filter(({ refused }) => refused !== undefined))('$file is refused in words', async (each) => {
    const { problem } = await openFiles([sample(each.file)]);
    expect(problem?.detail).toContain(each.refused);
  });

  it.each(wanted.filter(({ refused, events }) => refused === undefined && events !== undefined))(
    '$file opens as counted',
    async (each) => {
      const found = await openFiles([sample(each.file)]);
      if (each.events === 0) return expect(found.problem?.kind).toBe('no-events');
      if (found.problem !== undefined) throw new Error(`${found.problem.kind}: ${found.problem.detail}`);
      expect(summaryOf(found, each)).toEqual(wantedOf(each));
      return undefined;
    },
  );

  const offers = wanted.flatMap(({ file, offers: all = [] }) => all.map((offer) => ({ file, offer })));
  it.each(offers)('$file offers other events: $offer.regroup', async ({ file, offer }) => {
    const { regroup, events, merged = 0, passedOver = 0 } = offer;
    const plain = await opened([sample(file)]);
    const { asked = [], suggested = [] } = plain.outcome.findings?.offers ?? {};
    expect([...asked, ...suggested].map((each) => ('events' in each ? each.events : undefined))).toContain(events);
    const other = await opened([sample(file)], (mapping) => ({ ...mapping, regroup }));
    expect(other.table.size).toBe(events);
    expect(other.outcome.findings).toMatchObject({ merged, passedOver });
    if (offer.ends !== undefined) expect(summaryOf(other, { file, ends: 0 }).ends).toBe(offer.ends);
    if (offer.participants !== undefined) expect(other.table.participantActor).toHaveLength(offer.participants);
  });

  it.each(wanted.flatMap(({ file, together }) => (together === undefined ? [] : [{ file, together }])))(
    '$file opens together with others',
    async ({ file, together }) => {
      const found = await opened([sample(file), ...together.with.map(sample)]);
      expect(summaryOf(found, together)).toEqual(wantedOf(together));
      expect(found.outcome.findings?.merged).toBe(together.merged);
    },
  );

  it.each(wanted.flatMap(({ file, equals }) => (equals === undefined ? [] : [{ file, equals }])))(
    '$file has the events of $equals',
    async ({ file, equals }) => {
      const [one, other] = await Promise.all([file, equals].map((path) => opened([sample(path)])));
      const saidBy = (found: OpenedData | undefined) =>
        found
          ?.events()
          .map(({ id: _id, extra: _unread, evidence, ...event }) => [
            event,
            evidence?.map(({ source }) => found.table.dataset.sources.find(({ id }) => id === source)?.url),
          ]);
      expect(one?.events()).not.toHaveLength(0);
      expect(saidBy(one)).toEqual(saidBy(other));
    },
  );
});

it.skipIf(isThere)('the files that nobody here wrote are not there, and were left out', () => {
  expect(isThere).toBe(false);
});

type Summary = Partial<Record<keyof Counted, unknown>>;

/** What was read, in what was counted. */
function summaryOf(found: OpenedData, wantedFields: Counted): Summary {
  const { table, plan, outcome, format } = found;
  const { findings } = outcome;
  const starts = Array.from({ length: table.datedSize }, (_, row) => table.eventAt(row).date?.edtf ?? '');
  const date = findings?.dates.find(({ of }) => of === 'date')?.decision;
  const all: Summary = {
    format,
    records: findings?.records,
    events: table.size,
    undated: table.size - table.datedSize,
    actors: table.dataset.actors.length,
    names: findings?.names.reduce((sum, { distinct }) => sum + distinct, 0),
    addresses: findings?.sources.addresses,
    participants: table.participantActor.length,
    first: starts[0]?.slice(0, 10).replace(/[~?%/].*$/, ''),
    last: starts.at(-1)?.slice(0, 10),
    ends: starts.filter((edtf) => edtf.includes('/')).length,
    open: starts.filter((edtf) => edtf.endsWith('/..')).length,
    bce: starts.filter((edtf) => edtf.startsWith('-')).length,
    dates: Object.fromEntries(
      Object.keys(wantedFields.dates ?? {}).map((form) => [
        form,
        starts.filter((edtf) => new RegExp(form).test(edtf)).length,
      ]),
    ),
    title: plan.dataset.title,
    told: wantedFields.told?.map((part) => (findings?.told?.some((text) => text.includes(part)) === true ? part : '')),
    settled: wantedFields.settled?.map((part) =>
      plan.notes?.some(({ text }) => text.includes(part)) === true ? part : '',
    ),
    order: date === undefined ? undefined : { dayFirst: date.counts.dayFirst, monthFirst: date.counts.monthFirst },
    heaps: Object.fromEntries(
      findings?.dates.flatMap(({ of, decision }) => decision.heaps.map(({ at, count }) => [`${of} ${at}`, count])) ??
        [],
    ),
  };
  return Object.fromEntries(Object.keys(wantedOf(wantedFields)).map((key) => [key, all[key as keyof Summary]]));
}

const NOT_SUMMED: ReadonlySet<string> = new Set(['file', 'offers', 'together', 'with', 'merged', 'equals']);

function wantedOf(each: Counted): Summary {
  return Object.fromEntries(
    Object.entries(each).filter(([key, value]) => !NOT_SUMMED.has(key) && value !== undefined && value !== null),
  );
}
