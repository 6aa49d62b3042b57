import fc from 'fast-check';
import { loadAllMessages } from '../../src/base/messages/load-messages';
import { throwForMissingRows } from '../../src/base/value-at';
import { loadWholeReader } from '../../src/formats/json/load-reader';
import { WORD_FILTER } from '../../src/state/query/word-filter';

// What a page loads when it is needed is here from the start: most tests are about other things. Those about loading
// begin with modules of their own (`vi.resetModules`).
await Promise.all([loadWholeReader(), WORD_FILTER.load(), loadAllMessages('en')]);

// A wrong row is a mistake of ours, and here it fails.
throwForMissingRows();

// The same random cases at every run, so that a change fails for what it did; `npm run fuzz` tries others each time.
if (process.env['FUZZ_RUNS'] === undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20_160_224 });
