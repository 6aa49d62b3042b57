import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import russian from '../../../src/base/messages/ru/imported.json';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { readWikidataTime } from '../../../src/formats/wikidata/wikidata-time';
import { byTitle, faultsOf, fixturePlan, importOf, importPlan, linesOf } from '../../support/import-file';

describe('entities of Wikidata', async () => {
  const plan = await fixturePlan('wikidata/traps.json');

  test('give each dated statement as what it says', () => {
    expect(linesOf(plan.events)).toEqual([
      '1643/1648-10-24 Treaty of Somewhere: from start to end',
      '1648-10-24 Treaty of Somewhere: point in time',
      '164X Treaty of Somewhere: inception',
      '1641 Treaty of Somewhere: inception',
      '- Treaty of Somewhere: dissolution',
      '-0043-03-15 Treaty of Somewhere: publication date',
      '- Treaty of Somewhere: discovery or invention',
      '1648-05 Treaty of Somewhere: signatory, Ann Envoy',
      '1648-06-01/1648-06-03 Treaty of Somewhere: signatory, Q999',
      '16XX Treaty of Somewhere: P9999',
      '1600 Ann Envoy: date of birth',
      '/1650-12-31 Ann Envoy: position held, Q121998',
    ]);
  });

  test('say of a day of the Julian calendar that it is one, and don’t move it', () => {
    expect(byTitle(plan, ({ date }) => date?.note)['Treaty of Somewhere: point in time']).toBe('Julian calendar');
  });

  test('have persons take part in what is said of them, and nobody in what is said of things', () => {
    expect(plan.events.map(({ participants }) => participants.map(({ actor }) => actor).join())).toEqual([
      '',
      '',
      '',
      '',
      '',
      '',
      '',
      'ann-envoy',
      '',
      '',
      'ann-envoy',
      'ann-envoy',
    ]);
  });

  test('say what is deprecated, and count what isn’t shown', () => {
    expect(plan.events[3]?.caveats).toEqual([
      { kind: 'contested', text: 'Wikidata marks this statement as deprecated.' },
    ]);
    expect(plan.notes?.map(({ text }) => text)).toContain('1 dated identifier or address is no event, and isn’t shown');
  });

  test('rest on the entity’s page and on what a statement refers to', () => {
    const [, , , , , , , , , event] = plan.events;
    const sources = new Map(plan.dataset.sources.map((source) => [source.id, source]));
    expect(
      event?.evidence
        .map(({ source }) => sources.get(source))
        .map((source) => [source?.url, source?.title, source?.published]),
    ).toEqual([
      ['https://www.wikidata.org/wiki/Q10#P9999', 'Treaty of Somewhere', undefined],
      ['https://example.org/ref', 'A reference', '2019-05'],
    ]);
    expect(faultsOf(plan)).toEqual(['/entities/Q10/claims/P575/0: date, -13798000000-00-00T00:00:00Z (dropped)']);
  });

  test('are called in the language of the page', async () => {
    const t = makeTranslate('ru', { ...english, ...russian });
    const text = readFileSync('tests/fixtures/import/wikidata/traps.json', 'utf8');
    const { survey } = await importOf(text, { t });
    expect(survey?.ok === true && survey.plan.events[10]?.title).toContain('дата рождения');
  });

  test('without a dated statement are refused in words', async () => {
    expect(
      await importOf('{"type":"item","id":"Q1","labels":{"en":{"language":"en","value":"x"}},"claims":[]}'),
    ).toMatchObject({
      format: 'wikidata',
      survey: { ok: false, problem: { kind: 'no-events', detail: 'a Wikidata entity without a dated statement' } },
    });
  });

  test('alone give the dataset its title', async () => {
    const entity = {
      type: 'item',
      id: 'Q1',
      labels: { fr: { language: 'fr', value: 'Un traité' } },
      claims: {
        P585: [
          {
            mainsnak: {
              snaktype: 'value',
              datatype: 'time',
              datavalue: { type: 'time', value: { time: '+2016-02-24T00:00:00Z', precision: 11 } },
            },
          },
        ],
      },
    };
    const { dataset, events } = await importPlan(JSON.stringify(entity));
    expect([dataset.title, dataset.licence, linesOf(events)]).toEqual([
      'Un traité',
      'CC0 1.0',
      ['2016-02-24 Un traité: point in time'],
    ]);
  });
});

describe('a time of Wikidata', () => {
  test.each([
    ['+2016-02-24T00:00:00Z', 11, '2016-02-24'],
    ['+2016-02-00T00:00:00Z', 11, '2016-02'],
    ['+2015-00-00T00:00:00Z', 9, '2015'],
    ['+2015-01-01T00:00:00Z', 9, '2015'],
    ['+1999-00-00T00:00:00Z', 8, '199X'],
    ['+1900-00-00T00:00:00Z', 7, '18XX'],
    ['+1801-00-00T00:00:00Z', 7, '18XX'],
    ['+2000-00-00T00:00:00Z', 6, '1XXX'],
    ['-0001-00-00T00:00:00Z', 9, '0000'],
    ['+2015-00-00T00:00:00Z', 5, undefined],
    ['2015', 9, undefined],
  ])('%s of precision %i is %s', (time, precision, edtf) => {
    expect(readWikidataTime(time, precision, undefined)?.edtf).toBe(edtf);
  });
});

const SAMPLES = '../shared/samples/wikidata-entity-json';

describe.skipIf(!existsSync(SAMPLES))('sample entities of Wikidata', () => {
  test.each([
    ['Q22002395', ['2015 Gewissensbisse: publication date']],
    ['Q4132785', ['1953-09-21 Bring the Jubilee: publication date']],
    ['Q217447', ['1996 Verla: P1435, Q9259']],
    [
      'Q328212',
      [
        '1988-08-19 Veronica Roth: date of birth',
        '2010 Veronica Roth: start of work',
        '2013 Veronica Roth: award received, Q112136107',
      ],
    ],
  ])('%s', async (name, lines) => {
    expect(linesOf((await importPlan(readFileSync(`${SAMPLES}/${name}.json`, 'utf8'))).events)).toEqual(lines);
  });
});
