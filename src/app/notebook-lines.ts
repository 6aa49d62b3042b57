import { withoutIsolates } from '../base/translate';
import type { Translate } from '../base/translate';

/** What a notebook begins with: three lines that work, in the words of the page. */
export function notebookLines(t: Translate): string {
  const lines = (['first', 'second', 'third'] as const).map((line) => t(`open.template.notebook.${line}`));
  return withoutIsolates(lines.join('\n'));
}
