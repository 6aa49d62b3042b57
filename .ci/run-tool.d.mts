export function runTool(
  command: string,
  args: readonly string[],
  env?: Readonly<Record<string, string>>,
): Promise<number>;
export function buildPage(args?: readonly string[]): Promise<number>;
