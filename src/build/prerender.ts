import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport, type HtmlTagDescriptor, type Plugin, type ResolvedConfig } from 'vite';
import { cardImage } from './card-image.ts';
import { messageCatalogues } from './message-catalogues.ts';
import { styleOf } from './opening-script.ts';
import { securityPolicy } from './security-policy.ts';
import { datasetNames } from './ship-datasets.ts';
import { escapeAttribute, oembedDocument, socialTags, type SocialTag } from './social-tags.ts';
import type * as Writer from './written-page';
import type { FurtherSet, WrittenSet } from './written-page';

export interface PrerenderOptions {
  /** Folder of the datasets, relative to Vite's root. */
  readonly folder: string;
  /** The dataset that the page opens with, by its file's name without `.json`. */
  readonly own: string;
  /** Where the build will stand; the environment's SITE_URL. */
  readonly site: string | undefined;
}

const CARD = 'card.png';
const OEMBED = 'oembed.json';

/**
 * Writes into the built page what it holds without scripts: title, summary, picture, every event with its actors and
 * sources, and JSON-LD. Every further dataset gets a page of its own, `data/<name>.html`. With `site` come what needs
 * absolute addresses: canonical links, Open Graph with a picture, and an oEmbed document; without, the build says that
 * they are left out.
 */
export function prerender({ folder, own, site: given }: PrerenderOptions): Plugin {
  const site = siteAddress(given);
  let config: ResolvedConfig | undefined;
  let made: Promise<Made> | undefined;
  const make = () => (made ??= writeSets(resolve(config?.root ?? '.', folder), own));
  return {
    name: 'prerender',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    buildStart() {
      made = undefined;
      if (site === undefined)
        config?.logger.info(
          'SITE_URL is not set: the build has no canonical links, Open Graph tags or oEmbed document.',
        );
    },
    transformIndexHtml: {
      // After Vite's own pass, which would take the addresses in it for files to bundle.
      order: 'post',
      handler: async (html) => {
        const { writer, own: set, further } = await make();
        if (set === undefined) return html;
        return {
          html: filledIn(
            html,
            set,
            further.map(({ link }) => link),
          ),
          tags: headTags(set, writer, site),
        };
      },
    },
    generateBundle: {
      // When the stylesheet is there.
      order: 'post',
      async handler(_options, bundle) {
        const { writer, own: set, further } = await make();
        const style = styleOf(bundle);
        for (const { file, set: other } of further) {
          const address = site === undefined ? undefined : `${site}data/${encodeURIComponent(file)}.html`;
          const tags =
            address === undefined
              ? []
              : socialTags({
                  address,
                  title: other.title,
                  sentence: other.sentence,
                  image: undefined,
                  oembed: undefined,
                });
          const source = writer.writtenDocument({
            set: other,
            policy: securityPolicy({ style }),
            address,
            icon: '../icon.svg',
            home: `../index.html?set=${encodeURIComponent(file)}`,
            style,
            head: tags.map(tagText).join('\n'),
          });
          this.emitFile({ type: 'asset', fileName: `data/${file}.html`, source });
        }
        if (site === undefined || set === undefined) return;
        this.emitFile({ type: 'asset', fileName: CARD, source: await cardImage(set.card()) });
        this.emitFile({
          type: 'asset',
          fileName: OEMBED,
          source: oembedDocument({ site, title: set.title, image: `${site}${CARD}` }),
        });
      },
    },
  };
}

interface Made {
  readonly writer: typeof Writer;
  readonly own: WrittenSet | undefined;
  readonly further: readonly { readonly file: string; readonly set: WrittenSet; readonly link: FurtherSet }[];
}

/** Files that hold no dataset are left out here; who ships them says so. */
async function writeSets(path: string, own: string): Promise<Made> {
  const { module: writer } = await runnerImport<typeof Writer>(resolve(import.meta.dirname, 'written-page.tsx'), {
    configFile: false,
    plugins: [messageCatalogues()],
  });
  const sets = datasetNames(readdirSync(path)).flatMap((name) => {
    const set = writer.writtenSet(readFileSync(join(path, name), 'utf8'), name);
    return set === undefined ? [] : [{ file: name.replace(/\.json$/, ''), set }];
  });
  const further = sets
    .filter(({ file }) => file !== own)
    .map(({ file, set }) => ({
      file,
      set,
      link: { id: set.id, title: set.title, events: set.events, href: `./data/${encodeURIComponent(file)}.html` },
    }));
  return { writer, further, own: sets.find(({ file }) => file === own)?.set };
}

/** The block into the page's own element, and what the page is called and about. */
function filledIn(html: string, set: WrittenSet, further: readonly FurtherSet[]): string {
  const filled = html
    .replace(
      /(<div id="timeline">)[\s\S]*?(<\/div>)/,
      (_, open: string, close: string) => `${open}${set.block({ further })}${close}`,
    )
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeAttribute(set.title)}</title>`)
    .replace(
      /(<meta name="description" content=")[^"]*/,
      (_, before: string) => `${before}${escapeAttribute(set.sentence)}`,
    );
  if (!filled.includes('class="dt-written"'))
    throw new Error('The page has no <div id="timeline"> that the written timeline could stand in.');
  return filled;
}

function headTags(set: WrittenSet, writer: typeof Writer, site: string | undefined): HtmlTagDescriptor[] {
  const social =
    site === undefined
      ? []
      : socialTags({
          address: site,
          title: set.title,
          sentence: set.sentence,
          oembed: `${site}${OEMBED}`,
          image: { address: `${site}${CARD}`, alt: `Timeline of ${set.title}` },
        });
  return [
    ...social.map(({ tag, attrs }) => ({ tag, attrs: { ...attrs }, injectTo: 'head' as const })),
    {
      tag: 'script',
      attrs: { type: 'application/ld+json' },
      children: writer.scriptSafe(set.jsonLd(site)),
      injectTo: 'head',
    },
  ];
}

function tagText({ tag, attrs }: SocialTag): string {
  return `    <${tag} ${Object.entries(attrs)
    .map(([name, value]) => `${name}="${escapeAttribute(value)}"`)
    .join(' ')} />`;
}

/**
 * The absolute address that the build will stand at, with its closing slash, from the environment variable SITE_URL;
 * undefined without one. Throws where it is no http(s) address, or brings a query, a fragment or a password: those
 * can't be put before a path.
 */
export function siteAddress(given: string | undefined): string | undefined {
  const text = given?.trim() ?? '';
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isUsable =
    url !== undefined &&
    (url.protocol === 'https:' || url.protocol === 'http:') &&
    url.search === '' &&
    url.hash === '' &&
    url.username === '' &&
    url.password === '';
  if (!isUsable)
    throw new Error(
      `SITE_URL is "${text}", which is no absolute http(s) address such as https://example.org/timeline/`,
    );
  const folder = url.pathname.replace(/[^/]*\.html$/, '');
  return `${url.origin}${folder.endsWith('/') ? folder : `${folder}/`}`;
}
