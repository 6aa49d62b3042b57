import process from 'node:process';
import { compileMessages } from '../base/messages/compile-messages';
import { english } from '../base/messages/en';
import { makeTranslate } from '../base/translate';
import { loadWholeReader } from '../formats/json/load-reader';
import { checkFiles } from './check-files';

// `npm run data:check`. No bundler stands before this program to compile its messages.
const t = makeTranslate('en', compileMessages(english));
await loadWholeReader();
process.exitCode = checkFiles(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`), t);
