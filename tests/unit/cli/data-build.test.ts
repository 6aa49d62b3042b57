import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { runCommand } from '../../../src/cli/run-command';

vi.mock('../../../src/formats/page/kit-texts', async () => {
  const { SMALL_KIT: kit } = await import('../../support/make-kit');
  return { kit };
});

const t = makeTranslate('en', english);
const folder = mkdtempSync(join(tmpdir(), 'build-site-'));
const at = (name: string): string => join(folder, name);
writeFileSync(at('calls.csv'), 'date,title,who\n2016-02-24,Talks,Anna\n2016-02-25,<b>More</b> talks,Bela\n');
afterAll(() => rmSync(folder, { recursive: true }));

async function build(...args: string[]): Promise<{ readonly code: number; readonly told: readonly string[] }> {
  const told: string[] = [];
  const code = await runCommand(
    ['build', ...args],
    {
      print: async (content) => void told.push(String(content)),
      complain: (line) => void told.push(line.replaceAll(`${folder}/`, '')),
      terminal: { write: () => true },
    },
    t,
  );
  return { code, told };
}

const FILES = [
  'README.txt',
  '_headers',
  'calls.json',
  'embed.js',
  'embed@1.js',
  'htaccess.txt',
  'index.html',
  'licenses.md',
  'nginx.conf',
];

describe('npm run data:build', () => {
  test('writes a folder for a host: page, data, loader, samples', async () => {
    expect(await build(at('calls.csv'), '-o', at('new/site'), '--title', 'Calls & more')).toEqual({
      code: 0,
      told: [
        'calls.csv (CSV): 2 rows, 2 events; nothing to look at',
        '9 files are in new/site; open new/site/index.html',
      ],
    });
    expect(readdirSync(at('new')).concat(readdirSync(at('new/site')).toSorted())).toEqual(['site', ...FILES]);
    const page = readFileSync(at('new/site/index.html'), 'utf8');
    expect(page).toContain('<title>Calls &amp; more</title>');
    expect(page).toContain('&lt;b&gt;More&lt;/b&gt; talks');
    expect(page).toContain('data-opening="lang=en"');
    expect(JSON.parse(readFileSync(at('new/site/calls.json'), 'utf8'))).toMatchObject({ events: { length: 2 } });
  });

  test('speaks the language of the data where it knows it, and English else', async () => {
    await build(at('calls.csv'), `--output=${at('ar')}`, '--lang', 'ar');
    expect(readFileSync(at('ar/index.html'), 'utf8')).toContain('<html lang="ar" dir="rtl">');
    await build(at('calls.csv'), '-o', at('de'), '--lang', 'de');
    expect(readFileSync(at('de/index.html'), 'utf8')).toContain('<html lang="en" dir="ltr">');
  });

  test('leaves a folder that has files as it is, unless that is asked for; others of its files stay then, too', async () => {
    mkdirSync(at('full'));
    writeFileSync(at('full/index.html'), 'mine');
    writeFileSync(at('full/other.txt'), 'mine');
    expect(await build(at('calls.csv'), '-o', at('full'))).toEqual({
      code: 73,
      told: ['“full” has files already; with --force those of the same name are replaced'],
    });
    expect(readdirSync(at('full'))).toEqual(['index.html', 'other.txt']);
    expect((await build(at('calls.csv'), '-o', at('full'), '--force')).code).toBe(0);
    expect(readdirSync(at('full')).toSorted()).toEqual([...FILES, 'other.txt'].toSorted());
    expect(readFileSync(at('full/index.html'), 'utf8')).toContain('<!doctype html>');
    expect(readFileSync(at('full/other.txt'), 'utf8')).toBe('mine');
  });

  test('leaves nothing behind where nothing can be read, or written', async () => {
    expect((await build(at('none.csv'), '-o', at('never'))).code).toBe(2);
    expect((await build(at('calls.csv'), '-o', at('calls.csv/site'))).code).toBe(73);
    expect(readdirSync(folder).filter((name) => /never|part/.test(name))).toEqual([]);
  });

  test.each([[[]], [['-o', 'x']], [['a.csv']], [['a.csv', '-o', 'x', '--nonsense']], [['a.csv', '-o']]])(
    'a wrong call, %j, is told how it goes',
    async (args) => {
      const { code, told } = await build(...args);
      expect([code, told.at(-1)]).toEqual([64, t('build.usage')]);
    },
  );

  test('says how it is called', async () =>
    expect(await build('--help')).toEqual({ code: 0, told: [`${t('build.usage')}\n`] }));
});
