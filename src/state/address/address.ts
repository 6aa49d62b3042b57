import type { Rejection } from '../../model/rejection';
import { COUNTRY_ROLES, EVENT_TYPES, GROUPINGS, LANE_ORDERS, SCALES, TONES } from '../../model/vocabulary';
import { addressRejection } from './address-rejection';
import { freshView, takeViewParams } from '../view/loading';
import type { ViewParam, ViewParamFields, PageOptions, ViewParams } from './view-params';
import { ALLOWABLE, GESTURES, HIDEABLE, LOCKABLE, MOTIONS, THEMES } from './view-params';
import { FLAG, ID_PAIR, IDS, INSTANT, LANGUAGE, NAME, oneOf, orNull, SOME_IDS, someOf, TEXT } from './codecs';
import type { Codec } from './codecs';
import { SORTS, VIEWS } from '../view/timeline-state';
import type { TimelineState } from '../view/timeline-state';

/** An address is shorter than this, in characters as `URLSearchParams` writes them. */
export const ADDRESS_LIMIT = 2000;

/** How a field of the view is read from the state, and how its value is written and parsed. */
interface ParamCodec<Value> extends Codec<Value> {
  readonly read: (state: TimelineState) => Value;
}

type ParamCodecs = { readonly [Field in ViewParam]: ParamCodec<ViewParamFields[Field]> };

/** Everything of the view that an address holds, one codec a field: a field without one doesn't compile. */
export const VIEW_PARAMS = {
  from: { ...orNull(INSTANT), read: (state) => state.window?.start ?? null },
  to: { ...orNull(INSTANT), read: (state) => state.window?.end ?? null },
  scale: { ...oneOf(SCALES), read: (state) => state.scale },
  group: { ...oneOf(GROUPINGS), read: (state) => state.group },
  order: { ...oneOf(LANE_ORDERS), read: (state) => state.laneOrder },
  expanded: { ...expandedCodec(), read: (state) => state.expanded ?? null },
  actors: { ...IDS, read: (state) => state.filter.actors },
  countries: { ...IDS, read: (state) => state.filter.countries },
  roles: { ...someOf(COUNTRY_ROLES), read: (state) => state.filter.roles },
  types: { ...someOf(EVENT_TYPES), read: (state) => state.filter.types },
  tones: { ...someOf(TONES), read: (state) => state.filter.tones },
  match: { ...oneOf(['any', 'all']), read: (state) => state.filter.match },
  q: { ...TEXT, read: (state) => state.filter.text },
  event: { ...orNull(NAME), read: (state) => state.selected ?? null },
  actor: { ...orNull(NAME), read: (state) => (state.panel.kind === 'actor' ? state.panel.actor : null) },
  compare: { ...IDS, read: (state) => state.pinned },
  pair: { ...orNull(ID_PAIR), read: (state) => (state.panel.kind === 'pair' ? state.panel.actors : null) },
  sort: { ...oneOf(SORTS), read: (state) => state.sort },
  view: { ...oneOf(VIEWS), read: (state) => state.view },
} satisfies ParamCodecs;

type OptionValues = { readonly [Option in keyof PageOptions]-?: NonNullable<PageOptions[Option]> };
type OptionCodecs = { readonly [Option in keyof OptionValues]: Codec<OptionValues[Option]> };

/** The keys of an address that aren't the view. */
export const PAGE_OPTIONS = {
  set: SOME_IDS,
  data: NAME,
  embed: FLAG,
  hide: someOf(HIDEABLE),
  lock: someOf(LOCKABLE),
  theme: oneOf(THEMES),
  lang: LANGUAGE,
  gestures: oneOf(GESTURES),
  motion: oneOf(MOTIONS),
  allow: someOf(ALLOWABLE),
} satisfies OptionCodecs;

/** What goes first when an address grows too long; keys that aren't ours go before all of these. */
const DROPPED_FIRST: readonly (ViewParam | keyof PageOptions)[] = [
  'expanded',
  'hide',
  'q',
  'compare',
  'actors',
  'countries',
  'pair',
  'types',
  'roles',
  'tones',
  'actor',
  'event',
  'match',
  'sort',
  'view',
  'from',
  'to',
  'scale',
  'order',
  'group',
  'allow',
  'motion',
  'gestures',
  'lang',
  'theme',
  'lock',
  'embed',
  'data',
  'set',
];

/** The whole view on screen, whether or not it differs from the opening view. */
export function viewParamsOf(state: TimelineState): Required<ViewParams> {
  return Object.fromEntries(
    Object.entries(VIEW_PARAMS).map(([field, { read }]) => [field, read(state)]),
  ) as unknown as Required<ViewParams>;
}

/** Whether two states show the same view, whatever objects it is made of. */
export function sameViewParams(a: TimelineState, b: TimelineState): boolean {
  return a === b || Object.values(VIEW_PARAMS).every(({ read }) => sameValue(read(a), read(b)));
}

function sameValue(a: unknown, b: unknown): boolean {
  return (
    a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((each, at) => each === b[at]))
  );
}

/** What an address is written beside. */
export interface AddressContext {
  /** The author's own view, which this one will be laid over when it is read; none by default. */
  readonly author?: ViewParams;
  /** The address as it is: of this the options and unknown keys are kept. */
  readonly kept?: URLSearchParams;
  /** Characters of the address that are taken by what stands before the parameters; none by default. */
  readonly taken?: number;
}

/**
 * The view as parameters: only what differs from the dataset's opening view (with the author's over it). Under
 * ADDRESS_LIMIT.
 */
export function encodeViewParams(state: TimelineState, context: AddressContext = {}): URLSearchParams {
  return fittingAddress(state, context).params;
}

/** Parameters that fit, and the keys of those that had to be left out for it, least important first. */
export interface FittingAddress {
  readonly params: URLSearchParams;
  readonly left: readonly string[];
}

/** As `encodeViewParams`, and what had to be left out to stay under ADDRESS_LIMIT. */
export function fittingAddress(
  state: TimelineState,
  { author = {}, kept, taken = 0 }: AddressContext = {},
): FittingAddress {
  const params = new URLSearchParams();
  for (const [key, value] of kept ?? []) if (!isViewParam(key)) params.append(key, value);
  const base = takeViewParams(freshView(state), author);
  const differs = (field: ViewParam): boolean => written(field, state) !== written(field, base);
  for (const field of VIEW_PARAM_KEYS) {
    const other = field === 'from' ? 'to' : field === 'to' ? 'from' : field;
    if (differs(field) || differs(other)) params.set(field, written(field, state));
  }
  return shortenTo(params, ADDRESS_LIMIT - taken);
}

/** The whole view as an author writes it into a query, beside how the page is set up; `taken` as in AddressContext. */
export function authorAddress(state: TimelineState, options: PageOptions, taken: number): FittingAddress {
  return fittingAddress(state, { kept: encodeOptions(options), taken });
}

/** How a page is set up, as parameters in a fixed order; what isn't said, or is an empty list, isn't there. */
function encodeOptions(options: PageOptions): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of OPTION_KEYS) {
    const text = writtenOption(key, options);
    if (text !== undefined && text !== '') params.set(key, text);
  }
  return params;
}

/** What `decodeAddress` makes of an address. */
export interface DecodedAddress {
  readonly view: ViewParams;
  readonly options: PageOptions;
  /** Keys that aren't ours, with their values, in order. */
  readonly unknown: readonly (readonly [string, string])[];
  /** Values that can't be used, each left out; `where` is "address". */
  readonly rejections: readonly Rejection[];
}

/**
 * Reads an address, field by field; never throws. Of a key that stands twice the first counts. Ids are checked by
 * whoever lays the view over a dataset.
 */
export function decodeAddress(params: URLSearchParams): DecodedAddress {
  const view: { -readonly [Field in ViewParam]?: ViewParamFields[Field] } = {};
  const options: { -readonly [Option in keyof PageOptions]: PageOptions[Option] } = {};
  const unknown: (readonly [string, string])[] = [];
  const rejections: Rejection[] = [];
  const seen = new Set<string>();
  for (const [key, text] of params) {
    const known = isViewParam(key) || isPageOption(key);
    if (!known) unknown.push([key, text]);
    if (!known || seen.has(key)) continue;
    seen.add(key);
    const fault = isViewParam(key) ? take(view, key, VIEW_PARAMS, text) : take(options, key, PAGE_OPTIONS, text);
    if (fault !== undefined) rejections.push(fault);
  }
  const upsideDown = windowFault(view);
  if (upsideDown === undefined) return { view, options, unknown, rejections };
  delete view.from;
  delete view.to;
  return { view, options, unknown, rejections: [...rejections, upsideDown] };
}

/** Parameters as text for an address, with the commas and colons that may stand there bare. No leading `?` or `#`. */
export function addressText(params: URLSearchParams): string {
  return params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** Parses one value into its place; the rejection where it can't be used. */
function take<Values extends object, Key extends keyof Values & string>(
  into: Values,
  key: Key,
  codecs: { readonly [K in Key]: Pick<Codec<Values[K]>, 'parse' | 'expected'> },
  text: string,
): Rejection | undefined {
  const { parse, expected } = codecs[key];
  if (text.length > ADDRESS_LIMIT) return addressRejection(key, text, `at most ${ADDRESS_LIMIT} characters`, 'dropped');
  const value = parse(text);
  if (value === undefined) return addressRejection(key, text, expected, 'dropped');
  into[key] = value;
  return undefined;
}

function windowFault({ from, to }: ViewParams): Rejection | undefined {
  if (from === undefined || to === undefined || from === null || to === null || from < to) return undefined;
  return addressRejection('to', INSTANT.write(to), `an instant after ${INSTANT.write(from)}`, 'dropped');
}

const VIEW_PARAM_KEYS: readonly ViewParam[] = Object.keys(VIEW_PARAMS).filter(isViewParam);

function isViewParam(key: string): key is ViewParam {
  return Object.hasOwn(VIEW_PARAMS, key);
}

function isPageOption(key: string): key is keyof PageOptions {
  return Object.hasOwn(PAGE_OPTIONS, key);
}

const OPTION_KEYS: readonly (keyof PageOptions)[] = Object.keys(PAGE_OPTIONS).filter(isPageOption);

function writtenOption<Option extends keyof OptionValues>(
  key: Option,
  options: Partial<OptionValues>,
): string | undefined {
  const codec: Codec<OptionValues[Option]> = (PAGE_OPTIONS as OptionCodecs)[key];
  const value = options[key];
  return value === undefined ? undefined : codec.write(value);
}

function written<Field extends ViewParam>(field: Field, state: TimelineState): string {
  const codec: ParamCodec<ViewParamFields[Field]> = (VIEW_PARAMS as ParamCodecs)[field];
  return codec.write(codec.read(state));
}

/** `expanded` has two kinds of nothing: the default, and no group open at all. */
function expandedCodec(): Codec<readonly string[] | null> {
  return {
    write: (ids) => (ids === null ? 'default' : IDS.write(ids)),
    parse: (text) => (text === 'default' ? null : IDS.parse(text)),
    expected: 'ids of groups of lanes joined with commas, or default',
  };
}

function shortenTo(params: URLSearchParams, limit: number): FittingAddress {
  const fits = (): boolean => params.toString().length < limit;
  const left: string[] = [];
  const foreign = [...new Set(params.keys())].filter((key) => !isViewParam(key) && !isPageOption(key));
  for (const key of [...foreign, ...DROPPED_FIRST]) {
    if (fits()) break;
    for (const each of key === 'from' || key === 'to' ? ['from', 'to'] : [key]) {
      if (params.has(each)) left.push(each);
      params.delete(each);
    }
  }
  return { params, left };
}
