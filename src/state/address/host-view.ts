import { instant } from '../../model/dates/instant';
import type { Instant } from '../../model/dates/instant';
import { EMPTY_STATE } from '../view/timeline-state';
import { ADDRESS_LIMIT, PAGE_OPTIONS, VIEW_PARAMS } from './address';
import { IDS } from './codecs';
import type { Codec } from './codecs';
import { faultsInWords, hostFault, hostFields } from './host-fields';
import type { FromHost, HostFault } from './host-fields';
import type { PageOptions, ViewParam, ViewParams } from './view-params';

/**
 * A part of the view as a host page asks for it: the words of the address, instants as plain milliseconds (`Date.UTC`).
 */
export interface ViewRequest extends Omit<ViewParams, 'from' | 'to'> {
  readonly from?: number | Date | string | null;
  readonly to?: number | Date | string | null;
  /** `from` and `to` in one, `end` not inside; null for all the time. */
  readonly window?: { readonly start: number | Date | string; readonly end: number | Date | string } | null;
}

export const VIEW_FIELDS = Object.keys(VIEW_PARAMS) as readonly ViewParam[];
const OPTION_FIELDS = Object.keys(PAGE_OPTIONS) as readonly (keyof PageOptions)[];
const REQUEST_FIELDS = [...VIEW_FIELDS, 'window'] as const;

/** Fields that are lists, which a text may name joined with commas; of the others no list is taken. */
const LISTS: ReadonlySet<string> = new Set(
  'expanded actors countries roles types tones compare pair set hide lock allow'.split(' '),
);
/** Longer ones than any that a person or a program would show. */
const MOST_IN_LIST = 10_000;

/**
 * What a host page asks of the view, through the codecs of the address: lists as lists or as the address writes them,
 * instants as ms, as a Date or as the address writes them, null for what a part of the view is without anything said.
 * What can't be used is left out, and is a fault under its name below `path`. Never throws; what it costs is bounded by
 * what is given.
 */
export function viewFromHost(asked: unknown, path = ''): FromHost<ViewParams> {
  const { values: fields, faults: unknown } = hostFields(asked, path, REQUEST_FIELDS);
  const faults = [...unknown];
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  const window = windowFromHost(fields.get('window'), at('window'), faults);
  const view = new Map<ViewParam, unknown>(Object.entries(window) as [ViewParam, unknown][]);
  for (const field of VIEW_FIELDS) {
    if (!fields.has(field)) continue;
    const value = fields.get(field);
    const codec = VIEW_PARAMS[field];
    const read = value === null ? codec.read(EMPTY_STATE) : valueFromHost(field, value, codec.parse);
    if (read === undefined) faults.push(hostFault(at(field), value, expectedFor(field, codec)));
    else view.set(field, read);
  }
  const values: ViewParams = Object.fromEntries(view);
  const { from, to, ...rest } = values;
  if (from === undefined || to === undefined || from === null || to === null || from < to) return { values, faults };
  faults.push(hostFault(at('to'), new Date(to).toISOString(), `an instant after ${new Date(from).toISOString()}`));
  return { values: rest, faults };
}

/** How a host page wants the timeline set up; the same rules, and null for as if it weren't said. */
export function optionsFromHost(asked: unknown, path = ''): FromHost<PageOptions> {
  const { values: fields, faults: unknown } = hostFields(asked, path, OPTION_FIELDS);
  const faults = [...unknown];
  const options = new Map<string, unknown>();
  for (const [name, value] of fields) {
    const codec = PAGE_OPTIONS[name];
    if (value === null) continue;
    const read = name === 'embed' && typeof value === 'boolean' ? value : valueFromHost(name, value, codec.parse);
    if (read === undefined) faults.push(hostFault(path === '' ? name : `${path}.${name}`, value, codec.expected));
    else options.set(name, read);
  }
  return { values: Object.fromEntries(options), faults };
}

/** One word of a list that a host page said; the fault in its place. */
export function wordFromHost<Word extends string>(
  name: string,
  value: unknown,
  { parse, expected }: Codec<Word>,
): Word | HostFault {
  return (typeof value === 'string' ? parse(value) : undefined) ?? hostFault(name, value, expected);
}

/** Throws what a host page did wrong, as its own mistake: where there is nothing to go on with. */
export function hostMistake(who: string, ...faults: readonly HostFault[]): TypeError {
  return new TypeError(`${who}: ${faultsInWords(faults)}`);
}

function windowFromHost(asked: unknown, path: string, faults: HostFault[]): Pick<ViewParams, 'from' | 'to'> {
  if (asked === undefined) return {};
  if (asked === null) return { from: null, to: null };
  const { values, faults: unknown } = hostFields(asked, path, ['start', 'end'] as const);
  faults.push(...unknown);
  const ends = (['start', 'end'] as const).map((name) => {
    const value = values.get(name) ?? null;
    const at =
      value === null ? null : (valueFromHost('from', value, VIEW_PARAMS.from.parse) as Instant | null | undefined);
    if (at === undefined) faults.push(hostFault(`${path}.${name}`, value, expectedFor('from', VIEW_PARAMS.from)));
    return at;
  });
  const [from, to] = ends;
  // Half of a window would be another one than was asked for.
  return unknown.length > 0 || from === undefined || to === undefined ? {} : { from, to };
}

/** Undefined for what can't be used. */
function valueFromHost(field: string, value: unknown, parse: (text: string) => unknown): unknown {
  // A list or date of a host's may be a proxy that throws.
  try {
    if (field === 'from' || field === 'to')
      return instantFromHost(value) ?? (typeof value === 'string' ? parse(value) : undefined);
    if (typeof value === 'string') return value.length > ADDRESS_LIMIT ? undefined : parse(value);
    const text = LISTS.has(field) && Array.isArray(value) ? listText(value) : undefined;
    return text === undefined ? undefined : parse(text);
  } catch {
    return undefined;
  }
}

function expectedFor(field: ViewParam, { expected }: { readonly expected: string }): string {
  return field === 'from' || field === 'to' ? `ms, a Date, ${expected}` : expected;
}

/** What `Date` can hold. */
const FARTHEST_MS = 8.64e15;

/** A number, or a Date, of another window too; undefined for anything else, and for what no date can be. */
function instantFromHost(value: unknown): Instant | undefined {
  const ms = Object.prototype.toString.call(value) === '[object Date]' ? (value as Date).getTime() : value;
  return typeof ms === 'number' && Math.abs(ms) <= FARTHEST_MS ? instant(ms) : undefined;
}

/** As the address writes it; undefined for one with something else than texts in it, or too many. */
function listText(list: readonly unknown[]): string | undefined {
  if (list.length > MOST_IN_LIST) return undefined;
  // By index: a list that is full of holes has them looked at, too.
  const texts = Array.from({ length: list.length }, (_, at) => list[at]);
  return texts.every((each) => typeof each === 'string' && each.length <= ADDRESS_LIMIT)
    ? IDS.write(texts as readonly string[])
    : undefined;
}
