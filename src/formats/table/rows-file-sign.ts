/** A file with `rows` is a page long; nothing larger is looked at twice. */
const LONGEST = 1_000_000;

/** Whether a text may be a dataset whose events stand in a CSV; `readRowsFile` knows. */
export function mayBeRowsFile(text: string): boolean {
  return text.length <= LONGEST && text.includes('"rows"');
}
