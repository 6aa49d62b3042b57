import { describe, expect, it } from 'vitest';
import type { WholeDataset } from '../../../../src/model/dataset';
import { describeEdit } from '../../../../src/model/edit/describe-edit';
import type { EditAbout } from '../../../../src/model/edit/edit';
import { addEvent, deleteEvents, setEvent } from '../../../../src/model/edit/edit-events';
import { mergeActors } from '../../../../src/model/edit/edit-names';
import { setHead } from '../../../../src/model/edit/edit-records';
import { editBetween } from '../../../../src/model/edit/edit-between';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { eventDate, makeDataset } from '../../../support/make-dataset';

const t = makeTranslate('en', english);

const FIRST = makeDataset([
  { id: 'plan', title: 'plan A', participants: ['anna', 'ben'] },
  { id: 'note', title: 'Note to myself' },
]);

function told(about: EditAbout, after: WholeDataset): string | undefined {
  const edit = editBetween(FIRST, after, about);
  return edit && describeEdit(edit, t);
}

describe('an edit in words', () => {
  it('of a field', () => {
    const dated = setEvent(FIRST, 'plan', { date: eventDate('[2016-02-23,2016-02-24]') });
    expect(told({ did: 'set', list: 'events', id: 'plan', field: 'date' }, dated)).toBe(
      '“plan A”: date is now 23 or 24 Feb 2016',
    );
    expect(told({ did: 'type' }, dated)).toBe('“plan A”: date is now 23 or 24 Feb 2016');
    const named = setEvent(FIRST, 'plan', { title: 'Plan B' });
    expect(told({ did: 'set', list: 'events', id: 'plan', field: 'title' }, named)).toBe('“plan A” is now “Plan B”');
    const summarised = told(
      { did: 'set', list: 'events', id: 'plan', field: 'summary' },
      setEvent(FIRST, 'plan', { summary: 'x' }),
    );
    expect(summarised).toBe('“plan A”: summary changed');
    expect(told({ did: 'set-head', field: 'title' }, setHead(FIRST, { title: 'New' }))).toBe(
      'Timeline: title is now New',
    );
  });

  it('of records', () => {
    expect(told({ did: 'delete', list: 'events', id: 'note' }, deleteEvents(FIRST, ['note']))).toBe(
      'Deleted “Note to myself”',
    );
    expect(told({ did: 'type' }, addEvent(FIRST, { title: 'Munich talks' }))).toBe('Added “Munich talks”');
    expect(told({ did: 'merge-actors', kept: 'anna', gone: ['ben'] }, mergeActors(FIRST, 'anna', ['ben']))).toBe(
      'ben and “anna” are one name now',
    );
  });

  it('of several at once', () => {
    const typed = setEvent(setEvent(FIRST, 'plan', { type: 'warning' }), 'note', { type: 'warning' });
    expect(told({ did: 'paste', rows: 2, columns: 4 }, typed)).toBe('Pasted 8 cells: type');
    expect(told({ did: 'type' }, addEvent(typed, { title: 'More' }))).toBe('1 added, 2 changed');
    expect(told({ did: 'settle', dates: 4, order: 'day-first' }, typed)).toBe('4 dates settled: day first');
  });
});
