import { LOADER_FILE } from '../../base/loader-file';
import { withoutIsolates } from '../../base/translate';
import type { Translate } from '../../base/translate';
import { APACHE_SAMPLE, HEADERS_SAMPLE, NGINX_SAMPLE } from './header-samples';
import type { PageKit } from './page-kit';
import { savedPageParts } from './saved-page';
import type { SavedPage } from './saved-page';

/** A file of a folder: UTF-8, in parts. */
export interface SiteFile {
  readonly name: string;
  readonly parts: readonly string[];
}

/**
 * The folder that a saved page is published as: the page, the script for those who embed it, its data, samples of what a
 * host may send with it, and a README in the language of `t`. `id` is the dataset's, which its file is called after.
 */
export function siteFiles(kit: PageKit, page: SavedPage, id: string, t: Translate): readonly SiteFile[] {
  const data = `${fileNameOf(id)}.json`;
  return [
    { name: 'README.txt', parts: [readme(page.title, data, t)] },
    { name: 'index.html', parts: savedPageParts(kit, page) },
    { name: data, parts: page.json },
    { name: 'embed.js', parts: [`${kit.loader}\n`] },
    { name: LOADER_FILE, parts: [`${kit.loader}\n`] },
    { name: '_headers', parts: [HEADERS_SAMPLE] },
    { name: 'htaccess.txt', parts: [APACHE_SAMPLE] },
    { name: 'nginx.conf', parts: [NGINX_SAMPLE] },
    { name: 'licenses.md', parts: [`${kit.licences}\n`] },
  ];
}

/** An id as the name of a file, on every system. */
export function fileNameOf(id: string): string {
  const name = id
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80);
  return name === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(name) ? `timeline-${name}`.replace(/-$/, '') : name;
}

const FRAME = `<iframe src="https://HOST/path/?embed=1" title="Timeline" loading="lazy" width="100%" height="560" style="border:0"
  sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads"
  allow="fullscreen *; clipboard-write" referrerpolicy="no-referrer"></iframe>`;
const ELEMENT = `<script async src="https://HOST/path/${LOADER_FILE}"></script>
<diplomatic-timeline src="https://HOST/path/" style="display:block;min-height:560px"></diplomatic-timeline>`;

function readme(title: string, data: string, t: Translate): string {
  const paragraphs = [
    title,
    t('pageFile.readme.open'),
    t('pageFile.readme.host'),
    t('pageFile.readme.frame', { address: 'https://HOST/path/' }),
    FRAME,
    t('pageFile.readme.element'),
    ELEMENT,
    t('pageFile.readme.headers', {
      netlify: '_headers',
      apache: 'htaccess.txt',
      hidden: '.htaccess',
      nginx: 'nginx.conf',
    }),
    t('pageFile.readme.policy'),
    t('pageFile.readme.data', { file: data }),
    t('pageFile.readme.licences', { file: 'licenses.md' }),
  ];
  const text = paragraphs.map((each) => (each === FRAME || each === ELEMENT ? each : wrapped(each))).join('\n\n');
  return `${t.dir === 'rtl' ? text : withoutIsolates(text)}\n`;
}

/** Lines that a plain editor shows whole. */
function wrapped(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length >= 80) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}
