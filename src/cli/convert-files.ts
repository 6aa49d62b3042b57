import { promises } from 'node:fs';
import process from 'node:process';
import { runToEnd } from '../base/steps';
import { withoutIsolates } from '../base/translate';
import type { Translate } from '../base/translate';
import { MOST_JSON_BYTES, readDataset } from '../formats/json/read-dataset';
import { writeDataset } from '../formats/json/write';
import { readMappingText } from '../formats/table/mapping-file';
import type { TableMapping } from '../formats/table/table-mapping';
import type { WholeDataset } from '../model/dataset';
import { lossSentence } from '../model/losses-prose';
import { readConvertOptions } from './command-options';
import type { ConvertOptions } from './command-options';
import { nodeFile } from './node-file';
import { problemInWords } from './problem-words';
import { makeProgress } from './progress';
import { readFiles } from './read-files';
import type { ReadFiles } from './read-files';
import { rejectionLine, toldOf } from './told-of-reading';
import type { Told } from './told-of-reading';

/** 1: something to look at, where that was said to be a failure; 2: can't be read; 64: a wrong call; 73: can't be written. */
export type ConvertExit = 0 | 1 | 2 | 64 | 73;

/** Where a command writes. */
export interface ConvertOutput {
  /** The data, where it isn't to go into a file. */
  readonly print: (content: string | Uint8Array) => Promise<void>;
  /** A line of what is told. */
  readonly complain: (line: string) => void;
  /** Where its progress is shown, if that is a terminal. */
  readonly terminal: Parameters<typeof makeProgress>[0];
}

/** Lines told without `--all`. */
const MOST_LINES = 20;

/**
 * Reads files of any format that the page reads, and writes them as one dataset, in the format that the output's name asks
 * for. What was decided, left out or renamed
 * is told on standard error. Nothing is written where nothing could be read.
 */
export async function convertFiles(args: readonly string[], output: ConvertOutput, t: Translate): Promise<ConvertExit> {
  const { complain } = output;
  const options = readConvertOptions(args, t);
  if (typeof options === 'string') {
    complain(options);
    complain(t('convert.usage'));
    return 64;
  }
  const mapping = options.map === undefined ? undefined : await readMap(options.map, complain, t);
  if (mapping === 'unusable') return 2;
  const { signal } = new AbortController();
  const progress = makeProgress(output.terminal, options.inputs[0] ?? '', t);
  const read = await readFiles(
    options.inputs.map((path) => nodeFile(path, signal)),
    { t, signal, onProgress: progress.say, said: { ...options, mapping } },
  ).finally(progress.clear);
  if ('kind' in read) {
    complain(problemInWords(read, t));
    return 2;
  }
  const written =
    options.to.id === 'json'
      ? writtenText(read.dataset, options.output, t)
      : await writtenFile(read.dataset, options, t);
  const told = toldOf(read, factsOfWriting(read, written, t), t);
  const fault = await put(written.content, options.output, output);
  if (fault !== undefined) {
    complain(t('convert.unwritable', { file: options.output, detail: fault }));
    return 73;
  }
  tell(told, options, complain, t);
  return options.isStrict && told.toLookAt > 0 ? 1 : 0;
}

export async function readMap(
  path: string,
  complain: (line: string) => void,
  t: Translate,
): Promise<TableMapping | 'unusable'> {
  let text: string;
  try {
    text = await promises.readFile(path, 'utf8');
  } catch (error) {
    complain(t('check.unreadable', { file: path, detail: messageOf(error) }));
    return 'unusable';
  }
  const found = readMappingText(text, t);
  for (const rejection of found.rejections) complain(rejectionLine(path, rejection, t));
  return found.ok ? found.mapping : 'unusable';
}

export interface Written<Content extends string | Uint8Array = string | Uint8Array> {
  readonly content: Content;
  /** The day that the dataset stands at, where something in it wants one. */
  readonly asOf: string | undefined;
  readonly facts: readonly { readonly text: string; readonly isToLookAt: boolean }[];
}

/** The dataset's text, which is read back: whoever opens it gets what was read, or hears here what they don't. */
export function writtenText(dataset: WholeDataset, output: string, t: Translate): Written<string> {
  const text = writeDataset(dataset);
  const written = { content: text, asOf: dataset.asOf?.edtf };
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_JSON_BYTES)
    return {
      ...written,
      facts: [
        {
          text: t('convert.large', { file: output, megabytes: Math.ceil(bytes / 1e6), max: MOST_JSON_BYTES / 1e6 }),
          isToLookAt: true,
        },
      ],
    };
  const back = readDataset(text, output, t);
  if (!back.ok) return { ...written, facts: [{ text: back.problem.detail, isToLookAt: true }] };
  const taken = dataset.asOf === undefined ? back.dataset.asOf : undefined;
  if (taken !== undefined) return writtenText({ ...dataset, asOf: taken }, output, t);
  return {
    ...written,
    facts: back.rejections.map((each) => ({ text: rejectionLine(output, each, t), isToLookAt: true })),
  };
}

/** What is told of what was written besides what was read. */
export function factsOfWriting(read: ReadFiles, written: Written, t: Translate): Written['facts'] {
  const isTaken = read.isAsOfTaken || (read.dataset.asOf === undefined && written.asOf !== undefined);
  const asOf = isTaken ? [{ text: t('convert.asOf', { date: written.asOf ?? '' }), isToLookAt: true }] : [];
  return [...asOf, ...written.facts];
}

/** The dataset as another format holds it, with what that leaves out. */
async function writtenFile(dataset: WholeDataset, { to, isRaw }: ConvertOptions, t: Translate): Promise<Written> {
  const writer = await to.load();
  const content = runToEnd(writer.write(dataset, { t, isRaw }));
  const text = withoutIsolates(lossSentence(writer.name, writer.losses(dataset), t));
  return { content, asOf: dataset.asOf?.edtf, facts: [{ text, isToLookAt: false }] };
}

/** Whole or not at all: what stood there before stays until the new text is on the disk. Gives why it couldn't be. */
async function put(content: string | Uint8Array, path: string, { print }: ConvertOutput): Promise<string | undefined> {
  if (path === '-') {
    await print(content);
    return undefined;
  }
  const beside = `${path}.${process.pid}.part`;
  try {
    await promises.writeFile(beside, content);
    await promises.rename(beside, path);
    return undefined;
  } catch (error) {
    await promises.rm(beside, { force: true });
    return messageOf(error);
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function tell(
  { summary, facts, lines }: Told,
  { isAll }: Pick<ConvertOptions, 'isAll'>,
  complain: (line: string) => void,
  t: Translate,
): void {
  complain(summary);
  for (const fact of facts) complain(`  ${fact}`);
  const shown = isAll ? lines : lines.slice(0, MOST_LINES);
  for (const line of shown) complain(line);
  if (shown.length < lines.length) complain(t('convert.more', { n: lines.length - shown.length }));
}
