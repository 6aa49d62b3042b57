import { promises } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { renderToStaticMarkup } from 'react-dom/server.edge';
import catalogues from '../base/messages/whole-catalogues';
import { spokenLocale } from '../base/messages/spoken-locale';
import { makeTranslate } from '../base/translate';
import type { Translate } from '../base/translate';
import { loadWholeReader } from '../formats/json/load-reader';
import { siteFiles } from '../formats/page/site-files';
import type { SiteFile } from '../formats/page/site-files';
import type { WholeDataset } from '../model/dataset';
import { receiveDataset } from '../state/view/loading';
import { EMPTY_STATE } from '../state/view/timeline-state';
import { writtenFile } from '../ui/give/written-file';
import { readBuildOptions } from './command-options';
import type { BuildOptions } from './command-options';
import { factsOfWriting, messageOf, readMap, tell, writtenText } from './convert-files';
import type { ConvertExit, ConvertOutput } from './convert-files';
import { nodeFile } from './node-file';
import { problemInWords } from './problem-words';
import { makeProgress } from './progress';
import { readFiles } from './read-files';
import { toldOf } from './told-of-reading';

/**
 * Reads files of any format that the page reads, and writes a folder that is ready for a host (formats/page/site-files.ts).
 * A folder that has files already is left as it is, unless that is asked for; nothing is written where nothing could
 * be read, and no half of it where something fails on the way.
 */
export async function buildSite(args: readonly string[], output: ConvertOutput, t: Translate): Promise<ConvertExit> {
  const { complain } = output;
  const options = readBuildOptions(args, t);
  if (typeof options === 'string') {
    complain(options);
    complain(t('build.usage'));
    return 64;
  }
  const { folder, inputs } = options;
  const unwritable = (detail: string): ConvertExit => {
    complain(t('convert.unwritable', { file: folder, detail }));
    return 73;
  };
  const held = await filesIn(folder);
  if (typeof held === 'string') return unwritable(held);
  if (held.length > 0 && !options.isForced) {
    complain(t('build.notEmpty', { folder }));
    return 73;
  }
  const mapping = options.map === undefined ? undefined : await readMap(options.map, complain, t);
  if (mapping === 'unusable') return 2;
  const { signal } = new AbortController();
  const progress = makeProgress(output.terminal, inputs[0] ?? '', t);
  const read = await readFiles(
    inputs.map((path) => nodeFile(path, signal)),
    { t, signal, onProgress: progress.say, said: { ...options, mapping } },
  ).finally(progress.clear);
  if ('kind' in read) {
    complain(problemInWords(read, t));
    return 2;
  }
  const written = writtenText(read.dataset, `${read.dataset.id}.json`, t);
  const told = toldOf(read, factsOfWriting(read, written, t), t);
  const files = await filesOf(read.dataset, written.content, options);
  try {
    await writeFolder(folder, files, held.length > 0);
  } catch (error) {
    return unwritable(messageOf(error));
  }
  tell(told, options, complain, t);
  complain(t('build.written', { n: files.length, folder, page: join(folder, 'index.html') }));
  return options.isStrict && told.toLookAt > 0 ? 1 : 0;
}

async function filesOf(
  dataset: WholeDataset,
  json: string,
  { language = dataset.language }: BuildOptions,
): Promise<readonly SiteFile[]> {
  const t = speaker(language);
  await loadWholeReader();
  const view = receiveDataset(EMPTY_STATE, dataset, []);
  const { table } = view;
  if (table === undefined) throw new Error('A dataset that was read has no table');
  const [{ kit }, written] = await Promise.all([
    import('../formats/page/kit-texts'),
    writtenFile({ table, view, t }, renderToStaticMarkup),
  ]);
  const page = { ...written, language: t.locale, direction: t.dir, opening: `lang=${t.locale}`, json: [json] };
  return siteFiles(kit, page, dataset.id, t);
}

/** In English where the page doesn't speak the language. */
function speaker(language = 'en'): Translate {
  const locale = spokenLocale(language) ?? 'en';
  return makeTranslate(locale, { ...catalogues['en'], ...catalogues[locale.split('-')[0] ?? ''] });
}

/** Names of what is in a folder, none where there is no such folder; a text where it can't be one, or be looked into. */
async function filesIn(folder: string): Promise<readonly string[] | string> {
  try {
    return await promises.readdir(folder);
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return isMissing ? [] : messageOf(error);
  }
}

/** First beside it: what fails leaves nothing behind. Of a folder that has files only those of the same name change. */
async function writeFolder(folder: string, files: readonly SiteFile[], hasFiles: boolean): Promise<void> {
  const path = resolve(folder);
  const beside = `${path}.${process.pid}.part`;
  await promises.mkdir(dirname(path), { recursive: true });
  try {
    await promises.mkdir(beside);
    for (const { name, parts } of files) await promises.writeFile(join(beside, name), parts.join(''));
    if (hasFiles) for (const { name } of files) await promises.rename(join(beside, name), join(path, name));
    else {
      await promises.rm(path, { recursive: true, force: true });
      await promises.rename(beside, path);
    }
  } finally {
    await promises.rm(beside, { recursive: true, force: true });
  }
}
