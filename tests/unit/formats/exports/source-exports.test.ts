import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RARE_DATES } from '../../../../src/model/dates/parse-event-date';
import { HOSTILE_STRINGS } from '../../../fixtures/hostile-strings';
import { datasetOf, readBack, writerOf, written } from '../../../support/exported';

await RARE_DATES.load();

/** Tags are left to others: readers of references take them for markup, as CSL does. */
const words = fc.oneof(
  fc.constantFrom(
    'TASS',
    'Ŝtato “a”',
    'Новости',
    'A & B',
    '50% of {it}',
    'a_b^c~d',
    '#1',
    'x -- y',
    "''z``",
    '\\alpha',
  ),
  fc.constantFrom(...HOSTILE_STRINGS.filter((text) => /\S/.test(text) && text.length < 200 && !/<[!/a-z]/i.test(text))),
);
const source = fc
  .record({
    publisher: words,
    title: words,
    published: fc.constantFrom('2016-02-24', '2016-02', '2014'),
    kind: fc.constantFrom('news', 'official'),
  })
  .filter(({ publisher, title }) => publisher.trim() !== title.trim());

/** One entry each, so that none is laid together with another of the same address. */
const sources = fc
  .array(source, { minLength: 1, maxLength: 4 })
  .map((all) =>
    all.map((each, index) => ({ ...each, id: `s${index}`, url: `https://example.org/${index}?a=b%20c&d=1#e` })),
  );

test.each(['csl', 'bibtex', 'ris'] as const)('sources in %s are the same when they are read', async (id) => {
  const writer = await writerOf(id);
  await fc.assert(
    fc.asyncProperty(sources, async (list) => {
      const dataset = datasetOf({ id: 'x', sources: list, events: [{ id: 'e', title: 'E' }] });
      expect(writer.count(dataset)).toBe(list.length);
      const back = await readBack(written(writer, dataset), `sources.${writer.extension}`);
      const told = ({ title, publisher, url, published }: (typeof dataset.sources)[number]) => [
        title,
        publisher,
        url,
        published,
      ];
      const held = writer.held(dataset).sources;
      expect(back.dataset.sources.map(told)).toEqual(held.map(told));
    }),
    { numRuns: 30, endOnFailure: true },
  );
});
