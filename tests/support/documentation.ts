import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** A page of the documentation; `path` from the root of the repository. */
export interface Page {
  readonly path: string;
  readonly text: string;
}

/** What a page may name. */
export interface Known {
  /** Every file, from the root. */
  readonly files: readonly string[];
  /** The scripts of package.json. */
  readonly scripts: ReadonlySet<string>;
  /** Names of the projects that tests are run in. */
  readonly projects: ReadonlySet<string>;
  /** Keys of the English catalogue. */
  readonly messages: ReadonlySet<string>;
  /** All sources in one: the code, its tests, its scripts and settings. */
  readonly sources: string;
  /** The words of them. */
  readonly words: ReadonlySet<string>;
  /** Files that aren't there by nature: of an example, or written by the build under names of the data. */
  readonly elsewhere: ReadonlySet<string>;
}

const LEFT_OUT = new Set(['node_modules', '.git', 'dist', 'dist-lib', 'coverage', '.reports']);
const SOURCES =
  /^(?:(?:src|tests|\.ci)\/.*\.(?:tsx?|mjs|json|css|html)|public\/.*|docs\/hosting\/.*|[\w.]+\.(?:ts|json|html))$/;

/** Every file of the repository but what is installed or built. */
export function filesOf(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name);
    if (LEFT_OUT.has(entry.name)) return [];
    return entry.isDirectory() ? filesOf(root, path) : [path];
  });
}

/** What stands in the sources, but for the tests of the documentation, which name what isn't there. */
export function sourcesOf(root: string, files: readonly string[]): string {
  return files
    .filter((path) => SOURCES.test(path) && !/^tests\/unit\/docs\/|package-lock|^tests\/fixtures\//.test(path))
    .map((path) => readFileSync(join(root, path), 'utf8'))
    .join('\n');
}

export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[A-Za-z_$][\w$]*/g));
}

const FENCED = /^```.*?^```$/gms;

/** What stands in a page as code inside its sentences, without line breaks. */
export function codeSpans(text: string): string[] {
  return [...text.replace(FENCED, '').matchAll(/(?<!`)`([^`]+)`(?!`)/g)].map(([, code = '']) =>
    code.replace(/\s+/g, ' ').trim(),
  );
}

/** The same, and each line of what stands as code by itself. */
function allCode(text: string): string[] {
  return [...codeSpans(text), ...[...text.matchAll(FENCED)].flatMap(([block]) => block.split('\n').slice(1, -1))];
}

/** The cells of a page's tables, a row each, under the heading that has this text. */
export function tableRows({ path, text }: Page, heading: string): string[][] {
  const at = text.split('\n').findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === heading);
  if (at < 0) throw new Error(`${path} has no heading "${heading}"`);
  const below = text.split('\n').slice(at + 1);
  const end = below.findIndex((line) => /^#+ /.test(line));
  return below
    .slice(0, end < 0 ? undefined : end)
    .filter((line) => line.startsWith('| '))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** As GitHub makes them of headings. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const headings = text.replace(FENCED, '').match(/^#+ .*$/gm) ?? [];
  return new Set(
    headings.map((line) =>
      line
        .replace(/^#+ /, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** Links and pictures that lead nowhere inside the repository. */
export function linkFaults(page: Page, known: Known, textOf: (path: string) => string): string[] {
  const links = [...page.text.replace(FENCED, '').matchAll(/\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)];
  return links
    .map(([, link, picture]) => link ?? picture ?? '')
    .filter((link) => !/^(?:https?:|mailto:)/.test(link))
    .flatMap((link) => {
      const [file = '', anchor] = link.split('#');
      const path = file === '' ? page.path : posix.join(posix.dirname(page.path), file);
      if (!known.files.includes(path)) return [`${page.path}: no file ${link}`];
      return anchor === undefined || anchorsOf(textOf(path)).has(anchor) ? [] : [`${page.path}: no heading ${link}`];
    });
}

const FILE =
  /^(?:\.{0,2}\/)*[\w.@<>*-]+(?:\/[\w.@<>*-]+)*\.(?:tsx?|mjs|json|md|css|html|js|csv|svg|png|conf|yml|txt|cff)$/;
const FOLDER = /^(?:src|tests|docs|data|public|dist|dist-lib|\.ci|\.github|[a-z]+)(?:\/[\w.<>*-]+)*\/$/;
/** What the build writes; that it does is said by its sources, which name the file. */
const BUILT = /^(?:dist|dist-lib|lib|assets|types)\//;

/** Files and folders that a page names and that aren't there; `*`, `<name>` and `NAME` stand for anything. */
export function fileFaults(page: Page, known: Known): string[] {
  return codeSpans(page.text)
    .map((code) => (code.endsWith('.lazy') ? `${code}.ts` : code))
    .filter((code) => FILE.test(code) || FOLDER.test(code))
    .filter((code) => !isThere(code, known))
    .map((code) => `${page.path}: no file ${code}`);
}

function isThere(code: string, { files, sources, elsewhere }: Known): boolean {
  const name = code.replace(/^(?:\.{1,2}\/)+/, '');
  if (elsewhere.has(name)) return true;
  const pattern = name.replace(/[.+$^(){}[\]|\\]/g, '\\$&').replace(/<\w+>|\*|\bNAME\b/g, '[^/]*');
  const wanted = new RegExp(name.endsWith('/') ? `(?:^|/)${pattern}` : `(?:^|/)${pattern}$`);
  if (files.some((path) => wanted.test(path))) return true;
  const isBuilt = BUILT.test(name) || !name.includes('/');
  return isBuilt && (name.endsWith('/') || sources.includes(posix.basename(name)));
}

/** Commands, their options, and projects of tests that aren't there. */
export function commandFaults(page: Page, { scripts, projects, files, sources }: Known): string[] {
  return allCode(page.text).flatMap((code) =>
    [
      ...named(code, /\bnpm run ([\w:-]+)/g, (script) => scripts.has(script)),
      ...named(code, /\bnpm (test|start)\b/g, (script) => scripts.has(script)),
      ...named(code, /--project ([\w-]+)/g, (project) => projects.has(project)),
      ...named(code, /\bvitest run .*?(tests\/\S+)/g, (file) => files.includes(file)),
      ...named(code, /(?<![\w-])(--[a-z][\w-]*)/g, (option) => isOption(option, sources)),
      ...named(code, /(?<![\w&?#])([A-Z][A-Z_]{3,})=/g, (variable) => isVariable(variable, sources)),
    ].map((name) => `${page.path}: no ${name}, in: ${code}`),
  );
}

function named(code: string, pattern: RegExp, isKnown: (name: string) => boolean): string[] {
  return [...code.matchAll(pattern)].map(([, name = '']) => name).filter((name) => !isKnown(name));
}

/** As it is given, or as `parseArgs` declares it. */
function isOption(option: string, sources: string): boolean {
  return sources.includes(option) || sources.includes(`${option.slice(2)}: { type:`);
}

/** Whether something reads it from the environment. */
function isVariable(name: string, sources: string): boolean {
  return new RegExp(`\\benv(?:\\.${name}\\b|\\['${name}'\\])|(?:variable|leftOutBy): '${name}'`).test(sources);
}

/** A name of code: with a capital or an underscore inside, all in capitals, or called. */
const NAME = /^(?:([a-z]\w*[A-Z]\w*|[A-Z][a-z]\w*[A-Z]\w*|[A-Z][A-Z_]{2,})|([A-Za-z]\w*)\(.*\))$/;

/** Functions, types, constants, attributes and classes that occur nowhere in the sources. */
export function nameFaults(page: Page, { words, sources }: Known): string[] {
  const isUnknown = (code: string) => {
    const [, name, called] = NAME.exec(code) ?? [];
    if (name !== undefined || called !== undefined) return !words.has(name ?? called ?? '');
    if (/^data-[a-z-]+$/.test(code)) return !sources.includes(code) && !words.has(camelCase(code.slice(5)));
    return /^\.dt-[a-z-]+$/.test(code) && !sources.includes(code.slice(1));
  };
  return codeSpans(page.text)
    .filter(isUnknown)
    .map((code) => `${page.path}: nothing is called ${code}`);
}

function camelCase(kebab: string): string {
  return kebab.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Message keys that the catalogue hasn't got; `*` and `…` end the part of a key that several begin with. */
export function messageFaults(page: Page, { messages }: Known): string[] {
  const areas = new Set([...messages].map((key) => key.slice(0, key.indexOf('.'))));
  return codeSpans(page.text)
    .map((code) => /^t\('([\w.]+)'/.exec(code)?.[1] ?? code.replace(/^"([\w.*]+)"(?::.*)?$/, '$1'))
    .filter((code) => !FILE.test(code) && !code.endsWith('.lazy'))
    .filter((code) => /^[a-z]\w*\.[\w.*…]+$/i.test(code) && areas.has(code.slice(0, code.indexOf('.'))))
    .filter((code) => {
      const [start = '', more] = code.split(/[*…]/);
      return more === undefined ? !messages.has(code) : ![...messages].some((key) => key.startsWith(start));
    })
    .map((code) => `${page.path}: no message ${code}`);
}
