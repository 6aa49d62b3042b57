import { checkSource, runTests } from './checks.mjs';
import { ensureInstalled, fail } from './install.mjs';
import { npmScript } from './run-tool.mjs';
import { summaryLines } from './summary.mjs';

// What is worth waiting for after each change: the checks of the source and the unit tests. `npm test` has the rest.
try {
  ensureInstalled();
  const source = await checkSource();
  // The script begins `vitest run`.
  const { results: tests } = await runTests(npmScript('test:unit').split(' ').slice(2));
  const results = [...source, ...tests];
  console.log('\nsummary');
  for (const line of summaryLines(results)) console.log(line);
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
} catch (error) {
  fail(error);
}
