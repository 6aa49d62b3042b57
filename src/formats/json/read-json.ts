import { lazyCode } from '../../base/lazy-code';
import type { RejectionList } from '../rejections';
import type { JsonResult } from './json-result';

/** Loaded for the first text that isn't JSON. */
export const JSON_RECOVERY = lazyCode(() => import('./recover-json').then(({ recoverJson }) => recoverJson));

/**
 * JSON, strictly; where that fails, what a tolerant reading saves: the top-level fields and the records of lists that
 * are complete and free of faults. Each fault becomes a rejection by line and column, and records it falls into are
 * DAMAGED.
 */
export function readJson(text: string, list: RejectionList): JsonResult {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return { ok: true, value: JSON.parse(source) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Without the code nothing is saved, until `withLazyCode` has loaded it and asks once more.
    return JSON_RECOVERY.ask()?.(source, list) ?? { ok: false, where: '' };
  }
}
