import process from 'node:process';
import type { CommandOutput } from './run-command';

/** The console of this process. Who stops reading what is printed has had enough: that is no failure. */
export function consoleOutput(): CommandOutput {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exitCode = 0;
  });
  return {
    print: (text) =>
      new Promise((resolve) => {
        process.stdout.write(text, () => resolve());
      }),
    complain: (line) => void process.stderr.write(`${line}\n`),
    terminal: process.stderr,
  };
}
