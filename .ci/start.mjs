import { ensureInstalled, fail } from './install.mjs';
import { buildPage } from './run-tool.mjs';
import { serveBuilt } from './serve-built.mjs';

try {
  ensureInstalled();
  if ((await buildPage(['--logLevel', 'warn'])) !== 0)
    throw new Error('The page could not be built; the reason is above.');
  // PORT exactly if that is set, otherwise the first free one from 4173.
  const { PORT } = process.env;
  const { url } = await serveBuilt({ port: Number(PORT || 4173), mustBePort: Boolean(PORT) });
  console.log(`Diplomatic Timeline: ${url}`);
} catch (error) {
  fail(error);
  process.exit();
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => process.exit(0));
}
