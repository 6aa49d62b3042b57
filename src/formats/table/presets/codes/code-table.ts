/** What a table of codes says of one of them; undefined where it doesn't hold it. */
export type CodeTable = ReadonlyMap<string, string>;

/** A table of lines, each a code and, after a blank, what it stands for. */
export function codeTable(lines: string): CodeTable {
  return new Map(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const blank = line.indexOf(' ');
        return [line.slice(0, blank), line.slice(blank + 1)] as const;
      }),
  );
}

/** An event code without what strayed into it (`145]`, `[0841`): for looking it up, never in its place. */
export function plainCode(code: string): string {
  return code.replaceAll(/[^0-9]/g, '');
}
