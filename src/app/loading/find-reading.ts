import { andThen } from '../../base/awaitable';
import type { Awaitable } from '../../base/awaitable';
import { lazyCode } from '../../base/lazy-code';
import { UNPACKING } from '../../formats/lazy-readers';
import { JSON_FORMAT } from '../../formats/json/json-reader';
import type { Format, Plan, Reader, Reading, SurveyOptions } from '../../formats/reader';
import type { SourceFile } from '../../formats/source-file';
import type { LoadProblem } from '../../model/load-problem';

const REGISTRY = lazyCode(() =>
  import('../../formats/registry').then(({ foreignFileOf, formatsOf, isPacked }) => ({
    foreignFileOf,
    formatsOf,
    isPacked,
  })),
);

export interface FindOptions extends SurveyOptions {
  /** Somebody is there whom open questions can be put to: then a table whose columns mean nothing yet is a plan, too. */
  readonly canAsk?: boolean;
}

/** A reading, with the name of its format, and what can look at the files once more. */
export interface FoundReading extends Reading {
  readonly reader: Reader;
  readonly format: string;
}

type Asked = Pick<Format, 'now' | 'load' | 'name'>;

/**
 * What reads the files of one drop, or why nothing does: the first of them that can be read, with the others beside it;
 * where none can, why the first can't. What is packed is unpacked, each of them: all that is in it goes with the others.
 * Our own JSON is known by its first bytes, and its reader is here; what tells the other formats apart isn't.
 */
export function findReading(
  files: readonly [SourceFile, ...SourceFile[]],
  options: FindOptions,
): Awaitable<FoundReading | LoadProblem> {
  return andThen(files[0].head(), (head) => {
    if ('kind' in head) return head;
    if (JSON_FORMAT.recognise(head) === 'certain') return surveyed([JSON_FORMAT], files, options);
    return unpackedFiles(files, options).then((plain) => ('kind' in plain ? plain : firstRead(plain, options)));
  });
}

/** The files of a drop with what is in those that are packed in their place; why not, where one of them can't be used. */
export async function unpackedFiles(
  files: readonly SourceFile[],
  options: SurveyOptions,
): Promise<readonly SourceFile[] | LoadProblem> {
  const { isPacked } = await REGISTRY.load();
  const plain: SourceFile[] = [];
  for (const file of files) {
    const head = await file.head();
    if ('kind' in head) return head;
    const parts = isPacked(head) ? await filesIn(file, options) : [file];
    if ('kind' in parts) return parts;
    plain.push(...parts);
  }
  return plain;
}

async function filesIn(file: SourceFile, options: SurveyOptions): Promise<readonly SourceFile[] | LoadProblem> {
  const unpack = await UNPACKING.load();
  return (await unpack(file, { ...options, stop: options.signal })) ?? [file];
}

/** What was dropped or packed along with the data, a read-me for one, may come first. */
async function firstRead(files: readonly SourceFile[], options: FindOptions): Promise<FoundReading | LoadProblem> {
  let problem: LoadProblem | undefined;
  for (const file of files) {
    const found = await readingOf([file, ...files.filter((other) => other !== file)], options);
    if (!('kind' in found)) return found;
    problem ??= found;
  }
  return problem ?? { kind: 'empty', source: '', detail: '' };
}

async function readingOf(
  files: readonly [SourceFile, ...SourceFile[]],
  options: FindOptions,
): Promise<FoundReading | LoadProblem> {
  const [file] = files;
  const head = await file.head();
  if ('kind' in head) return head;
  if (JSON_FORMAT.recognise(head) === 'certain') return surveyed([JSON_FORMAT], files, options);
  const { foreignFileOf, formatsOf } = await REGISTRY.load();
  const foreign = foreignFileOf(head);
  if (foreign === undefined) return surveyed(formatsOf(head), files, options);
  // What is still coming of it is wanted by nobody.
  const parts = await file.open(Infinity);
  if (!('kind' in parts)) parts.close();
  return { ...foreign, source: file.name };
}

/**
 * Asks one format after the other. One whose plan can't be read as long as nobody has answered its questions is passed
 * over, where there is nobody to put them to; what the last one, our own JSON, says is what a reader is told.
 */
function surveyed(
  [format, ...others]: readonly Asked[],
  files: readonly [SourceFile, ...SourceFile[]],
  options: FindOptions,
): Awaitable<FoundReading | LoadProblem> {
  if (format === undefined) return { kind: 'wrong-shape', source: files[0].name, detail: '' };
  return andThen(format.now() ?? format.load(), (reader) =>
    andThen(reader.survey(files, options), (survey) => {
      if (survey !== undefined && !survey.ok) return survey.problem;
      if (survey !== undefined && (options.canAsk === true || canRead(survey.plan)))
        return { reader, files, plan: survey.plan, format: survey.plan.format ?? format.name };
      return surveyed(others, files, options);
    }),
  );
}

/** Nothing is open, or what is open has been guessed: that is read as it is, and told. */
export function canRead(plan: Plan & { readonly mapping?: unknown }): boolean {
  return plan.questions.length === 0 || plan.mapping !== undefined;
}
