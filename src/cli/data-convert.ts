import process from 'node:process';
import { compileMessages } from '../base/messages/compile-messages';
import { english } from '../base/messages/en';
import { makeTranslate } from '../base/translate';
import { withoutMessageChunks } from './without-chunks';

// `npm run data:convert`: as the package's command, which knows how it is called.
withoutMessageChunks();
const [{ runCommand }, { consoleOutput }] = await Promise.all([import('./run-command'), import('./console-output')]);
const t = makeTranslate('en', compileMessages(english));
process.exitCode = await runCommand(['convert', ...process.argv.slice(2)], consoleOutput(), t);
