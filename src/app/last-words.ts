import type { Translate } from '../base/translate';

/**
 * That the timeline failed, why, and a button that tries again; made without React, which is what has failed here. To
 * stand over what stood in the page before.
 */
export function lastWords(t: Translate, detail: string, retry: () => void): HTMLElement {
  const words = document.createElement('div');
  words.className = 'dt-notice dt-notice--failure';
  words.setAttribute('role', 'alert');
  const button = document.createElement('button');
  button.className = 'dt-button';
  button.textContent = t('failure.retry');
  button.addEventListener('click', retry);
  words.append(t('failure.whole'), ` (${detail}) `, button);
  return words;
}
