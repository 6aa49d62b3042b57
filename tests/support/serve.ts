import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { extname, resolve, sep } from 'node:path';
import { makeCertificate } from './certificate';

export interface Answer {
  readonly status?: number;
  readonly body?: string | Uint8Array;
  /** The second half of the body comes when this has resolved. */
  readonly rest?: Promise<unknown>;
  /** Content type; by default that of the path's extension. */
  readonly type?: string;
}

export interface ServeOptions {
  /** Folder to serve; by default the built page. */
  readonly root?: string;
  /** Path under which the folder appears, such as `/a/b/`; everything outside it is a 404. By default `/`. */
  readonly base?: string;
  /** Answers given instead of files, by path below the base without a leading slash: `data/broken.json`. */
  readonly overrides?: ReadonlyMap<string, Answer>;
  /** Looks them up instead, where they change from one request to another. */
  readonly answerTo?: (name: string) => Answer | undefined;
  /** Further headers of an answer, by path below the base; they come before our own. */
  readonly headersOf?: (name: string) => Readonly<Record<string, string>>;
  /** Over https, with a certificate that nobody knows. */
  readonly secure?: boolean;
  /** Told of each path that is asked for, below the base. */
  readonly onAsked?: (name: string) => void;
}

export interface Served {
  /** Address of the base, with its closing slash. */
  readonly url: string;
  close(): Promise<void>;
}

const dist = resolve(import.meta.dirname, '../../dist');

/** Serves a folder on a free local port the way a plain static host would. */
export async function serve({
  root = dist,
  base = '/',
  overrides = new Map(),
  answerTo = (name) => overrides.get(name),
  headersOf = () => ({}),
  secure = false,
  onAsked = () => undefined,
}: ServeOptions = {}): Promise<Served> {
  const server = secure ? createSecureServer(makeCertificate(), respond) : createServer(respond);

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    onAsked(nameOf(request.url ?? '/'));
    const { status = 200, body = '', type, rest } = await answerFor(request.url ?? '/');
    response.writeHead(status, {
      'content-type': type ?? 'text/plain; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      // As the sample headers have it: what has its content's hash in its name may be kept. Not `no-store`: of a body under
      // that which a page reads by parts, Chromium says that it was broken off, though the page had it whole
      // (github.com/microsoft/playwright/issues/42742).
      'cache-control': nameOf(request.url ?? '/').startsWith('assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      ...headersOf(nameOf(request.url ?? '/')),
    });
    if (rest !== undefined) {
      const half = Math.floor(body.length / 2);
      response.write(body.slice(0, half));
      void rest.then(() => response.end(body.slice(half)));
      return;
    }
    response.end(body);
  }

  function nameOf(url: string): string {
    return decodeURIComponent(new URL(`http://host${url}`).pathname).slice(base.length);
  }

  async function answerFor(url: string): Promise<Answer> {
    const path = decodeURIComponent(new URL(`http://host${url}`).pathname);
    if (!path.startsWith(base)) return missing(path);
    const name = path.slice(base.length);
    const file = name === '' || name.endsWith('/') ? `${name}index.html` : name;
    const answer = answerTo(name) ?? (await readAnswer(root, file));
    return { type: mimeType(file), ...answer };
  }

  const port = await listen(server);
  return { url: `http${secure ? 's' : ''}://127.0.0.1:${port}${base}`, close: () => close(server) };
}

async function readAnswer(root: string, file: string): Promise<Answer> {
  const path = resolve(root, file);
  // `..%2f` survives the URL parser.
  if (!path.startsWith(root + sep)) return missing(file);
  try {
    return { body: await readFile(path) };
  } catch {
    return missing(file);
  }
}

function missing(path: string): Answer {
  return { status: 404, body: `Not found: ${path}`, type: 'text/plain; charset=utf-8' };
}

const mimeTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.csv', 'text/csv; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.webmanifest', 'application/manifest+json'],
]);

function mimeType(file: string): string {
  return mimeTypes.get(extname(file)) ?? 'application/octet-stream';
}

function listen(server: Server): Promise<number> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error(`Not a network address: ${address}`);
      done(address.port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((done, fail) => {
    server.close((error) => (error ? fail(error) : done()));
    // Otherwise a browser's kept-alive connection would hold the server open.
    server.closeAllConnections();
  });
}
