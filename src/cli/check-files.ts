import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { JSON_FORMAT } from '../formats/json/json-reader';
import { loadWholeReader } from '../formats/json/load-reader';
import { foreignFileOf, formatsOf, isPacked } from '../formats/registry';
import { HEAD_BYTES } from '../formats/source-file';
import { nodeFile } from './node-file';
import { problemInWords } from './problem-words';
import { readFiles } from './read-files';
import { rejectionLine, toldOf } from './told-of-reading';
import type { Translate } from '../base/translate';
import { runToEnd } from '../base/steps';
import { adviseOn } from '../formats/json/advise';
import { makeTableReading } from '../formats/table/table-reading';
import { readDataset } from '../formats/json/read-dataset';
import { readRowsFile } from '../formats/table/rows-file-reader';
import type { RowsFileResult } from '../formats/table/rows-file-reader';
import { columnTableSteps } from '../model/table-of-columns';
import { leftOutEvents } from '../formats/rejections';
import type { Rejection } from '../model/rejection';

/** Nothing to say; something to mend; a file that can't be read at all. */
export type ExitCode = 0 | 1 | 2;

/**
 * Checks dataset files, one line a problem and one summary line a file; those of any other format that the page reads as
 * well. `args` are paths; without any, every dataset in
 * `data/` of the working directory. Problems that were only noted count too; advice (lengths, likely misspellings) is
 * told of every file, and counts in those of `data/`.
 */
export async function checkFiles(
  args: readonly string[],
  print: (line: string) => void,
  t: Translate,
): Promise<ExitCode> {
  await loadWholeReader();
  const files = args.length > 0 ? args : datasetsIn('data');
  if (files.length === 0) {
    print(t('check.noFiles', { folder: join(process.cwd(), 'data') }));
    return 2;
  }
  let worst: ExitCode = 0;
  for (const file of files) {
    const code = await checkFile(file, print, t);
    if (code > worst) worst = code;
  }
  return worst;
}

function datasetsIn(folder: string): readonly string[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    // No such folder is the same as an empty one: the caller says that nothing was found.
    return [];
  }
  return names
    .filter((name) => name.endsWith('.json') && !/(?:^|[.-])schema\.json$/.test(name))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}

async function checkFile(file: string, print: (line: string) => void, t: Translate): Promise<ExitCode> {
  let text: string;
  try {
    const bytes = readFileSync(file);
    if (!isOwn(file, bytes)) return await checkOther(file, print, t);
    text = bytes.toString('utf8');
  } catch (error) {
    print(t('check.unreadable', { file, detail: error instanceof Error ? error.message : String(error) }));
    return 2;
  }
  const rows = readRowsFile(text, file, t);
  if (rows !== undefined) return checkRows(file, rows, print, t);
  const advice = adviseOn(text, t);
  for (const piece of advice) print(adviceLine(file, piece, t));
  const result = readDataset(text, file, t);
  for (const rejection of result.rejections) print(rejectionLine(file, rejection, t));
  if (!result.ok) {
    print(t('check.refused', { file, detail: result.problem.detail }));
    return result.problem.kind === 'no-events' ? 1 : 2;
  }
  const loaded = result.dataset.events.length;
  const all = loaded + leftOutEvents(result.rejections);
  const problems = result.rejections.length + (isShipped(file) ? advice.length : 0);
  print(t('check.summary', { file, loaded, all, problems: t('check.problems', { n: problems }) }));
  return problems === 0 ? 0 : 1;
}

/**
 * Of our own format, or meant to be: its reader says where it stops being any. A table is known by looking like one, which
 * a broken file of ours may do.
 */
function isOwn(file: string, bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HEAD_BYTES);
  if (isPacked(head)) return false;
  const [first] = formatsOf(head);
  if (/\.json$/i.test(file) && (first === undefined || first.id === 'table')) return true;
  const isJson = first === JSON_FORMAT || first?.id === 'rows';
  return isJson && (/\.json$/i.test(file) || foreignFileOf(head) === undefined);
}

/** A file of another format, as the page reads it. */
async function checkOther(file: string, print: (line: string) => void, t: Translate): Promise<ExitCode> {
  const { signal } = new AbortController();
  const read = await readFiles([nodeFile(file, signal)], { t, signal, onProgress: () => undefined });
  if ('kind' in read) {
    print(t('check.refused', { file, detail: problemInWords(read, t) }));
    return read.kind === 'no-events' ? 1 : 2;
  }
  const { facts, lines, toLookAt } = toldOf(read, [], t);
  for (const fact of facts) print(`${file}: ${fact}`);
  for (const line of lines) print(line);
  const loaded = read.dataset.events.length;
  const lost = read.rejections.filter(({ effect }) => effect === 'left-out');
  print(
    t('check.summary', { file, loaded, all: loaded + countOf(lost), problems: t('check.problems', { n: toLookAt }) }),
  );
  return toLookAt === 0 ? 0 : 1;
}

/** What the page ships keeps to all advice. */
function isShipped(file: string): boolean {
  return dirname(resolve(file)) === resolve('data');
}

/** A dataset whose rows stand in a CSV beside it: both files. */
function checkRows(file: string, rows: RowsFileResult, print: (line: string) => void, t: Translate): ExitCode {
  const refuse = (detail: string): ExitCode => {
    print(t('check.refused', { file, detail }));
    return 2;
  };
  if (!rows.ok) return refuse(rows.problem.detail);
  const { csv, mapping, dataset } = rows.file;
  const path = join(dirname(file), csv);
  const table = makeTableReading(mapping, dataset, t);
  try {
    table.push(readFileSync(path, 'utf8'));
  } catch (error) {
    return refuse(
      t('check.unreadable', { file: path, detail: error instanceof Error ? error.message : String(error) }),
    );
  }
  for (const rejection of rows.rejections) print(rejectionLine(file, rejection, t));
  const problem = table.finish();
  if (problem !== undefined) {
    refuse(problem.detail);
    return problem.kind === 'no-events' ? 1 : 2;
  }
  const made = runToEnd(columnTableSteps(runToEnd(table.columns())));
  const leftOut = [...table.rejections(), ...made.rejections];
  for (const rejection of leftOut) print(rejectionLine(path, rejection, t));
  const all = [...rows.rejections, ...leftOut];
  const problems = countOf(all);
  const loaded = made.table.size;
  print(
    t('check.summary', {
      file,
      loaded,
      all: loaded + countOf(all.filter(({ effect }) => effect === 'left-out')),
      problems: t('check.problems', { n: problems }),
    }),
  );
  return problems === 0 ? 0 : 1;
}

function countOf(rejections: readonly Rejection[]): number {
  return rejections.reduce((sum, { count = 1 }) => sum + count, 0);
}

function adviceLine(file: string, { where, record, found, expected }: Rejection, t: Translate): string {
  const name = record === undefined ? '' : t('check.record', { record });
  return t('check.advice', { file, where, record: name, found, expected });
}
