import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { toRDF } from 'jsonld';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../../src/model/dates/instant';
import { RARE_DATES } from '../../../../src/model/dates/parse-event-date';
import { HOSTILE_STRINGS } from '../../../fixtures/hostile-strings';
import { datasetOf, writerOf, written } from '../../../support/exported';
import { hostileDataset } from '../../../support/hostile-datasets';
import { randomFile } from '../../../support/random-file';

await RARE_DATES.load();

/* What writes our files doesn't judge them: other people's readers do. */

const RANDOM = { numRuns: 15 };
const hostile = datasetOf(hostileDataset(HOSTILE_STRINGS.slice(0, 200), 'hostile'));

describe('a calendar', async () => {
  const writer = await writerOf('icalendar');

  test('has the days, titles and places that ical.js finds in it', () => {
    fc.assert(
      fc.property(randomFile, (file) => {
        const dataset = datasetOf(file);
        const { events } = writer.held(dataset);
        const found = entriesOf(String(written(writer, dataset)));
        expect(found.map(({ summary, location }) => [summary, location ?? undefined])).toEqual(
          events.map(({ title, place }) => [title, place?.label]),
        );
        for (const [index, { date }] of events.entries()) {
          const { startDate, endDate } = found[index] ?? {};
          const [from = '', to = from] = (date?.edtf ?? '').split('/');
          expect(startDate?.toString().slice(0, 10)).toBe(from.slice(0, 10));
          if (date?.clock !== undefined) expect(startDate?.toJSDate().getTime()).toBe(date.clock.at);
          else expect(endDate?.toString()).toBe(new Date(Date.parse(to) + DAY_MS).toISOString().slice(0, 10));
        }
      }),
      RANDOM,
    );
  });

  test('has lines of 75 octets at most, ended by CR LF, and the same ones for the same dataset', () => {
    const text = String(written(writer, hostile));
    expect(text.endsWith('\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const octets = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...octets)).toBe(75);
    expect(written(writer, hostile)).toBe(text);
  });

  test('of hostile texts has an entry an event, and nothing else in it', () => {
    const found = entriesOf(String(written(writer, hostile)));
    expect(found.map(({ summary }) => summary)).toEqual(writer.held(hostile).events.map(({ title }) => title));
  });
});

function entriesOf(text: string): readonly ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown as string);
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  return calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
}

describe('a list of sources in BibTeX', async () => {
  const writer = await writerOf('bibtex');

  test.each([
    ['random', () => fc.sample(randomFile, 15).map(datasetOf)],
    ['hostile', () => [hostile]],
  ] as const)('of %s texts is read by citation.js as it was written', (_, make) => {
    for (const dataset of make()) {
      const { sources } = writer.held(dataset);
      const { data } = new Cite(String(written(writer, dataset)), { forceType: '@bibtex/text' });
      expect(data).toHaveLength(sources.length);
      expect(new Set(data.map(({ id }) => id)).size).toBe(sources.length);
      data.forEach((item, index) => {
        const source = sources[index];
        expect(plain(item['title'])).toBe(plain(source?.title ?? source?.publisher ?? source?.url ?? source?.id));
      });
    }
  });
});

/** Without the marks that HTML of CSL has, and with single blanks: signs are all judged. */
function plain(text: unknown): string {
  return String(text)
    .replaceAll(/<\/?(?:span|sup|sub|i|b)[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

describe('events in JSON-LD', async () => {
  const writer = await writerOf('json-ld');
  /** As much of schema.org's context as there are words in the file. No host is asked. */
  const context = { '@context': { '@vocab': 'https://schema.org/', url: { '@type': '@id' } } };
  const documentLoader = (url: string) => {
    expect(url).toBe('https://schema.org');
    return Promise.resolve({ documentUrl: url, document: context });
  };

  test.each([
    ['random', () => fc.sample(randomFile, 5).map(datasetOf)],
    ['hostile', () => [hostile]],
  ] as const)('of %s texts are statements about as many events', async (_, make) => {
    for (const dataset of make()) {
      const rdf = await toRDF(JSON.parse(String(written(writer, dataset))) as object, {
        documentLoader,
        format: 'application/n-quads',
      });
      const ofEvents = rdf.split('\n').filter((line) => line.endsWith('#type> <https://schema.org/Event> .'));
      expect(ofEvents).toHaveLength(dataset.events.length);
    }
  });
});
