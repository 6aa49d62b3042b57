import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { HtmlTagDescriptor } from 'vite';
import { datasetScripts } from '../../../src/build/dataset-scripts';

/** A built folder of datasets: the scripts by file name, the template, and what was warned of. */
async function build(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'sets-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);
  const warnings: string[] = [];
  const plugin = datasetScripts({ folder: '.', own: 'a' });
  (plugin.configResolved as unknown as (config: object) => void)({
    root,
    logger: { warn: (text: string) => warnings.push(text) },
  });
  const scripts = new Map<string, string>();
  const emitFile = ({ fileName, source }: { fileName: string; source: string }) => scripts.set(fileName, source);
  await (plugin.generateBundle as unknown as (this: object) => Promise<void>).call({ emitFile });
  const { handler } = plugin.transformIndexHtml as unknown as { handler: () => Promise<HtmlTagDescriptor[]> };
  return { scripts, template: (await handler())[0]!, warnings: new Set(warnings) };
}

/** What a script hands over when a page runs it. */
function handedOver(script: string): unknown {
  let detail: unknown;
  class CustomEvent {
    constructor(
      readonly type: string,
      readonly init: { detail: unknown },
    ) {}
  }
  const currentScript = {
    dispatchEvent: ({ type, init }: CustomEvent) => {
      if (type === 'timeline-dataset') ({ detail } = init);
    },
  };
  const sandbox = { document: { currentScript }, CustomEvent };
  const before = Object.keys(sandbox);
  runInNewContext(script, sandbox);
  expect(Object.keys(sandbox)).toEqual(before);
  return detail;
}

const event = (id: string, date: string) => ({ id, title: id, date, participants: ['Anna'] });

test('each dataset becomes a script that hands its text over, compact, and leaves nothing behind', async () => {
  const nasty = { id: 'a', title: `</script> ' " \\ \\' \n \u2028 <!-- \${x}`, events: [event('e', '2016-02-24')] };
  const { scripts } = await build({ 'a.json': JSON.stringify(nasty, undefined, 2), 'dataset.schema.json': '{}' });
  expect([...scripts.keys()]).toEqual(['data/a.js']);
  expect(handedOver(scripts.get('data/a.js')!)).toBe(JSON.stringify(nasty));
});

test('the page gets an inert script element for each, with what a picker says of it', async () => {
  const a = {
    id: 'other-than-its-name',
    title: 'A "set"',
    asOf: '2016-03-01',
    events: [event('e', '2016-02-24'), event('f', '2014/..')],
  };
  const { template } = await build({
    'a.json': JSON.stringify(a),
    'b c.json': JSON.stringify({ title: 'B', events: [event('e', '2011'), event('g', '2012')] }),
  });
  expect([template.tag, template.injectTo, template.attrs]).toEqual([
    'template',
    'body',
    { id: 'shipped-datasets', 'data-own': 'a', 'data-together': '3' },
  ]);
  expect((template.children as HtmlTagDescriptor[]).map(({ tag }) => tag)).toEqual(['script', 'script']);
  expect((template.children as HtmlTagDescriptor[]).map(({ attrs }) => attrs)).toEqual([
    {
      src: './data/a.js',
      'data-id': 'a',
      'data-title': 'A "set"',
      'data-events': '2',
      'data-from': '2014-01-01',
      'data-to': '2016-03-01',
    },
    {
      src: './data/b%20c.js',
      'data-id': 'b c',
      'data-title': 'B',
      'data-events': '2',
      'data-from': '2011-01-01',
      'data-to': '2012-12-31',
    },
  ]);
});

test('a file that holds no dataset is left out, and named', async () => {
  const { scripts, warnings } = await build({
    'a.json': JSON.stringify({ events: [event('e', '2016')] }),
    'half.json': '{"events": [',
    'none.json': '{"title": "None"}',
  });
  expect([...scripts.keys()]).toEqual(['data/a.js']);
  expect([...warnings].map((warning) => warning.split(' ')[0])).toEqual(['half.json', 'none.json']);
});

test('the shipped datasets are handed over whole', async () => {
  const name = 'syria-diplomacy-2011-2016.json';
  const text = readFileSync(`data/${name}`, 'utf8');
  const { scripts } = await build({ [name]: text });
  expect(JSON.parse(handedOver([...scripts.values()][0]!) as string)).toEqual(JSON.parse(text));
});
