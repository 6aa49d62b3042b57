import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { ImportedPlan } from '../../../src/formats/imported/imported-reader';
import { byTitle, clockOf, faultsOf, fixturePlan, importOf, importPlan, linesOf } from '../../support/import-file';

const calendar = (...lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const entry = (...lines: readonly string[]): string => calendar('BEGIN:VEVENT', 'SUMMARY:x', ...lines, 'END:VEVENT');
const edtfOf = async (...lines: readonly string[]): Promise<string | undefined> =>
  (await importPlan(entry(...lines))).events[0]?.date?.edtf;
const noteOf = async (...lines: readonly string[]): Promise<string | undefined> =>
  (await importPlan(entry(...lines))).events[0]?.date?.note;

test('what is no HTML stays as it is written, entities among it', async () => {
  const [plain, html] = await Promise.all(
    ['AT&amp\\;T &lt\\;3 <me@example.org>', 'AT&amp\\;T<br>calls'].map((text) =>
      importPlan(entry(`DESCRIPTION:${text}`)),
    ),
  );
  expect(plain?.events[0]?.summary).toBe('AT&amp;T &lt;3 <me@example.org>');
  expect(html?.events[0]?.summary).toBe('AT&T\ncalls');
});

describe('a calendar', async () => {
  const plan = await fixturePlan('icalendar/traps.ics');

  test('gives all entries of all calendars in a file, on their civil days', () => {
    expect(linesOf(plan.events)).toEqual([
      '2016-02-24 One day, all of it',
      '2016-02-27/2016-02-29 Three days',
      '2016-03-10 Ends on the day it starts',
      '2016-02-27 Late in Damascus',
      '2016-02-27 In a zone of its own',
      '2016-02-26 In UTC',
      '2016-02-26 Nowhere said',
      '2016-03-11 Every Friday',
      '2016-03-05 Moved to Saturday',
      '1945-05-08 A day of the year',
      '- A date in words',
      '- The thirtieth of February',
      '2016-03-01 Ends before it starts',
      '- No start',
      '0044-03-15 Another calendar, the same id',
      '2016-04-01 The file ends here',
    ]);
    expect(plan.counts).toEqual({ records: 17, events: 16 });
  });

  test('has an hour with its offset where UTC or a zone that is known says it, else as it is written', () => {
    expect(byTitle(plan, (event) => [clockOf(event), event.date?.note])).toMatchObject({
      'One day, all of it': [undefined, undefined],
      'Late in Damascus': ['2016-02-27T23:30 (21:30 UTC)', '– 24:00'],
      'In a zone of its own': [undefined, '00:00 – 01:30 Custom/Damascus'],
      'In UTC': ['2016-02-26T22:00 (22:00 UTC)', undefined],
      'Nowhere said': [undefined, '09:00 – 10:00'],
    });
  });

  test('says of what repeats how it does, and shows the first that happens and has no entry of its own', () => {
    expect(byTitle(plan, ({ date }) => date?.note)).toMatchObject({
      'Every Friday': 'repeats weekly, until 2016-03-25',
      'A day of the year': 'repeats yearly; also on 1945-05-09, 1946-09-01',
    });
  });

  test('names who calls and who comes, but no rooms', () => {
    const { participants, id } = plan.events[3]!;
    const labels = new Map(plan.dataset.actors.map((actor) => [actor.id, `${actor.label} (${actor.kind})`]));
    expect(id).toBe('zoned');
    expect(participants.map(({ actor, role }) => `${labels.get(actor)}: ${role}`)).toEqual([
      'Lavrov, Sergey (person): initiator',
      'John Kerry (person): party',
      'nobody@example.org (person): referenced',
    ]);
  });

  test('has places, addresses as sources, unfolded texts without markup, and says what is cancelled', () => {
    expect(plan.events[1]).toMatchObject({ place: { label: 'Palais des Nations Geneva' } });
    expect(plan.events[1]?.evidence).toMatchObject([{ source: 's1', supports: ['date'] }]);
    expect(plan.events[6]?.summary).toBe(
      'A long description that is folded in the middle of a word, and has markup and a link.\n\nCancelled.',
    );
    expect(plan.dataset.sources.map(({ url }) => url)).toEqual([
      'https://example.org/three',
      'https://example.org/link',
    ]);
    expect(plan.dataset.title).toBe('Envoys, and others');
  });

  test('keeps what no field of ours is for', () => {
    expect(byTitle(plan, ({ extra }) => extra)['No start']).toEqual({ icalendar: { categories: 'one,two' } });
  });

  test('tells what it has no use for by its line', () => {
    expect(faultsOf(plan)).toEqual([
      'line 106: , THIS IS NO PROPERTY (dropped)',
      'line 86: date, Next Year (dropped)',
      'line 91: date, 20160230 (dropped)',
      'line 100: DTEND, 20160229T100000 (dropped)',
      'line 112: , VTODO (left-out)',
      'line 124: , nothing (noted)',
    ]);
  });

  test('renames an id that another entry has', () => {
    expect(plan.events.map(({ id }) => id).filter((id) => /all-day|weekly/.test(id))).toEqual([
      'all-day',
      'weekly',
      'weekly 2016-03-04T12:00:00',
      'all-day-2',
    ]);
  });
});

describe('dates of an entry', () => {
  test.each([
    [['DTSTART;VALUE=DATE:20160224'], '2016-02-24'],
    [['DTSTART:20160224'], '2016-02-24'],
    [['DTSTART;VALUE=DATE:20161231', 'DTEND;VALUE=DATE:20170101'], '2016-12-31'],
    [['DTSTART;VALUE=DATE:20160228', 'DURATION:P2D'], '2016-02-28/2016-02-29'],
    [['DTSTART;VALUE=DATE:20160224', 'DURATION:P1W'], '2016-02-24/2016-03-01'],
    [['DTSTART:20160224T230000', 'DURATION:PT2H'], '2016-02-24/2016-02-25'],
    [['DTSTART:20160224T230000Z', 'DTEND;VALUE=DATE:20160226'], '2016-02-24/2016-02-25'],
    [['DTSTART;VALUE=DATE:20160224', 'DTEND:20160226T120000'], '2016-02-24/2016-02-26'],
    [['DTSTART:20160224T220000', 'DTEND:20160225T000000'], '2016-02-24'],
    [['DTSTART;TZID=Pacific Standard Time:20160224T235900'], '2016-02-24'],
    [['DTSTART;TZID=Pacific/Kiritimati:20160224T000100'], '2016-02-24'],
    [['DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20160224T080000'], '2016-02-24'],
    [['DTSTART:20160224T100000', 'DURATION:-PT1H'], '2016-02-24'],
  ])('%j is %s', async (lines, edtf) => {
    expect(await edtfOf(...lines)).toBe(edtf);
  });

  test('in the hour that clocks skip or repeat stay on their day', async () => {
    const skipped = await importPlan(entry('DTSTART;TZID=America/New_York:20160313T023000'));
    const twice = await importPlan(entry('DTSTART;TZID=America/New_York:20161106T013000'));
    expect([skipped.events[0]?.date?.edtf, clockOf(twice.events[0]!)]).toEqual([
      '2016-03-13',
      '2016-11-06T01:30 (05:30 UTC)',
    ]);
  });

  test.each([
    [['RRULE:FREQ=DAILY;INTERVAL=2;COUNT=10'], 'repeats every 2 days, 10 times'],
    [['RRULE:FREQ=MONTHLY;BYDAY=-1SU'], 'repeats monthly'],
    [['RRULE:FREQ=NEVER'], 'repeats'],
    [['RDATE;VALUE=DATE:20160301'], 'also on 2016-03-01'],
  ])('repeated by %j are %s', async (lines, note) => {
    expect(await noteOf('DTSTART;VALUE=DATE:20160224', ...lines)).toBe(note);
  });

  test('that repeat for ever are read at once', async () => {
    const plan = await importPlan(entry('DTSTART:20160224T100000', 'RRULE:FREQ=SECONDLY', 'EXDATE:20160224T100000'));
    expect(plan.events).toHaveLength(1);
  });
});

describe('lines of a calendar', () => {
  test('may be folded before colon and parameters, with empty lines, as Mozilla did', async () => {
    const text =
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY\r\n\r\n :Boxing Day\r\nDTSTART\r\n\r\n ;VALUE=DATE\r\n :20030501\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    expect(linesOf((await importPlan(text)).events)).toEqual(['2003-05-01 Boxing Day']);
  });

  test('may be folded in the middle of a letter’s bytes and end as any system ends them', async () => {
    const text = 'BEGIN:VCALENDAR\rBEGIN:VEVENT\rSUMMARY:Gen\r ève\rDTSTART:20160224\rEND:VEVENT\rEND:VCALENDAR';
    expect(linesOf((await importPlan(text)).events)).toEqual(['2016-02-24 Genève']);
  });

  test('that lost the blank they were folded with go on the text before', async () => {
    const text = entry('DTSTART:20160224', 'LOCATION:This is some', 'place that is not indented');
    expect((await importPlan(text)).events[0]?.place?.label).toBe('This is some place that is not indented');
  });

  test('may stand in small letters', async () => {
    const text = calendar('begin:vevent', 'summary;language=fr:Entretien', 'dtstart;value=date:20160224', 'end:vevent');
    expect(linesOf((await importPlan(text)).events)).toEqual(['2016-02-24 Entretien']);
  });
});

describe('a calendar that nothing comes of is refused in words', () => {
  test.each([
    [calendar('X-SOMETIME;VALUE=TIME:172010'), 'a calendar without entries'],
    [
      calendar('BEGIN:VFREEBUSY', 'DTSTART:20140415T235436Z', 'END:VFREEBUSY'),
      'a calendar without events (VEVENT); it has VFREEBUSY only',
    ],
  ])('%#', async (text, detail) => {
    expect(await importOf(text)).toMatchObject({
      format: 'icalendar',
      survey: { ok: false, problem: { kind: 'no-events', detail } },
    });
  });
});

const SAMPLES = '../shared/samples/icalendar';

describe.skipIf(!existsSync(SAMPLES))('sample calendars', () => {
  async function plans(): Promise<readonly ImportedPlan[]> {
    const read = readdirSync(SAMPLES)
      .filter((name) => name.endsWith('.ics'))
      .map((name) => importOf(new Uint8Array(readFileSync(`${SAMPLES}/${name}`)), { name }));
    return (await Promise.all(read)).flatMap(({ survey }) => (survey?.ok === true ? [survey.plan] : []));
  }

  test('have 74 entries, 68 with a start, and 11 that last all day on their own day', async () => {
    const events = (await plans()).flatMap((plan) => plan.events);
    const allDay = events.filter(
      ({ date }) => date !== undefined && date.clock === undefined && !/\d\d:\d\d/.test(date.note ?? ''),
    );
    expect([events.length, events.filter(({ date }) => date !== undefined).length]).toEqual([74, 68]);
    expect(allDay.map(({ date }) => date?.edtf).toSorted()).toEqual([
      '2003-05-01',
      '2003-12-25',
      '2003-12-25',
      '2011-03-24',
      '2011-05-02/2011-05-03',
      '2011-05-05',
      '2011-05-13/2011-05-14',
      '2011-05-18/2011-05-20',
      '2011-06-11/2011-06-12',
      '2011-11-29/2011-12-02',
      '2012-07-14',
    ]);
  });
});
