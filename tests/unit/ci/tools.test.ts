import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { CHROMIUM, findTool, INSTALL_COMMAND, provideTools, TOOLS } from '../../../.ci/tools.mjs';

const [, FIREFOX, WEBKIT] = TOOLS as [typeof CHROMIUM, typeof CHROMIUM, typeof CHROMIUM];
const APT_GET = { '/usr/bin/apt-get': 'apt 2.6' };

/** A machine that has these files, each with what it answers when it is asked for its version. */
function machine(files: Readonly<Record<string, string | undefined>>, env: Readonly<Record<string, string>> = {}) {
  return {
    platform: 'linux',
    env,
    home: '/home/me',
    exists: (path: string) => path in files,
    list: (folder: string) =>
      Object.keys(files).flatMap((path) =>
        path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1).split('/')[0]!] : [],
      ),
    versionOf: (path: string, asked: string) =>
      files[path]?.startsWith('Usage') === (asked === '--help') ? files[path] : undefined,
  } as const;
}

describe('looking for a tool', () => {
  test('finds it in its usual place', () => {
    const system = machine({ '/usr/bin/firefox': 'Mozilla Firefox 140.5.0' });
    expect(findTool(FIREFOX, system)).toEqual({ state: 'found', path: '/usr/bin/firefox' });
  });

  test('passes over a file of its name that only asks to be installed', () => {
    const stub = { '/usr/bin/chromium-browser': 'Command requires the chromium snap', '/usr/bin/chromium': undefined };
    expect(findTool(CHROMIUM, machine(stub)).state).toBe('missing');
    const system = machine({ ...stub, '/usr/bin/google-chrome': 'Google Chrome 150.0' });
    expect(findTool(CHROMIUM, system)).toEqual({ state: 'found', path: '/usr/bin/google-chrome' });
  });

  test('finds the newest that Playwright has brought', () => {
    const cache = '/home/me/.cache/ms-playwright';
    const system = machine({
      [`${cache}/chromium-999/chrome-linux/chrome`]: 'Chromium 100',
      [`${cache}/chromium-1200/chrome-linux/chrome`]: 'Chromium 140',
    });
    expect(findTool(CHROMIUM, system)).toMatchObject({ path: `${cache}/chromium-1200/chrome-linux/chrome` });
  });

  test('takes the path of its variable before any other, and says so where nothing starts from there', () => {
    const files = { '/usr/bin/chromium': 'Chromium 150', '/opt/mine': 'Chromium 151' };
    expect(findTool(CHROMIUM, machine(files, { CHROMIUM_PATH: '/opt/mine' }))).toMatchObject({ path: '/opt/mine' });
    const wrong = findTool(CHROMIUM, machine(files, { CHROMIUM_PATH: '/opt/yours' }));
    expect(wrong).toEqual({ state: 'wrong', says: expect.stringContaining('CHROMIUM_PATH is /opt/yours') });
  });

  test('leaves it out where it is asked to, though it is there', () => {
    const system = machine({ '/usr/bin/firefox': 'Mozilla Firefox 140' }, { FIREFOX: 'none' });
    expect(findTool(FIREFOX, system)).toEqual({ state: 'left out', says: expect.stringContaining('FIREFOX=none') });
  });

  const webkit = {
    '/usr/bin/WebKitWebDriver': 'Usage:\n  WebKitWebDriver options',
    '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser': undefined,
    '/usr/bin/Xvfb': undefined,
  };

  test('finds WebKit’s driver where its browser and a display are there too, and not without', () => {
    expect(findTool(WEBKIT, machine({ ...APT_GET, ...webkit }))).toEqual({
      state: 'found',
      path: '/usr/bin/WebKitWebDriver',
    });
    for (const missing of Object.keys(webkit)) {
      const { [missing as keyof typeof webkit]: _, ...rest } = webkit;
      expect(findTool(WEBKIT, machine({ ...APT_GET, ...rest })), missing).toMatchObject({ state: 'missing' });
    }
  });

  test('leaves WebKit out where it can’t be installed, says so, and takes one that is there all the same', () => {
    const without = findTool(WEBKIT, machine({}));
    expect(without).toEqual({
      state: 'left out',
      says: expect.stringMatching(/no apt-get.*nothing was tried in WebKit/),
    });
    expect(findTool(WEBKIT, machine({}, { WEBKIT_PATH: '/opt/driver' }))).toMatchObject({ state: 'wrong' });
    expect(findTool(WEBKIT, machine(webkit))).toMatchObject({ state: 'found' });
    expect(findTool(WEBKIT, machine({ ...APT_GET, ...webkit }, { WEBKIT: 'none' }))).toEqual({
      state: 'left out',
      says: expect.stringContaining('WEBKIT=none'),
    });
  });

  test.each(TOOLS.map((tool) => [tool.name, tool] as const))(
    'says of a missing %s who needs it, the one command that installs it, and the variable for one that is elsewhere',
    (name, tool) => {
      const finding = findTool(tool, machine(APT_GET));
      expect(finding).toMatchObject({ state: 'missing' });
      const says = 'says' in finding ? finding.says : '';
      for (const part of [name, tool.neededBy, INSTALL_COMMAND, tool.variable]) expect(says).toContain(part);
      if (tool.leftOutBy !== undefined) expect(says).toContain(`${tool.leftOutBy}=none`);
    },
  );
});

describe('what is missing', () => {
  const missing = { state: 'missing', says: 'It is missing.' } as const;

  test('is not installed unasked', () => {
    const install = vi.fn<() => void>();
    const findings = provideTools(TOOLS, { mayInstall: false, find: () => missing, install });
    expect(install).not.toHaveBeenCalled();
    expect([...findings.values()]).toEqual(TOOLS.map(() => missing));
  });

  test('is installed where that is asked for, and looked for again', () => {
    const there = new Set<unknown>();
    const findings = provideTools(TOOLS, {
      mayInstall: true,
      find: (tool) => (there.has(tool) ? { state: 'found', path: `/usr/bin/${tool.name}` } : missing),
      install: (tool) => there.add(tool),
    });
    expect([...findings.values()].map(({ state }) => state)).toEqual(TOOLS.map(() => 'found'));
  });

  test('is said to be missing still where installing did not help', () => {
    const findings = provideTools([CHROMIUM], { mayInstall: true, find: () => missing, install: () => undefined });
    expect(findings.get(CHROMIUM)).toEqual({ state: 'missing', says: expect.stringContaining('installing it failed') });
  });

  test.each(['found', 'left out', 'wrong'] as const)('means missing: what is %s is never installed', (state) => {
    const install = vi.fn<() => void>();
    const finding = state === 'found' ? { state, path: '/usr/bin/it' } : { state, says: 'Said.' };
    provideTools(TOOLS, { mayInstall: true, find: () => finding, install });
    expect(install).not.toHaveBeenCalled();
  });
});

test('the script for machines that hold nothing yet asks for tools; a plain `npm test` doesn’t', () => {
  const root = resolve(import.meta.dirname, '../../..');
  const { scripts } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(readFileSync(resolve(root, '.ci/run'), 'utf8')).toMatch(/npm test .*-- --install-tools/);
  expect(Object.entries(scripts).filter(([, script]) => script.includes('--install-tools'))).toEqual([]);
  expect(INSTALL_COMMAND).toBe('npm test -- --install-tools');
});
