import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RegroupMapping } from '../../../../../src/formats/table/table-mapping';
import type { SourceFile } from '../../../../../src/formats/source-file';
import { fileAtHand } from '../../../../support/file-at-hand';
import { openFiles, opened } from '../../../../support/open-files';
import type { OpenedData } from '../../../../support/open-files';

const FOLDER = 'tests/fixtures/import/';

function fixture(path: string): SourceFile {
  return fileAtHand(new Uint8Array(readFileSync(FOLDER + path)), { name: path.split('/').at(-1) ?? path });
}

const open = (path: string, ...others: readonly string[]) => opened([fixture(path), ...others.map(fixture)]);

const openAs = (path: string, regroup: RegroupMapping) =>
  opened([fixture(path)], (mapping) => ({ ...mapping, regroup }));

/** Events as one line each: date, title, who takes part in which role. */
function linesOf({ table, events }: OpenedData): readonly string[] {
  const nameOf = (id: string): string => table.dataset.actors.find((actor) => actor.id === id)?.label ?? id;
  return events().map(
    ({ date, title, participants = [] }) =>
      `${date?.edtf ?? 'no date'} | ${title} | ${participants.map(({ actor, role }) => `${nameOf(actor)} ${role}`).join(', ')}`,
  );
}

const countriesOf = ({ table }: OpenedData): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(table.dataset.actors.map(({ label, countries = [] }) => [label, countries]));

const notesOf = ({ plan }: OpenedData): string => (plan.notes ?? []).map(({ text }) => text).join(' ');

describe('GDELT', () => {
  const file = 'gdelt/20160224143000.export.CSV';

  it('is known by its cells, gets its headers, and says who did what to whom', async () => {
    const found = await open(file);
    expect(found.format).toBe('GDELT 2.0');
    expect(linesOf(found)).toEqual([
      // An actor without a name goes by its code; one without either is a question mark, if it is the first.
      '2015-02-24 | USA: Appeal for economic aid | USA initiator',
      // A code that no table holds stands for itself.
      '2016-02-23 | UNITED NATIONS → SYRIA: 0999 | UNITED NATIONS initiator, SYRIA target',
      '2016-02-24 | RUSSIA → SYRIA: Sign an agreement | RUSSIA initiator, SYRIA target',
      '2016-02-24 | RUSSIA → SYRIA: Sign an agreement | RUSSIA initiator, SYRIA target',
      '2016-02-24 | ? → VIENNA: Make a statement | VIENNA target',
      '2016-02-24 | EUROPE → NAMIBIA: Violent protest or riot | EUROPE initiator, NAMIBIA target',
    ]);
  });

  it('has countries by two different tables of codes, and none for a region', async () => {
    const found = await open(file);
    expect(countriesOf(found)).toMatchObject({ RUSSIA: ['RU'], NAMIBIA: ['NA'], EUROPE: [], VIENNA: ['AT'] });
    // AU is Austria in FIPS, and BO is Belarus.
    expect(found.events().map(({ place }) => place?.country)).toEqual(['BY', undefined, 'SY', 'SY', 'AT', undefined]);
  });

  it('keeps codes as text, one source an article of grade C, a quotation mark as it is', async () => {
    const found = await open(file);
    expect(found.events().map(({ cameo }) => cameo?.code)).toEqual(['0231', '0999', '057', '057', '010', '145']);
    expect(found.events().map(({ type }) => type)).toEqual([
      'appeal',
      undefined,
      'agreement',
      'agreement',
      'statement',
      undefined,
    ]);
    expect(found.table.dataset.sources).toHaveLength(5);
    expect(found.table.dataset.sources.at(-2)).toMatchObject({
      url: 'https://example.org/d?x="1"',
      kind: 'news',
      grade: 'C',
    });
  });

  it('says how many rows are dated before they were added, and offers root events and articles once', async () => {
    const { outcome } = await open(file);
    expect(outcome.findings?.told).toEqual([
      '2 of 6 rows are dated before the day on which GDELT added the row: GDELT takes “a year ago” in an article literally.',
    ]);
    expect(outcome.findings?.offers?.suggested).toMatchObject([
      { about: 'grouping', rows: 6, events: 5 },
      { about: 'only', column: 'IsRootEvent', events: 5 },
    ]);
    const roots = await openAs(file, { only: { column: 'IsRootEvent', values: ['1'] } });
    expect(roots.outcome.findings).toMatchObject({ events: 5, passedOver: 1 });
  });

  it('refuses its mentions', async () => {
    const { problem } = await openFiles([fixture('gdelt/20160224143000.mentions.CSV')]);
    expect(problem).toMatchObject({ kind: 'not-events', detail: expect.stringContaining('export.CSV') as string });
  });
});

describe('KEDS', () => {
  it('keeps actors and codes as they are, and tells CAMEO from WEIS', async () => {
    const found = await open('keds/list.csv');
    expect(linesOf(found)).toEqual([
      '1992-01-03 | IRQ → IGOUNO: Intend to meet or negotiate | IRQ initiator, IGOUNO target',
      '1992-01-03 | IGOUNO → IRQ: Intend to meet or negotiate | IGOUNO initiator, IRQ target',
      '1992-01-04 | IRQ → PALPLO: Make a statement | IRQ initiator, PALPLO target',
      '1992-01-05 | TUR → TUR: Violent protest or riot | TUR initiator, TUR target',
      '1992-01-06 | NAM → USAGOV: Appeal to de-escalate | NAM initiator, USAGOV target',
      '1992-01-07 | USA → IRQ: 9999 | USA initiator, IRQ target',
      '1992-01-07 | USA → IRQ: 9999 | USA initiator, IRQ target',
      '1992-01-08 | ? → IRQ: Conventional force | IRQ target',
    ]);
    expect(notesOf(found)).toContain('The codes are CAMEO');
    expect(notesOf(found)).toContain('1 code has a stray bracket');
    // A code's first letters are nobody's country before somebody says so.
    expect(Object.values(countriesOf(found)).flat()).toEqual([]);
    expect(found.events()[0]?.cameo?.code).toBe('036');
  });

  it('offers to lay both sides of one meeting together, equal rows too', async () => {
    const { outcome } = await open('keds/list.csv');
    expect(outcome.findings?.offers?.suggested).toEqual([{ about: 'mirrored', rows: 8, events: 6 }]);
    const merged = await openAs('keds/list.csv', { mirrored: true });
    expect(merged.outcome.findings).toMatchObject({ events: 6, merged: 2 });
    expect(linesOf(merged)[0]).toBe(
      '1992-01-03 | IRQ → IGOUNO: Intend to meet or negotiate | IRQ initiator, IGOUNO target, IGOUNO initiator, IRQ target',
    );
  });

  it('is known without a header, and as WEIS by what its codes are', async () => {
    const found = await open('keds/weis-without-header.tsv');
    expect(linesOf(found).map((line) => line.split(' | ')[1])).toEqual([
      'IRQ → UAR: Cut aid',
      'UAR → ARB: Fight',
      'ISR → LEB: Arrest',
      'ISR → EGY: Meet',
    ]);
    expect(notesOf(found)).toContain('The codes are WEIS');
  });
});

describe('ACLED', () => {
  it('has no direction between its actors, a precision of its dates, and its sources parted', async () => {
    const found = await open('acled/acled.csv');
    expect(linesOf(found)).toEqual([
      '2016-02 | Peaceful protest: Protesters (Namibia) | Protesters (Namibia) party, Students (Namibia) referenced, Women (Namibia) referenced',
      expect.stringMatching(
        /Agreement: Government of Syria \(2000-2024\) – Opposition Rebels \(Syria\) \| .* party, .* party$/,
      ) as string,
      '2016-02-24 | Armed clash: Opposition Rebels (Syria) – Military Forces of Syria (2000-2024) | Opposition Rebels (Syria) party, Military Forces of Syria (2000-2024) party, Hezbollah referenced, Military Forces of Russia referenced',
    ]);
    const clash = found.events().find(({ id }) => id === 'SYR1');
    expect(clash).toMatchObject({
      summary: 'Clashes in Aleppo, on both sides.',
      type: 'military',
      tone: 'conflict',
      place: { label: 'Aleppo, Aleppo, Syria', country: 'SY' },
    });
    expect(clash?.evidence).toHaveLength(2);
    expect(found.table.dataset.sources.map(({ publisher }) => publisher)).toEqual([
      'SOHR',
      'Reuters',
      'Namibian',
      'SANA',
    ]);
    expect(found.events().find(({ id }) => id === 'SYR2')).toMatchObject({ type: 'agreement', tone: 'cooperation' });
    expect(found.events().find(({ id }) => id === 'NAM1')?.place?.country).toBe('NA');
    expect(notesOf(found)).toContain('nothing of who began');
  });

  it('of one actor a row has one event an id, in the older layout too', async () => {
    const found = await open('acled/older-monadic.csv');
    expect(linesOf(found)).toEqual([
      '2016-02-01 | Peaceful protest | Protesters (Namibia) party',
      '2016-02-24 | Armed clash | Rebels (Syria) party, Army (Syria) party',
    ]);
    expect(found.outcome.findings).toMatchObject({ records: 3, events: 2, merged: 1 });
  });

  it('without event_date is refused in these words', async () => {
    const { problem } = await openFiles([fixture('acled/without-date.csv')]);
    expect(problem?.detail).toContain('an ACLED file without event_date');
  });
});

describe('the United Nations', () => {
  it('has one event a roll call, whatever the order of votes and of files', async () => {
    const found = await open('united-nations/roll-calls.csv', 'united-nations/votes.csv');
    expect(found.format).toBe('UN General Assembly');
    expect(linesOf(found)).toEqual([
      // Who is absent takes no part.
      '1946-01-01 | AMENDMENTS, RULES | Namibia party, United States party, Yemen Arab Republic party',
      // No short title: the description stands in.
      '1946-01-02 | TO ADOPT A USSR PROPOSAL | United States party',
      // A vote whose roll call is missing keeps its place on the shelf.
      expect.stringContaining('no date') as string,
    ]);
    expect(found.events().map(({ summary }) => summary)).toEqual([
      'TO ADOPT A CUBAN AMENDMENT\nYes 1; no 1: United States; abstained 1: Yemen Arab Republic; absent 1',
      expect.stringMatching(/\nYes 1$/),
      'Yes 1',
    ]);
    expect(countriesOf(found)).toMatchObject({ Namibia: ['NA'], 'Yemen Arab Republic': [] });
    expect(found.outcome.findings).toMatchObject({ records: 6, events: 3, merged: 3 });
  });

  it('has nothing to show of votes alone', async () => {
    const { problem } = await openFiles([fixture('united-nations/votes.csv')]);
    expect(problem?.detail).toContain('without their roll calls');
  });

  it('has vetoes month first, by up to three members, of states that are no more too', async () => {
    const found = await open('united-nations/vetoes.csv');
    expect(linesOf(found)).toEqual([
      '1946-02-03 | Letter of\n4 February | USSR initiator',
      '1956-10-30 | Palestine | France initiator, UK initiator',
      '2012-07-19 | Syria | Russia initiator, China initiator',
    ]);
    expect(countriesOf(found)).toEqual({ USSR: [], France: ['FR'], UK: ['GB'], Russia: ['RU'], China: ['CN'] });
    expect(found.events().map(({ tone, summary }) => [tone, summary])).toEqual([
      ['conflict', 'Lebanon (Middle East). Draft S/PV.23'],
      ['conflict', 'Suez. Draft S/3710'],
      ['conflict', 'Syria (Middle East). Draft S/2012/538'],
    ]);
  });
});

describe('UCDP', () => {
  it('has dates as exact as start_prec says, and states by their numbers', async () => {
    const found = await open('ucdp/acd.csv');
    expect(linesOf(found).map((line) => line.split(' | ').slice(0, 2).join(' | '))).toEqual([
      '1950 | Czechoslovakia (315) – 999: interstate conflict over government, 1950',
      '1951-03-04~ | United States (2): intrastate conflict over government, 1951',
      expect.stringMatching(/^1967-06\/1967-06-10 \| Egypt \(651\); Jordan \(663\) – Israel \(666\)/) as string,
      expect.stringMatching(/^1997-05-29/) as string,
      expect.stringMatching(/^1997-05-29/) as string,
    ]);
    expect(countriesOf(found)).toMatchObject({
      'Czechoslovakia (315)': [],
      'Egypt (651)': ['EG'],
      'Jordan (663)': ['JO'],
      'Canada (20)': ['CA'],
      'Yugoslavia or Serbia (345)': [],
      999: [],
    });
  });

  it('asks for one bar a conflict, to its last year', async () => {
    const { outcome } = await open('ucdp/acd.csv');
    expect(outcome.findings?.offers?.asked).toEqual([{ about: 'grouping', by: ['conflict_id'], rows: 5, events: 4 }]);
    const bars = await openAs('ucdp/acd.csv', { group: { by: ['conflict_id'] } });
    expect(linesOf(bars)).toContain(
      '1997-05-29/2014 | India (750): intrastate conflict over territory | India (750) party',
    );
  });

  it('has an event of which the day is not known on one of its days', async () => {
    const found = await open('ucdp/ged.csv');
    expect(found.format).toBe('UCDP GED');
    expect(found.events().map(({ id, date }) => [id, date?.edtf])).toEqual([
      ['2', '[2016-02-01..2016-02-29]'],
      ['3', '2016-02-01/2016-02-03'],
      ['1', '2016-02-24'],
    ]);
    expect(found.events().at(-1)).toMatchObject({
      place: { label: 'Aleppo town', country: 'SY' },
      summary: 'Clashes in Aleppo',
    });
  });
});

describe('the Correlates of War', () => {
  it('have wars year by year, and one bar a war with all its states', async () => {
    const rows = await open('correlates-of-war/war-inter.csv');
    expect(rows.table.size).toBe(6);
    expect(rows.outcome.findings?.offers).toMatchObject({
      asked: [{ about: 'grouping', by: ['warnum'], rows: 6, events: 3 }],
      suggested: [{ about: 'mirrored', rows: 6, events: 4 }],
    });
    const bars = await openAs('correlates-of-war/war-inter.csv', { group: { by: ['warnum'] } });
    expect(linesOf(bars)).toEqual([
      '1823 | War 1 | France (220) party, Spain (230) party',
      '1828/1829 | War 4 | Russia (Soviet Union) (365) party, Turkey (Ottoman Empire) (640) party',
      '1912 | War 5 | Yugoslavia or Serbia (345) party, 999 party',
    ]);
  });

  it('have disputes whose -9 is a part that nobody knows', async () => {
    const found = await open('correlates-of-war/mid.csv');
    expect(linesOf(found)).toEqual(['1902-07/1903-01-24 | Dispute 2: display of force | ', '1913 | Dispute 3 | ']);
  });

  it('keep the year of a month 13, and say so', async () => {
    const text = 'dispnum,styear,stmon,stday\n1272,1918,13,4\n1274,1920,2,29\n';
    const found = await opened([fileAtHand(text, { name: 'mid.csv' })]);
    expect(linesOf(found).map((line) => line.split(' | ')[0])).toEqual(['1918', '1920-02-29']);
    expect(found.outcome.rejections.map(({ found: cell, expected }) => [cell, expected])).toEqual([
      ['13, 4', 'a month from 1 to 12'],
    ]);
  });

  it('have leaders who are in office when the data ends, and didn’t leave it then', async () => {
    const found = await open('correlates-of-war/archigos.csv');
    expect(linesOf(found)).toEqual([
      '1900-01-01/1900-12-31 | Nobody | Nobody party',
      '1948-06-14/1953-03-14 | Gottwald, Czechoslovakia | Gottwald party',
      '2009-01-20/.. | Obama, United States | Obama party',
    ]);
    expect(countriesOf(found)).toEqual({ Obama: ['US'], Gottwald: [], Nobody: [] });
    expect(found.events().map(({ summary }) => summary)).toEqual([
      'Entry: Irregular.',
      'Entry: Regular. Exit: Natural Death',
      'Entry: Regular. Exit: Still in Office',
    ]);
  });
});

describe('a TimelineJS sheet', () => {
  it('has slides as events, the title row as its title, and no event of an era', async () => {
    const found = await open('timelinejs-sheet/sheet.csv');
    expect(found.table.dataset).toMatchObject({ title: 'The truce', description: 'Two days & a night.' });
    expect(linesOf(found)).toEqual([
      '-0232 | Long ago | ',
      '2014/2015-02 | Strikes | Force subject',
      '2016-02 | February | ',
      '2016-02-24 | Lavrov & Kerry | Talks subject',
    ]);
    expect(found.outcome.findings).toMatchObject({ passedOver: 2 });
    expect(notesOf(found)).toContain('1 row of type “era” is no event');
  });

  it('has texts without their HTML, what it led to as sources, and a quotation where others have a picture', async () => {
    const found = await open('timelinejs-sheet/sheet.csv');
    const [, strikes, , call] = found.events();
    expect(call?.summary).toBe('They speak.\n\nTwice, if 1 < 2.');
    expect(found.table.dataset.sources.map(({ url, publisher }) => [url, publisher])).toEqual([
      ['https://example.org/photo.jpg', 'TASS'],
      ['https://example.org/call', 'example.org'],
      [undefined, undefined],
    ]);
    expect(strikes?.date?.display).toBe('in those years');
    expect(strikes?.evidence?.[0]?.quote).toContain('A word');
    expect(found.outcome.findings?.told).toEqual(['4 cells held HTML, of which the text was kept.']);
  });
});

describe('letters', () => {
  it('go from who writes to who gets them, on bare carriage returns', async () => {
    const found = await open('palladio/letters.txt');
    expect(linesOf(found)).toEqual([
      '1633-01 | Galileo Galilei → Mario, Guiducci | Galileo Galilei speaker, Mario, Guiducci addressee',
      '1633? | ? → Galileo Galilei | Galileo Galilei addressee',
      '1633-01-04 | Antonio de Ville → Galileo Galilei | Antonio de Ville speaker, Galileo Galilei addressee',
      'no date | Geri Bocchineri → ? | Geri Bocchineri speaker',
    ]);
    expect(found.events().map(({ summary }) => summary)).toEqual([
      'Rome',
      'Rome → Florence',
      'Venice → Florence',
      undefined,
    ]);
  });

  it('are asked for where only their people come', async () => {
    const { problem } = await openFiles([fixture('palladio/people.txt')]);
    expect(problem?.detail).toContain('no column of dates');
  });
});

describe('ICEWS', () => {
  it('is read without the columns that somebody has taken out', async () => {
    const text =
      'Event Date\tSource Name\tEvent Text\tTarget Name\tIntensity\tStory ID\n2016-02-22\tRussia\tConsult\tSyria\t1\t2\n';
    expect(linesOf(await opened([fileAtHand(text, { name: 'few.tab' })]))).toEqual([
      '2016-02-22 | Russia → Syria: Consult | Russia initiator, Syria target',
    ]);
  });

  it('has names, places and publishers in its raw files', async () => {
    const found = await open('icews/raw.tab');
    expect(linesOf(found)).toEqual([
      '2014-02-24 | Sergey Lavrov → John Kerry: Make a visit | Sergey Lavrov initiator, John Kerry target',
      '2014-02-25 | Protester (Namibia) → Government (Namibia): Demonstrate or rally | Protester (Namibia) initiator, Government (Namibia) target',
      '2014-02-25 | Vladimir Putin: Consult | Vladimir Putin initiator',
    ]);
    expect(countriesOf(found)).toMatchObject({
      'Sergey Lavrov': ['RU'],
      'Protester (Namibia)': ['NA'],
      'Vladimir Putin': [],
    });
    expect(found.events().map(({ place }) => [place?.label, place?.country])).toEqual([
      ['Paris, Ile-de-France, France', 'FR'],
      ['Namibia', 'NA'],
      [undefined, undefined],
    ]);
  });

  it('is known as a list of four columns without a header', async () => {
    const found = await open('icews/list.txt');
    expect(found.outcome.findings?.records).toBe(3);
    expect(linesOf(found)[0]).toBe(
      '2014-02-24 | Sergey Lavrov → John Kerry: Make a visit | Sergey Lavrov initiator, John Kerry target',
    );
  });
});

describe('tables of codes', () => {
  it('are refused', async () => {
    const { problem } = await openFiles([fixture('code-books/cameo.txt')]);
    expect(problem).toMatchObject({
      kind: 'not-events',
      detail: expect.stringContaining('no column of dates') as string,
    });
  });
});
