import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scanSource } from '../../support/source-scan';

/** What is read out or seen as it stands in the source, where a message of the catalogue belongs. */
const READ_BY_PEOPLE =
  /\b(?:aria-label|aria-roledescription|aria-valuetext|aria-description|title|placeholder|alt|label)=(?:"([^"]*)"|\{\s*['"`]([^'"`]*)['"`]\s*\})/g;
/** Text between tags, on one line; braces and code end it. */
const BETWEEN_TAGS = /<\/?[A-Za-z][\w.]*(?:\s[^<>{}]*)?>([^<>{}]*\p{L}{2,}[^<>{}]*)<\//gu;
const AFTER_BRACES = /\}([^<>{}();=]*\p{L}{2,}[^<>{}();=]*)<\/[A-Za-z]/gu;
const A_WORD = /\p{L}{2,}/u;

/** Words of a source that no catalogue has. */
function literalsIn(text: string): readonly string[] {
  const { text: uncommented } = scanSource(text);
  const found = [READ_BY_PEOPLE, BETWEEN_TAGS, AFTER_BRACES].flatMap((pattern) =>
    [...uncommented.matchAll(pattern)].map(([, first, second]) => (first ?? second ?? '').trim()),
  );
  return found.filter((words) => A_WORD.test(words.replace(/\$\{[^}]*\}/g, '')));
}

const files = ['src/ui', 'src/app', 'src/frame'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => join(folder, name)),
);

test.each(files)('%s says nothing that is not in the catalogues', (file) => {
  expect(literalsIn(readFileSync(file, 'utf8'))).toEqual([]);
});

describe('the search', () => {
  test.each([
    ['<p>Hello there</p>', 'Hello there'],
    ['<button aria-label="Close">×</button>', 'Close'],
    ["<img alt={'A map'} />", 'A map'],
    ['<li>{n} events</li>', 'events'],
    ['<input placeholder="Search" />', 'Search'],
    ['<span className="x" title="More">{t(\'key\')}</span>', 'More'],
  ])('finds what stands in %s', (source, words) => expect(literalsIn(source)).toContain(words));

  test.each([
    "<p>{t('notice.kept')}</p>",
    '<span aria-hidden="true">‹ </span>',
    '<p title={title}>{name}</p>',
    'const a: Map<string, number> = new Map();',
    '<kbd>/</kbd>',
  ])('lets %s be', (source) => expect(literalsIn(source)).toEqual([]));
});
