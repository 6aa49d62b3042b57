import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { vi } from 'vitest';
import { freePort } from './free-port';

const root = resolve(import.meta.dirname, '../..');
const NGINX = '/usr/sbin/nginx';
const APACHE = '/usr/sbin/apache2';
const APACHE_MODULES = '/usr/lib/apache2/modules';

/** A server of files as people run it, with one of the samples of docs/hosting/. */
export interface WebServer {
  /** Of the page, with its closing slash. */
  readonly url: string;
  /** What it said of its configuration when it was asked to check that. */
  readonly check: { readonly status: number | null; readonly said: string };
  readonly close: () => Promise<void>;
}

/** Those of the servers that this machine has. */
export const WEB_SERVERS = [
  ...(existsSync(NGINX) ? (['nginx.conf', 'nginx-folder.conf'] as const) : []),
  ...(existsSync(APACHE) ? (['.htaccess'] as const) : []),
];

/** Serves a copy of the build by the server that a sample is for; a configuration that isn't one isn't started. */
export async function startWebServer(sample: (typeof WEB_SERVERS)[number]): Promise<WebServer> {
  const folder = mkdtempSync(join(tmpdir(), 'web-server-'));
  // A server that was started by the system's keeper works as somebody who may not look into others' folders.
  chmodSync(folder, 0o755);
  const site = join(folder, 'site');
  cpSync(join(root, 'dist'), site, { recursive: true });
  const port = await freePort();
  const text = readFileSync(join(root, 'docs/hosting', sample), 'utf8');
  const { program, args, path } =
    sample === '.htaccess' ? apache(folder, site, port, text) : nginx(folder, site, port, sample, text);
  const { status, stdout, stderr } = spawnSync(program, ['-t', ...args], { encoding: 'utf8' });
  const check = { status, said: `${stdout}${stderr}` };
  const url = `http://127.0.0.1:${port}${path}`;
  if (status !== 0) return { url, check, close: () => Promise.resolve(rmSync(folder, { recursive: true })) };
  const server = spawn(program, [...(sample === '.htaccess' ? ['-X'] : []), ...args], { stdio: 'ignore' });
  await vi.waitFor(() => fetch(url), { timeout: 20_000 });
  return {
    url,
    check,
    close: async () => {
      server.kill();
      await once(server, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

interface Prepared {
  readonly program: string;
  readonly args: readonly string[];
  readonly path: string;
}

/** As on a machine where the sample stands beside another site, whose `server` block has a `root` of its own. */
function nginx(folder: string, site: string, port: number, sample: string, text: string): Prepared {
  const here = text.replaceAll('/srv/diplomatic-timeline', site).replace('listen 80;', `listen 127.0.0.1:${port};`);
  const isWhole = sample === 'nginx.conf';
  const server = isWhole
    ? here
    : `server { listen 127.0.0.1:${port}; root ${folder}; index index.htm; location / { }\n${here} }`;
  mkdirSync(join(folder, 'temp'));
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${join(folder, 'temp', name)};`)
    .join('\n');
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `daemon off; worker_processes 1; pid ${join(folder, 'pid')}; error_log ${join(folder, 'error.log')};
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 64; }
http { access_log off; ${temp}\n${server} }\n`,
  );
  return { program: NGINX, args: ['-c', file, '-p', folder], path: isWhole ? '/' : '/timeline/' };
}

function apache(folder: string, site: string, port: number, text: string): Prepared {
  writeFileSync(join(site, '.htaccess'), text);
  const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'filter', 'deflate']
    .map((name) => `LoadModule ${name}_module ${join(APACHE_MODULES, `mod_${name}.so`)}`)
    .join('\n');
  const file = join(folder, 'apache.conf');
  writeFileSync(
    file,
    `ServerRoot ${folder}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${join(folder, 'pid')}
ErrorLog ${join(folder, 'error.log')}
DefaultRuntimeDir ${folder}
${modules}
TypesConfig /dev/null
DocumentRoot ${site}
DirectoryIndex index.html
<Directory ${site}>
  AllowOverride FileInfo
  Require all granted
</Directory>
`,
  );
  return { program: APACHE, args: ['-f', file], path: '/' };
}
