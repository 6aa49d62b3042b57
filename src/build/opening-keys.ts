import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * The only words that code of the opening view says although they aren't among its own. What is wrong with a file is
 * put into words by a reader under `withLazyCode`, which asks for the further words and reads again, or by one that
 * came with them, as did what loads rows: so they are here too when a notice tells of it.
 */
const ASKED_FOR =
  /^(?:expected|problem|found|position)\b|^notice\.(?:not-json|newer-version|no-events|no-column|wrong-shape|loadingRows|loadingShare|cancel|stopped|stoppedEarly|fromStart)\b/;
/** What ui/notices/LeftOut.tsx says, and looks as if ui/notices/Notices.tsx said it too. */
const OF_OTHERS = /^notice\.(?:cutShort|leftOut|otherLeftOut|dropped|noted|details)$/;

/**
 * Static imports but for those of types, and dynamic ones but for those that come with their words
 * (base/messages/words.ts).
 */
const IMPORT = /^(?:import|export)(?! type\b)[^;'"]*?from\s*['"](\.[^'"]+)['"]/gm;
const LAZY_IMPORT = /(withWords\(\(\) => (?:Promise\.all\(\[)?)?\bimport\('(\.[^']+)'\)/g;

/**
 * The keys of the messages that code can say which is loaded without further words: all that stand in it as a literal,
 * or begin and end as a template does, so that none is missing and some are there for nothing. `entry` and what it
 * imports are read from the disk.
 */
export function openingKeys(entry: string, keys: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const file of filesFrom(entry)) {
    const code = readFileSync(file, 'utf8').replace(/^\s*(?:\/\/|\/?\*).*$/gm, '');
    for (const [, text = ''] of code.matchAll(/['"]([\w.-]+)['"]/g)) found.add(text);
    for (const [, text = ''] of code.matchAll(/`([a-z]\w*\.(?:[\w.-]|\$\{[^}`]*\})*)`/gi)) {
      const pattern = new RegExp(
        `^${text
          .split(/\$\{[^}]*\}/)
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('[\\w-]+')}$`,
      );
      for (const key of keys) if (pattern.test(key)) found.add(key);
    }
  }
  return new Set(keys.filter((key) => found.has(key) && !ASKED_FOR.test(key) && !OF_OTHERS.test(key)));
}

function filesFrom(entry: string): ReadonlySet<string> {
  const files = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    const code = readFileSync(file, 'utf8');
    const named = [
      ...Array.from(code.matchAll(IMPORT), ([, path]) => path),
      ...Array.from(code.matchAll(LAZY_IMPORT), ([, comesWithWords, path]) =>
        comesWithWords === undefined ? path : undefined,
      ),
    ];
    for (const path of named) {
      const next = path === undefined ? undefined : sourceAt(resolve(dirname(file), path));
      if (next !== undefined) visit(next);
    }
  };
  visit(entry);
  return files;
}

/** A stylesheet or a catalogue is none. */
function sourceAt(path: string): string | undefined {
  return [path, `${path}.ts`, `${path}.tsx`].find((each) => /\.tsx?$/.test(each) && existsSync(each));
}
