import process from 'node:process';
import { english } from '../base/messages/en';
import { makeTranslate } from '../base/translate';
import { consoleOutput } from './console-output';
import { runCommand } from './run-command';

// The package's command. Its build compiles the messages (build/message-catalogues.ts).
process.exitCode = await runCommand(process.argv.slice(2), consoleOutput(), makeTranslate('en', english));
