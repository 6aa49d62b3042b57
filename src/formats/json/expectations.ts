import type * as v from 'valibot';
import type { MessageKey, Translate } from '../../base/translate';

/** What a schema's complaint means, as a phrase that completes "expected ...". */
export function expectedOf(issue: v.BaseIssue<unknown>, t: Translate): string {
  if (isMessageKey(issue.message)) return t(issue.message);
  switch (issue.type) {
    case 'string':
      return t(typeof issue.input === 'number' ? 'expected.textInQuotes' : 'expected.text');
    case 'non_empty':
      return t('expected.nonEmpty');
    case 'max_length':
      return t('expected.maxLength', { max: requirementOf(issue), n: lengthOf(issue.input) });
    case 'picklist':
      return t('expected.oneOf', { list: optionsOf(issue) });
    default:
      return t('expected.other');
  }
}

/** The schemas' own complaints are keys; valibot's are sentences. */
function isMessageKey(text: string): text is MessageKey {
  return text.startsWith('expected.');
}

function requirementOf(issue: v.BaseIssue<unknown>): number {
  return typeof issue.requirement === 'number' ? issue.requirement : 0;
}

function lengthOf(input: unknown): number {
  return typeof input === 'string' ? input.length : 0;
}

/** Valibot writes a list of words as `("a" | "b")`. */
function optionsOf(issue: v.BaseIssue<unknown>): string {
  return (issue.expected ?? '')
    .replace(/^\(|\)$/g, '')
    .replaceAll(' | ', ', ')
    .replaceAll('"', '');
}
