import process from 'node:process';
import { compileMessages } from '../base/messages/compile-messages';
import { english } from '../base/messages/en';
import { makeTranslate } from '../base/translate';
import { withoutMessageChunks } from './without-chunks';

// `npm run data:check`. No bundler stands before this program to compile its messages.
withoutMessageChunks();
const { checkFiles } = await import('./check-files');
const t = makeTranslate('en', compileMessages(english));
process.exitCode = await checkFiles(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`), t);
