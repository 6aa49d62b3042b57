import type { Translate } from '../base/translate';
import { checkFiles } from './check-files';
import { convertFiles } from './convert-files';
import type { ConvertExit, ConvertOutput } from './convert-files';

/** Where a command writes: what was asked for, what is told of it, and how far it is. */
export type CommandOutput = ConvertOutput;

/**
 * Runs what stands behind `diplomatic-timeline` on a command line; the exit code is that of `checkFiles`,
 * `convertFiles` or `buildSite`, and 2 for a command that isn't there, or an option of `check`.
 */
export async function runCommand(args: readonly string[], output: CommandOutput, t: Translate): Promise<ConvertExit> {
  const [command, ...rest] = args;
  const refuse = (why: string): 2 => {
    output.complain(why);
    output.complain(t('check.usage'));
    return 2;
  };
  if (command === undefined) return refuse(t('check.noCommand'));
  const help = helpFor(command, rest, t);
  if (help !== undefined) {
    await output.print(`${help}\n`);
    return 0;
  }
  if (command === 'convert') return convertFiles(rest, output, t);
  // Few call it, and it draws.
  if (command === 'build') return import('./build-site').then(({ buildSite }) => buildSite(rest, output, t));
  if (command !== 'check') return refuse(t('check.unknownCommand', { command }));
  const end = rest.indexOf('--');
  const option = rest.slice(0, end === -1 ? rest.length : end).find((each) => each.startsWith('-'));
  if (option !== undefined) return refuse(t('check.unknownOption', { option }));
  const files = rest.filter((_, at) => at !== end);
  if (files.length === 0) return refuse(t('check.noFile'));
  return checkFiles(files, (line) => void output.print(`${line}\n`), t);
}

const USAGES = ['check.usage', 'convert.usage', 'build.usage'] as const;

/** How a command is called, where that is asked for; without one, all of them. */
function helpFor(command: string, rest: readonly string[], t: Translate): string | undefined {
  if (isHelp(command)) return USAGES.map((usage) => t(usage)).join('\n\n');
  // A file may be called help: behind a command that is a file's name.
  const isAsked =
    rest.some((argument) => argument === '--help' || argument === '-h') || (rest.length === 1 && rest[0] === 'help');
  if (!isAsked) return undefined;
  const usage = USAGES.find((each) => each === `${command}.usage`);
  return usage === undefined ? undefined : t(usage);
}

function isHelp(argument: string): boolean {
  return argument === '--help' || argument === '-h' || argument === 'help';
}
