/** A source with its characters at their places, and spaces where something was taken out. */
export interface ScannedSource {
  /** Without comments. */
  readonly text: string;
  /**
   * Without comments and without what strings, templates and regular expressions hold; their quotes and `${code}` stay.
   */
  readonly code: string;
}

export interface ImportedModule {
  /** As written; undefined where an import computes it. */
  readonly specifier: string | undefined;
  /** Whether the whole namespace is taken: `import * as`, `export *`, `import()`. */
  readonly isNamespace: boolean;
}

/**
 * Every module that a source names: by static, type-only, re-exporting, dynamic and side-effect imports, `require`, and
 * `new URL('...', import.meta.url)`.
 */
export function importedModules({ text, code }: ScannedSource): ImportedModule[] {
  return importPatterns.flatMap((pattern) =>
    [...code.matchAll(pattern)].map(({ 0: matched, index }) => ({
      specifier: quotedText(text.slice(index, index + matched.length)),
      isNamespace: /^(?:\*|import\s*\()/.test(matched),
    })),
  );
}

const importPatterns = [
  /(?:\*\s*(?:as\s+[\w$]+\s+)?)?(?<![.\w$])from\s*(['"]) *\1/g,
  /(?<![.\w$])import\s*(['"]) *\1/g,
  /(?<![.\w$])(?:import|require)\s*\(\s*(?:(['"`]) *\1(?=\s*[,)]))?/g,
  /\bnew\s+URL\(\s*(['"]) *\1\s*,\s*import\.meta\.url/g,
];

function quotedText(text: string): string | undefined {
  return /(['"`])(.*)\1/.exec(text)?.[2];
}

/**
 * Takes comments and literals out by their looks, without parsing. What looks alone can't tell (an apostrophe in JSX
 * text is no string) goes wrong to the end of its line at most.
 */
export function scanSource(source: string): ScannedSource {
  let text = '';
  let code = '';
  /** For each template expression that is open here, innermost last: how many braces are open in it. */
  const openBraces: number[] = [];

  while (text.length < source.length) {
    const at = text.length;
    const isTemplate = source[at] === '`' || (source[at] === '}' && openBraces.at(-1) === 0);
    const token = matchAt(isTemplate ? template : tokens, source, at);
    const whole = token?.[0] ?? source.charAt(at);
    if (isTemplate) countTemplate(whole);
    else countBraces(whole);
    text += token?.groups?.comment === undefined ? whole : blank(whole);
    code += blankedToken(token) ?? whole;
  }
  return { text, code };

  function countTemplate(chunk: string) {
    if (chunk.startsWith('}')) openBraces.pop();
    if (chunk.endsWith('${')) openBraces.push(0);
  }

  function countBraces(char: string) {
    const depth = openBraces.pop();
    if (depth !== undefined) openBraces.push(depth + (char === '{' ? 1 : char === '}' ? -1 : 0));
  }
}

const tokens = new RegExp(
  [
    String.raw`(?<comment>\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))`,
    String.raw`(?<open>["'])(?<held>(?:\\[^]|(?!\k<open>)[^\\\n])*)(?<close>\k<open>|(?=\n)|$)`,
    // A slash begins a regular expression only where a value may stand; elsewhere it divides, or closes a JSX tag.
    String.raw`(?<=(?:^|[(,=:[!&|?;{]|=>|\breturn)\s*)(?<slash>\/)(?<pattern>(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^\/\\\[\n])+)\/`,
  ].join('|'),
  'y',
);

const template = /(?<open>[`}])(?<held>(?:\\[^]|\$(?!\{)|[^`\\$])*)(?<close>`|\$\{|$)/y;

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

function blankedToken(token: RegExpExecArray | null): string | undefined {
  const { comment, open, held, close, slash, pattern } = token?.groups ?? {};
  if (comment !== undefined) return blank(comment);
  if (slash !== undefined) return `/${blank(pattern ?? '')}/`;
  if (open !== undefined) return `${open}${blank(held ?? '')}${close ?? ''}`;
  return undefined;
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
