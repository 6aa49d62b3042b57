import { andThen } from '../base/awaitable';
import type { LoadProblem } from '../model/load-problem';
import { UNPACKING } from './packed/unpacking';
import type { Format, FoundReading, Plan, SurveyOptions } from './reader';
import { foreignFileOf, formatsOf, isPacked } from './registry';
import type { SourceFile } from './source-file';

export interface FindOptions extends SurveyOptions {
  /** Somebody is there whom open questions can be put to: then a table whose columns mean nothing yet is a plan, too. */
  readonly canAsk?: boolean;
}

/**
 * What reads files that came together, or why nothing does: the first of them that can be read, with the others beside it;
 * where none can, why the first can't. Packed ones are unpacked: all that is in them goes with the others. Aborting
 * rejects with the signal's reason; code that can't be had with `CodeMissing`.
 */
export async function findReading(
  files: readonly SourceFile[],
  options: FindOptions,
): Promise<FoundReading | LoadProblem> {
  const plain = await unpackedFiles(files, options);
  if ('kind' in plain) return plain;
  let problem: LoadProblem | undefined;
  // What came or was packed along with the data, a read-me for one, may come first.
  for (const file of plain) {
    const found = await readingOf([file, ...plain.filter((other) => other !== file)], options);
    if (!('kind' in found)) return found;
    problem ??= found;
  }
  return problem ?? { kind: 'empty', source: files[0]?.name ?? '', detail: '' };
}

/** Files with what is in those that are packed in their place; why not, where one of them can't be used. */
export async function unpackedFiles(
  files: readonly SourceFile[],
  options: SurveyOptions,
): Promise<readonly SourceFile[] | LoadProblem> {
  const plain: SourceFile[] = [];
  for (const file of files) {
    const parts = await unpackedFrom(file, options);
    if ('kind' in parts) return parts;
    plain.push(...parts);
  }
  return plain;
}

/** Nothing is open, or what is open has been guessed: that is read as it is, and told. */
export function canRead(plan: Plan & { readonly mapping?: unknown }): boolean {
  return plan.questions.length === 0 || plan.mapping !== undefined;
}

async function unpackedFrom(file: SourceFile, options: SurveyOptions): Promise<readonly SourceFile[] | LoadProblem> {
  const head = await file.head();
  if ('kind' in head) return head;
  if (!isPacked(head)) return [file];
  const unpack = await UNPACKING.load();
  return (await unpack(file, { ...options, stop: options.signal })) ?? [file];
}

/**
 * Asks one format after the other. One whose plan can't be read as long as nobody has answered its questions is passed
 * over, where there is nobody to put them to; what the last one, our own JSON, says is what a reader is told.
 */
async function readingOf(
  files: readonly [SourceFile, ...SourceFile[]],
  options: FindOptions,
): Promise<FoundReading | LoadProblem> {
  const [file] = files;
  const head = await file.head();
  if ('kind' in head) return head;
  const foreign = foreignFileOf(head);
  if (foreign !== undefined) {
    await leave(file);
    return { ...foreign, source: file.name };
  }
  for (const format of formatsOf(head)) {
    const found = await surveyed(format, files, options);
    if (found !== undefined && ('kind' in found || options.canAsk === true || canRead(found.plan))) return found;
  }
  return { kind: 'wrong-shape', source: file.name, detail: '' };
}

async function surveyed(
  format: Format,
  files: readonly SourceFile[],
  options: FindOptions,
): Promise<FoundReading | LoadProblem | undefined> {
  const reader = await format.load();
  const survey = await reader.survey(files, options);
  if (survey === undefined) return undefined;
  return survey.ok ? { reader, files, plan: survey.plan, format: survey.plan.format ?? format.name } : survey.problem;
}

/** What is still coming of a file is wanted by nobody. */
function leave(file: SourceFile): void | Promise<void> {
  return andThen(file.open(Infinity), (parts) => {
    if (!('kind' in parts)) parts.close();
  });
}
