import { PAGE_ELEMENTS } from '../../formats/page/page-elements';
import type { PageKit } from '../../formats/page/page-kit';

/**
 * What a saved page is made of, read from the page itself: in its program this stands for formats/page/kit-texts, so that
 * a saved page can be saved again.
 */
export const kit: PageKit = {
  program: textOf(PAGE_ELEMENTS.program),
  style: textOf(PAGE_ELEMENTS.style),
  policy: document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ?? '',
  words: textOf(PAGE_ELEMENTS.words),
  loader: textOf(PAGE_ELEMENTS.loader),
  icon: decodeURIComponent(
    document
      .querySelector('link[rel="icon"]')
      ?.getAttribute('href')
      ?.replace(/^[^,]*,/, '') ?? '',
  ),
  licences: textOf(PAGE_ELEMENTS.licences),
};

function textOf(id: string): string {
  const element = document.querySelector(`#${id}`);
  return (element instanceof HTMLTemplateElement ? element.content : element)?.textContent ?? '';
}
