import { describe, expect, test } from 'vitest';
import { bibtexNames } from '../../../src/formats/citations/bibtex-names';
import { latexToText } from '../../../src/formats/citations/latex-text';
import { risDate } from '../../../src/formats/citations/ris-reader';
import type { ImportedPlan } from '../../../src/formats/imported/imported-reader';
import { byTitle, faultsOf, fixturePlan, importOf, importPlan, linesOf } from '../../support/import-file';

/** Who wrote what, as `name kind`. */
function writersOf({ dataset, events }: ImportedPlan, row: number): readonly string[] {
  const labels = new Map(dataset.actors.map((actor) => [actor.id, `${actor.label} (${actor.kind})`]));
  return (events[row]?.participants ?? []).map(({ actor, role }) => `${labels.get(actor)}: ${role}`);
}

describe('BibTeX', async () => {
  const plan = await fixturePlan('bibtex/traps.bib');

  test('gives each reference as an event on the day it came out, as exactly as that is known', () => {
    expect(linesOf(plan.events)).toEqual([
      '1977-03 The SALT II treaty: a naïve view – and Étude',
      '1920~ 50% of ß',
      '2010-07-10 A paper',
      '2010-07-10 The Proceedings',
      '2014-03/2016 Interval',
      '2004-22 Season',
      '1999/.. Still going',
      '1985~ About',
      '- In press',
      '- No date at all',
      '1998/1999 Two years',
      '2001-09 The same key',
      '2003 After a broken one',
    ]);
  });

  test('has who wrote it, bodies in braces whole', () => {
    expect(writersOf(plan, 0)).toEqual([
      'Henry A. Kissinger (person): speaker',
      'Max van der Stoel (person): speaker',
      'United Nations, Security Council (international-organisation): speaker',
    ]);
    expect(writersOf(plan, 1)).toEqual(['Jr Ludwig Müller (person): speaker', 'Søren Šimčík (person): speaker']);
    expect(writersOf(plan, 3)).toEqual(['Ed Itor (person): speaker']);
  });

  test('has each reference as a source, with what it stands in and where', () => {
    const sources = plan.dataset.sources.map(({ title, publisher, published, url, kind }) => [
      title,
      publisher,
      published,
      url,
      kind,
    ]);
    expect(sources[0]).toEqual([
      'The SALT II treaty: a naïve view – and Étude',
      'Foreign Affairs (quarterly)',
      '1977-03',
      'https://example.org/a_b?x=1&y=2',
      'reference',
    ]);
    expect(sources[1]).toEqual(['50% of ß', 'United Nations', '1920~', undefined, 'reference']);
    expect(sources[2]).toEqual([
      'A paper',
      'The Proceedings',
      '2010-07-10',
      'https://doi.org/10.1000/xyz123',
      'reference',
    ]);
    expect(plan.dataset.sources).toHaveLength(13);
    expect(plan.events[1]?.place).toEqual({ label: 'Genève', country: undefined });
  });

  test('tells what is broken by its line, and reads on after it', () => {
    expect(plan.rejections.map(({ where, record, effect, found }) => [where, record, effect, found])).toEqual([
      ['line 30', 'broken', 'left-out', '@misc{after, title = {After a broken one}, year = 2003}\n'],
      ['line 26', 'In press', 'dropped', 'in press'],
    ]);
  });

  test('counts what it made of it', () => {
    expect(plan.notes?.map(({ text }) => text)).toEqual(
      [
        '13 references became sources, each with an event on the day it came out',
        '2 entries have no date; they stand under “No date”',
        '1 id stood twice; the second was renamed',
        'Something goes on, and the file has no day to look from: it looks from its last dated day, 31 Dec 2016',
      ].toSpliced(3, 0, '13 different sources, of grade C until you say otherwise'),
    );
    expect(byTitle(plan, ({ extra }) => extra)['No date at all']).toEqual({ bibtex: { note: 'kept' } });
  });

  test.each([
    ['{\\"U}ber \\`a la carte, \\c{c}a va', 'Über à la carte, ça va'],
    [String.raw`Bj{\o}rn \& S{\~a}o, 100\,\%`, 'Bjørn & São, 100%'],
    ["\\textit{Titanic} and {NATO}~II --- ``quoted''", 'Titanic and NATO\u00A0II — “quoted”'],
    [String.raw`\'{\i} \v{c} \H{o} \k{a} \.z \=e \aa`, 'í č ő ą ż ē å'],
    [String.raw`a \{brace\} and $x^2$`, 'a {brace} and $x^2$'],
    ['plain', 'plain'],
  ])('reads %s as it is set', (latex, text) => {
    expect(latexToText(latex)).toBe(text);
  });

  test.each([
    ['Kerry, John F. and Lavrov, Sergey', ['John F. Kerry', 'Sergey Lavrov']],
    ['{Barnes and Noble} and Ann {and} Bob', ['Barnes and Noble', 'Ann and Bob']],
    ['de la Cruz, Jr, Ana', ['Ana de la Cruz Jr']],
    ['Ann and others', ['Ann']],
  ])('parts the names of %s', (field, names) => {
    expect(bibtexNames(field).map(({ name }) => name)).toEqual(names);
  });
});

describe('RIS', async () => {
  const plan = await fixturePlan('ris/traps.ris');

  test('takes the date that says most, and no part that isn’t there', () => {
    expect(linesOf(plan.events)).toEqual([
      '1977-03-04 The SALT II treaty',
      '1998-21 Spring, by its fourth part',
      '2014-04 A year and a month',
      '2015 The one before has no end',
      '- Empty date',
      '2016-02-24 Dashes',
      '- Words',
      '2016 No such month',
      '2009 The file ends here',
    ]);
  });

  test('goes on in lines without a tag, and keeps what has no field', () => {
    expect(plan.events[0]).toMatchObject({
      summary: 'An abstract that goes on in a line without a tag.',
      extra: { ris: { TY: 'JOUR', KW: 'arms; control' } },
    });
    expect(writersOf(plan, 0)).toEqual(['Henry A. Kissinger (person): speaker', 'United Nations (person): speaker']);
    expect(plan.dataset.sources.slice(0, 2).map(({ url, publisher, kind }) => [url, publisher, kind])).toEqual([
      ['https://example.org/a', 'Foreign Affairs', 'reference'],
      [undefined, 'The Paper', 'news'],
    ]);
  });

  test('tells what it has no use for by its line', () => {
    expect(faultsOf(plan)).toEqual([
      'line 22: ER, nothing (noted)',
      'line 39: date, forthcoming (dropped)',
      'line 43: date, 2016/13/40/ (dropped)',
      'line 47: , A line between references (dropped)',
      'line 48: ER, nothing (noted)',
    ]);
    expect(plan.events.map(({ id }) => id).filter((id) => id.startsWith('book'))).toEqual(['book1', 'book1-2']);
  });

  test.each([
    ['1998/03/15/', '1998-03-15'],
    ['1998//', '1998'],
    ['1998/Mar/', '1998-03'],
    ['1998/02/30', '1998-02'],
    ['1998-3-5', '1998-03-05'],
    ['[1998?]', '1998?'],
    ['1998/1999', '1998/1999'],
    ['n.d.', undefined],
  ])('reads %s as %s', (text, edtf) => {
    expect(risDate(text).edtf).toBe(edtf);
  });
});

describe('CSL-JSON', async () => {
  const plan = await fixturePlan('csl/traps.json');

  test('has dates in parts, seasons, ranges, years before ours and about some', () => {
    expect(linesOf(plan.events)).toEqual([
      '2016-02-24 Day',
      '2016-02 Strings',
      '1920~ Circa',
      '2004-22 Season',
      '2004-23 Season as a month',
      '2014-03/2016 Range',
      '-0043-03-15 Before our era',
      '- Literal',
      '2016-02-24 Raw',
      '- Nothing issued',
      '2015-02 No such day again',
      '- Empty parts',
    ]);
  });

  test('has names whole', () => {
    expect(writersOf(plan, 0)).toEqual([
      'Vincent van Gogh (person): speaker',
      'United Nations (international-organisation): speaker',
    ]);
    expect(plan.events[0]?.extra).toEqual({ csl: { type: 'article-journal', volume: '3' } });
    expect(faultsOf(plan)).toEqual(['/7: date, in press (dropped)', '/10: date, 2015-2-30 (dropped)']);
  });
});

describe('a list without a reference', () => {
  test.each([
    ['@comment{ nothing }', 'bibtex'],
    ['[]', 'json'],
  ])('%s', async (text, format) => {
    const { format: found, survey } = await importOf(text);
    expect(found).toBe(format);
    if (format === 'bibtex')
      expect(survey).toMatchObject({ ok: false, problem: { detail: 'a list of references without one' } });
  });

  test('of CSL is none of other lists', async () => {
    expect((await importOf('[{"type":"book","name":"x"}]')).format).toBe('json-records');
    expect(
      linesOf((await importPlan('[{"type":"book","title":"x","issued":{"date-parts":[[2016]]}}]')).events),
    ).toEqual(['2016 x']);
  });
});
