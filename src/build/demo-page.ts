import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { bundleScript } from './host-scripts.ts';
import { inlineText, policyTag, securityPolicy } from './security-policy.ts';

const FILES = ['demo.html', 'demo.css'];
const STYLE_TAG = '<link rel="stylesheet" href="./demo.css" />';
const SCRIPT_TAGS = /(?: *<script(?: defer)? src="[^"]+"><\/script>\n)+/;

/**
 * Ships the page that shows the ways to embed, `demo.html` of a folder, closed as the timeline's own page is
 * (opening-script.ts): its style and one script stand in it, the other scripts, `hostScripts`, in a template. Besides,
 * it may hold frames.
 */
export function demoPage(folder: string): Plugin {
  let path = folder;
  let base = '.';
  const textOf = (name: string) => readFileSync(join(path, name), 'utf8');
  return {
    name: 'demo-page',
    configResolved({ root }) {
      base = root;
      path = resolve(root, folder);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const name = FILES.find((file) => request.url?.split('?')[0] === `/${file}`);
        if (name === undefined) return next();
        response.setHeader(
          'content-type',
          name.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/html; charset=utf-8',
        );
        response.end(textOf(name));
      });
    },
    async generateBundle() {
      const entry = `${folder}/demo-opening.ts`;
      const script = inlineText('script', (await bundleScript(base, { entry, fileName: 'opening.js' })).trim());
      const style = inlineText('style', textOf('demo.css'));
      this.emitFile({ type: 'asset', fileName: 'demo.html', source: closedDemo(textOf('demo.html'), script, style) });
    },
  };
}

/** Throws where the page has no style or scripts to close. */
function closedDemo(html: string, script: string, style: string): string {
  const [scripts] = SCRIPT_TAGS.exec(html) ?? [];
  if (scripts === undefined || !html.includes(STYLE_TAG)) throw new Error('demo.html has no scripts or no style.');
  // Frames of its own host; 'self' would be nobody where the page has no origin.
  const policy = `${securityPolicy({ script, style })}; frame-src 'self' http: https:`;
  const inert = `<template id="demo-scripts">\n${scripts.replaceAll(' defer', '')}    </template>\n`;
  return html
    .replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${policyTag(policy)}`)
    .replace(STYLE_TAG, () => `<style>${style}</style>`)
    .replace(scripts, () => `    ${inert}    <script>${script}</script>\n`);
}
