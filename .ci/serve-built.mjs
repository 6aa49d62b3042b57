import { root } from './install.mjs';

/**
 * Serves the built page on this machine alone; gives its address, with the closing slash, and what ends it. Without a
 * port on any that is free; a port that is taken is an error where it has to be that one, else the next free one is
 * taken.
 * @param {{ readonly port?: number, readonly mustBePort?: boolean, readonly headers?: Readonly<Record<string, string>>
 * }} [options]
 */
export async function serveBuilt({ port = 0, mustBePort = false, headers = {} } = {}) {
  // Only now: before the installation there is no vite to import.
  const { preview } = await import('vite');
  const server = await preview({
    root,
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port, strictPort: mustBePort, headers },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error(`Not a network address: ${address}`);
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
