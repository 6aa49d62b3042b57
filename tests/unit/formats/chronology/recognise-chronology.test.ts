import { expect, test } from 'vitest';
import { recogniseChronology } from '../../../../src/formats/chronology/recognise-chronology';

const recognised = (text: string): string => recogniseChronology(new TextEncoder().encode(text));

test.each([
  ['a notebook', '# Syria\nas of 24 Feb 2016\n22 Feb 2016: One - Russia\n  > "words" TASS\nsince 2014: Two\n'],
  ['dashes', '22 Feb 2016 – One\n24 Feb 2016 — Two\n'],
  ['a list in Markdown', '- **22 Feb 2016**: One\n- **24 Feb 2016**: Two\n'],
  ['numbers', '1. 22 February 2016 - One\n2. 24 February 2016 - Two\n'],
  ['headings', '## 2016\n\n- 22 Feb: One\n- 24 Feb: Two\n\n## 2017\n\n- 3 May: Three\n'],
  ['days in headings', '# Talks\n\n### 22 February 2016\n\nOne.\n\n### 24 February 2016\n\nTwo.\n'],
  ['days alone', '22 February 2016\nOne, and more.\n\n24 February 2016\nTwo.\n'],
  ['no sign', '2016-02-22 One happened\n2016-02-24 Two happened\n'],
  ['markwhen', 'title: x\n2016-02/2016-03: One #tag\n01/2012 - 12/2013: Two\n'],
  ['Russian', '22 февраля 2016 г. — Раз\nс 2014 года: Два\n'],
  ['Arabic', '22 فبراير 2016: واحد\n٢٤ فبراير ٢٠١٦: اثنان\n'],
  ['French', 'le 22 février 2016 : un\n1er mars 2016 : deux\n'],
  ['years before ours', '200 BC: One\n44 BC: Two\n'],
  ['a byte order mark', '\uFEFF22 Feb 2016: One\n24 Feb 2016: Two\n'],
])('a chronology: %s', (_, text) => {
  expect(recognised(text)).toBe('likely');
});

test.each([
  ['a CSV', 'date,title,who\n2016-02-24,"Talks, at last",Anna\n2016-02-25,More: of it,Ben\n'],
  ['a CSV without a header', '2016-02-24,Talks,Anna\n2016-02-25,More,Ben\n'],
  ['tabs', '2016-02-24\tTalks\tAnna\n2016-02-25\tMore\tBen\n'],
  ['semicolons', '22 Feb 2016;Talks;Anna\n24 Feb 2016;More;Ben\n'],
  ['a CSV of days with hours', 'date,title\n2016-02-22 00:00:00,Talks\n2016-02-24 00:00:00,Call\n'],
  ['a CSV with colons', 'date,title\n2016-02-22,Syria: truce\n2016-02-24,Syria – call\n'],
  ['quoted cells', '"22 February 2016","Syria: truce"\n"24 February 2016","Syria: call"\n'],
  ['JSON', '{\n"2016-02-24": 1,\n"2016-02-25": 2\n}\n'],
  ['a list in JSON', '["2016-02-24: x",\n"2016-02-25: y"]\n'],
  ['XML', '<events>\n2016-02-24: x\n2016-02-25: y\n</events>\n'],
  ['prose', 'Dear reader, in 2016 we met.\nAnd so on.\nIn 2017, all was quiet: nothing.\nIn 2018 – well.\n'],
  ['a list of codes', '03: AGREE\n030: AGREE, diplomatic\n1011: DEMAND\n104: DEMAND\n'],
  ['one date', '22 Feb 2016: One\n'],
  ['addresses and versions', '192.168.1.1: a\n192.168.1.2: b\n3.4.2: c\n'],
  ['hours', '12:30 – Lunch\n14:00 – Talks\n'],
  ['an iCalendar', 'BEGIN:VCALENDAR\nDTSTART:20160224\nEND:VCALENDAR\n'],
  ['nothing', ''],
  ['blanks and hashes', ' \n###\n\n#\n'],
])('no chronology: %s', (_, text) => {
  expect(recognised(text)).toBe('none');
});

test('bytes that are no text are none', () => {
  expect(recogniseChronology(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toBe('none');
});

test('a text that breaks off is recognised by the lines before', () => {
  const text = `${'22 Feb 2016: One\n'.repeat(5)}24 Fe`;
  expect(recognised(text)).toBe('likely');
});
