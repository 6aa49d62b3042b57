import { ensureInstalled, root } from './install.mjs';
import { buildPage } from './run-tool.mjs';

try {
  ensureInstalled();
  if ((await buildPage(['--logLevel', 'warn'])) !== 0)
    throw new Error('The page could not be built; the reason is above.');
  console.log(`Diplomatic Timeline: http://127.0.0.1:${await servePage()}/`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => process.exit(0));
}

/** Serves the built page and returns the port: PORT exactly if that is set, otherwise the first free one from 4173. */
async function servePage() {
  // Only now: before the installation there is no vite to import.
  const { preview } = await import('vite');
  const { PORT } = process.env;
  const port = Number(PORT || 4173);
  const server = await preview({
    root,
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port, strictPort: Boolean(PORT) },
  });
  return server.httpServer.address().port;
}
