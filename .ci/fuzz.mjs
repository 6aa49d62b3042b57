import { ensureInstalled } from './install.mjs';
import { runTool } from './run-tool.mjs';

/** Cases a test: FUZZ_RUNS, or as many as a change to reading files and addresses should have survived. */
const runs = process.env.FUZZ_RUNS || '100000';

ensureInstalled();
console.log(`Fuzzing with ${runs} cases a test; a failure prints the seed and the path that bring it back.`);
process.exitCode = await runTool('vitest', ['run', '--project', 'unit', 'tests/unit/fuzz'], {
  FUZZ_RUNS: runs,
  NODE_ENV: 'test',
});
