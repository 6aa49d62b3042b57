import { posix } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { isScriptAddress } from '../app/script-address.ts';
import { bundleScript } from './host-scripts.ts';
import { inlineText, policyTag, securityPolicy } from './security-policy.ts';

type Bundle = Readonly<Record<string, Rolldown.OutputAsset | Rolldown.OutputChunk>>;

interface PartsAhead {
  /** Names of parts, without their hash. */
  readonly parts: readonly string[];
  /** Pages that open with them: they are fetched beside the entry there, which alone decides to run them. */
  readonly media: string;
}

/** Where the page's inert scripts stand; app/chunk-loader.ts looks there. */
const TEMPLATE = 'script-parts';
/** At the end of a file's name. */
const HASH = /-[\w-]{8}\.js$/;
const ENTRY_TAG = /\s*<script type="module"[^>]*\ssrc="\.\/assets\/[^"]*"[^>]*><\/script>/;
const STYLE_TAG = /\s*<link rel="stylesheet"[^>]*\shref="\.\/(assets\/[^"]*\.css)"[^>]*>/;

/**
 * Closes the built page, after all other plugins: in place of Vite's tags for its script and stylesheet it gets an inert
 * `<template id="script-parts">` with every script of the bundle, the opening script (app/opening-script.ts), which
 * loads them, and the style, both in the page itself; and at its head the policy that lets nothing else run or style.
 * Parts that are `ahead` are fetched with the page where its width says that it opens with them. Throws where the page
 * isn't as Vite writes it.
 */
export function openingScript(ahead: readonly PartsAhead[]): Plugin {
  let root = '.';
  let isGone: string | undefined;
  return {
    name: 'opening-script',
    apply: 'build',
    configResolved(config) {
      ({ root } = config);
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle, chunk }) {
        if (bundle === undefined || chunk === undefined) return html;
        const file = STYLE_TAG.exec(html)?.[1];
        isGone = file;
        const script = await bundleScript(root, { entry: 'src/app/opening-script.ts', fileName: 'opening-script.js' });
        return closedPage(html, {
          template: partsTemplate(bundle, chunk, ahead),
          script: inlineText('script', script.trim()),
          style: styleOf(bundle, file),
        });
      },
    },
    generateBundle: {
      // After the pages that are written with it.
      order: 'post',
      handler(_options, bundle) {
        // It stands in the pages; nothing asks for the file.
        if (isGone !== undefined) delete bundle[isGone];
      },
    },
  };
}

/** The text of the bundle's one stylesheet, as it may stand in a page; `file` is looked for where none is named. */
export function styleOf(
  bundle: Bundle,
  file = Object.keys(bundle).find((name) => /^assets\/app-.*\.css$/.test(name)),
): string {
  const sheet = file === undefined ? undefined : bundle[file];
  if (sheet?.type !== 'asset') throw new Error('The build has no stylesheet assets/app-*.css for its pages.');
  return inlineText(
    'style',
    String(typeof sheet.source === 'string' ? sheet.source : Buffer.from(sheet.source)).trim(),
  );
}

/**
 * The policy right after what says how the text is encoded; the rest after all that tells others of the page, who read
 * no further than they must, and before long JSON.
 */
export function closedPage(
  html: string,
  { template, script, style }: { readonly template: string; readonly script: string; readonly style: string },
): string {
  const open = html.replace(STYLE_TAG, '').replace(ENTRY_TAG, '');
  if (/<script type="module"|<link rel="(?:stylesheet|modulepreload)"/.test(open))
    throw new Error('The page has a script or stylesheet besides the one of its bundle.');
  const parts = `    ${template}\n    <script>${script}</script>\n    <style>${style}</style>\n`;
  return put(
    put(open, / *(?:<script\b|<\/head>)/, parts),
    /(?<=<meta charset="utf-8" \/?>\n?) *<(?!meta charset)/,
    `    ${policyTag(securityPolicy({ script, style }))}\n`,
  );
}

function put(text: string, at: RegExp, tag: string): string {
  if (!at.test(text)) throw new Error(`The page has no ${String(at)}`);
  return text.replace(at, (found) => `${tag}${found}`);
}

/** Every script of the bundle, inert, the entry first; what each needs besides what the entry brings, and when it is ahead. */
export function partsTemplate(bundle: Bundle, entry: Rolldown.OutputChunk, ahead: readonly PartsAhead[]): string {
  const chunks = new Map(
    Object.values(bundle).flatMap((output) => (output.type === 'chunk' ? [[output.fileName, output]] : [])),
  );
  const names = new Set([...chunks.keys()].map(nameOf));
  if (names.size < chunks.size)
    throw new Error(`Two of the page's scripts have one name: ${[...chunks.keys()].join(', ')}`);
  const first = new Set([entry.fileName, ...neededBy(entry, chunks)]);
  const opensWith = new Map(ahead.flatMap(({ parts, media }) => parts.map((part) => [`./${part}`, media])));
  for (const name of opensWith.keys()) if (!names.has(name)) throw new Error(`No script of the page is called ${name}`);
  const rest = [...chunks.values()]
    .filter(({ isEntry }) => !isEntry)
    .toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1));
  const scripts = [entry, ...rest].map((chunk) => {
    const needs = neededBy(chunk, chunks).filter((file) => chunk === entry || !first.has(file));
    const name = nameOf(chunk.fileName);
    const media = opensWith.get(name);
    const address = `./${chunk.fileName}`;
    if (!isScriptAddress(address)) throw new Error(`The opening script wouldn't load ${address}`);
    return [
      `<script src="${address}" data-part="${name}"`,
      needs.length === 0 ? '' : ` data-needs="${needs.map(nameOf).join(' ')}"`,
      media === undefined ? '' : ` data-ahead="${media}"`,
      '></script>',
    ].join('');
  });
  return `<template id="${TEMPLATE}">\n      ${scripts.join('\n      ')}\n    </template>`;
}

/** The files that a chunk imports, directly or not, each after what it imports itself. */
function neededBy(chunk: Rolldown.OutputChunk, chunks: ReadonlyMap<string, Rolldown.OutputChunk>): readonly string[] {
  const needed = new Set<string>();
  const seen = new Set([chunk.fileName]);
  const visit = ({ imports }: Rolldown.OutputChunk): void => {
    for (const file of imports) {
      const next = chunks.get(file);
      if (next === undefined || seen.has(file)) continue;
      seen.add(file);
      visit(next);
      needed.add(file);
    }
  };
  visit(chunk);
  return [...needed];
}

/** What one part calls another: all stand in one folder. */
function nameOf(fileName: string): string {
  return `./${posix.basename(fileName).replace(HASH, '')}`;
}
