import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { vi } from 'vitest';
import { webkitPaths } from '../../.ci/tools.mjs';
import { clickIn, isForeign, SOON } from './hosts';
import type { HostBrowser, Place } from './hosts';
import { freePort } from './free-port';

/** The key under which W3C WebDriver hands over an element (section 12.1). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

type Reference = Readonly<Record<typeof ELEMENT, string>>;

/** Asks the driver for something of the session: method, path below it, body. Rejects with the driver's own words. */
type Ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

/**
 * Starts WebKitGTK's own small browser on a display that nobody sees, over plain W3C WebDriver. That can't listen before
 * a page's own scripts run: what the page complains of is what it says from when it is there, the dialogs it opens, and
 * the hosts it asks. What is said while it loads is for `heardByConsole`.
 */
export async function launchWebkit(): Promise<HostBrowser> {
  const display = await startDisplay();
  const port = await freePort();
  const driver = spawn(pathsOrThrow().driver, ['-p', String(port)], {
    env: environment(display.name),
    stdio: 'ignore',
  });
  const end = () => {
    driver.kill();
    display.process.kill();
  };
  try {
    const ask = askAt(`http://127.0.0.1:${port}`);
    await vi.waitFor(() => ask('GET', '/status'), SOON);
    const { sessionId } = (await ask('POST', '/session', {
      capabilities: { alwaysMatch: { acceptInsecureCerts: true } },
    })) as { sessionId: string };
    const dialogs: string[] = [];
    const inSession: Ask = async (method, path, body) => {
      for (;;) {
        try {
          return await ask(method, `/session/${sessionId}${path}`, body);
        } catch (error) {
          // The driver has dismissed it, and not done what it was asked for.
          if (!(error instanceof DriverError && error.kind === 'unexpected alert open')) throw error;
          dialogs.push(`dialog: ${error.message}`);
        }
      }
    };
    await inSession('POST', '/window/rect', { x: 0, y: 0, width: 1440, height: 900 });
    return {
      close: async () => {
        await inSession('DELETE', '').catch(() => undefined);
        end();
      },
      open: async (address, { framed, own }) => {
        dialogs.length = 0;
        await inSession('POST', '/url', { url: address });
        if (framed) {
          const frame = await inSession('POST', '/element', { using: 'css selector', value: 'iframe' });
          await inSession('POST', '/frame', { id: frame });
        }
        const place = webkitPlace(inSession);
        await place.evaluate(listen);
        return {
          read: place.evaluate,
          click: (selector, name = '') => clickIn(place, selector, name),
          complaints: async () => {
            const { heard, asked } = await place.evaluate(whatWasHeard);
            const foreign = asked.filter((name) => isForeign(name, own));
            return [...dialogs, ...heard, ...foreign.map((name) => `request to another host: ${name}`)];
          },
          close: () => inSession('POST', '/url', { url: 'about:blank' }) as Promise<never>,
        };
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/**
 * What a page says to the console while it loads: the browser writes it to its standard error, though only where no
 * driver is at work. Ends when `isDone` says that the page has got as far as it should; rejects if it never does.
 */
export async function heardByConsole(address: string, isDone: () => boolean): Promise<readonly string[]> {
  const display = await startDisplay();
  const browser = spawn(
    pathsOrThrow().browser,
    ['--ignore-tls-errors', '--enable-write-console-messages-to-stdout=true', address],
    { env: environment(display.name), stdio: ['ignore', 'pipe', 'pipe'] },
  );
  try {
    const said = Promise.all([textOf(browser.stdout), textOf(browser.stderr)]);
    await vi.waitUntil(isDone, SOON);
    browser.kill();
    return (await said).flatMap((text) => text.split('\n').filter((line) => line.includes('CONSOLE')));
  } finally {
    browser.kill();
    display.process.kill();
  }
}

async function textOf(stream: Readable): Promise<string> {
  let text = '';
  for await (const part of stream) text += String(part);
  return text;
}

function pathsOrThrow(): { readonly driver: string; readonly browser: string; readonly display: string } {
  const paths = webkitPaths();
  if (paths === undefined) throw new Error('WEBKIT=none leaves WebKit out');
  return paths;
}

function environment(display: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DISPLAY: display,
    // Without a graphics card its other way of drawing leaves the window empty.
    WEBKIT_DISABLE_DMABUF_RENDERER: '1',
    NO_AT_BRIDGE: '1',
    LANGUAGE: 'en_US',
    LC_ALL: 'C.UTF-8',
    TZ: 'America/New_York',
  };
}

/** A screen of its own, under the first number that is free. */
async function startDisplay(): Promise<{ readonly name: string; readonly process: ChildProcess }> {
  const started = spawn(
    pathsOrThrow().display,
    ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const told = started.stdio[3] as Readable;
  const first = await Promise.race([once(told, 'data'), once(started, 'exit')]);
  const number = String(first[0]).trim();
  if (started.exitCode !== null) throw new Error(`No display could be started: exit code ${started.exitCode}`);
  return { name: `:${number}`, process: started };
}

/** What the driver couldn't do; `kind` is the error code of W3C WebDriver (section 6.6). */
class DriverError extends Error {
  readonly kind: string;

  constructor(kind: string, message: string) {
    super(`${kind}: ${message}`);
    this.kind = kind;
  }
}

function askAt(driver: string): Ask {
  return async (method, path, body) => {
    const response = await fetch(`${driver}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
    const { value } = (await response.json()) as { value: unknown };
    const { error, message = '' } = (value ?? {}) as { error?: string; message?: string };
    if (error !== undefined) throw new DriverError(error, message);
    return value;
  };
}

function webkitPlace(ask: Ask): Place {
  const run = (look: Function, asked: unknown) =>
    ask('POST', '/execute/sync', { script: `return (${look.toString()})(arguments[0])`, args: [asked ?? null] });
  return {
    evaluate: (look, asked) => run(look, asked) as never,
    press: async (find, asked) => {
      const element = (await run(find, asked)) as Reference | null;
      if (element === null) return false;
      await ask('POST', `/element/${element[ELEMENT]}/click`, {});
      return true;
    },
  };
}

interface Listening {
  heardHere?: string[];
}

// Runs in the page.
function listen(): void {
  const heard: string[] = [];
  (globalThis as Listening).heardHere = heard;
  const tell = (kind: string, text: unknown) => void heard.push(`${kind}: ${String(text)}`);
  addEventListener('error', ({ message }) => tell('page error', message));
  addEventListener('unhandledrejection', ({ reason }) => tell('page error', reason));
  for (const kind of ['log', 'info', 'warn', 'error', 'debug'] as const)
    console[kind] = (...words: unknown[]) => tell(`console.${kind}`, words.join(' '));
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
    tell('policy violation', `${violatedDirective} blocked ${blockedURI || sample}`),
  );
}

// Runs in the page.
function whatWasHeard() {
  return {
    heard: (globalThis as Listening).heardHere ?? ['nobody listened'],
    asked: performance.getEntriesByType('resource').map(({ name }) => name),
  };
}
