import { Visitor, parseSync } from 'vite';

/** Functions of React, called through what holds them all: none of them asks for its `this`. */
const REACT_CALL = /\(0, (import_(?:react|react_dom|client|jsx_runtime)\.[\w$]+)\)\(/g;
/** What a chunk hands over, as Rolldown writes it at its end. */
const HANDED =
  /\n(?:exports\.([\w$]+) = ([\w$]+);|Object\.defineProperty\(exports, "([\w$]+)", \{\n {2}enumerable: true,\n {2}get: function \(\) \{\n {4}return ([\w$]+);\n {2}\}\n\}\);)(?=\s*$|\n(?:exports\.|Object\.defineProperty\(exports, "))/g;
/** A number from here on is written in base 36 as two characters, of which the first is a letter. */
const FIRST_NAME = 360;
const MOST_NAMES = 36 * 36 - FIRST_NAME;

/**
 * Shortens how chunks (format `cjs`) call each other, before they are minified; no line moves but those at the end.
 * `main` is the chunk that all others take from: with a name for each of some 300 things in no order it would say them at
 * length. They are numbered instead, in the order of `names`, which every chunk is told.
 */
export function withShortExports(
  code: string,
  { main, names, isMain }: { readonly main: string; readonly names: readonly string[]; readonly isMain: boolean },
): string {
  const short = code.replace(REACT_CALL, '$1(');
  return isMain ? handOver(short, names) : takeByNumber(handOver(short), main, names);
}

/**
 * Values instead of getters: who asks comes after a chunk has run, and finds the same. What may be put in anew later
 * keeps its getter.
 */
function handOver(code: string, numbered: readonly string[] = []): string {
  const changing = assignedIn(code);
  const values: string[] = [];
  const text = code.replace(HANDED, (statement, plain = '', local = '', got = '', gotLocal = '') => {
    const at = numbered.indexOf(String(plain || got));
    // Rolldown itself says that this is all it will ever be.
    if (plain !== '' && at >= 0) {
      values[at] = local;
      return '';
    }
    if (plain !== '') return statement;
    const name = at < 0 ? got : nameOf(at);
    return changing.has(gotLocal) ? statement.replace(`"${got}"`, `"${name}"`) : `\nexports.${name} = ${gotLocal};`;
  });
  return values.length === 0
    ? text
    : `${text}\n[${Array.from(values, (value = '') => value).join()}].forEach((value, at) => { exports[(at + ${FIRST_NAME}).toString(36)] = value; });`;
}

function nameOf(at: number): string {
  return (at + FIRST_NAME).toString(36);
}

/** What stands left of a `=` or beside `++` anywhere, as a name: rather too many. */
function assignedIn(code: string): ReadonlySet<string> {
  const found = new Set<string>();
  const note = ({ start, end }: { readonly start: number; readonly end: number }) => {
    for (const [name] of code.slice(start, end).matchAll(/[\w$]+/g)) found.add(name);
  };
  const noteLoop = ({
    left,
  }: {
    readonly left: { readonly type: string; readonly start: number; readonly end: number };
  }) => {
    if (left.type !== 'VariableDeclaration') note(left);
  };
  new Visitor({
    AssignmentExpression: ({ left }) => {
      if (left.type !== 'MemberExpression') note(left);
    },
    UpdateExpression: ({ argument }) => {
      if (argument.type !== 'MemberExpression') note(argument);
    },
    ForInStatement: noteLoop,
    ForOfStatement: noteLoop,
  }).visit(parseSync('chunk.cjs', code, { sourceType: 'commonjs' }).program);
  return found;
}

/** Throws where the main chunk is used in another way than by the names of what it hands over. */
function takeByNumber(code: string, main: string, names: readonly string[]): string {
  if (names.length > MOST_NAMES) throw new Error(`No names for ${names.length} things`);
  const [line, local] =
    [...code.matchAll(/^const ([\w$]+) = require\("([^"]+)"\);/gm)].find(([, , file]) => file === main) ?? [];
  if (line === undefined || local === undefined) return code;
  const numberOf = new Map(names.map((name, at) => [name, at]));
  const uses = new RegExp(`(?<![\\w$])${local.replaceAll('$', '\\$')}(?![\\w$])(?:\\.([\\w$]+))?`, 'g');
  return code.replace(uses, (use, name: string | undefined, at: number) => {
    if (name === undefined && at === code.indexOf(line) + 'const '.length) return use;
    const number = name === undefined ? undefined : numberOf.get(name);
    if (number === undefined) throw new Error(`A chunk uses ${use} of ${main}`);
    return `${local}.${nameOf(number)}`;
  });
}
