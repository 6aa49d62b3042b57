import { get } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { useStage } from '../support/browser-timeline';
import { isFull } from '../support/full';
import { headersFor, readHeaderRules } from '../support/sample-headers';
import { startWebServer, WEB_SERVERS } from '../support/web-servers';
import type { WebServer } from '../support/web-servers';

/*
 * The samples of docs/hosting/, as they are, under the servers that they are for. Full run only, and only where those
 * are: nobody needs them for anything else.
 */

const stage = useStage();
const dist = resolve(import.meta.dirname, '../../dist');
const started: WebServer[] = [];
afterAll(() => Promise.all(started.map((server) => server.close())));

interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
}

function ask(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
  return new Promise((done, fail) => {
    get(url, { headers }, (response) => {
      response.resume();
      response.on('end', () => done({ status: response.statusCode, headers: response.headers }));
    }).on('error', fail);
  });
}

const samples = isFull ? WEB_SERVERS : [];
test.runIf(samples.length === 0)(
  'no web server was tried: `npm run test:full`, where nginx or Apache is',
  () => undefined,
);

describe.each(samples)('the sample %s', (sample) => {
  const server = startWebServer(sample);

  test('is one that its server starts with, warned of nothing', async () => {
    const { check, close, url } = await server;
    started.push({ check, close, url });
    expect(check).toEqual({ status: 0, said: expect.not.stringMatching(/warn|error/i) });
  });

  test('sends what it says with each file, as what it is, and its texts compressed', async () => {
    const { url } = await server;
    const rules = readHeaderRules();
    const app = readdirSync(join(dist, 'assets')).find((name) => name.startsWith('app-'))!;
    for (const [name, type] of [
      ['', 'text/html; charset=utf-8'],
      ['embed.js', 'text/javascript; charset=utf-8'],
      [`assets/${app}`, 'text/javascript; charset=utf-8'],
      ['data/syria-cessation-2016.json', 'application/json; charset=utf-8'],
      ['icon.svg', 'image/svg+xml; charset=utf-8'],
    ] as const) {
      const { status, headers } = await ask(`${url}${name}`, { 'accept-encoding': 'gzip' });
      expect([status, headers['content-type']?.toLowerCase()], name).toEqual([200, type]);
      expect(headers, name).toMatchObject(headersFor(rules, `/${name}`));
      expect(headers['cache-control'], name).toBe(
        name.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
      // What is smaller than what compressing saves may come as it is.
      if (name !== 'icon.svg') {
        expect(headers['content-encoding'], name).toBe('gzip');
        expect(headers.vary, name).toMatch(/accept-encoding/i);
      }
    }
  });

  test('sends nothing again that a browser has: page, style and opening script are one answer of no bytes', async () => {
    const { url } = await server;
    for (const name of ['', 'embed.js']) {
      const first = await ask(`${url}${name}`, { 'accept-encoding': 'gzip' });
      const again = await ask(`${url}${name}`, {
        'accept-encoding': 'gzip',
        'if-none-match': String(first.headers.etag),
      });
      expect([name, again.status]).toEqual([name, 304]);
    }
    expect((await ask(`${url}no-such-file`)).status).toBe(404);
  });

  test('gives a page that works', async () => {
    const { url } = await server;
    const { page, state } = await stage.open({ url });
    expect(state).toBe('ready');
    await page.getByText('11 of 11 events').first().waitFor();
  });
});
