import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { libraryLimits, measureLibrary } from '../../.ci/measure.mjs';
import { runTool } from '../../.ci/run-tool.mjs';
import { LOADER_FILE } from '../../src/base/loader-file';
import { isFull, sliceOf } from '../support/full';
import { manifestOf, packPackage } from '../support/packed-package';
import type { PackedPackage } from '../support/packed-package';

const root = resolve(import.meta.dirname, '../..');
const ENTRIES = ['.', './peer', './react', './element', './static', './data'];
const article = join(root, 'data/syria-cessation-2016.json');

let packed: PackedPackage;
beforeAll(() => {
  packed = packPackage({
    react: 'react',
    'react-dom': 'react-dom',
    scheduler: 'scheduler',
    '@types/react': '@types/react',
    '@types/react-dom': '@types/react-dom',
    csstype: 'csstype',
  });
}, 60_000);
afterAll(() => packed?.remove());

/** Runs a module in the project that has the package installed, in Node, and gives what it prints. */
function run(source: string): string {
  const file = join(packed.project, 'run.mjs');
  writeFileSync(file, source);
  return execFileSync(process.execPath, [file], { cwd: packed.project, encoding: 'utf8' });
}

describe('the package', () => {
  test('holds what its manifest names and no source, and depends on nothing', () => {
    const { dependencies, peerDependenciesMeta, private: isPrivate } = manifestOf(packed);
    expect([dependencies, peerDependenciesMeta, isPrivate]).toEqual([
      {},
      { react: { optional: true }, 'react-dom': { optional: true } },
      false,
    ]);
    expect(
      packed.files.filter((file) => !/^(?:dist-lib|data)\/|^(?:package\.json|README\.md|LICENSE)$/.test(file)),
    ).toEqual([]);
    // Few files: an entry each, its types, and the parts that are loaded when they are needed.
    expect(packed.files.filter((file) => file.startsWith('dist-lib/timeline/')).length).toBeLessThanOrEqual(14);
    expect(packed.files.filter((file) => file.endsWith('.d.ts')).toSorted()).toEqual(
      ['data', 'diplomatic-timeline', 'element', 'peer', 'react', 'static'].map((name) => `dist-lib/${name}.d.ts`),
    );
  });

  test('its entries keep within their limits', () => {
    const measured = measureLibrary(join(packed.project, 'node_modules/diplomatic-timeline/dist-lib'));
    for (const [name, limit] of Object.entries(libraryLimits))
      expect(measured[name as keyof typeof libraryLimits], name).toBeLessThanOrEqual(limit);
  });

  test('publint finds nothing to say of its tarball', async () => {
    const tarball = readFileSync(packed.tarball);
    const { messages } = await publint({
      pack: { tarball: Uint8Array.from(tarball).buffer },
      level: 'suggestion',
      strict: true,
    });
    const manifest = manifestOf(packed);
    expect(messages.map((message) => formatMessage(message, manifest, { color: false }))).toEqual([]);
  });

  test.runIf(isFull)(
    'the types of every entry are found, and are those of modules',
    async () => {
      const result = await checkPackage(createPackageFromTarballData(readFileSync(packed.tarball)), {
        entrypoints: ENTRIES,
      });
      if (result.types === false) throw new Error('The package has no types');
      // The profile of packages that are modules alone: neither Node's old way nor `require` is promised.
      const told = result.problems.filter(
        (problem) => !('resolutionKind' in problem) || !['node10', 'node16-cjs'].includes(problem.resolutionKind),
      );
      expect(told).toEqual([]);
    },
    60_000,
  );

  test('its types name no file and no package, but React where they are of React', () => {
    const folder = join(packed.project, 'node_modules/diplomatic-timeline/dist-lib');
    const named = readdirSync(folder)
      .filter((file) => file.endsWith('.d.ts'))
      .flatMap((file) => {
        const text = readFileSync(join(folder, file), 'utf8');
        return [...text.matchAll(/(?:\bfrom |\bimport\(|\bimport |\bmodule |reference \w+=)(['"])([^'"]+)\1/g)].map(
          ([, , name]) => `${file}: ${name}`,
        );
      });
    expect([...new Set(named)].toSorted()).toEqual(['peer.d.ts: react', 'react.d.ts: react']);
  });
});

/** A page's code, by the entry that it takes from; each compiles against types as strict as they get. */
const CONSUMERS: Readonly<Record<string, string>> = {
  'main.ts': `import { mountTimeline, datasetHead, EVENT_TYPES } from 'diplomatic-timeline';
    import type { DatasetInput, TimelineHandle } from 'diplomatic-timeline';
    const dataset = { title: 'Calls', events: [{ id: 'a', title: 'A call', date: '2016-02', type: 'talks' }] } satisfies DatasetInput;
    const timeline: TimelineHandle = mountTimeline(document.body, { dataset, group: 'actor', hide: ['title'] });
    timeline.on('select', (id) => id?.toUpperCase());
    // @ts-expect-error There is no such grouping.
    timeline.setState({ group: 'nobody' });
    // @ts-expect-error There is no such type of event.
    export const wrong: DatasetInput = { events: [{ id: 'a', title: 'A', type: 'chat' }] };
    export const all: readonly string[] = EVENT_TYPES;
    export const head = datasetHead({ id: 'a', title: 'b', actors: [] });`,
  'element.ts': `import 'diplomatic-timeline/element';
    const frame = document.createElement('diplomatic-timeline');
    frame.setState({ group: 'actor' });
    frame.addEventListener('timeline-select', ({ detail }) => detail?.toUpperCase());
    const inline = document.querySelector('diplomatic-timeline-inline');
    if (inline) { inline.data = { events: [] }; inline.timeline?.select(undefined); }`,
  'static.ts': `import { renderStatic, DatasetError } from 'diplomatic-timeline/static';
    export const html: string = renderStatic('{}', { group: 'actor', lang: 'fr' });
    export const isOurs = (error: unknown): boolean => error instanceof DatasetError;`,
  'data.ts': `import { readDataset, checkDataset, writeDataset, ROLES } from 'diplomatic-timeline/data';
    const read = await readDataset('{}');
    if (read.ok) writeDataset(read.dataset);
    export const lines: readonly string[] = (await checkDataset({ events: [] })).lines;
    export const first: 'initiator' = ROLES[0];`,
  'react.tsx': `import { DiplomaticTimeline } from 'diplomatic-timeline/react';
    import { DiplomaticTimeline as Peer, mountTimeline } from 'diplomatic-timeline/peer';
    export const one = <DiplomaticTimeline dataset={{ events: [] }} style={{ '--dt-height': '400px' }} onSelect={(id) => id?.trim()} />;
    export const two = <Peer src="./calls.json" group="actor" className="wide" />;
    export const three = <diplomatic-timeline src="/timeline/" countries="RU" label="Calls" />;
    // @ts-expect-error There is no such theme.
    export const four = <DiplomaticTimeline theme="blue" />;
    export { mountTimeline };`,
};

const RESOLUTIONS = [
  ['nodenext', 'nodenext'],
  ['bundler', 'esnext'],
] as const;

describe.each(sliceOf(RESOLUTIONS, 2))('with module resolution "%s"', (resolution, module) => {
  test('a page’s code compiles, libraries and all', async () => {
    const files = Object.entries(CONSUMERS);
    for (const [name, text] of files) writeFileSync(join(packed.project, name), text);
    writeFileSync(join(packed.project, 'package.json'), JSON.stringify({ type: 'module', private: true }));
    const config = {
      compilerOptions: {
        noEmit: true,
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: false,
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable'],
        jsx: 'react-jsx',
        module,
        moduleResolution: resolution,
        types: [],
      },
      files: files.map(([name]) => name),
    };
    const path = join(packed.project, `tsconfig.${resolution}.json`);
    writeFileSync(path, JSON.stringify(config));
    expect(await runTool('tsc', ['--project', path])).toBe(0);
  });
});

describe('without a document', () => {
  test('every entry can be imported', () => {
    const names = ENTRIES.map((entry) => `diplomatic-timeline${entry.slice(1)}`);
    expect(
      run(`const made = await Promise.all(${JSON.stringify(names)}.map((name) => import(name)));
        console.log(made.every((entry) => Object.keys(entry).length > 0), typeof document);`),
    ).toBe('true undefined\n');
  });

  test('React writes the picture where the timeline will stand, in the room that it will take', () => {
    const html = run(`import { createElement } from 'react'; import { renderToString } from 'react-dom/server';
      import { readFileSync } from 'node:fs'; import { DiplomaticTimeline } from 'diplomatic-timeline/react';
      const dataset = readFileSync(${JSON.stringify(article)}, 'utf8');
      console.log(renderToString(createElement(DiplomaticTimeline, { dataset, countries: ['RU'], className: 'ours' })));
      console.log(renderToString(createElement(DiplomaticTimeline, { src: './later.json', height: 'content' })));
      console.log(renderToString(createElement(DiplomaticTimeline, { dataset: 'no JSON' })));`);
    const [drawn, later, wrong] = html.trim().split('\n');
    expect(drawn?.slice(0, 200)).toMatch(
      /^<div class="ours"><div style="height:var\(--dt-height,100vh\);overflow:hidden"><div lang="en"><svg /,
    );
    expect(drawn?.includes('6 of 11 events')).toBe(true);
    expect(later).toBe('<div><div style="min-height:120px"></div></div>');
    expect(wrong).toBe('<div><div style="height:var(--dt-height,100vh);overflow:hidden"></div></div>');
  });

  test('the command checks files as npm run data:check does, and says how it is called', () => {
    const call = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        [join(packed.project, 'node_modules/diplomatic-timeline/dist-lib/cli.js'), ...args],
        { cwd: root, encoding: 'utf8' },
      );
      return { status, stdout, stderr };
    };
    expect(call('check', 'tests/fixtures/two-calls.json')).toEqual({
      status: 0,
      stdout: 'tests/fixtures/two-calls.json: 2 of 2 events load, 0 problems\n',
      stderr: '',
    });
    expect(call('turn', 'a.csv')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('“turn”') as string,
    });
  });

  test('the command converts files of other formats', () => {
    const map = { date: 'date', title: 'title', actors: [{ column: 'who' }] };
    writeFileSync(join(packed.project, 'map.json'), JSON.stringify(map));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        join(packed.project, 'node_modules/diplomatic-timeline/dist-lib/cli.js'),
        'convert',
        '-',
        '-',
        '--map',
        join(packed.project, 'map.json'),
      ],
      { cwd: root, encoding: 'utf8', input: gzipSync('date,title,who\n2016-02-24,Talks,Anna\n') },
    );
    expect([status, stderr]).toEqual([0, 'stdin (CSV): 1 row, 1 event; nothing to look at\n']);
    expect((JSON.parse(stdout) as { events: unknown[] }).events).toHaveLength(1);
  });

  test('its command builds a folder for a host, of the kit that came with it', () => {
    const csv = join(packed.project, 'calls.csv');
    writeFileSync(csv, 'date,title,who\n2016-02-24,Talks,Anna\n');
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(packed.project, 'node_modules/diplomatic-timeline/dist-lib/cli.js'), 'build', 'calls.csv', '-o', 'site'],
      { cwd: packed.project, encoding: 'utf8' },
    );
    expect([status, stderr]).toEqual([
      0,
      'calls.csv (CSV): 1 row, 1 event; nothing to look at\n9 files are in site; open site/index.html\n',
    ]);
    const page = readFileSync(join(packed.project, 'site/index.html'), 'latin1');
    const policy = /script-src &#39;(sha256-[^&]*)&#39;/.exec(page)?.[1];
    const program = /<script id="page-program">([^]*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(`sha256-${createHash('sha256').update(program).digest('base64')}`).toBe(policy);
  });

  test.runIf(isFull)('one constant of ./data costs less than 40 kB, and nothing that is loaded with it', async () => {
    const entry = join(packed.project, 'one.js');
    writeFileSync(entry, "import { ROLES } from 'diplomatic-timeline/data'; globalThis.roles = ROLES;");
    const made = await build({
      root: packed.project,
      configFile: false,
      logLevel: 'error',
      build: { write: false, rolldownOptions: { input: entry } },
    });
    const outputs = (Array.isArray(made) ? made : [made]).flatMap((one) => ('output' in one ? one.output : []));
    const first = outputs.filter((one) => one.type === 'chunk' && !one.isDynamicEntry);
    const bytes = first.reduce((sum, one) => sum + (one.type === 'chunk' ? gzipSync(one.code).length : 0), 0);
    expect(bytes).toBeLessThan(40_000);
  });
});

describe('files of the built page that host pages name', () => {
  const built = (name: string) => readFileSync(join(root, 'dist', name));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const names = [
    ['embed.js', LOADER_FILE],
    ['lib/diplomatic-timeline.js', `lib/diplomatic-timeline@${version.split('.').slice(0, 2).join('.')}.js`],
  ] as const;

  test.each(names)('%s is the newest of what %s names, whose integrity is told', (newest, versioned) => {
    expect(built(versioned).equals(built(newest))).toBe(true);
    const hash = createHash('sha384').update(built(versioned)).digest('base64');
    expect(built('integrity.txt').toString().split('\n')).toContain(`${versioned} sha384-${hash}`);
  });

  test('the number of the package is said in one way', () => {
    expect(readFileSync(join(root, 'CITATION.cff'), 'utf8')).toContain(`\nversion: ${version}\n`);
    expect(readFileSync(join(root, 'docs/library.md'), 'utf8')).toContain(`diplomatic-timeline-${version}.tgz`);
  });
});
