import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadWholeReader } from '../../../../src/formats/json/load-reader';
import { notebookOf } from '../../../support/make-notebook';

beforeAll(loadWholeReader);

const page = readFileSync('docs/notebook.md', 'utf8');
const examples = [...page.matchAll(/```notebook\n([\s\S]*?)```/g)].map(([, text = '']) => text);

describe('the examples of the notebook’s page', () => {
  it.each(examples)('are read, every line: %s', (text) => {
    const { counts, readings } = notebookOf(text);
    expect(readings.filter(({ problems }) => problems.length > 0)).toEqual([]);
    expect(counts.unread).toBe(0);
  });

  it('say the roles in four languages', () => {
    const rows = [...page.matchAll(/^\| (\w+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)].slice(1);
    expect(rows).toHaveLength(12);
    for (const [, role = '', ...words] of rows) {
      for (const word of words) {
        const { dataset } = notebookOf(`22 Feb 2016: Talks - Ben Smith, ${word.trim()} Anna Berg`);
        expect(dataset.events[0]?.participants[1]?.role, word).toBe(role);
        expect(dataset.actors.map(({ label }) => label)).toContain('Anna Berg');
      }
    }
  });
});
