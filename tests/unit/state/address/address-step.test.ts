import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDay, timeSpan } from '../../../../src/model/dates/instant';
import type { AddressPage } from '../../../../src/state/address/address-step';
import type { ViewParams } from '../../../../src/state/address/view-params';
import { setSearchText, toggleCountry } from '../../../../src/state/query/filters';
import {
  chooseActor,
  chooseEvent,
  choosePair,
  hoverActor,
  hoverEvent,
  pinActor,
  setPanelOpen,
  showSummary,
} from '../../../../src/state/view/choose';
import { receiveDataset, startLoading, takeViewParams } from '../../../../src/state/view/loading';
import { EMPTY_STATE } from '../../../../src/state/view/timeline-state';
import type { TimelineState } from '../../../../src/state/view/timeline-state';
import { setWindow } from '../../../../src/state/view/view-actions';
import { makeDataset } from '../../../support/make-dataset';
import { walkHistory } from '../../../support/walk-history';
import type { Walk } from '../../../support/walk-history';

const EVENTS = [
  { id: 'call', participants: ['kerry', 'lavrov'], countries: ['US', 'RU'] },
  { id: 'statement', participants: ['kerry'], countries: ['US'] },
];
const DATASETS = { a: makeDataset(EVENTS), b: makeDataset(EVENTS, { id: 'b' }) };
const shipped = (id: string) => ({ id, title: id, events: 2, from: 2016, to: 2016 });
const CATALOGUE = { own: 'a', datasets: [shipped('a'), shipped('b')], together: 2 };
const PAGE: AddressPage = { author: {}, usual: ['a'], catalogue: CATALOGUE, isFramed: false };
const START: TimelineState = { ...receiveDataset(EMPTY_STATE, DATASETS.a, []), datasetIds: ['a'] };

type Happening = (walk: Walk) => void;
const choose =
  (id: string): Happening =>
  ({ change }) =>
    change((state) => chooseEvent(state, id));
const filter =
  (country: string): Happening =>
  ({ change }) =>
    change((state) => toggleCountry(state, country));
const letGo: Happening = ({ change }) => change(showSummary);
const changed =
  (transition: (state: TimelineState) => TimelineState): Happening =>
  ({ change }) =>
    change(transition);
const back: Happening = ({ go }) => go(-1);
const forward: Happening = ({ go }) => go(1);
const arrival: Happening = ({ arrive }) => arrive();
const after =
  (ms: number): Happening =>
  ({ wait }) =>
    wait(ms);
const typed =
  (hash: string): Happening =>
  ({ type }) =>
    type(hash);
const asked: Happening = ({ change }) => change((state) => startLoading(state, 'a dataset'));
const loaded = (id: 'a' | 'b', view: ViewParams = {}): Happening =>
  changed((state) => ({ ...receiveDataset(state, { ...DATASETS[id] }, [], view), datasetIds: [id] }));
const refusing: Happening = ({ refuse }) => refuse(true);
const writing: Happening = ({ refuse }) => refuse(false);
const reloaded =
  (view: ViewParams): Happening =>
  ({ reload }) =>
    reload(takeViewParams(START, view));

interface Case {
  readonly name: string;
  /** The end of the address as the page was opened; empty by default. */
  readonly opened?: string;
  readonly page?: Partial<AddressPage>;
  readonly state?: TimelineState;
  /** The reader's language, where one was chosen. */
  readonly language?: string;
  /** What happens, and what is done about it. */
  readonly steps: readonly (readonly [happening: Happening, done: string])[];
  readonly becomes?: Readonly<Record<string, unknown>>;
  /** The history at the end: [where the page stands]. */
  readonly entries?: string;
}

const called = (id: string) => takeViewParams(START, { event: id });

const CHOOSING: readonly Case[] = [
  {
    name: 'choosing an event makes an entry, and Back undoes it',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [back, 'show'],
    ],
    becomes: { selected: undefined, panel: { kind: 'summary' } },
    entries: 'https://example.org/ [/] #event=call',
  },
  {
    name: 'Forward opens the panel again, on a phone the sheet that was closed',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [back, 'show'],
      [changed((state) => setPanelOpen(state, false)), ''],
      [forward, 'show'],
    ],
    becomes: { selected: 'call', panel: { kind: 'event' }, panelOpen: true },
  },
  {
    name: 'Back to another event leaves a folded panel open as it is, and nothing to undo',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [choose('statement'), 'push[2] #event=statement'],
      [back, 'show'],
    ],
    becomes: { selected: 'call', panelOpen: true, past: [] },
    entries: 'https://example.org/ / [#event=call] #event=statement',
  },
  {
    name: 'other changes mend the last entry, together and later',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [filter('RU'), ''],
      [after(200), ''],
      [filter('US'), ''],
      [after(149), ''],
      [after(1), 'replace[1] #countries=RU,US&event=call'],
      [after(5000), ''],
    ],
  },
  {
    name: 'choosing an event writes what was waiting to be written',
    steps: [
      [filter('RU'), ''],
      [choose('call'), 'push[1] #countries=RU&event=call'],
      [after(350), ''],
    ],
  },
  {
    name: 'what Back and Forward choose makes no entry; the view on screen is written to where they lead',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [filter('RU'), ''],
      [after(350), 'replace[1] #countries=RU&event=call'],
      [back, 'show'],
      [after(350), 'replace[0] #countries=RU'],
      [forward, 'show'],
    ],
    becomes: { selected: 'call', filter: { ...START.filter, countries: ['RU'] } },
    entries: 'https://example.org/ #countries=RU [#countries=RU&event=call]',
  },
  {
    name: 'Back keeps the window as it is',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [changed((state) => setWindow(state, timeSpan(civilDay(2016, 2, 1), civilDay(2016, 3, 1)), false)), ''],
      [back, 'show'],
    ],
    becomes: { selected: undefined, window: timeSpan(civilDay(2016, 2, 1), civilDay(2016, 3, 1)) },
  },
  {
    name: 'an actor’s panel and a pair’s are no entries of their own, but Back closes and opens them with theirs',
    steps: [
      [changed((state) => chooseActor(state, 'kerry')), ''],
      [after(350), 'replace[0] #actor=kerry'],
      [choose('call'), 'push[1] #event=call'],
      [changed((state) => choosePair(state, 'kerry', 'lavrov')), ''],
      [back, 'show'],
    ],
    becomes: { selected: undefined, panel: { kind: 'actor', actor: 'kerry' } },
  },
  {
    name: 'the pointer is never written',
    steps: [
      [changed((state) => hoverEvent(state, 'call')), ''],
      [changed((state) => hoverActor(state, 'kerry')), ''],
      [after(350), ''],
    ],
  },
  {
    name: 'a view that is as it was is not written',
    steps: [
      [filter('RU'), ''],
      [filter('RU'), ''],
      [after(350), ''],
    ],
  },
  {
    name: 'nothing is written as long as there is no dataset',
    state: EMPTY_STATE,
    steps: [
      [changed((state) => startLoading(state, 'a')), ''],
      [after(350), ''],
    ],
  },
];

const LETTING_GO: readonly Case[] = [
  {
    name: 'goes back to before the event was chosen, and leaves no entry that shows nothing new',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [letGo, 'back 1'],
      [arrival, 'keep-scroll'],
      [after(5000), ''],
    ],
    becomes: { selected: undefined },
    entries: 'https://example.org/ [/] #event=call',
  },
  {
    name: 'goes past the events stepped through, and the view stays',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [choose('statement'), 'push[2] #event=statement'],
      [filter('RU'), ''],
      [letGo, 'back 2'],
      [arrival, 'keep-scroll, replace[0] #countries=RU'],
    ],
    becomes: { selected: undefined, filter: { ...START.filter, countries: ['RU'] } },
    entries: 'https://example.org/ [#countries=RU] #event=call #event=statement',
  },
  {
    name: 'does not show the actor again from whose panel it was chosen',
    steps: [
      [changed((state) => chooseActor(state, 'kerry')), ''],
      [choose('call'), 'push[1] #event=call'],
      [letGo, 'back 1'],
      [arrival, 'keep-scroll'],
    ],
    becomes: { panel: { kind: 'summary' } },
    entries: 'https://example.org/ [/] #event=call',
  },
  {
    name: 'and choosing another at once, before the browser is back, leaves one entry for it',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [letGo, 'back 1'],
      [choose('statement'), ''],
      [arrival, 'keep-scroll, push[1] #event=statement'],
      [back, 'show'],
    ],
    becomes: { selected: undefined },
    entries: 'https://example.org/ [/] #event=statement',
  },
  {
    name: 'and filtering at once writes the filter a while after the browser is back',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [letGo, 'back 1'],
      [filter('RU'), ''],
      [arrival, 'keep-scroll'],
      [after(350), 'replace[0] #countries=RU'],
    ],
  },
  {
    name: 'that came with the address mends its entry',
    opened: '#event=call',
    state: called('call'),
    steps: [
      [letGo, ''],
      [after(350), 'replace[0] /'],
    ],
    entries: 'https://example.org/ [/]',
  },
  {
    name: 'after stepping on from one that came with the address mends its entry, too',
    opened: '#event=call',
    state: called('call'),
    steps: [
      [choose('statement'), 'push[0] #event=statement'],
      [letGo, ''],
      [after(350), 'replace[0] /'],
    ],
  },
  {
    name: 'goes back after the page was loaded again, too',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [reloaded({ event: 'call' }), 'replace[1] #event=call'],
      [letGo, 'back 1'],
      [arrival, 'keep-scroll'],
    ],
    entries: 'https://example.org/ [/] #event=call',
  },
  {
    name: 'is written where it stands when the browser has forgotten the entry before',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [letGo, 'back 1'],
      [filter('RU'), ''],
      [after(1999), ''],
      [after(1), 'replace[1] /'],
      [after(350), 'replace[1] #countries=RU'],
    ],
  },
];

const DATASETS_CHOSEN: readonly Case[] = [
  {
    name: 'other datasets make an entry, and the one that is left keeps the view as it was left',
    steps: [
      [filter('RU'), ''],
      [loaded('b'), 'replace[0] #countries=RU, push[0] #set=b'],
      [after(350), ''],
    ],
    entries: 'https://example.org/ #countries=RU [#set=b]',
  },
  {
    name: 'an entry that is left as it was opened is not written in our own order',
    opened: '#view=list&countries=RU',
    state: takeViewParams(START, { view: 'list', countries: ['RU'] }),
    steps: [[loaded('b'), 'push[0] #set=b&view=list']],
  },
  {
    name: 'the first dataset to come is no choice',
    state: EMPTY_STATE,
    steps: [
      [asked, ''],
      [loaded('a'), ''],
      [after(350), ''],
    ],
  },
  {
    name: 'nor is one that a host page puts in their place',
    steps: [
      [changed((state) => receiveDataset(state, { ...DATASETS.b }, [])), ''],
      [after(350), ''],
    ],
  },
  {
    name: 'the usual dataset needs no naming',
    opened: '#set=b',
    state: { ...START, datasetIds: ['b'] },
    steps: [[loaded('a'), 'push[0] /']],
  },
  {
    name: 'an event that comes along chosen makes no entry of its own, and letting it go stays',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [loaded('b', { event: 'call' }), 'push[0] #set=b&event=call'],
      [letGo, ''],
      [after(350), 'replace[0] #set=b'],
    ],
  },
  {
    name: 'Back to other datasets asks for them, and makes no entry when they are there',
    steps: [
      [loaded('b'), 'push[0] #set=b'],
      [filter('RU'), ''],
      [back, 'open a'],
      [asked, ''],
      [after(350), ''],
      [loaded('a'), ''],
      [after(350), ''],
    ],
    becomes: { datasetIds: ['a'] },
    entries: 'https://example.org/ [/] #set=b',
  },
  {
    name: 'Back to datasets that can’t be had lets the address follow the screen again',
    steps: [
      [loaded('b'), 'push[0] #set=b'],
      [back, 'open a'],
      [asked, ''],
      [changed((state) => ({ ...state, loading: { phase: 'ready' } })), ''],
      [after(350), 'replace[0] #set=b'],
    ],
  },
  {
    name: 'a dataset that came from elsewhere has no name, and leaves the hash alone',
    opened: '#set=b&x=1',
    state: { ...START, datasetIds: [] },
    steps: [
      [filter('RU'), ''],
      [after(350), 'replace[0] #set=b&x=1&countries=RU'],
    ],
  },
  {
    name: 'a dataset typed by hand that nobody ships has the page’s own opened, which tells of it',
    steps: [[typed('#set=nobody'), 'open a']],
  },
  {
    name: 'an unknown dataset in an entry of ours is no reason to load anything',
    opened: '#set=nobody',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [back, 'show'],
    ],
  },
  {
    name: 'a page without others ignores what the hash says of them',
    page: { catalogue: undefined, usual: [] },
    state: { ...START, datasetIds: [] },
    steps: [[typed('#set=b&countries=RU'), 'show']],
    becomes: { filter: { ...START.filter, countries: ['RU'] } },
  },
];

const REFUSED: readonly Case[] = [
  {
    name: 'a change that the browser refuses is written later, as the view then is',
    steps: [
      [refusing, ''],
      [filter('RU'), ''],
      [after(350), 'refused replace[0] #countries=RU'],
      [after(4999), ''],
      [writing, ''],
      [filter('US'), ''],
      [after(1), 'replace[0] #countries=RU,US'],
      [filter('US'), ''],
      [after(350), 'replace[0] #countries=RU'],
    ],
  },
  {
    name: 'a choice that the browser refuses still gets its entry, and Back takes it back',
    steps: [
      [refusing, ''],
      [choose('call'), 'refused push[1] #event=call'],
      [after(5000), 'refused push[1] #event=call'],
      [writing, ''],
      [after(5000), 'push[1] #event=call'],
      [back, 'show'],
    ],
    becomes: { selected: undefined },
    entries: 'https://example.org/ [/] #event=call',
  },
  {
    name: 'several refused choices become one entry, that of the last',
    steps: [
      [refusing, ''],
      [choose('call'), 'refused push[1] #event=call'],
      [choose('statement'), 'refused push[1] #event=statement'],
      [filter('RU'), ''],
      [writing, ''],
      [after(5000), 'push[1] #countries=RU&event=statement'],
    ],
    entries: 'https://example.org/ / [#countries=RU&event=statement]',
  },
  {
    name: 'a choice made after a refused one is written at once where it may be, with one step back for both',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [refusing, ''],
      [choose('statement'), 'refused push[2] #event=statement'],
      [writing, ''],
      [choose('call'), 'push[2] #event=call'],
      [letGo, 'back 2'],
    ],
  },
  {
    name: 'a refused choice that is let go leaves no entry, and goes back only over those that there are',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [refusing, ''],
      [choose('statement'), 'refused push[2] #event=statement'],
      [writing, ''],
      [letGo, 'back 1'],
      [arrival, 'keep-scroll'],
      [after(5000), ''],
    ],
    becomes: { selected: undefined },
    entries: 'https://example.org/ [/] #event=call',
  },
  {
    name: 'other datasets whose entry is refused get it later',
    steps: [
      [refusing, ''],
      [loaded('b'), 'refused push[0] #set=b'],
      [writing, ''],
      [after(5000), 'push[0] #set=b'],
      [back, 'open a'],
    ],
  },
  {
    name: 'Back while a choice waits for its entry goes back from the entry that there is',
    steps: [
      [choose('call'), 'push[1] #event=call'],
      [refusing, ''],
      [choose('statement'), 'refused push[2] #event=statement'],
      [writing, ''],
      [back, 'show'],
      [after(5000), ''],
    ],
    becomes: { selected: undefined },
  },
];

const BY_HAND: readonly Case[] = [
  {
    name: 'what it doesn’t name is as a new reader finds it: view and order of the list, too',
    opened: '#view=list&sort=title&group=type',
    state: setPanelOpen(takeViewParams(START, { view: 'list', sort: 'title', group: 'type' }), false),
    steps: [[typed('#event=call'), 'show']],
    becomes: { selected: 'call', group: 'country', sort: 'date', view: 'auto', panelOpen: true },
  },
  {
    name: 'one that asks for a page set up otherwise has it loaded again',
    opened: '?theme=dark#hide=search',
    steps: [
      [typed('#hide=search&event=call'), 'show'],
      [typed('#hide=search&data=other.json'), 'reload'],
      [typed('#hide=search'), 'reload'],
      [typed(''), 'reload'],
    ],
  },
  {
    name: 'an address typed by hand is a view of its own',
    steps: [
      [filter('RU'), ''],
      [changed((state) => pinActor(state, 'kerry')), ''],
      [typed('#event=call&group=type'), 'show'],
    ],
    becomes: { selected: 'call', group: 'type', pinned: [], filter: START.filter },
  },
  {
    name: 'and Back from it to an entry of ours changes what is chosen alone',
    steps: [
      [typed('#event=call&group=type'), 'show'],
      [back, 'show'],
    ],
    becomes: { selected: undefined, group: 'type' },
  },
  {
    name: 'lies over the author’s view, and what is as the author has it isn’t written',
    opened: '?countries=RU&group=type&x=1#group=actor',
    page: { author: { countries: ['RU'], group: 'type' } },
    state: takeViewParams(START, { countries: ['RU'], group: 'actor' }),
    steps: [
      [typed('#group=type&countries=US'), 'show'],
      [filter('US'), ''],
      [after(350), 'replace ?countries=RU&group=type&x=1#countries='],
    ],
    becomes: { group: 'type', filter: START.filter },
  },
  {
    name: 'what the author has locked is not for a hash to change',
    opened: '?lock=filters&countries=RU',
    page: { author: { countries: ['RU'] } },
    state: takeViewParams(START, { countries: ['RU'] }),
    steps: [[typed('#countries=&q=x'), 'show']],
    becomes: { filter: { ...START.filter, countries: ['RU'] } },
  },
  {
    name: 'an event that isn’t there is noted and chooses nothing',
    steps: [[typed('#event=nobody'), 'show']],
    becomes: {
      selected: undefined,
      rejections: [expect.objectContaining({ field: 'event', found: 'nobody', effect: 'noted' })],
    },
  },
  {
    name: 'may ask for another language than the one chosen',
    language: 'fr',
    steps: [[typed('#lang=ru'), 'speak ru, show']],
  },
  {
    name: 'but an entry from before a language was chosen takes on that language',
    opened: '#lang=ru',
    language: 'fr',
    steps: [
      [choose('call'), 'push[1] #lang=ru&event=call'],
      [back, 'replace[0] #lang=fr, show'],
    ],
  },
];

const KEPT: readonly Case[] = [
  {
    name: 'keys that aren’t ours and options are kept',
    opened: '?utm=1#keep=2&theme=dark',
    steps: [[choose('call'), 'push[1] ?utm=1#keep=2&theme=dark&event=call']],
  },
  {
    name: 'a text too long for 2,000 characters is left out, and what matters more stays',
    steps: [
      [changed((state) => setSearchText(state, 'x'.repeat(2000))), ''],
      [choose('call'), 'push[1] #event=call'],
    ],
  },
  {
    name: 'in a frame nothing is written: the history is of the page around it',
    opened: '#keep=1',
    page: { isFramed: true },
    steps: [
      [choose('call'), ''],
      [filter('RU'), ''],
      [after(350), ''],
      [letGo, ''],
      [loaded('b'), ''],
      [after(5000), ''],
    ],
    entries: 'https://example.org/ [#keep=1]',
  },
  {
    name: 'and a hash that the page around gives it is a view',
    page: { isFramed: true },
    language: 'fr',
    steps: [[typed('#event=call'), 'show']],
    becomes: { selected: 'call' },
  },
];

describe.each([
  ['choosing', CHOOSING],
  ['letting an event go', LETTING_GO],
  ['the page’s datasets', DATASETS_CHOSEN],
  ['where the browser refuses', REFUSED],
  ['an address typed by hand', BY_HAND],
  ['what stands in the address', KEPT],
])('%s:', (_, cases) => {
  test.each(cases.map((each) => [each.name, each] as const))(
    '%s',
    (_name, { opened = '', page, state = START, language, steps, becomes = {}, entries }) => {
      const walk = walkHistory(opened, state, { ...PAGE, ...page }, language);
      expect(walk.done(), 'opened').toBe(page?.isFramed === true ? '' : `replace[0] ${opened || '/'}`);
      for (const [index, [happening, done]] of steps.entries()) {
        happening(walk);
        expect(walk.done(), `step ${index + 1}`).toBe(done);
      }
      expect(walk.state()).toMatchObject(becomes);
      if (entries !== undefined) expect(walk.entries()).toBe(entries);
    },
  );
});

test('wherever a reader goes, the entry says what is chosen, and neighbours never say the same', () => {
  const happenings = fc.constantFrom<Happening>(
    choose('call'),
    choose('statement'),
    letGo,
    filter('RU'),
    arrival,
    back,
    forward,
    after(350),
  );
  fc.assert(
    fc.property(fc.array(happenings, { maxLength: 30 }), (walked) => {
      const walk = walkHistory('', START, PAGE);
      for (const happening of [...walked, arrival, after(350)]) happening(walk);
      const entries = walk.entries().split(' ').slice(1);
      const events = entries.map((entry) => /event=(\w+)/.exec(entry)?.[1]);
      expect(events[entries.findIndex((entry) => entry.startsWith('['))]).toBe(walk.state().selected);
      expect(events.filter((event, index) => index > 0 && event === events[index - 1])).toEqual([]);
      expect(events.indexOf(undefined)).toBe(0);
    }),
  );
});
