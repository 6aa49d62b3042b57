import process from 'node:process';
import { english } from '../base/messages/en';
import { makeTranslate } from '../base/translate';
import { loadWholeReader } from '../formats/json/load-reader';
import { runCommand } from './run-command';

// The package's command. Its build compiles the messages (build/message-catalogues.ts).
await loadWholeReader();
process.exitCode = runCommand(
  process.argv.slice(2),
  {
    print: (line) => void process.stdout.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  },
  makeTranslate('en', english),
);
