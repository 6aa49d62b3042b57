import { mountPage } from './app/mount-page';
import { pageSource } from './app/shipped-datasets';
import { readCatalogue } from './app/shipped-datasets';
import { readAddress } from './app/address-bar';
import './ui/shell/page.css';
import './ui/shell/styles.css';

const target = document.querySelector('#timeline');
if (target === null) throw new Error('The page has no element with the id "timeline"');
const { author, options } = readAddress();
const timeline = mountPage(target, {
  source: pageSource(options, readCatalogue()),
  view: author,
  options,
  address: true,
});
if (options.embed === true && window.parent !== window)
  import('./embed/iframe/connect-frame')
    .then(({ connectFrame }) => connectFrame(timeline, target, options.allow?.includes('edit')))
    // The timeline works without a host that can speak with it.
    .catch(console.error);
