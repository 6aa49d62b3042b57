import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, fail, root } from './install.mjs';
import { buildPage, runTool } from './run-tool.mjs';

/**
 * Builds the library into a folder below the project: the module with its stylesheet and licences, and its types.
 * Throws when a step fails; the step's own messages go straight through.
 */
export async function buildLibrary(folder = 'dist-lib') {
  await must('The library could not be built', () =>
    buildPage(['--config', 'vite.lib.config.ts', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir']),
  );
  await must('The component for React could not be built', () =>
    buildPage([
      '--config',
      'vite.lib.config.ts',
      '--mode',
      'react',
      '--logLevel',
      'warn',
      '--outDir',
      folder,
      '--no-emptyOutDir',
    ]),
  );
  const types = join(root, folder, 'types');
  await must('The types of the library could not be written', () =>
    runTool('tsc', ['--project', 'tsconfig.lib.json', '--outDir', types]),
  );
  tidyTypes(types);
  writeFileSync(join(root, folder, 'react.d.ts'), "export * from './types/entries/react.js'\n");
  writeFileSync(join(root, folder, 'diplomatic-timeline.d.ts'), "export * from './types/entries/library.js'\n");
}

/**
 * @param {string} failure
 * @param {() => Promise<number>} step Resolves with its exit code.
 */
async function must(failure, step) {
  if ((await step()) !== 0) throw new Error(`${failure}; the reason is above.`);
}

/**
 * Keeps the declarations that the library's own lead to, and lets each name the next with its ending, as Node asks; a
 * bundler takes that too. The compiler writes one for every source file, and names them as the source does.
 * @param {string} folder
 */
function tidyTypes(folder) {
  const kept = new Map();
  const waiting = ['entries/library.d.ts', 'entries/react.d.ts'];
  for (const file of waiting) {
    if (kept.has(file)) continue;
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, specifier = ''] of text.matchAll(/\b(?:from|import\()\s*'(\.[^']*)'/g)) {
      waiting.push(`${posix.join(posix.dirname(file), specifier)}.d.ts`);
    }
    kept.set(
      file,
      text
        // A stylesheet has no types.
        .replace(/^import '[^']*\.css';\n/gm, '')
        .replace(/((?:\bfrom|\bimport\()\s*'\.[^']*)'/g, "$1.js'"),
    );
  }
  for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { recursive: true });
  for (const [file, text] of kept) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    ensureInstalled();
    await buildLibrary();
    console.log(`The library is in ${relative(process.cwd(), join(root, 'dist-lib'))}/`);
  } catch (error) {
    fail(error);
  }
}
