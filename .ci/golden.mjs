import { execFileSync } from 'node:child_process';
import { ensureInstalled, root } from './install.mjs';
import { runTool } from './run-tool.mjs';

// Draws the pictures of tests/golden anew and lists those that are not as they were committed.
ensureInstalled();
process.exitCode = await runTool(
  'vitest',
  ['run', '--project', 'unit', 'golden.test.ts', '--silent', '--reporter=dot'],
  { RENEW_GOLDEN: '1', NODE_ENV: 'test' },
);
const changed = execFileSync('git', ['status', '--short', '--', 'tests/golden'], {
  cwd: root,
  encoding: 'utf8',
}).trimEnd();
console.log(changed === '' ? '\nEvery picture is as it was.' : `\nLook at these before you commit them:\n${changed}`);
