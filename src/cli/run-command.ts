import type { Translate } from '../base/translate';
import { checkFiles } from './check-files';
import type { ExitCode } from './check-files';

/** Where a command writes lines: what was asked for, and what is wrong with the asking. */
export interface CommandOutput {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/**
 * Runs what stands behind `diplomatic-timeline` on a command line; the exit code is that of `checkFiles`, and 2 for a
 * command or an option that isn't there.
 */
export function runCommand(args: readonly string[], { print, complain }: CommandOutput, t: Translate): ExitCode {
  const [command, ...rest] = args;
  const usage = t('check.usage');
  const refuse = (why: string): ExitCode => {
    complain(why);
    complain(usage);
    return 2;
  };
  if (command === undefined) return refuse(t('check.noCommand'));
  if (isHelp(command) || (command === 'check' && rest.some(isHelp))) {
    print(usage);
    return 0;
  }
  if (command !== 'check') return refuse(t('check.unknownCommand', { command }));
  const end = rest.indexOf('--');
  const option = rest.slice(0, end === -1 ? rest.length : end).find((each) => each.startsWith('-'));
  if (option !== undefined) return refuse(t('check.unknownOption', { option }));
  const files = rest.filter((_, at) => at !== end);
  return files.length === 0 ? refuse(t('check.noFile')) : checkFiles(files, print, t);
}

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h' || argument === 'help';
}
