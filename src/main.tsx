import { mountTimeline } from './app/mount-timeline';
import { pageSource } from './app/page-source';
import { readCatalogue } from './app/shipped-sets';
import { readAddress } from './app/sync-address';
import './ui/page.css';
import './ui/styles.css';

const target = document.querySelector('#timeline');
if (target === null) throw new Error('The page has no element with the id "timeline"');
const { author, options } = readAddress();
const timeline = mountTimeline(target, {
  source: pageSource(options, readCatalogue()),
  view: author,
  options,
  address: true,
});
if (options.embed === true && window.parent !== window)
  void import('./frame/connect-frame').then(({ connectFrame }) => connectFrame(timeline, target));
