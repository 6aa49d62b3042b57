import { beforeAll, describe, expect, it } from 'vitest';
import { loadWholeReader } from '../../../../src/formats/json/load-reader';
import { writeDataset } from '../../../../src/formats/json/write';
import { notebookText, openNotebook, resetTo, retype } from '../../../../src/formats/notebook/notebook';
import { alikeToSettle, settle } from '../../../../src/formats/notebook/notebook';
import type { Notebook } from '../../../../src/formats/notebook/notebook-types';
import { readNotebookFile } from '../../../../src/formats/notebook/read-notebook';
import { writeNotebookFile } from '../../../../src/formats/notebook/write-notebook';
import { context, edit, eventTitled, notebookOf, readFile } from '../../../support/make-notebook';

beforeAll(loadWholeReader);

const TEN = `# Syria, February 2016
as of 24 Feb 2016
22 Feb 2016: Russia and the U.S. agree a joint statement on a cessation - Russia, United States [agreement]
  > "cessation of hostilities" TASS, 24 Feb 2016
23 or 24 Feb 2016: The Kremlin says it is focusing on "plan A" - Dmitry Peskov [statement]
24 Feb 2016: Lavrov and Kerry speak by phone - Sergey Lavrov > John Kerry [talks]
since 30 Sep 2015: Russian air strikes - Russia > Islamic State group [military]
since 2014: Strikes by the U.S.-led coalition - U.S.-led coalition [military]
27 Feb 2016, 00:00 Damascus: Cessation to take effect (announced) [ceasefire]
on or before 30 Sep 2015: Assad asks for strikes, as TASS reports - Bashar Assad > Russia [appeal]`;

function parties(notebook: Notebook, at: number): readonly string[] {
  const { actors, events } = notebook.dataset;
  return (events[at]?.participants ?? []).map(
    ({ actor, role }) => `${actors.find(({ id }) => id === actor)?.label ?? '?'} ${role}`,
  );
}

describe('the ten lines', () => {
  it('are seven events with dates, types and roles', () => {
    const notebook = notebookOf(TEN);
    const { dataset } = notebook;
    expect(dataset.title).toBe('Syria, February 2016');
    expect(dataset.asOf?.edtf).toBe('2016-02-24');
    expect(dataset.events.map(({ date }) => date?.edtf)).toEqual([
      '2016-02-22',
      '[2016-02-23,2016-02-24]',
      '2016-02-24',
      '2015-09-30/..',
      '2014/..',
      '2016-02-27',
      '[..2015-09-30]',
    ]);
    expect(dataset.events.map(({ type }) => type)).toEqual([
      'agreement',
      'statement',
      'talks',
      'military',
      'military',
      'ceasefire',
      'appeal',
    ]);
    expect(dataset.events.map((_, at) => parties(notebook, at))).toEqual([
      ['Russia party', 'United States party'],
      ['Dmitry Peskov party'],
      ['Sergey Lavrov initiator', 'John Kerry addressee'],
      ['Russia initiator', 'Islamic State group addressee'],
      ['U.S.-led coalition party'],
      [],
      ['Bashar Assad initiator', 'Russia addressee'],
    ]);
    expect(dataset.events[5]?.status).toEqual([{ value: 'announced', asOf: undefined }]);
    expect(dataset.events[5]?.date?.clock?.zone).toBe('Asia/Damascus');
    expect(dataset.events[0]?.evidence[0]?.quote).toBe('cessation of hostilities');
    expect(dataset.sources).toMatchObject([{ publisher: 'TASS', published: '2016-02-24' }]);
    expect(notebook.counts).toEqual({
      lines: 10,
      events: 7,
      sources: 1,
      headings: 1,
      asOf: 1,
      unread: 0,
      toSettle: 0,
      withSource: 1,
    });
    expect(notebook.readings[3]).toMatchObject({ kind: 'evidence', of: 2, source: { publisher: 'TASS' } });
  });

  it('come out the same whether they are pasted or typed letter by letter, with nothing half typed left', () => {
    let typed = notebookOf('');
    for (let end = 1; end <= TEN.length; end += 1) typed = retype(typed, TEN.slice(0, end), context);
    const pasted = notebookOf(TEN);
    expect(typed.dataset.actors).toEqual(pasted.dataset.actors);
    expect(typed.dataset.sources.map((source) => ({ ...source, id: '' }))).toEqual(
      pasted.dataset.sources.map((source) => ({ ...source, id: '' })),
    );
    expect(typed.dataset.events.map(({ title, date, participants }) => ({ title, date, participants }))).toEqual(
      pasted.dataset.events.map(({ title, date, participants }) => ({ title, date, participants })),
    );
  });

  it('give a dataset that passes the checks of a file', () => {
    const { dataset } = notebookOf(TEN);
    expect(readFile(JSON.parse(fileOf(dataset))).events).toEqual(dataset.events);
  });
});

describe('names of countries', () => {
  const kinds = (notebook: Notebook) =>
    notebook.dataset.actors.map(({ label, kind, countries }) => [label, kind, countries.join()]);

  it('are governments of their countries, in any of the languages and in short', () => {
    const notebook = notebookOf(
      '22 Feb 2016: Talks - Russia, U.S., UK, Сирия\n23 Feb 2016: Talks - سوريا, Russia, Sergey Lavrov, Russian Navy',
    );
    expect(kinds(notebook)).toEqual([
      ['Russia', 'government', 'RU'],
      ['U.S.', 'government', 'US'],
      ['UK', 'government', 'GB'],
      ['Сирия', 'government', 'SY'],
      ['سوريا', 'government', 'SY'],
      ['Sergey Lavrov', 'person', ''],
      ['Russian Navy', 'armed-forces', ''],
    ]);
    expect(notebook.dataset.events[0]?.countries.map(({ country }) => country)).toEqual(['RU', 'US', 'GB', 'SY']);
  });

  it('on lines of their own are so too, but where something else is said', () => {
    const text = 'actor r: Russia\nactor g: Georgia\n  kind: person\nactor b: Belarus\n  countries: ["BY", "RU"]\n';
    const wanted = [
      ['Russia', 'government', 'RU'],
      ['Georgia', 'person', ''],
      ['Belarus', 'government', 'BY,RU'],
    ];
    expect(kinds(notebookOf(text))).toEqual(wanted);
    let typed = notebookOf('');
    for (let end = 1; end <= text.length; end += 1) typed = retype(typed, text.slice(0, end), context);
    expect(kinds(typed)).toEqual(wanted);
  });

  it('that a dataset has are the actors that it has, and come back as they were from a saved text', () => {
    const whole = readFile({
      title: 'Known',
      actors: [
        { id: 'a', label: 'Russia', kind: 'person' },
        { id: 'b', label: 'Syrian side', kind: 'armed-forces', altNames: ['Syria'] },
        { id: 'c', label: 'France', kind: 'government', countries: ['FR'] },
        { id: 'd', label: 'Peru', kind: 'government' },
        { id: 'e', label: 'Chile', kind: 'ministry', countries: ['CL'] },
      ],
      events: [{ id: 'e1', title: 'Talks', date: '2016-02-22', participants: ['a', 'b', 'c', 'd', 'e'] }],
    });
    const more = edit(openNotebook(whole, context), (text) => `${text}\n23 Feb 2016: More - Russia, Syria, France`);
    expect(more.dataset.actors).toBe(whole.actors);
    for (const { dataset } of [openNotebook(whole, context), more, notebookOf(TEN)]) {
      const file = writeNotebookFile(dataset, { isFull: true }, context);
      expect(readNotebookFile(file, dataset.id, context).dataset).toEqual(dataset);
    }
    expect(writeNotebookFile(notebookOf(TEN).dataset, { isFull: true }, context)).not.toMatch(/^actor /m);
  });
});

function fileOf(dataset: Notebook['dataset']): string {
  return writeDataset(dataset);
}

const RICH = {
  title: 'Rich',
  lang: 'en',
  asOf: '2016-02-24',
  sources: [
    { id: 'tass', publisher: 'TASS', kind: 'news-agency', ownership: 'state-owned', published: '2016-02-24' },
    { id: 'un', title: 'Resolution 2254', url: 'https://undocs.org/S/RES/2254(2015)' },
  ],
  actors: [
    { id: 'sl', label: 'Sergey Lavrov', kind: 'person', countries: ['RU'], altNames: ['Lavrov'] },
    { id: 'jk', label: 'John Kerry', kind: 'person', countries: ['US'] },
  ],
  events: [
    {
      id: 'call',
      title: 'Lavrov and Kerry speak by phone',
      date: { edtf: '2016-02-24', basis: 'stated', note: 'As printed.' },
      type: 'talks',
      mode: 'phone',
      participants: [
        { actor: 'sl', role: 'initiator', office: 'Foreign Minister' },
        { actor: 'jk', role: 'addressee' },
      ],
      evidence: [{ source: 'tass', locator: 'S3', quote: 'a phone call', supports: ['date'] }],
      claims: [{ id: 'claim', text: 'It went well.', claimedBy: 'sl' }],
      relations: [{ type: 'prepares', to: 'truce' }],
      place: 'Geneva',
    },
    { id: 'truce', title: 'A truce', date: '2016-02-27', evidence: ['tass'] },
    {
      id: 'resolution',
      title: 'The Council votes',
      date: '2015-12-18',
      evidence: ['un'],
      relations: [{ type: 'endorses', to: 'call' }],
    },
  ],
  chapters: [{ id: 'week', title: 'The week', from: '2016-02-22', to: '2016-02-27', events: ['call', 'truce'] }],
  notes: [{ id: 'remark', text: 'Look here', event: 'call' }],
  periods: [{ id: 'war', label: 'The war', date: '2011/..', countries: ['SY', 'IQ'] }],
};

describe('lines of a dataset', () => {
  it('say what they can, and count the rest', () => {
    const notebook = openNotebook(readFile(RICH), context);
    expect(notebookText(notebook)).toBe(`# Rich
as of 24 Feb 2016
lang: en
chapter: 22 Feb 2016 to 27 Feb 2016: The week
period: since 2011: The war - Syria, Iraq
24 Feb 2016: Lavrov and Kerry speak by phone - Sergey Lavrov > John Kerry [talks]
  > "a phone call" TASS, 24 Feb 2016
  note: Look here
27 Feb 2016: A truce
  > TASS, 24 Feb 2016
18 Dec 2015: The Council votes
  > https://undocs.org/S/RES/2254(2015)`);
    expect(notebook.readings[5]?.event?.more).toEqual([
      { field: 'claims', count: 1 },
      { field: 'relations', count: 1 },
      { field: 'place', count: 1 },
      { field: 'mode', count: 1 },
      { field: 'participants', count: 1 },
      { field: 'date', count: 1 },
      { field: 'evidence', count: 1 },
    ]);
    expect(notebook.readings[11]?.source).toMatchObject({ publisher: 'undocs.org', isSuggested: true });
    expect(notebook.lines[7]?.owner).toEqual({ kind: 'note', id: 'remark' });
  });

  it('cost nothing of their event when a letter is typed, and give it back when it is taken out', () => {
    const dataset = readFile(RICH);
    const opened = openNotebook(dataset, context);
    const call = dataset.events[0];
    const renamed = edit(opened, (text) => text.replace('by phone', 'by telephone'));
    expect(eventTitled(renamed, 'Lavrov and Kerry speak by telephone')).toEqual({
      ...call,
      title: 'Lavrov and Kerry speak by telephone',
      label: 'Lavrov and Kerry speak by…',
    });
    expect(renamed.dataset.events[1]).toBe(dataset.events[1]);
    expect(renamed.linesRead).toBe(1);
    const misspelt = edit(opened, (text) =>
      text.replace('Sergey Lavrov >', 'Sergey Lavro >').replace('"a phone', '"one phone'),
    );
    expect(misspelt.dataset.actors.map(({ label }) => label)).toContain('Sergey Lavro');
    const back = edit(misspelt, (text) =>
      text.replace('Sergey Lavro >', 'Sergey Lavrov >').replace('"one phone', '"a phone'),
    );
    expect(back.dataset).toEqual(dataset);
    const broken = edit(opened, (text) => text.replace('24 Feb 2016: Lavrov', '24 Fxb 2016: Lavrov'));
    expect(broken.readings[5]?.kind).toBe('unread');
    expect(broken.dataset.events).toEqual(dataset.events);
  });

  it('that are deleted take their event along, with relations to it; pasted back they have all of it again', () => {
    const dataset = readFile(RICH);
    const opened = openNotebook(dataset, context);
    const lines = notebookText(opened).split('\n');
    const block = lines.slice(5, 8);
    const cut = retype(opened, [...lines.slice(0, 5), ...lines.slice(8)].join('\n'), context);
    expect(cut.dataset.events.map(({ id }) => id)).toEqual(['truce', 'resolution']);
    expect(cut.dataset.events[1]?.relations).toEqual([]);
    expect(cut.dataset.chapters[0]?.events).toEqual(['truce']);
    expect(cut.dataset.notes).toEqual([]);
    const pasted = retype(cut, [...lines.slice(0, 5), ...lines.slice(8), ...block].join('\n'), context);
    expect(pasted.dataset.events.map(({ id }) => id)).toEqual(['truce', 'resolution', 'call']);
    expect(pasted.dataset.events[2]).toEqual(dataset.events[0]);
    expect(pasted.dataset.events[1]).toEqual(dataset.events[2]);
    expect(pasted.dataset.chapters).toEqual(dataset.chapters);
    expect(pasted.dataset.notes).toEqual(dataset.notes);
  });

  it('that are moved keep their event, and doubled make another', () => {
    const dataset = readFile(RICH);
    const opened = openNotebook(dataset, context);
    const lines = notebookText(opened).split('\n');
    const moved = retype(
      opened,
      [...lines.slice(0, 5), ...lines.slice(8, 10), ...lines.slice(5, 8), ...lines.slice(10)].join('\n'),
      context,
    );
    expect(moved.dataset.events).toEqual([dataset.events[1], dataset.events[0], dataset.events[2]]);
    const doubled = retype(opened, [...lines.slice(0, 7), lines[5], ...lines.slice(7)].join('\n'), context);
    expect(doubled.dataset.events.map(({ id }) => id)).toEqual(['call', 'e1', 'truce', 'resolution']);
    expect(doubled.dataset.events[0]).toEqual(dataset.events[0]);
    expect(doubled.dataset.events[1]).toMatchObject({ title: 'Lavrov and Kerry speak by phone', claims: [] });
  });

  it('change a source that nothing else rests on, and name another where something does', () => {
    const dataset = readFile(RICH);
    const opened = openNotebook(dataset, context);
    const own = edit(opened, (text) => text.replace('> https://undocs', '> United Nations, https://undocs'));
    expect(own.dataset.sources[1]).toEqual({ ...dataset.sources[1], publisher: 'United Nations' });
    expect(own.dataset.events[2]).toEqual(dataset.events[2]);
    const shared = edit(opened, (text) => text.replace('  > TASS, 24 Feb 2016', '  > Reuters, 24 Feb 2016'));
    expect(shared.dataset.sources.slice(0, 2)).toEqual(dataset.sources);
    expect(shared.dataset.sources[2]).toMatchObject({
      publisher: 'Reuters',
      published: '2016-02-24',
      ownership: undefined,
    });
    const back = edit(shared, (text) => text.replace('Reuters', 'TASS'));
    expect(back.dataset).toEqual(dataset);
  });

  it('are written anew where the dataset was changed elsewhere, and nowhere else', () => {
    const typed = edit(openNotebook(readFile(RICH), context), (text) =>
      text.replace('27 Feb 2016: A truce', '// soon\nFebruary 27, 2016 - A truce\n\nno line of anything'),
    );
    const { dataset } = typed;
    const renamed = {
      ...dataset,
      events: dataset.events.map((event) => (event.id === 'call' ? { ...event, title: 'A call - at last' } : event)),
    };
    const reset = resetTo(typed, renamed, context);
    expect(notebookText(reset)).toBe(
      notebookText(typed).replace('Lavrov and Kerry speak by phone', 'A call - at last'),
    );
    expect(reset.dataset.events).toEqual(renamed.events);
    const unseen = { ...dataset, events: dataset.events.map((event) => ({ ...event, mode: 'elsewhere' })) };
    expect(notebookText(resetTo(typed, unseen, context))).toBe(notebookText(typed));
    const fewer = { ...dataset, events: dataset.events.slice(1), notes: [] };
    expect(notebookText(resetTo(typed, fewer, context))).not.toContain('by phone');
    expect(
      notebookText(resetTo(resetTo(typed, fewer, context), dataset, context))
        .split('\n')
        .toSorted(),
    ).toEqual(notebookText(typed).split('\n').toSorted());
  });
});

describe('dates', () => {
  it('that others decide are decided; else there are two ways, and one or all alike are settled', () => {
    const decided = notebookOf('25/12/2015: One\n3/4/2016: Two');
    expect(decided.dataset.events[1]?.date?.edtf).toBe('2016-04-03');
    const open = notebookOf('3/4/2016: One\n5/6/2016: Two\n// 1/2/2016');
    expect(open.counts.toSettle).toBe(2);
    expect(open.readings[0]?.dateAt).toEqual([0, 8]);
    expect(alikeToSettle(open, 0)).toBe(2);
    expect(open.dataset.events[0]?.date?.edtf).toBe('[2016-03-04,2016-04-03]');
    const one = settle(open, 0, 1, false, context);
    expect(notebookText(one)).toBe('4 Mar 2016: One\n5/6/2016: Two\n// 1/2/2016');
    const all = settle(open, 0, 0, true, context);
    expect(notebookText(all)).toBe('3 Apr 2016: One\n5 Jun 2016: Two\n// 1/2/2016');
    expect(all.dataset.events.map(({ id }) => id)).toEqual(open.dataset.events.map(({ id }) => id));
  });

  it('are read in any of the languages and written in that of the document', () => {
    const events = [
      { id: 'a', title: 'A', date: '2014/..' },
      { id: 'b', title: 'B', date: '[..2015-09-30]' },
      { id: 'c', title: 'C', date: '[2016-02-23,2016-02-24]' },
      { id: 'd', title: 'D', date: '2016-02~' },
      { id: 'e', title: 'E', date: '1999-21' },
      { id: 'f', title: 'F' },
    ];
    for (const lang of ['en', 'ru', 'ar', 'fr']) {
      const dataset = readFile({ title: 'T', lang, asOf: '2016-02-24', events });
      const notebook = openNotebook(dataset, context);
      const again = notebookOf(notebookText(notebook));
      expect(again.dataset.events.map(({ date }) => date?.edtf)).toEqual(events.map(({ date }) => date));
      expect(again.counts.unread).toBe(0);
      expect(notebookText(notebook)).not.toMatch(/\[|\/\.\./);
    }
  });
});

describe('a long text', () => {
  it('is read where it has changed', () => {
    const lines = Array.from({ length: 1000 }, (_, at) => `${(at % 28) + 1} Feb 2016: Talks ${at} - Anna, Ben [talks]`);
    const notebook = notebookOf(lines.join('\n'));
    const typed = edit(notebook, (text) => text.replace('Talks 500 ', 'Talks 500x '));
    expect(typed.linesRead).toBe(1);
    expect(typed.dataset.events.filter((event, at) => event !== notebook.dataset.events[at])).toHaveLength(1);
    const pasted = edit(typed, (text) => text.replace('Talks 700 ', 'Talks 700y\n1 Mar 2016: New '));
    expect(pasted.linesRead).toBe(2);
  });
});
