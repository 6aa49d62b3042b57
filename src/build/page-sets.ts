import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** The datasets of a build. */
export interface PageSets {
  /** Folder of those that are shipped, relative to Vite's root. */
  readonly folder: string;
  /** The one that the page opens with and is made of, by its file's name without `.json`. */
  readonly own: string;
  /** Its file, where that is none of the folder's; relative to the root, or absolute. */
  readonly file?: string | undefined;
  /** Nothing but that one is shipped. */
  readonly isAlone?: boolean | undefined;
}

/** A dataset's file; `id` is its name without `.json`. */
export interface SetFile {
  readonly id: string;
  /** Absolute. */
  readonly path: string;
}

/** The file that the page is made of. */
function ownFile(root: string, { folder, own, file }: PageSets): string {
  return file === undefined ? resolve(root, folder, `${own}.json`) : resolve(root, file);
}

/** The files of a build, by name; another's of the name of the page's own gives way to it. */
export function setFiles(root: string, sets: PageSets): SetFile[] {
  const { folder, own, file, isAlone = false } = sets;
  const path = resolve(root, folder);
  const mine: readonly SetFile[] = file === undefined && !isAlone ? [] : [{ id: own, path: ownFile(root, sets) }];
  const shipped = isAlone ? [] : datasetNames(readdirSync(path)).map((name) => setFile(join(path, name)));
  return [...shipped.filter(({ id }) => mine.length === 0 || id !== own), ...mine].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
}

/** The datasets among file names, sorted: every `.json` but the schema (`schema.json`, `*.schema.json`). */
function datasetNames(names: readonly string[]): string[] {
  return names.filter((name) => name.endsWith('.json') && !/(?:^|[.-])schema\.json$/.test(name)).toSorted();
}

function setFile(path: string): SetFile {
  return { id: basename(path, '.json'), path };
}

/** What the environment says of it. */
export interface PageEnvironment {
  readonly TIMELINE_DATA?: string | undefined;
  readonly TIMELINE_ONLY?: string | undefined;
}

/**
 * The datasets of this build: those of the folder with `own` first, or what the environment asks for. `TIMELINE_DATA` is
 * the path of a dataset's file that the page is made of; with `TIMELINE_ONLY=1` nothing else is shipped. Throws for a
 * file whose name can't be part of an address as it is.
 */
export function pageSets(
  usual: Pick<PageSets, 'folder' | 'own'>,
  { TIMELINE_DATA: data = '', TIMELINE_ONLY: only = '' }: PageEnvironment,
  from: string = process.cwd(),
): PageSets {
  const isAlone = only !== '' && only !== '0';
  if (data === '') return isAlone ? { ...usual, isAlone } : usual;
  const file = resolve(from, data);
  const { id } = setFile(file);
  if (!file.endsWith('.json') || !/^[\w-][\w.-]*$/.test(id))
    throw new Error(
      `TIMELINE_DATA is "${data}": it has to be the path of a .json file whose name has Latin letters, digits, ".", "_" and "-" alone.`,
    );
  return { ...usual, own: id, file, ...(isAlone ? { isAlone } : {}) };
}
