import { describe, expect, test } from 'vitest';
import type { RecordHead, RecordNote, RecordSettings, RecordSource } from '../../../../../src/formats/record-source';
import { findEncoding } from '../../../../../src/formats/table/survey/encodings';
import { textRecords } from '../../../../../src/formats/table/survey/text-records';
import { fileAtHand } from '../../../../support/file-at-hand';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A text in an encoding of one byte or two a letter, found by decoding each of them. */
function encoded(text: string, label: string): Uint8Array {
  const bytesOf = new Map<string, number[]>();
  for (let byte = 0; byte < 256; byte++) bytesOf.set(decoded(label, byte), [byte]);
  if (label === 'shift_jis')
    for (let lead = 0x81; lead < 0xa0; lead++)
      for (let trail = 0x40; trail < 0xfd; trail++) bytesOf.set(decoded(label, lead, trail), [lead, trail]);
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = bytesOf.get(letter);
      if (bytes === undefined) throw new Error(`${label} has no ${letter}`);
      return bytes;
    }),
  );
}

/** As a stream: Node 20 knows no quotes of windows-1252 otherwise. */
function decoded(label: string, ...bytes: readonly number[]): string {
  return new TextDecoder(label).decode(Uint8Array.from(bytes), { stream: true });
}

function wide(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

async function sourceOf(content: string | Uint8Array, settings?: RecordSettings, part?: number): Promise<RecordSource> {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const source = await textRecords(fileAtHand(bytes, { name: 'a.csv', ...(part && { part }) }), settings);
  if ('kind' in source) throw new Error(source.kind);
  return source;
}

async function headOf(source: RecordSource): Promise<RecordHead> {
  const head = await source.head();
  if ('kind' in head) throw new Error(head.kind);
  return head;
}

interface Read {
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly notes: readonly RecordNote[];
  readonly turns: number;
}

async function readAll(source: RecordSource, stopAfter = Infinity): Promise<Read> {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  let turns = 0;
  const problem = await source.read(
    (cells, line) => {
      rows.push(cells);
      lines.push(line);
    },
    async () => (turns += 1) < stopAfter,
  );
  expect(problem).toBeUndefined();
  return { rows, lines, notes: source.notes?.() ?? [], turns };
}

const chosen = (source: RecordSource, about: string): string | undefined =>
  source.choices.find((choice) => choice.about === about)?.chosen;

describe('the encoding of a table', () => {
  test.each([
    ['windows-1252', 'date;événement\n12.03.2015;Début d’une négociation à Genève\n'],
    ['windows-1252', 'Datum;Ereignis\n3.4.2016;Gespräch über die Lösung\n'],
    ['windows-1252', 'a;b\n1;café\n'],
    ['macintosh', 'date;événement\n12.03.2015;Début ’ d’une négociation à Genève\n'],
    ['macintosh', 'a;b\n1;Début ’\n'],
    ['windows-1251', 'дата;событие\n1.2.2016;Переговоры в Женеве\n'],
    ['windows-1251', 'a;b\n1;США\n'],
    ['windows-1256', 'التاريخ;الحدث\n1/2/2016;محادثات في جنيف\n'],
    ['shift_jis', '日付;年\n2016/2/22;東京とカイロ\n'],
    ['koi8-r', 'дата;событие\n1.2.2016;Переговоры в Женеве\n'],
    ['windows-1250', 'datum;událost\n1;Jednání v Ženevě o příměří\n'],
    ['windows-1254', 'tarih;olay\n1;Görüşmeler başladı\n'],
    ['windows-1253', 'ημερομηνία;γεγονός\n1;Συνομιλίες στη Γενεύη\n'],
  ])('%s is told by its letters, and offered with a line of the file: %j', async (label, text) => {
    const source = await sourceOf(encoded(text, label));
    expect(chosen(source, 'encoding')).toBe(label);
    const { rows } = await readAll(source);
    expect(rows.map((cells) => cells.join(';')).join('\n')).toBe(text.trim());
    const [choice] = source.choices;
    const own = choice?.options.find(({ value }) => value === label);
    expect(text).toContain(own?.sample);
    expect(choice?.options.length).toBeGreaterThan(3);
  });

  test.each([
    ['UTF-16, the low byte first', wide('дата;что\n1;Встреча\n', true), 'utf-16le'],
    ['UTF-16, the high byte first', wide('дата;что\n1;Встреча\n', false), 'utf-16be'],
    ['Arabic in UTF-16', wide('تاريخ,حدث\n1,لقاء\n', true), 'utf-16le'],
  ])('%s is known without a mark', async (_, bytes, label) => {
    const source = await sourceOf(bytes);
    expect(chosen(source, 'encoding')).toBe(label);
    const { rows, notes } = await readAll(source);
    expect([rows.length, rows[1]?.[0], notes]).toEqual([2, '1', []]);
  });

  test.each([
    ['UTF-8', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('a;é\n1;2\n'))],
    ['UTF-16LE', wide('\uFEFFa;é\n1;2\n', true)],
    ['UTF-16BE', wide('\uFEFFa;é\n1;2\n', false)],
  ])('is what a byte order mark says, without any other choice: %s', async (_, bytes) => {
    const source = await sourceOf(bytes);
    expect(source.choices).toEqual([]);
    expect((await readAll(source)).rows).toEqual([
      ['a', 'é'],
      ['1', '2'],
    ]);
  });

  test('is UTF-8 where the text is valid as that, though the head ends inside a letter', () => {
    expect(findEncoding(utf8('a;é').subarray(0, 3))).toMatchObject({ encoding: 'utf-8', by: 'utf-8' });
    expect(findEncoding(utf8('a;b'))).toEqual({ encoding: 'utf-8', by: 'ascii', options: [] });
  });

  test('can be chosen, and the table is read so at once', async () => {
    const source = await sourceOf(encoded('a;b\n1;США\n', 'windows-1251'));
    const other = source.with({ encoding: 'windows-1252' });
    expect(chosen(other, 'encoding')).toBe('windows-1252');
    expect((await readAll(other)).rows[1]).toEqual(['1', 'ÑØÀ']);
    expect((await readAll(other.with({ encoding: 'windows-1251' }))).rows[1]).toEqual(['1', 'США']);
  });

  test('of single lines may be another: they are read in it, and told', async () => {
    const lines = Array.from({ length: 40 }, (_, n) => utf8(`${n};Genève\n`));
    const bytes = joined(...lines, encoded('x;Début\n', 'windows-1252'), utf8('y;Zürich\n'));
    const source = await sourceOf(bytes, undefined, 50);
    const { rows, notes } = await readAll(source);
    expect(rows.slice(40)).toEqual([
      ['x', 'Début'],
      ['y', 'Zürich'],
    ]);
    expect(notes).toEqual([{ about: 'other-encoding', n: 41 }]);
    expect((await headOf(source)).notes).toEqual(notes);
  });

  test('shows further down only, past a head of plain ASCII: nothing is lost there', async () => {
    const plain = ['n;what', ...Array.from({ length: 130_000 }, (_, n) => `${n};word`), ''].join('\n');
    const source = await sourceOf(joined(utf8(plain), encoded('z;Début à Genève\n', 'macintosh')));
    expect(source.choices.filter(({ about }) => about === 'encoding')).toEqual([]);
    const { rows, notes } = await readAll(source);
    expect(rows.at(-1)).toEqual(['z', 'Début à Genève']);
    expect(notes).toEqual([{ about: 'other-encoding', n: 130_002 }]);
  });

  test('never loses a letter unsaid: what was lost before is told by its line', async () => {
    const { notes } = await readAll(await sourceOf('a;b\n1;D\uFFFDbut\n2;\uFFFD\n'));
    expect(notes).toEqual([{ about: 'lost-letters', n: 2, lines: 2 }]);
  });

  test('NUL characters are taken out and told', async () => {
    const { rows, notes } = await readAll(await sourceOf('a;b\n1;two\0\n3;four\n'));
    expect(rows[1]).toEqual(['1', 'two']);
    expect(notes).toEqual([{ about: 'nul', n: 2 }]);
  });
});

describe('a text as records', () => {
  const nasty = [
    '\uFEFFdate;title;country',
    '2016-02-22;"Talks; ""at last""',
    'and more";NA',
    '',
    '2016-02-24;a 5" gun;FR;one too many',
    '2016-02-25;short',
  ].join('\r\n');

  test.each([1, 3, 7, 10_000])('is the same wherever its parts end: %i bytes each', async (part) => {
    const { rows, lines } = await readAll(await sourceOf(nasty, undefined, part));
    expect(rows).toEqual([
      ['date', 'title', 'country'],
      ['2016-02-22', 'Talks; "at last"\r\nand more', 'NA'],
      ['2016-02-24', 'a 5" gun', 'FR', 'one too many'],
      ['2016-02-25', 'short'],
    ]);
    expect(lines).toEqual([1, 2, 5, 6]);
  });

  test.each([
    ['tabs and bare CR', 'a\tb\r1\t2\r3\t4\r', 'TSV'],
    ['bars', 'a|b\n1|2\n3|4\n', 'CSV'],
    ['Markdown', '| a | b |\n|---|:-:|\n| 1 | 2 |\n| 3 | 4 |\n', 'CSV'],
    ['Jira', '||a||b||\n|1|2|\n|3|4|\n', 'CSV'],
    ['Excel’s line for the delimiter', 'sep=;\na;b\n1;2\n3;4\n', 'CSV'],
  ])('has records between %s', async (_, text, format) => {
    const source = await sourceOf(text);
    expect(source.format).toBe(format);
    expect((await readAll(source)).rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  test('offers the delimiters that part it, each with a row as it would read', async () => {
    const source = await sourceOf('a;b\n1,5;2,5\n3,5;4,5\n');
    expect(source.choices).toEqual([
      {
        about: 'delimiter',
        chosen: ';',
        options: [
          { value: ';', sample: '1,5 · 2,5' },
          { value: ',', sample: '1 · 5;2 · 5' },
        ],
      },
    ]);
    expect((await readAll(source.with({ delimiter: ',' }))).rows[1]).toEqual(['1', '5;2', '5']);
  });

  test('tells a quote that is never closed, in its head and after all of it', async () => {
    const source = await sourceOf('a,b\n1,"2\n3,4\n5,"6"\n');
    const note = { about: 'unclosed-quote', n: 2 };
    expect((await headOf(source)).notes).toEqual([note]);
    const { rows, notes } = await readAll(source);
    expect(rows.length).toBe(4);
    expect(notes).toEqual([note]);
  });

  test('counts its records where all of it is at hand, and hands over the first thousand', async () => {
    const head = await headOf(await sourceOf('a,b\n'.repeat(1500)));
    expect([head.records.length, head.isWhole, head.count]).toEqual([1000, false, 1500]);
    const long = await headOf(await sourceOf('a,b\n'.repeat(300_000)));
    expect([long.records.length, long.isWhole, long.count]).toEqual([1000, false, undefined]);
  });

  test('takes turns, and ends where there is none any more', async () => {
    const text = 'a,b\n'.repeat(20_000);
    const { turns, rows } = await readAll(await sourceOf(text));
    expect([turns, rows.length]).toEqual([Math.ceil(65_536 / 8192) + 2, 20_000]);
    const stopped = await readAll(await sourceOf(text), 2);
    expect([stopped.turns, stopped.rows.length < 6000]).toEqual([2, true]);
  });
});
