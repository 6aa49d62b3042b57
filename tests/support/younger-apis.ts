import { createRequire } from 'node:module';
import type { CompatData, CompatStatement, Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data';
import { tokenizer } from 'acorn';
import { BROWSER_FLOOR } from '../../src/build/browser-floor';

/** Read as it is: 20 MB of JSON that nothing need make a module of. */
export const bcd = createRequire(import.meta.url)('@mdn/browser-compat-data') as CompatData;

/** What a script may name and one of the oldest browsers hasn't got: a global, or a member of one or of its prototype. */
export interface YoungerApi {
  /** Of the global that has it; undefined for a global itself, and for what any window has. */
  readonly owner: string | undefined;
  readonly name: string;
}

/** As the compatibility data calls the browsers. */
const FLOOR = {
  chrome: BROWSER_FLOOR.chrome,
  edge: BROWSER_FLOOR.edge,
  firefox: BROWSER_FLOOR.firefox,
  safari: BROWSER_FLOOR.safari,
  safari_ios: BROWSER_FLOOR.ios,
} as const;

/** An iPhone fills its screen with films alone; the data says that it does so in part. */
const NOT_ON_IPHONES: readonly YoungerApi[] = [
  { owner: 'Document', name: 'fullscreenElement' },
  { owner: 'Document', name: 'fullscreenEnabled' },
  { owner: 'Document', name: 'exitFullscreen' },
  { owner: 'Element', name: 'requestFullscreen' },
];

/**
 * All that MDN's compatibility data knows and one of the oldest browsers (BROWSER_FLOOR) hasn't got at all: globals, and
 * members of globals that are old enough themselves.
 */
export function youngerApis(): readonly YoungerApi[] {
  const found = [...NOT_ON_IPHONES];
  for (const group of [bcd.api, bcd.javascript.builtins] as readonly Identifier[]) {
    for (const [owner, entry] of entriesOf(group)) {
      if (isYounger(entry)) found.push({ owner: undefined, name: owner });
      else found.push(...youngerMembers(owner, entry));
    }
  }
  return found;
}

function youngerMembers(owner: string, entry: Identifier): YoungerApi[] {
  return entriesOf(entry).flatMap(([key, member]) => {
    const isEvent = key.endsWith('_event');
    const name = key.replace(/_(?:static|event)$/, '');
    // Other words with a low line are notes on what an API does.
    if (!/^\w+$/.test(name) || name.includes('_') || name === owner) return [];
    if (!isYounger(member)) return owner === 'Intl' ? youngerMembers(`Intl.${name}`, member) : [];
    if (isEvent) return [{ owner, name: `on${name}` }];
    return [{ owner: owner === 'Window' ? undefined : owner, name }];
  });
}

function entriesOf(group: Identifier): readonly (readonly [string, Identifier])[] {
  return Object.entries(group).flatMap(([name, entry]) => (name.startsWith('__') ? [] : [[name, entry as Identifier]]));
}

/** Whether one of the browsers lacks it; what is there in part is there, and so is what the data says nothing of. */
export function isYounger(entry: Identifier | undefined): boolean {
  const compat = entry === undefined ? undefined : (Reflect.get(entry, '__compat') as CompatStatement | undefined);
  if (compat === undefined) return false;
  return Object.entries(FLOOR).some(([browser, version]) => {
    const statements = compat.support[browser as keyof typeof FLOOR];
    return statements !== undefined && ![statements].flat().some((statement) => isThere(statement, version));
  });
}

function isThere(statement: SimpleSupportStatement, version: string): boolean {
  const { version_added: added, version_removed: removed, flags, prefix, alternative_name: alias } = statement;
  if (flags !== undefined || prefix !== undefined || alias !== undefined) return false;
  return isVersion(added) && !isLater(added, version) && !(isVersion(removed) && !isLater(removed, version));
}

function isVersion(text: unknown): text is string {
  return typeof text === 'string' && text !== 'preview';
}

/** Whether the first version came after the second. */
function isLater(first: string, second: string): boolean {
  const [a, b] = [first, second].map((text) => text.replace('≤', '').split('.').map(Number));
  const at = a!.findIndex((part, index) => part !== (b![index] ?? 0));
  return at !== -1 && a![at]! > (b![at] ?? 0);
}

/** All names and whole strings of a script, of which each may name an API. Throws for younger syntax than ES2022's. */
export function namesIn(script: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const token of tokenizer(script, { ecmaVersion: 2022, allowHashBang: false })) {
    const { value } = token as { readonly value?: unknown };
    if (['name', 'string'].includes(token.type.label) && typeof value === 'string') names.add(value);
  }
  return names;
}

/** Runs in a page before its own scripts: takes away what is younger. */
export function withoutApis(apis: readonly YoungerApi[]): void {
  for (const { owner, name } of apis) {
    const holder = owner?.split('.').reduce<unknown>((from, part) => Reflect.get(Object(from), part), globalThis);
    const places =
      owner === undefined
        ? [globalThis, Window.prototype]
        : [holder, (holder as { prototype?: unknown } | undefined)?.prototype];
    for (const place of places) {
      if (place !== undefined && place !== null && Object.hasOwn(Object(place), name))
        Reflect.deleteProperty(Object(place), name);
    }
  }
}
