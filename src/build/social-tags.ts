/** What a page tells those who link to it. Addresses are absolute. */
export interface SocialSketch {
  /** The page's own address. */
  readonly address: string;
  readonly title: string;
  readonly sentence: string;
  /** A card's picture, CARD_PX wide and high; undefined where the page has none. */
  readonly image: { readonly address: string; readonly alt: string } | undefined;
  readonly oembed: string | undefined;
}

export interface SocialTag {
  readonly tag: 'meta' | 'link';
  readonly attrs: Readonly<Record<string, string>>;
}

export const CARD_PX = { width: 1200, height: 630 } as const;

/** Canonical address, Open Graph and Twitter tags, and where the oEmbed document is. */
export function socialTags({ address, title, sentence, image, oembed }: SocialSketch): SocialTag[] {
  return [
    { tag: 'link', attrs: { rel: 'canonical', href: address } },
    ...(oembed === undefined
      ? []
      : [{ tag: 'link' as const, attrs: { rel: 'alternate', type: 'application/json+oembed', href: oembed, title } }]),
    property('og:type', 'website'),
    property('og:title', title),
    property('og:description', sentence),
    property('og:url', address),
    ...(image === undefined
      ? []
      : [
          property('og:image', image.address),
          property('og:image:type', 'image/png'),
          property('og:image:width', String(CARD_PX.width)),
          property('og:image:height', String(CARD_PX.height)),
          property('og:image:alt', image.alt),
        ]),
    { tag: 'meta', attrs: { name: 'twitter:card', content: image === undefined ? 'summary' : 'summary_large_image' } },
  ];
}

function property(name: string, content: string): SocialTag {
  return { tag: 'meta', attrs: { property: name, content } };
}

export interface OembedSketch {
  /** The site's address with its closing slash. */
  readonly site: string;
  readonly title: string;
  readonly image: string;
}

const EMBED_PX = { width: 720, height: 560 } as const;

/** An oEmbed 1.0 document of the rich kind (oembed.com, 2.3.4.4): the sandboxed frame that an editor would paste. */
export function oembedDocument({ site, title, image }: OembedSketch): string {
  return `${JSON.stringify(
    {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: 'Diplomatic Timeline',
      provider_url: site,
      cache_age: 86_400,
      html: frameOf(site, title),
      ...EMBED_PX,
      thumbnail_url: image,
      thumbnail_width: CARD_PX.width,
      thumbnail_height: CARD_PX.height,
    },
    undefined,
    2,
  )}\n`;
}

function frameOf(site: string, title: string): string {
  return (
    `<iframe src="${escapeAttribute(`${site}?embed=1`)}" title="${escapeAttribute(`Timeline: ${title}`)}" loading="lazy" width="100%" height="${EMBED_PX.height}" style="border:0"` +
    ' sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads" allow="fullscreen *; clipboard-write" referrerpolicy="no-referrer"></iframe>'
  );
}

/** In attributes and between tags. Vite's configuration reaches this file, so it takes no other along. */
export function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
