import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { securityPolicy } from '../../src/build/security-policy';

const root = resolve(import.meta.dirname, '../..');

describe('every page of the build', () => {
  const pages = readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.replaceAll('\\', '/'));

  test('is there, those for each dataset too', () => {
    expect(pages).toEqual(expect.arrayContaining(['index.html', 'demo.html']));
  });

  test.each(pages)('%s begins with the policy, and holds nothing that the policy would stop', (name) => {
    const html = readFileSync(join(root, 'dist', name), 'utf8');
    const [script, ...moreScripts] = textsOf(html, 'script');
    const [style, ...moreStyles] = textsOf(html, 'style');
    expect([moreScripts, moreStyles]).toEqual([[], []]);
    // Whatever encoding a host says that it has.
    expect(`${script}${style}`).toMatch(/^[\0-\x7f]*$/);
    const tags = tagsOf(html.replace(`<script>${script}</script>`, '').replace(`<style>${style}</style>`, ''));
    const isPolicy = ({ tag, attributes }: Tag) =>
      tag === 'meta' && attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy';
    const policies = tags.filter(isPolicy);
    const policy = securityPolicy({ ...(script === undefined ? {} : { script }), style: style! });
    expect(policies.map(({ attributes }) => attributes.get('content'))).toEqual([
      name === 'demo.html' ? `${policy}; frame-src 'self' http: https:` : policy,
    ]);
    // How the text is encoded may be said before it; nothing that loads or runs.
    expect(tags.find(({ tag, attributes }) => tag !== 'html' && tag !== 'head' && !attributes.has('charset'))).toBe(
      policies[0],
    );
    const unwanted = tags.flatMap(whatPolicyStops);
    expect(unwanted).toEqual([]);
  });

  test.each(pages)('%s has a style that asks for nothing elsewhere', (name) => {
    const [style = ''] = textsOf(readFileSync(join(root, 'dist', name), 'utf8'), 'style');
    expect(style.length).toBeGreaterThan(1000);
    expect(style.match(/@import|url\((?!["']?data:)[^)]*\)/g)).toBeNull();
  });
});

/** What stands in the plain elements of that name, which alone run or style. */
function textsOf(html: string, tag: 'script' | 'style'): readonly string[] {
  return [...html.matchAll(new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`, 'g'))].map(([, text = '']) => text);
}

interface Tag {
  /** In small letters; a closing one with its stroke. */
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** What follows until the next tag. */
  readonly text: string;
}

/** What of a tag would load, run or look otherwise under the policy; nothing of ours may. */
function whatPolicyStops({ tag, attributes, text }: Tag): readonly string[] {
  const found: string[] = [];
  if (['base', 'object', 'embed', 'form'].includes(tag)) found.push(tag);
  if (tag === 'iframe' && !(attributes.get('sandbox') ?? '').includes('allow-scripts'))
    found.push('a frame without sandbox');
  const isData = attributes.get('type')?.endsWith('json') ?? false;
  if (tag === 'script' && !attributes.has('src') && !isData && text.trim() !== '') found.push('an inline script');
  const own = (address = ''): boolean => address.startsWith('./') || address.startsWith('../');
  if (attributes.has('src') && !own(attributes.get('src'))) found.push(`${tag} src=${attributes.get('src')}`);
  if (tag === 'link' && attributes.get('rel') !== 'canonical' && !own(attributes.get('href')))
    found.push(`link ${attributes.get('href')}`);
  for (const attribute of attributes.keys())
    if (attribute === 'style' || attribute.startsWith('on')) found.push(`${tag} ${attribute}`);
  return found;
}

/**
 * The tags of a page as it was built, which is as plain as HTML can be: attributes quoted, scripts without tags in
 * them.
 */
function tagsOf(html: string): readonly Tag[] {
  return [...html.matchAll(/<(\/?[a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>([^<]*)/g)].map(
    ([, tag = '', attributes = '', text = '']) => ({
      tag: tag.toLowerCase(),
      text,
      attributes: new Map(
        [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
          name.toLowerCase(),
          value.replaceAll('&#39;', "'"),
        ]),
      ),
    }),
  );
}
