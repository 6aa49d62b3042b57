import { UNPACKING } from '../formats/lazy-readers';
import type { Format, Plan, Reading, SurveyOptions } from '../formats/reader';
import type { TableLayout } from '../formats/table/table-mapping';
import { foreignFileOf, formatsOf, isPacked } from '../formats/registry';
import type { SourceFile } from '../formats/source-file';
import type { LoadProblem } from '../model/load-problem';

export interface FindOptions extends SurveyOptions {
  /** How the first of them stands, if it is a table. */
  readonly layout?: TableLayout;
}

/** A reading, with what its people call its format. */
export interface FoundReading extends Reading {
  readonly format: string;
}

/**
 * What reads the files of one command, the first of which the events stand in, and how; or why nothing does. Packed ones
 * are unpacked: all that is in them goes with the others.
 */
export async function findReading(
  given: readonly SourceFile[],
  options: FindOptions,
): Promise<FoundReading | LoadProblem> {
  const files: SourceFile[] = [];
  for (const file of given) {
    const found = await unpackedFrom(file, options);
    if ('kind' in found) return found;
    files.push(...found);
  }
  let problem: LoadProblem | undefined;
  // What was packed along with the data, a read-me for one, may come first.
  for (const file of files) {
    const found = await readingOf([file, ...files.filter((other) => other !== file)], options);
    if (!('kind' in found)) return found;
    problem ??= found;
    if (files.length === given.length) break;
  }
  return problem ?? { kind: 'empty', source: given[0]?.name ?? '', detail: '' };
}

async function unpackedFrom(file: SourceFile, options: FindOptions): Promise<readonly SourceFile[] | LoadProblem> {
  const head = await file.head();
  if ('kind' in head) return head;
  if (!isPacked(head)) return [file];
  const unpack = await UNPACKING.load();
  return (await unpack(file, options)) ?? [file];
}

async function readingOf(files: readonly SourceFile[], options: FindOptions): Promise<FoundReading | LoadProblem> {
  const [file] = files;
  if (file === undefined) throw new Error('No file to read');
  const head = await file.head();
  if ('kind' in head) return head;
  const foreign = foreignFileOf(head);
  const isSure = ({ recognise }: Format): boolean => /certain|likely/.test(recognise(head));
  // What is plainly something else is asked only those about that know it.
  const formats = formatsOf(head).filter((format) => foreign === undefined || isSure(format));
  for (const format of formats) {
    const reader = await format.load();
    const survey = await reader.survey(files, options);
    if (survey === undefined) continue;
    if (!survey.ok) return survey.problem;
    return { reader, files, plan: survey.plan, format: survey.plan.format ?? format.name };
  }
  if (foreign !== undefined) return { ...foreign, source: file.name };
  return { kind: 'wrong-shape', source: file.name, detail: '' };
}

/** Whether a plan is one of a table, whose columns can be given a meaning. */
export function hasColumns(plan: Plan): plan is Plan & { readonly mapping: unknown } {
  return 'mapping' in plan;
}
