import type { Awaitable } from '../../base/awaitable';
import type { Translate } from '../../base/translate';
import type { Plan, Reading } from '../../formats/reader';
import type { SourceFile } from '../../formats/source-file';
import type { TableLayout, TableMapping } from '../../formats/table/table-mapping';
import type { TablePlan } from '../../formats/table/table-plan';
import type { LoadProblem } from '../../model/load-problem';
import type { PlanProgress, Refusal } from '../../ui/open/open-services';
import { canRead, findReading, unpackedFiles } from '../loading/find-reading';
import type { FindOptions, FoundReading } from '../loading/find-reading';
import { thrownProblem } from '../loading/loading-turn';
import { sourceFile } from '../loading/open-source';
import { PREPARE_TABLE } from '../loading/show-in-slices';
import { readAhead } from './count-ahead';
import type { Ahead, ReadAhead } from './count-ahead';
import { titleOfFile } from './file-names';
import { countOfFindings, countsOfTable } from './counts-of-table';

/** Files that were looked at, and how they would be read. */
export interface Looked {
  readonly reading: FoundReading;
  readonly format: string;
  /** False where somebody has to say first what the columns mean. */
  readonly canOpen: boolean;
  /** The same as it was looked at, whatever was remembered of such tables. */
  readonly own: FoundReading;
  /** Its mapping is that of the last table with the same headings. */
  readonly isAsBefore: boolean;
}

/** How a table like that was read last, as far as anybody knows. */
export type Recall = (plan: Plan) => Awaitable<TableMapping | undefined>;

interface Hears {
  readonly heard: (name: string, done: number | undefined) => void;
  readonly refused: (reason: Refusal) => void;
  readonly chosen: (several: readonly { readonly name: string; readonly format: string }[]) => void;
  readonly planned: (looked: Looked, found: PlanProgress) => void;
}

export interface Looking {
  /** Files, or a text in their place. Ends what went on before. */
  readonly look: (files: readonly File[], text: string | undefined) => void;
  /** One of several, by its place among those that `chosen` was told of. */
  readonly choose: (at: number) => void;
  /** The plan on screen once more, read in the background; gives what is known at first. */
  readonly lookAgain: (looked: Looked) => PlanProgress;
  /** The same table laid out otherwise. */
  readonly relayout: (layout: TableLayout) => void;
  /** The same columns said to mean something else. */
  readonly remap: (mapping: TableMapping) => void;
  /** The reading that somebody has decided on, and what has been read by it already, if all of it. */
  readonly settled: (
    looked: Looked,
    mapping: TableMapping | undefined,
  ) => { readonly reading: Reading; readonly ahead: ReadAhead | undefined };
  /** Ends reading in the background. */
  readonly stop: () => void;
  /** Ends everything. */
  readonly leave: () => void;
}

const NOTHING_YET = { done: 0, findings: undefined, isWhole: false, count: undefined, problem: undefined } as const;

/** Looks at files: what they are, what would come of them, and reads them while somebody looks at that. */
export function makeLooking(t: Translate, hears: Hears, recall: Recall): Looking {
  let now = new AbortController();
  let counting = new AbortController();
  let current: Looked | undefined;
  let several: readonly Looked[] = [];
  let ahead: { readonly mapping: TableMapping | undefined; readonly read: ReadAhead } | undefined;
  const begin = (): AbortSignal => {
    now.abort();
    counting.abort();
    ahead = undefined;
    now = new AbortController();
    return now.signal;
  };
  /** Whatever is thrown on the way is told; what was ended by somebody isn't. */
  const guarded = (name: string, signal: AbortSignal, act: () => Promise<void>): void => {
    act().catch((error: unknown) => {
      if (!signal.aborted) hears.refused({ about: 'problem', problem: thrownProblem(error, name) });
    });
  };
  const plan = (looked: Looked, mapping = mappingOf(looked.reading.plan)): PlanProgress => {
    current = looked;
    counting.abort();
    counting = new AbortController();
    const { signal } = counting;
    const { counts, rejections } = looked.reading.plan;
    const first: PlanProgress = { ...NOTHING_YET, records: counts.records, rejections };
    ahead = undefined;
    if (!looked.canOpen && mapping === undefined) return { ...first, isWhole: true, done: 1 };
    guarded(looked.reading.plan.source, signal, async () => {
      const read = await readAhead(mapped(looked.reading, mapping), {
        t,
        signal,
        prepare: PREPARE_TABLE,
        heard: (part) => {
          if (!signal.aborted) hears.planned(looked, progressOf(part, first, false));
        },
      });
      if (signal.aborted) return;
      ahead = { mapping, read };
      hears.planned(looked, progressOf(read, first, true, read));
    });
    return first;
  };
  const tell = (looked: Looked): void => {
    const found = plan(looked);
    hears.planned(looked, found);
  };
  return {
    look: (files, text) => {
      const signal = begin();
      const given: readonly { readonly name: string; readonly data: File | string }[] =
        text === undefined
          ? files.map((file) => ({ name: file.name, data: file }))
          : [{ name: t('open.pasted'), data: text }];
      const name = given.length === 1 ? (given[0]?.name ?? '') : t('open.files', { n: given.length });
      hears.heard(name, undefined);
      guarded(name, signal, async () => {
        const sources = await Promise.all(given.map(({ data, name: called }) => sourceOf(data, called)));
        const found = await lookAtAll(sources, t, signal, (done) => {
          if (!signal.aborted) hears.heard(name, done);
        });
        if (signal.aborted) return;
        if ('kind' in found) return hears.refused({ about: 'problem', problem: found });
        several = await Promise.all(found.map(async (one) => lookedAt(one, await recall(one.plan))));
        if (signal.aborted) return;
        const [only, ...more] = several;
        if (only !== undefined && more.length === 0) return tell(only);
        hears.chosen(several.map(({ reading, format }) => ({ name: reading.plan.source, format })));
      });
    },
    choose: (at) => {
      const looked = several[at];
      if (looked !== undefined) tell(looked);
    },
    lookAgain: (looked) => plan(looked),
    relayout: (layout) => {
      const looked = current;
      if (looked === undefined) return;
      const signal = begin();
      const { reading } = looked;
      guarded(reading.plan.source, signal, async () => {
        const found = await laidOut(reading, layout, t, signal);
        if (signal.aborted || found === undefined) return;
        if ('kind' in found) return hears.refused({ about: 'problem', problem: found });
        const before = await recall(found.plan);
        if (!signal.aborted) tell(lookedAt(found, before));
      });
    },
    remap: (mapping) => {
      if (current !== undefined) hears.planned(current, plan(current, mapping));
    },
    settled: (looked, mapping = mappingOf(looked.reading.plan)) => ({
      reading: mapped(looked.reading, mapping),
      ahead: ahead !== undefined && ahead.mapping === mapping ? ahead.read : undefined,
    }),
    stop: () => counting.abort(),
    leave: () => void begin(),
  };
}

/** A file at hand can be read again, laid out otherwise or opened once more, whatever went on before was ended. */
function sourceOf(data: File | string, name: string): Awaitable<SourceFile> {
  return sourceFile(data, name, { signal: new AbortController().signal, stop: new AbortController().signal });
}

/**
 * Tables of one drop, or of one packed file, that belong together as the parts of one; each of the others by itself. Why
 * not, where none of them can be read.
 */
async function lookAtAll(
  files: readonly SourceFile[],
  t: Translate,
  signal: AbortSignal,
  heard: (share: number) => void,
): Promise<readonly FoundReading[] | LoadProblem> {
  const options = { t, signal, canAsk: true };
  const plain: SourceFile[] = [];
  let problem: LoadProblem | undefined;
  for (const file of files) {
    const parts = await unpackedFiles([file], options);
    if ('kind' in parts) problem ??= parts;
    else plain.push(...parts);
  }
  const together = await joined(plain, options);
  const beside = new Set(together === undefined ? [] : [together.plan.source, ...othersOf(together)]);
  const found: FoundReading[] = together === undefined ? [] : [together];
  for (const [at, file] of plain.entries()) {
    if (beside.has(file.name)) continue;
    const one = await findReading([file], { ...options, heard: (share) => heard((at + share) / plain.length) });
    signal.throwIfAborted();
    if ('kind' in one) problem ??= one;
    else found.push(one);
  }
  if (found.length > 0) return found;
  return problem ?? { kind: 'empty', source: files[0]?.name ?? '', detail: '' };
}

/** Tables that belong together: the survey of all of them names others beside its own. */
async function joined(plain: readonly SourceFile[], options: FindOptions): Promise<FoundReading | undefined> {
  const [first, ...others] = plain;
  if (first === undefined || others.length === 0) return undefined;
  const found = await findReading([first, ...others], options);
  options.signal.throwIfAborted();
  return 'kind' in found || othersOf(found).length === 0 ? undefined : found;
}

function othersOf({ plan }: FoundReading): readonly string[] {
  return surveyOf(plan)?.others.map(({ name }) => name) ?? [];
}

/** The same files, looked at as somebody says that they are laid out. */
async function laidOut(
  { reader, files, format }: FoundReading,
  layout: TableLayout,
  t: Translate,
  signal: AbortSignal,
): Promise<FoundReading | LoadProblem | undefined> {
  const survey = await reader.survey(files, { t, signal, layout });
  if (survey === undefined) return undefined;
  return survey.ok ? { reader, files, plan: survey.plan, format: survey.plan.format ?? format } : survey.problem;
}

/** Files as they will be read: a table by its own mapping, or as one like it was read before. */
export function lookedAt(own: FoundReading, before: TableMapping | undefined): Looked {
  const plan = named(before === undefined ? own.plan : withMapping(own.plan, before));
  return {
    reading: { ...own, plan },
    format: own.format,
    canOpen: canRead(plan),
    own,
    isAsBefore: before !== undefined,
  };
}

/** A table that has no title of its own has that of its file, in words; one that names no country opens by who acts. */
function named(plan: Plan): Plan {
  const { source, dataset } = plan;
  if (surveyOf(plan) === undefined) return plan;
  const title = dataset.title === source ? titleOfFile(source) : dataset.title;
  const opening = dataset.opening ?? (namesCountries(mappingOf(plan)) ? undefined : BY_ACTOR);
  return { ...plan, dataset: { ...dataset, title, opening } };
}

const BY_ACTOR = { from: undefined, to: undefined, scale: undefined, group: 'actor', expanded: undefined } as const;

function namesCountries({ countries, actors = [] }: TableMapping = {}): boolean {
  return (
    countries !== undefined || actors.some((actor) => actor.countryColumn !== undefined || actor.country !== undefined)
  );
}

function surveyOf(plan: Plan & { readonly survey?: TablePlan['survey'] }): TablePlan['survey'] {
  return plan.survey;
}

function mappingOf(plan: Plan & { readonly mapping?: TableMapping | undefined }): TableMapping | undefined {
  return plan.mapping;
}

/** The same reading by another mapping, with nothing left to ask. */
function mapped(reading: Reading, mapping: TableMapping | undefined): Reading {
  return mapping === undefined ? reading : { ...reading, plan: withMapping(reading.plan, mapping) };
}

function withMapping(plan: Plan, mapping: TableMapping): Plan & { readonly mapping: TableMapping } {
  return { ...plan, mapping, questions: [] };
}

function progressOf(
  { done, findings, rejections }: Ahead,
  first: PlanProgress,
  isWhole: boolean,
  read?: ReadAhead,
): PlanProgress {
  const table = read?.made?.table;
  return {
    done,
    findings,
    isWhole,
    records: findings?.records ?? first.records,
    count: table !== undefined ? countsOfTable(table) : findings === undefined ? undefined : countOfFindings(findings),
    rejections,
    problem: read?.problem,
  };
}
