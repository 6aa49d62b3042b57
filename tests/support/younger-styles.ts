import type { Identifier } from '@mdn/browser-compat-data';
import { parse } from 'postcss';
import type { AtRule, ChildNode, Declaration, Rule } from 'postcss';
import { bcd, isYounger } from './younger-apis';

/** Units that all the oldest browsers know. */
const UNITS = new Set('px em rem ch ex vh vw dvh svh lvh vmin vmax fr s ms deg turn pt cm mm in dpi dppx x'.split(' '));

/**
 * What of a stylesheet one of the oldest browsers doesn't know, each once, in words: `text-wrap: balance`, `:open`,
 * `@scope`, `12cqw`. A declaration that stands under another one of the same property, which they know, isn't told: they
 * take that.
 */
export function youngerStyles(css: string): ReadonlySet<string> {
  const found = new Set<string>();
  const root = parse(css);
  root.walkAtRules((rule) => youngerAtRule(rule).forEach((words) => found.add(words)));
  root.walkRules((rule) => youngerSelectors(rule).forEach((words) => found.add(words)));
  root.walkDecls((declaration) => {
    const younger = youngerDeclaration(declaration);
    if (younger.length > 0 && !hasFallback(declaration)) younger.forEach((words) => found.add(words));
  });
  return found;
}

function hasFallback({ prop, parent }: Declaration): boolean {
  const stands = (other: ChildNode) =>
    other.type === 'decl' &&
    (other.prop === `-webkit-${prop}` || (other.prop === prop && youngerDeclaration(other).length === 0));
  return parent?.some(stands) ?? false;
}

/** Of one declaration; custom properties say nothing by themselves. */
function youngerDeclaration({ prop, value }: Declaration): readonly string[] {
  if (prop.startsWith('--') || prop.startsWith('-')) return [];
  const property = childOf(bcd.css.properties, prop);
  if (property === undefined || isYounger(property)) return [prop];
  const bare = value.replace(/"[^"]*"|'[^']*'|url\([^)]*\)|var\(--[\w-]+/g, ' ');
  const words = [...bare.matchAll(/(?<![\w-])[a-z][a-z-]*(?![\w-]*\()/g)].map(([word]) => word);
  const functions = [...bare.matchAll(/(?<![\w-])[a-z][a-z-]*(?=\()/g)].map(([word]) => word);
  const units = [...bare.matchAll(/(?<![\w.#-])[+-]?(?:\d*\.)?\d+([a-z]+)/g)].map(([, unit = '']) => unit);
  return [
    ...words.filter((word) => isYounger(childOf(property, word))).map((word) => `${prop}: ${word}`),
    ...functions
      .filter((name) => isYounger(childOf(property, name)) || isYounger(TYPES.get(name)))
      .map((name) => `${prop}: ${name}()`),
    ...units.filter((unit) => !UNITS.has(unit)).map((unit) => `${prop}: 1${unit}`),
  ];
}

function youngerSelectors({ selector }: Rule): readonly string[] {
  const nested = selector.includes('&') ? ['&'] : [];
  const pseudos = [...selector.replace(/"[^"]*"/g, '').matchAll(/::?([a-z-]+)/g)];
  return [
    ...nested,
    ...pseudos
      .filter(
        ([, name = '']) =>
          !name.startsWith('-') &&
          (childOf(bcd.css.selectors, name) === undefined || isYounger(childOf(bcd.css.selectors, name))),
      )
      .map(([words]) => words),
  ];
}

function youngerAtRule({ name, params }: AtRule): readonly string[] {
  const rule = childOf(bcd.css['at-rules'], name);
  if (rule === undefined || isYounger(rule)) return [`@${name}`];
  const features = [...params.matchAll(/\(\s*([a-z-]+)/g)].map(([, feature = '']) => feature);
  return name === 'media'
    ? features.filter((feature) => isYounger(childOf(rule, feature))).map((feature) => `@media (${feature})`)
    : [];
}

/** Functions that any property may have a value of. */
const TYPES: ReadonlyMap<string, Identifier> = new Map(typesIn(bcd.css.types as Identifier));

function typesIn(group: Identifier): (readonly [string, Identifier])[] {
  const own = Object.entries(group).filter(([name]) => !name.startsWith('__')) as [string, Identifier][];
  return own.concat(own.flatMap(([, entry]) => typesIn(entry) as [string, Identifier][]));
}

function childOf(group: object | undefined, name: string): Identifier | undefined {
  return group !== undefined && Object.hasOwn(group, name) ? (Reflect.get(group, name) as Identifier) : undefined;
}
