import { mountPage } from './app/mount-page';
import { openingOf } from './app/giving/saved-opening';
import { PAGE_ELEMENTS } from './formats/page/page-elements';
import './ui/shell/page.css';
import './ui/shell/styles.css';

/* The program of a saved page (formats/page/saved-page.ts), which holds its one dataset and asks for nothing. */

const data = document.querySelector<HTMLElement>(`#${PAGE_ELEMENTS.data}`);
const target = document.querySelector(`#${PAGE_ELEMENTS.timeline}`);
if (target === null || data === null) throw new Error('This page holds no timeline');
const { author, options } = openingOf(data.dataset['opening'] ?? '', location.href);
const timeline = mountPage(target, {
  source: { kind: 'text', text: data.textContent, name: document.title },
  view: author,
  options,
  address: true,
});
if (options.embed === true && window.parent !== window)
  import('./embed/iframe/connect-frame')
    .then(({ connectFrame }) => connectFrame(timeline, target, false))
    // The timeline works without a host that can speak with it.
    .catch(console.error);
