import type { Translate } from '../base/translate';
import { withoutIsolates } from '../base/translate';
import type { LoadProblem } from '../model/load-problem';

/** Why files can't be read, in a line: what it is, and what can be done. */
export function problemInWords({ kind, source, detail }: LoadProblem, t: Translate): string {
  if (kind === 'missing' || kind === 'network') return t('check.unreadable', { file: source, detail });
  const what = t(`notice.${kind}`, { source });
  const found = detail === '' ? what : `${what} (${detail})`;
  return withoutIsolates(`${found} ${t(`notice.${kind}.do`)}`);
}
