import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { policyTag } from './security-policy.ts';

const FILES = ['demo.html', 'demo.css'];

/**
 * Ships the page that shows the ways to embed, `demo.html` of a folder with its stylesheet, under the page's policy;
 * besides, it may hold frames of its own host. Its scripts are `hostScripts`.
 */
export function demoPage(folder: string): Plugin {
  let path = folder;
  const textOf = (name: string) => readFileSync(join(path, name), 'utf8');
  return {
    name: 'demo-page',
    configResolved({ root }) {
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
    generateBundle() {
      for (const name of FILES) {
        const text = textOf(name);
        this.emitFile({
          type: 'asset',
          fileName: name,
          source: name.endsWith('.html')
            ? text.replace('<head>', `<head>\n    ${policyTag("frame-src 'self'")}`)
            : text,
        });
      }
    },
  };
}
