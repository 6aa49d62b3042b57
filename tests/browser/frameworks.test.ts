import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import { useStage } from '../support/browser-timeline';
import { isFull } from '../support/full';
import { packPackage } from '../support/packed-package';
import type { PackedPackage } from '../support/packed-package';
import { freePort } from '../support/free-port';

// Each is installed from the registry into a folder of its own, built by its own tools and opened: minutes, and a
// connection.
const fixtures = resolve(import.meta.dirname, '../fixtures');
const stage = useStage();
let packed: PackedPackage;
let folder: string;
beforeAll(() => {
  if (!isFull) return;
  packed = packPackage();
  folder = mkdtempSync(join(tmpdir(), 'timeline-frameworks-'));
}, 60_000);
afterAll(() => {
  if (!isFull) return;
  packed.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** What npm says where no registry can be reached. */
const OFFLINE = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/;

interface Fixture {
  readonly name: string;
  /** Other versions than its manifest has. */
  readonly versions?: Readonly<Record<string, string>>;
  /** Where it imports the dataset from. */
  readonly data: string;
}

/** The project installed and built; skips the test where the registry can't be reached. */
function builtProject(context: TestContext, { name, versions = {}, data }: Fixture): string {
  const project = join(folder, `${name}-${Object.values(versions).join('-')}`);
  mkdirSync(project);
  cpSync(join(fixtures, 'frameworks', name), project, { recursive: true });
  cpSync(join(fixtures, 'two-calls.json'), join(project, data));
  const manifest = join(project, 'package.json');
  const text = Object.entries(versions).reduce(
    (all, [dependency, version]) => all.replace(new RegExp(`("${dependency}": )"[^"]*"`), `$1"${version}"`),
    readFileSync(manifest, 'utf8'),
  );
  writeFileSync(manifest, text);
  const install = npmIn(project, 'install', packed.tarball, '--no-audit', '--no-fund', '--loglevel=error');
  if (install.status !== 0 && OFFLINE.test(install.output)) context.skip('The registry of npm can’t be reached.');
  expect(install.status, install.output).toBe(0);
  const build = npmIn(project, 'run', 'build');
  expect(build.status, build.output).toBe(0);
  expect(build.output).not.toMatch(/circular|is not exported|Critical dependency|can't be resolved/i);
  return project;
}

function npmIn(cwd: string, ...args: string[]): { readonly status: number | null; readonly output: string } {
  // A project of a reader's own: the test runner's NODE_ENV is none of its business.
  const { NODE_ENV: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    env: { ...env, NEXT_TELEMETRY_DISABLED: '1' },
    shell: process.platform === 'win32',
  });
  return { status, output: `${stdout}${stderr}` };
}

/** Shown, followed, taken away by the framework, and put back; `place` is what holds it. */
async function tellsAndGoes(page: Page, place: string): Promise<void> {
  const article = page.locator(place);
  await article.locator('.dt-mark-button[data-event="c1"]').first().click();
  await page.locator(`${place}[data-chosen="c1"]`).waitFor({ state: 'attached' });
  for (const open of ['Close', 'Open', 'Close']) {
    await article.getByRole('button', { name: `${open} the article` }).click();
    if (open === 'Open') await article.locator('.dt-chart[data-settled="yes"]').waitFor();
    else await expect.poll(() => article.locator('.dt-app').count()).toBe(0);
  }
}

describe.runIf(isFull)('installed from its tarball', () => {
  test.for([
    { name: 'vite-react', data: 'src/calls.json' },
    {
      name: 'vite-react',
      data: 'src/calls.json',
      versions: {
        react: '18.3.1',
        'react-dom': '18.3.1',
        '@types/react': '18.3.27',
        '@types/react-dom': '18.3.7',
      },
    },
    { name: 'vue', data: 'src/calls.json' },
    { name: 'svelte', data: 'src/calls.json' },
  ] as const satisfies readonly Fixture[])(
    '$name $versions.react: it is shown, tells, and goes with the component around it',
    { timeout: 300_000 },
    async (fixture, context) => {
      const project = builtProject(context, fixture);
      const served = await stage.serve({ root: join(project, 'dist') });
      const { page } = await stage.open({ url: served.url, until: 'load' });
      await tellsAndGoes(page, 'main');
    },
  );

  test(
    'Next: a page of the server draws without a document, and is taken over without a word',
    { timeout: 300_000 },
    async (context) => {
      const project = builtProject(context, { name: 'next', data: 'calls.json' });
      const port = await freePort();
      const server = await startNext(project, port);
      try {
        const address = `http://127.0.0.1:${port}/`;
        const html = await (await fetch(address)).text();
        expect(html).toContain('<p id="count">2<!-- --> events</p>');
        // The still picture, and one in the place of each of both timelines.
        expect(html.match(/<svg [^>]*role="img"/g)?.length).toBeGreaterThanOrEqual(2);
        expect(html).toMatch(/<div id="server"><div[^>]*><div style="height:var\(--dt-height,100vh\)/);
        const { page } = await stage.open({ url: address, until: 'load' });
        await page.locator('#server .dt-chart[data-settled="yes"]').waitFor();
        await tellsAndGoes(page, '#client');
      } finally {
        server.kill();
      }
    },
  );
});

/** Resolves when it answers. */
function startNext(project: string, port: number): Promise<ChildProcess> {
  const { NODE_ENV: _, ...env } = process.env;
  const server = spawn(
    process.execPath,
    [join(project, 'node_modules/next/dist/bin/next'), 'start', '--hostname', '127.0.0.1', '--port', String(port)],
    { cwd: project, env: { ...env, NEXT_TELEMETRY_DISABLED: '1' } },
  );
  return new Promise((ready, fail) => {
    let said = '';
    for (const stream of [server.stdout, server.stderr])
      stream.on('data', (text: Buffer) => {
        said += text.toString();
        if (said.includes('Ready')) ready(server);
      });
    server.on('exit', () => fail(new Error(`Next ended: ${said}`)));
  });
}
