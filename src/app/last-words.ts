import type { Translate } from '../base/translate';

/**
 * That the timeline failed, why, and a button that tries again; made without React, which is what has failed here. To
 * stand over what stood in the page before, and looking like that.
 */
export function lastWords(t: Translate, error: unknown, retry: () => void): HTMLElement {
  const place = document.createElement('div');
  const button = document.createElement('button');
  button.className = 'dt-button';
  button.textContent = t('failure.retry');
  button.addEventListener('click', () => {
    place.remove();
    retry();
  });
  const words = document.createElement('p');
  words.className = 'dt-unopened';
  words.setAttribute('role', 'alert');
  words.append(t('failure.whole'), ` (${error instanceof Error ? error.message : String(error)}) `, button);
  place.className = 'dt-written';
  place.append(words);
  return place;
}
