import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import axe from 'axe-core';
import { useEffect, useState } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { headingsKey } from '../../../../src/formats/table/mapping-file';
import type { TableMapping } from '../../../../src/formats/table/table-mapping';
import type { TableSurvey } from '../../../../src/formats/table/table-plan';
import { MappingStep } from '../../../../src/ui/open/mapping/MappingStep';
import { rememberMapping } from '../../../../src/ui/open/mapping/remembered-mappings';
import type { MappingStepProps } from '../../../../src/ui/open/table-tools';
import { makeDataset } from '../../../support/make-dataset';
import { findingsOf } from '../../../support/make-findings';
import { makeSurvey, planOf } from '../../../support/make-survey';
import { renderOver, storeOf } from '../../../support/render-panels';
import { LAKE_HEADERS, LAKE_MAPPING, LAKE_ROWS, standInTools } from '../../../support/stand-in-tools';

const HEADINGS = headingsKey(LAKE_HEADERS);
let widthPx = 1440;

beforeEach(() => {
  widthPx = 1440;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => new DOMRect(0, 0, widthPx, 900));
});
afterEach(() => {
  rememberMapping(HEADINGS, undefined);
  vi.restoreAllMocks();
});

/** The step as its owner shows it, which keeps what it is told. */
function show({
  survey = makeSurvey(LAKE_HEADERS, LAKE_ROWS),
  ...more
}: Partial<MappingStepProps> & { readonly survey?: TableSurvey } = {}) {
  const tools = standInTools();
  const onOpen = vi.fn<(mapping: TableMapping) => void>();
  const onCancel = vi.fn<() => void>();
  const onRelayout = vi.fn<MappingStepProps['onRelayout']>();
  const heard: TableMapping[] = [];
  const owner: { relay?: (survey: TableSurvey) => void } = {};
  function Owner() {
    const [shown, setShown] = useState(survey);
    const [plan, setPlan] = useState(() => planOf(survey, LAKE_MAPPING));
    useEffect(() => {
      owner.relay = (next) => {
        setShown(next);
        setPlan(planOf(next, { title: next.columns[0]?.header ?? '' }));
      };
    }, []);
    return (
      <MappingStep
        plan={plan.survey === shown ? plan : planOf(shown, LAKE_MAPPING)}
        tools={tools}
        onOpen={onOpen}
        onCancel={onCancel}
        onRelayout={onRelayout}
        onChange={(mapping) => heard.push(mapping)}
        progress={{ done: undefined, findings: undefined, isWhole: false }}
        {...more}
      />
    );
  }
  renderOver(storeOf(makeDataset([], { title: 'Syria, February 2016' })), <Owner />);
  return { tools, onOpen, onCancel, onRelayout, heard, relay: (next: TableSurvey) => act(() => owner.relay?.(next)) };
}

const dialog = () => within(screen.getByRole('dialog'));
/** By its label or its words: looking for roles through all of the step takes its time. */
const button = (name: string | RegExp) => {
  const isIt = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  const found = [...screen.getByRole('dialog').querySelectorAll('button')].filter((each) =>
    isIt(each.getAttribute('aria-label') ?? each.textContent),
  );
  if (found.length !== 1) throw new Error(`${found.length} buttons are called ${String(name)}`);
  return found[0]!;
};
const press = (name: string | RegExp) => fireEvent.click(button(name));
const headings = () => [...screen.getByRole('dialog').querySelectorAll<HTMLElement>('h2, h3')];
const heading = (name: string) => headings().find(({ textContent }) => textContent === name);
const columnRow = (name: string) => within(heading(name)!.closest('li')!);
const preview = (name: string) => within(heading(name)!.closest('section')!);
const undoKey = (more: object = {}) => fireEvent.keyDown(headings()[0]!, { key: 'z', ctrlKey: true, ...more });

describe('what stands at the head', () => {
  test('is the file, what would come of it, and what stays until then', () => {
    show();
    expect(screen.getByRole('dialog', { name: 'Open lake-talks.csv' }).textContent).toContain(
      '60 rows, 60 events; 57 have a date, 3 have none. “Syria, February 2016” stays until you open this.',
    );
  });

  test('opens the table as it is mapped', () => {
    const { onOpen } = show();
    press('Open 60 events');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(LAKE_MAPPING);
  });

  test('leaves by its button and by Esc, and opens nothing', () => {
    const { onOpen, onCancel } = show();
    press('Cancel');
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    expect(onCancel).toHaveBeenCalledTimes(2);
    expect(onOpen).not.toHaveBeenCalled();
  });
});

describe('a column', () => {
  test('has its head, three values, a meaning that is named for it, and what was understood', () => {
    show();
    const when = columnRow('When');
    expect(when.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '2008-01-01',
      '3/4/2016',
      'to be agreed',
    ]);
    expect((when.getByRole('combobox', { name: 'What “When” means' }) as HTMLSelectElement).value).toBe('date');
    expect(when.getByText('45 dates have one reading, 12 have two, 3 rows have none.')).toBeTruthy();
    expect(
      columnRow('What').getByText('60 titles, all different. The longest has 37 letters; none is cut.'),
    ).toBeTruthy();
    expect(columnRow('No').getByText('3 different values. Not used.')).toBeTruthy();
    expect(
      columnRow('Link').getByText(
        '1 address in 1 row: one source, grade C until you say otherwise. 59 rows have no source yet.',
      ),
    ).toBeTruthy();
  });

  test('means what is chosen, which is told, and shown at once', () => {
    const { tools, heard } = show();
    fireEvent.change(columnRow('No').getByRole('combobox'), { target: { value: 'place' } });
    expect(heard.at(-1)).toMatchObject({ place: 'No' });
    expect(tools.preview.mock.lastCall?.[1]).toMatchObject({ place: 'No' });
  });

  test('is looked at once a change, however much stands on screen', () => {
    const { tools } = show();
    expect(tools.preview).toHaveBeenCalledTimes(1);
    fireEvent.change(columnRow('No').getByRole('combobox'), { target: { value: 'place' } });
    press(/^3 Apr 2016/);
    expect(tools.preview).toHaveBeenCalledTimes(3);
  });
});

describe('a question', () => {
  test('stands beside its column, with what each answer gives and what speaks for it, and nothing is chosen', () => {
    show();
    const when = columnRow('When');
    const group = when.getByRole('group', { name: 'How is 3/4/2016 meant? 12 dates can be read two ways.' });
    const answers = within(group).getAllByRole('button');
    expect(answers.map(({ textContent }) => textContent)).toEqual([
      '3 Apr 2016Day first: 12 of 12 in row order',
      '4 Mar 2016Month first: 1 of 12 in row order',
    ]);
    expect(answers.map((each) => each.getAttribute('aria-pressed'))).toEqual(['false', 'false']);
    expect(when.getByText('No number in them is above 12. Until you choose, each shows as either day.')).toBeTruthy();
  });

  test('shows at once what its answer gives, stays where it was, and can be answered otherwise', () => {
    const { heard } = show();
    expect(preview('Dates to settle').getByText('Round two opens in Velden')).toBeTruthy();
    press(/^3 Apr 2016/);
    expect(heading('Dates to settle')).toBeUndefined();
    expect(preview('First events').getByText('3 Apr 2016')).toBeTruthy();
    expect(button(/^3 Apr 2016/).getAttribute('aria-pressed')).toBe('true');
    expect(dialog().getByText('1 suggestion')).toBeTruthy();
    press(/^4 Mar 2016/);
    expect(heard.at(-1)?.date).toEqual({ column: 'When', order: 'month-first' });
    press('Show each as either day');
    expect(heard.at(-1)?.date).toBe('When');
    expect(dialog().getByText('1 question, 1 suggestion')).toBeTruthy();
  });

  test('is one stop of the tab key, and arrow keys go from answer to answer', () => {
    show();
    const [first, second] = within(columnRow('When').getByRole('group', { name: /^How is/ })).getAllByRole('button');
    expect([first!.tabIndex, second!.tabIndex]).toEqual([0, -1]);
    act(() => first!.focus());
    fireEvent.keyDown(first!, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(second);
    expect(second!.getAttribute('aria-pressed')).toBe('false');
  });
});

describe('a suggestion', () => {
  test('is followed by its one button alone, and taken back by the same', () => {
    const { heard } = show();
    const when = columnRow('When');
    expect(when.getByText('8 of 57 full dates fall on 1 Jan; perhaps only the year was known.')).toBeTruthy();
    expect(heard).toEqual([]);
    const follow = button('Show as years');
    fireEvent.click(follow);
    expect(heard.at(-1)?.date).toEqual({ column: 'When', coarse: ['01-01'] });
    expect(when.getByText('8 dates on 1 Jan are shown as their years.')).toBeTruthy();
    expect(button('Take back')).toBe(follow);
    press('Take back');
    expect(heard.at(-1)?.date).toEqual({ column: 'When' });
    expect(button('Show as years')).toBe(follow);
  });
});

describe('names', () => {
  test('are listed with their counts while what parts them is typed', () => {
    const { heard } = show();
    const who = columnRow('Who');
    const names = () => within(who.getByRole('list', { name: 'Names in “Who”' })).getAllByRole('listitem');
    expect(names().map(({ textContent }) => textContent)).toEqual(['Arvia 1', 'Besmar 1', 'Land 1', 'Water Board 1']);
    const field = who.getByRole('textbox', { name: /^Names parted by/ });
    expect(who.getByText('with the blanks around it')).toBeTruthy();
    fireEvent.change(field, { target: { value: ';' } });
    expect(names().map(({ textContent }) => textContent)).toEqual(['Arvia and Besmar 1', 'Land and Water Board 1']);
    expect(heard.at(-1)?.actors).toEqual([{ column: 'Who', separator: ';' }]);
    expect(who.queryByText('with the blanks around it')).toBeNull();
  });

  test('may be parted by more than one text', () => {
    const { heard } = show();
    fireEvent.change(columnRow('Who').getByRole('textbox', { name: 'or by' }), { target: { value: ';' } });
    expect(heard.at(-1)?.actors).toEqual([{ column: 'Who', separator: [' and ', ';'] }]);
  });
});

test('a word that is no type of ours is listed, and stays when it is given one', () => {
  const { heard } = show();
  const kind = columnRow('Kind');
  expect(kind.getByText('2 words, 1 of them not known.')).toBeTruthy();
  fireEvent.change(kind.getByRole('combobox', { name: 'Type of “parley”' }), { target: { value: 'talks' } });
  expect(heard.at(-1)?.type).toEqual({ column: 'Kind', known: true, values: { parley: 'talks' } });
  expect(kind.getByText('2 words, all known.')).toBeTruthy();
  expect(kind.getByRole('combobox', { name: 'Type of “parley”' })).toBeTruthy();
});

test('titles may be put together from columns and words', () => {
  const { heard } = show();
  const field = dialog().getByRole<HTMLInputElement>('textbox', { name: 'Titles made of' });
  expect(field.value).toBe('{What}');
  fireEvent.change(field, { target: { value: 'Lake: {What}' } });
  expect(preview('First events').getByText('Lake: First survey of the shore')).toBeTruthy();
  field.setSelectionRange(4, 4);
  fireEvent.change(dialog().getByRole('combobox', { name: 'Insert a column' }), { target: { value: 'No' } });
  expect(field.value).toBe('Lake{No}: {What}');
  expect(heard.at(-1)?.title).toBe('Lake{No}: {What}');
  expect(document.activeElement).toBe(field);
});

describe('the events', () => {
  test('stand under three heads, drawn as the list draws them, each with its count', () => {
    show();
    expect(preview('First events').getByText('1 of 45')).toBeTruthy();
    expect(preview('Dates to settle').getByText('1 of 12')).toBeTruthy();
    const card = preview('No date').getByRole('listitem');
    expect(card.className).toContain('dt-card');
    expect(card.textContent).toContain('“to be agreed”');
    expect(card.textContent).toContain('Review of the accord');
    expect(card.textContent).toContain('Nobody named');
    expect(card.textContent).toContain('no source yet');
  });
});

describe('a change', () => {
  test('can be taken back and made again, by keys in a field too and by buttons', () => {
    const { heard } = show();
    press(/^3 Apr 2016/);
    press('Show as years');
    undoKey();
    expect(heard.at(-1)?.date).toEqual({ column: 'When', order: 'day-first' });
    undoKey();
    expect(button(/^3 Apr 2016/).getAttribute('aria-pressed')).toBe('false');
    undoKey({ shiftKey: true });
    expect(button(/^3 Apr 2016/).getAttribute('aria-pressed')).toBe('true');
    press('Undo');
    expect(button('Undo').getAttribute('aria-disabled')).toBe('true');
    press('Redo');
    expect(heard.at(-1)?.date).toEqual({ column: 'When', order: 'day-first' });
    const field = dialog().getByRole('textbox', { name: 'Titles made of' });
    fireEvent.change(field, { target: { value: 'a' } });
    fireEvent.change(field, { target: { value: 'ab' } });
    fireEvent.keyDown(field, { key: 'Z', metaKey: true });
    expect((field as HTMLInputElement).value).toBe('{What}');
  });

  test('is said once, and nothing before the first', () => {
    vi.useFakeTimers();
    show();
    const status = () => screen.getByRole('dialog').querySelector('.dt-status')?.textContent;
    act(() => vi.advanceTimersByTime(5000));
    expect(status()).toBe('');
    press(/^3 Apr 2016/);
    act(() => vi.advanceTimersByTime(5000));
    expect(status()).toBe('60 rows, 60 events; 57 have a date, 3 have none. 1 suggestion');
    vi.useRealTimers();
  });
});

describe('the layout of the table', () => {
  test('can be said, and what was said of columns that stay holds', () => {
    const { onRelayout, relay, onOpen } = show();
    press(/^3 Apr 2016/);
    fireEvent.change(dialog().getByRole('combobox', { name: 'Heads in' }), { target: { value: '3' } });
    expect(onRelayout).toHaveBeenCalledExactlyOnceWith({ header: 3 });
    relay(makeSurvey(LAKE_HEADERS, LAKE_ROWS, { layout: { header: 3 } }));
    press('Open 60 events');
    expect(onOpen.mock.lastCall?.[0]).toMatchObject({
      date: { column: 'When', order: 'day-first' },
      layout: { header: 3 },
    });
  });

  test('that is gone back to is asked for again', () => {
    const { onRelayout, relay } = show();
    relay(makeSurvey(['1', '2'], [['a', 'b']], { layout: { header: 'none' } }));
    expect(columnRow('1').getByRole('combobox')).toBeTruthy();
    press('Undo');
    expect(onRelayout).toHaveBeenCalledExactlyOnceWith({ header: 1 });
    expect(columnRow('When').getByRole('combobox')).toBeTruthy();
  });

  test('offers encodings, each with a line of the file as it would read', () => {
    const survey = makeSurvey(LAKE_HEADERS, LAKE_ROWS);
    const choices = [
      {
        about: 'encoding' as const,
        chosen: 'utf-8',
        options: [
          { value: 'utf-8', sample: 'D�but' },
          { value: 'windows-1252', sample: 'Début' },
        ],
      },
    ];
    const { onRelayout } = show({ survey: { ...survey, source: { ...survey.source, choices } } });
    press('UTF-8');
    fireEvent.click(dialog().getByRole('radio', { name: 'windows-1252 Début' }));
    expect(onRelayout).toHaveBeenCalledExactlyOnceWith({ header: 1, encoding: 'windows-1252' });
  });
});

describe('a table with headings that were met before', () => {
  test('is read as last time, which is said, and afresh where somebody wants that', () => {
    rememberMapping(HEADINGS, JSON.stringify({ ...LAKE_MAPPING, place: 'No' }));
    const { heard } = show();
    expect(heard.at(-1)).toMatchObject({ place: 'No' });
    expect(dialog().getByText(/Read as last time\./)).toBeTruthy();
    press('Start afresh');
    expect(heard.at(-1)).toEqual(LAKE_MAPPING);
    expect(dialog().queryByText(/Read as last time/)).toBeNull();
  });

  test('is read so from when it was opened', () => {
    show();
    press(/^3 Apr 2016/);
    press('Open 60 events');
    document.body.replaceChildren();
    show();
    expect(button(/^3 Apr 2016/).getAttribute('aria-pressed')).toBe('true');
  });
});

describe('a mapping as a file', () => {
  test('is saved under the name of the table', async () => {
    let saved: Blob | undefined;
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => ((saved = blob), 'blob:1') }));
    const clicked: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
      clicked.push(this.download);
    });
    show();
    press('Save this mapping');
    expect(clicked).toEqual(['lake-talks.mapping.json']);
    expect(JSON.parse(await saved!.text())).toEqual(LAKE_MAPPING);
    vi.unstubAllGlobals();
  });

  test.each([
    ['{"title":"Who"}', 'Who', 'The table is read as mine.json says.'],
    [
      'no mapping',
      'What',
      'mine.json can’t be used as a mapping: nothing has changed. /date/order: “middle”; expected one of day-first, month-first.',
    ],
  ])('is used where it is one, else what is wrong in it is said, and where: %s', async (text, title, said) => {
    const { onOpen } = show();
    const input = screen.getByRole('dialog').querySelector<HTMLInputElement>('input[type="file"]');
    fireEvent.change(input!, { target: { files: [new File([text], 'mine.json')] } });
    await waitFor(() => expect(screen.getByRole('dialog').querySelector('.dt-status')?.textContent).toBe(said));
    expect(screen.getByRole('dialog').querySelector('.dt-map-told')?.textContent).toBe(said.replace(' /', '/'));
    press('Open 60 events');
    expect(onOpen.mock.lastCall?.[0].title).toBe(title);
  });
});

describe('a large file', () => {
  const survey = makeSurvey(LAKE_HEADERS, LAKE_ROWS, { isWhole: false });

  test('is read on at the foot, which can be ended, and opened before its end', () => {
    const onStop = vi.fn<() => void>();
    const { onOpen } = show({
      survey,
      onStop,
      progress: { done: 0.64, findings: findingsOf({ records: 61_700 }), isWhole: false },
    });
    expect(
      dialog().getByRole<HTMLProgressElement>('progressbar', { name: 'Reading all of lake-talks.csv' }).value,
    ).toBe(0.64);
    expect(dialog().getByText('61,700 rows read')).toBeTruthy();
    press('Stop');
    expect(onStop).toHaveBeenCalledOnce();
    press('Open all events');
    expect(onOpen).toHaveBeenCalledOnce();
  });

  test('is told of by all its rows when they were read', () => {
    show({
      survey,
      progress: { done: 1, findings: findingsOf({ records: 96_400, events: 96_400, undated: 0 }), isWhole: true },
    });
    expect(dialog().getByText(/96,400 rows, 96,400 events; each has a date\./)).toBeTruthy();
    expect(button('Open 96,400 events')).toBeTruthy();
    expect(dialog().queryByRole('progressbar')).toBeNull();
  });
});

describe('on a phone', () => {
  test('columns and events are two tabs, and the way to open stays in sight', () => {
    widthPx = 390;
    const { onOpen } = show();
    const tabs = dialog().getAllByRole('tab');
    expect(tabs.map((tab) => [tab.textContent, tab.getAttribute('aria-selected')])).toEqual([
      ['Columns', 'true'],
      ['Events', 'false'],
    ]);
    expect(heading('First events')).toBeUndefined();
    fireEvent.keyDown(tabs[0]!, { key: 'ArrowRight' });
    expect(document.activeElement).toBe(tabs[1]);
    expect(within(dialog().getByRole('tabpanel', { name: 'Events' })).getByText('First events')).toBeTruthy();
    expect(heading('When')).toBeUndefined();
    press('Open 60 events');
    expect(onOpen).toHaveBeenCalledOnce();
  });
});

test.each([1440, 390])('an accessibility checker objects to nothing, %s px wide', async (px) => {
  widthPx = px;
  show();
  press(/^3 Apr 2016/);
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'color-contrast': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
