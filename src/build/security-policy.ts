import { createHash } from 'node:crypto';

/** What runs and styles in a page: whole texts that stand in it. */
export interface InlineTexts {
  readonly script?: string;
  readonly style?: string;
}

/**
 * The content security policy of a page. Its style and its one script stand in it and are known by their hashes; that
 * script passes its trust on to those it puts into the page itself ('strict-dynamic', CSP Level 3, 2.4). Nothing is
 * said by 'self': in WebKit that is nobody where a frame has no origin. `connect-src` is narrowed to the page's own host
 * by the opening script (app/opening-script.ts).
 */
export function securityPolicy({ script, style }: InlineTexts): string {
  return [
    "default-src 'none'",
    ...(script === undefined ? [] : [`script-src '${hashOf(script)}' 'strict-dynamic'`]),
    ...(style === undefined ? [] : [`style-src '${hashOf(style)}'`]),
    "img-src 'self' data: blob:",
    ...(script === undefined ? [] : ['connect-src http: https:']),
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/**
 * The policy of a page that was saved: its one script and its style stand in it, it holds its data, and asks nobody for
 * anything, pictures included.
 */
export function savedPolicy({ script, style }: Required<InlineTexts>): string {
  return [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** The policy as a tag. */
export function policyTag(policy: string): string {
  return `<meta http-equiv="Content-Security-Policy" content="${policy}" />`;
}

/**
 * A script or style as it may stand in a page, whatever encoding the page is sent as: other letters than ASCII would
 * read as others there, and the hash would fit no more. Throws for a text that would end its element or begin a comment,
 * and for a script that isn't ASCII; what is written otherwise in a style is escaped.
 */
export function inlineText(tag: 'script' | 'style', text: string): string {
  const ascii =
    tag === 'style' ? text.replaceAll(/[^\0-\x7f]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `) : text;
  const wrong = new RegExp(`</${tag}|<!--|[^\\0-\\x7f]|\\r`, 'i').exec(ascii)?.[0];
  if (wrong !== undefined)
    throw new Error(`The page's own ${tag} can't stand in it: it holds ${JSON.stringify(wrong)}`);
  return ascii;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
