import type { DayOrder } from '../model/dates/reading/date-reading';
import { isDateFault, parseEventDate } from '../model/dates/parse-event-date';
import type { EventDate } from '../model/dates/event-date';
import type { Translate } from '../base/translate';
import { WRITERS, writerOfName } from '../formats/writers';
import type { WriterEntry } from '../formats/writers';

/** What `convert` is asked for. */
export interface ConvertOptions {
  /** Paths; `-` is standard input. */
  readonly inputs: readonly string[];
  /** Path; `-` is standard output. */
  readonly output: string;
  /** What it is written in. */
  readonly to: WriterEntry;
  /** CSV without the signs that keep spreadsheets from changing it. */
  readonly isRaw: boolean;
  /** Path of a file that says what the columns mean. */
  readonly map?: string;
  readonly title?: string;
  readonly asOf?: EventDate;
  readonly sheet?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  /** BCP 47: of the dataset's texts and of the words in its dates. */
  readonly language?: string;
  /** How 3/4/2016 is meant. */
  readonly answer?: DayOrder;
  /** What is to be looked at is a failure. */
  readonly isStrict: boolean;
  /** All of what is told, however long the list is. */
  readonly isAll: boolean;
}

/** What `build` is asked for. */
export interface BuildOptions extends Omit<ConvertOptions, 'output' | 'to' | 'isRaw'> {
  /** Path of the folder. */
  readonly folder: string;
  /** Into a folder that has files already. */
  readonly isForced: boolean;
}

const WITH_VALUE = new Set(['map', 'title', 'as-of', 'sheet', 'encoding', 'delimiter', 'lang', 'answer']);
const ALONE: ReadonlySet<string> = new Set(['strict', 'all']);

/** Reads the arguments of `convert`; a text says what is wrong with the first that can't be used. */
export function readConvertOptions(args: readonly string[], t: Translate): ConvertOptions | string {
  const split = splitArguments(args, t, { valued: ['to'], alone: ['raw'] });
  if (typeof split === 'string') return split;
  const { paths, values, alone } = split;
  const output = paths.at(-1);
  const inputs = paths.slice(0, -1);
  if (output === undefined || inputs.length === 0) return t('convert.noFiles');
  const to = writerFor(output, values.get('to'));
  if (to === undefined) return wrongFormat(output, values.get('to'), t);
  if (inputs.includes(output) && output !== '-') return t('convert.sameFile', { file: output });
  if (inputs.filter((path) => path === '-').length > 1) return t('convert.inputOnce');
  const checked = checkValues(values, t);
  if (typeof checked === 'string') return checked;
  return {
    inputs,
    output,
    to,
    ...checked,
    isStrict: alone.has('strict'),
    isAll: alone.has('all'),
    isRaw: alone.has('raw'),
  };
}

/** What was asked for by name, else by the end of the output's name; what is printed is our own JSON. */
function writerFor(output: string, named: string | undefined): WriterEntry | undefined {
  if (named !== undefined) return WRITERS.find(({ id }) => id === named);
  return writerOfName(output === '-' ? '.json' : output);
}

function wrongFormat(output: string, named: string | undefined, t: Translate): string {
  if (named === undefined)
    return t('convert.wrongOutput', { file: output, list: WRITERS.map(({ extension }) => `.${extension}`).join(', ') });
  const expected = t('expected.oneOf', { list: WRITERS.map(({ id }) => id).join(', ') });
  return t('convert.wrongValue', { option: '--to', found: named, expected });
}

/** The same for `build`. */
export function readBuildOptions(args: readonly string[], t: Translate): BuildOptions | string {
  const named = args.map((arg) => (arg === '-o' ? '--output' : arg));
  const split = splitArguments(named, t, { valued: ['output'], alone: ['force'] });
  if (typeof split === 'string') return split;
  const { paths: inputs, values, alone } = split;
  const folder = values.get('output');
  if (folder === undefined || inputs.length === 0) return t('build.noFiles');
  if (inputs.filter((path) => path === '-').length > 1) return t('convert.inputOnce');
  const checked = checkValues(values, t);
  if (typeof checked === 'string') return checked;
  const [isStrict, isAll, isForced] = [alone.has('strict'), alone.has('all'), alone.has('force')];
  return { inputs, folder, ...checked, isStrict, isAll, isForced };
}

interface SplitArguments {
  readonly paths: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  readonly alone: ReadonlySet<string>;
}

/** `own` are the options of a command that others don't have. */
function splitArguments(
  args: readonly string[],
  t: Translate,
  own: { readonly valued: readonly string[]; readonly alone: readonly string[] } = { valued: [], alone: [] },
): SplitArguments | string {
  const paths: string[] = [];
  const values = new Map<string, string>();
  const alone = new Set<string>();
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--') {
      paths.push(...args.slice(at + 1));
      break;
    }
    if (arg === '-' || !arg.startsWith('-')) {
      paths.push(arg);
      continue;
    }
    const [, name = '', , inline] = /^--([a-z-]+)(=(.*))?$/s.exec(arg) ?? [];
    if ((ALONE.has(name) || own.alone.includes(name)) && inline === undefined) alone.add(name);
    else if (WITH_VALUE.has(name) || own.valued.includes(name)) {
      const value = inline ?? args[++at];
      if (value === undefined || value === '') return t('convert.noValue', { option: `--${name}` });
      values.set(name, value);
    } else return t('check.unknownOption', { option: arg });
  }
  return { paths, values, alone };
}

const DAY_ORDERS: readonly DayOrder[] = ['day-first', 'month-first'];

type Checked = Omit<ConvertOptions, 'inputs' | 'output' | 'to' | 'isStrict' | 'isAll' | 'isRaw'>;

function checkValues(values: ReadonlyMap<string, string>, t: Translate): Checked | string {
  const wrong = (option: string, expected: string): string =>
    t('convert.wrongValue', { option: `--${option}`, found: values.get(option) ?? '', expected });
  const [asOf, language, answer, encoding] = (['as-of', 'lang', 'answer', 'encoding'] as const).map((name) =>
    values.get(name),
  );
  const date = asOf === undefined ? undefined : dayOf(asOf);
  if (date === 'none') return wrong('as-of', t('expected.oneDay'));
  if (language !== undefined && !isLanguage(language)) return wrong('lang', t('expected.language'));
  const order = DAY_ORDERS.find((each) => each === answer);
  if (answer !== undefined && order === undefined)
    return wrong('answer', t('expected.oneOf', { list: DAY_ORDERS.join(', ') }));
  if (encoding !== undefined && !isEncoding(encoding)) return wrong('encoding', t('convert.someEncoding'));
  const text = (name: string): string | undefined => values.get(name);
  return {
    ...given('map', text('map')),
    ...given('title', text('title')),
    ...given('asOf', date),
    ...given('sheet', text('sheet')),
    ...given('encoding', encoding),
    ...given('delimiter', text('delimiter')?.replaceAll('\\t', '\t')),
    ...given('language', language),
    ...given('answer', order),
  };
}

function given<Key extends string, Value>(key: Key, value: Value | undefined): { readonly [K in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [K in Key]?: Value };
}

function dayOf(text: string): EventDate | 'none' {
  const date = parseEventDate(text);
  return !isDateFault(date) && date.form === 'single' && date.precision === 'day' ? date : 'none';
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    // Intl throws for what isn't one; here that is what was typed.
    return false;
  }
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    // The same.
    return false;
  }
}
