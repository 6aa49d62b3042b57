import type { DayOrder } from '../model/dates/reading/date-reading';
import { isDateFault, parseEventDate } from '../model/dates/parse-event-date';
import type { EventDate } from '../model/dates/event-date';
import type { Translate } from '../base/translate';

/** What `convert` is asked for. */
export interface ConvertOptions {
  /** Paths; `-` is standard input. */
  readonly inputs: readonly string[];
  /** Path; `-` is standard output. */
  readonly output: string;
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

const WITH_VALUE = ['map', 'title', 'as-of', 'sheet', 'encoding', 'delimiter', 'lang', 'answer'] as const;
type Valued = (typeof WITH_VALUE)[number];
const ALONE: ReadonlySet<string> = new Set(['strict', 'all']);

/** Reads the arguments of `convert`; a text says what is wrong with the first that can't be used. */
export function readConvertOptions(args: readonly string[], t: Translate): ConvertOptions | string {
  const split = splitArguments(args, t);
  if (typeof split === 'string') return split;
  const { paths, values, alone } = split;
  const output = paths.at(-1);
  const inputs = paths.slice(0, -1);
  if (output === undefined || inputs.length === 0) return t('convert.noFiles');
  if (output !== '-' && !/\.json$/i.test(output)) return t('convert.notJson', { file: output });
  if (inputs.includes(output) && output !== '-') return t('convert.sameFile', { file: output });
  if (inputs.filter((path) => path === '-').length > 1) return t('convert.inputOnce');
  const checked = checkValues(values, t);
  if (typeof checked === 'string') return checked;
  return { inputs, output, ...checked, isStrict: alone.has('strict'), isAll: alone.has('all') };
}

interface SplitArguments {
  readonly paths: readonly string[];
  readonly values: ReadonlyMap<Valued, string>;
  readonly alone: ReadonlySet<string>;
}

function splitArguments(args: readonly string[], t: Translate): SplitArguments | string {
  const paths: string[] = [];
  const values = new Map<Valued, string>();
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
    if (ALONE.has(name) && inline === undefined) alone.add(name);
    else if (isValued(name)) {
      const value = inline ?? args[++at];
      if (value === undefined || value === '') return t('convert.noValue', { option: `--${name}` });
      values.set(name, value);
    } else return t('check.unknownOption', { option: arg });
  }
  return { paths, values, alone };
}

function isValued(name: string): name is Valued {
  return (WITH_VALUE as readonly string[]).includes(name);
}

const DAY_ORDERS: readonly DayOrder[] = ['day-first', 'month-first'];

type Checked = Omit<ConvertOptions, 'inputs' | 'output' | 'isStrict' | 'isAll'>;

function checkValues(values: ReadonlyMap<Valued, string>, t: Translate): Checked | string {
  const wrong = (option: Valued, expected: string): string =>
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
  const text = (name: Valued): string | undefined => values.get(name);
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
