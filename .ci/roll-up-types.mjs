import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompilerState, Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { root } from './install.mjs';

/** What an entry's types are called, by the source file of the entry. */
const ENTRIES = {
  library: 'diplomatic-timeline',
  peer: 'peer',
  react: 'react',
  elements: 'element',
  static: 'static',
  data: 'data',
};

/**
 * Makes one file of each entry's declarations, which names no other file, and no package but React where the entry is
 * of React. Declarations for what is global (elements of HTML, attributes in JSX) are laid after it: src/entries/<entry>.global.d.ts.
 * @param {string} types Folder of the compiler's declarations, one for every source file.
 * @param {string} out
 */
export function rollUpTypes(types, out) {
  copyDeclarations(join(root, 'src'), types);
  const configs = Object.entries(ENTRIES).map(([entry, name]) =>
    ExtractorConfig.prepare({
      configObject: {
        projectFolder: root,
        mainEntryPointFilePath: join(types, `entries/${entry}.d.ts`),
        compiler: {
          overrideTsconfig: {
            compilerOptions: {
              target: 'es2022',
              lib: ['es2023', 'dom', 'dom.iterable'],
              module: 'esnext',
              moduleResolution: 'bundler',
              jsx: 'react-jsx',
              types: [],
              strict: true,
              skipLibCheck: true,
            },
            files: [join(types, `entries/${entry}.d.ts`)],
          },
        },
        apiReport: { enabled: false },
        docModel: { enabled: false },
        tsdocMetadata: { enabled: false },
        dtsRollup: { enabled: true, untrimmedFilePath: join(out, `${name}.d.ts`) },
        newlineKind: 'lf',
        messages: {
          // House comments are no TSDoc, and nothing here is marked as beta or internal.
          tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
          extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        },
      },
      configObjectFullPath: undefined,
      packageJsonFullPath: join(root, 'package.json'),
    }),
  );
  const [first] = configs;
  if (first === undefined) return;
  const compilerState = CompilerState.create(first, {
    additionalEntryPoints: configs.map(({ mainEntryPointFilePath }) => mainEntryPointFilePath),
  });
  for (const config of configs) {
    const { succeeded } = Extractor.invoke(config, {
      compilerState,
      messageCallback: (message) => {
        // It says each time that its compiler isn't the newest.
        if (/^console-(?:preamble|compiler-version-notice)$/.test(message.messageId)) message.handled = true;
      },
    });
    if (!succeeded) throw new Error(`The types of ${config.mainEntryPointFilePath} could not be rolled up.`);
  }
  for (const [entry, name] of Object.entries(ENTRIES)) {
    // The component's own elements are those of the peer, too.
    const globals = join(root, `src/entries/${entry === 'peer' ? 'react' : entry}.global.d.ts`);
    if (existsSync(globals)) append(join(out, `${name}.d.ts`), globals);
  }
}

/**
 * The compiler passes over declarations that are source themselves.
 * @param {string} from
 * @param {string} to
 */
function copyDeclarations(from, to) {
  for (const name of readdirSync(from, { recursive: true, encoding: 'utf8' }))
    if (/(?<!\.global)\.d\.ts$/.test(name) && existsSync(join(to, name, '..')))
      copyFileSync(join(from, name), join(to, name));
}

/**
 * @param {string} file
 * @param {string} globals
 */
function append(file, globals) {
  // What it imports of ours the file has already; of React it hasn't.
  const text = readFileSync(globals, 'utf8').replace(/^import .* from '\..*\n/gm, '');
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n${text.trim()}\n`);
}
