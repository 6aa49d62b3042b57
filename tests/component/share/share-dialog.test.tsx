import { readFileSync } from 'node:fs';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { mountTimeline } from '../../../src/app/mount-timeline';
import type { MountOptions } from '../../../src/app/mount-timeline';
import type { TimelineHandle } from '../../../src/app/timeline-handle';
import { readAddress } from '../../../src/app/address-bar';
import { decodeAddress } from '../../../src/state/address/address';
import { PageServicesProvider } from '../../../src/ui/context/page-services';
import type { PageServices, ShareSource } from '../../../src/ui/context/page-services';
import { ShareDialog } from '../../../src/ui/give/ShareDialog';
import { makeDataset } from '../../support/make-dataset';
import { renderOver, storeOf } from '../../support/render-panels';

const text = readFileSync('data/syria-cessation-2016.json', 'utf8');
const TITLE = 'Timeline: Syria, February 2016: from joint statement to cessation of hostilities';
let handle: TimelineHandle | undefined;

async function openPage(query = '', hash = '', more: Partial<MountOptions> = {}): Promise<TimelineHandle> {
  history.replaceState(null, '', `/page/${query === '' ? '' : `?${query}`}${hash === '' ? '' : `#${hash}`}`);
  const target = document.body.appendChild(document.createElement('div'));
  const { author, options } = readAddress();
  handle = await act(async () =>
    mountTimeline(target, {
      source: { kind: 'text', text, name: 'here' },
      view: author,
      options,
      address: true,
      ...more,
    }),
  );
  return handle;
}

/** The codes for a page of the reader's own lie folded. */
async function choose(dialog: HTMLElement, tab: string): Promise<void> {
  const fold = dialog.querySelector<HTMLDetailsElement>('.dt-give-fold');
  if (fold?.open === false) await act(async () => void (fold.open = true));
  await userEvent.click(within(dialog).getByRole('tab', { name: tab }));
}

async function openDialog(tab?: string): Promise<HTMLElement> {
  await userEvent.click(screen.getByRole('button', { name: 'Share' }));
  const dialog = screen.getByRole('dialog', { name: 'Share this view' });
  // What each file leaves out is counted once the dialog is there, with code that comes for it.
  await within(dialog).findAllByText(/holds? everything/);
  if (tab !== undefined) await choose(dialog, tab);
  return dialog;
}

const fieldIn = (dialog: HTMLElement, name: string) =>
  within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name }).value;
const codeIn = (dialog: HTMLElement) => fieldIn(dialog, 'Code for your page');
const linkIn = (dialog: HTMLElement) => fieldIn(dialog, 'Link to this view');

/** Opens the dialog over a page hosted somewhere, as an embed or the page itself would. */
function renderHosted(
  source: Partial<ShareSource>,
  dataset = makeDataset([{ id: 'a', countries: ['RU'] }]),
  isReachable = true,
) {
  const share = (): ShareSource => ({
    address: 'https://news.example/t/',
    options: {},
    isReachable,
    isInTab: false,
    datasets: [],
    dataFile: 'a.json',
    link: (home) => ({ address: `${home}#countries=RU`, left: [] }),
    ...source,
  });
  const store = storeOf(dataset);
  const services: PageServices = {
    control: undefined as never,
    link: () => '',
    share,
    retry: undefined,
    datasets: undefined,
  };
  renderOver(
    store,
    <PageServicesProvider value={services}>
      <ShareDialog open onClose={() => undefined} />
    </PageServicesProvider>,
  );
  return screen.getByRole('dialog', { name: isReachable ? 'Share this view' : 'Give away' });
}

afterEach(async () => {
  await act(async () => handle?.destroy());
  handle = undefined;
  document.body.replaceChildren();
  history.replaceState(null, '', '/');
  Reflect.deleteProperty(navigator, 'clipboard');
});

function clipboard(writeText: ((text: string) => Promise<void>) | undefined): void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: writeText && { writeText } });
  if (writeText === undefined) Reflect.deleteProperty(navigator, 'clipboard');
}

describe('the share dialog', () => {
  test('says in words what is on screen, and opens with the link', async () => {
    await openPage('view=list&countries=RU,US');
    const dialog = await openDialog();
    within(dialog).getByText('As a list. Countries: Russia or United States. 8 of 11 events.');
    expect(linkIn(dialog)).toContain('http://localhost:3000/page/?view=list');
    const headings = () =>
      within(dialog)
        .getAllByRole('heading', { level: 3 })
        .map(({ textContent }) => textContent);
    await waitFor(() => expect(headings()).toContain('Files the number is that of events'));
    expect(headings()).toEqual([
      'A link to this view',
      'Put it in a page',
      'A page',
      'A folder for a site',
      'Files the number is that of events',
      'A picture',
      'Cite this view',
    ]);
    await choose(dialog, 'Iframe');
    expect(
      within(dialog)
        .getAllByRole('tab')
        .map((tab) => tab.textContent),
    ).toEqual(['Iframe', 'Element', 'Inline']);
  });

  test('has tabs that arrows go round, and a panel that is named by its tab', async () => {
    await openPage('view=list');
    const dialog = await openDialog('Iframe');
    const chosen = () => [
      within(dialog).getByRole('tab', { selected: true }).textContent,
      document.activeElement?.textContent,
      within(dialog).getByRole('tabpanel').getAttribute('aria-labelledby') === document.activeElement?.id,
    ];
    await userEvent.keyboard('{ArrowRight}');
    expect(chosen()).toEqual(['Element', 'Element', true]);
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(chosen()).toEqual(['Inline', 'Inline', true]);
    await userEvent.keyboard('{Home}');
    expect(chosen()).toEqual(['Iframe', 'Iframe', true]);
    expect(
      within(dialog)
        .getAllByRole('tab')
        .filter((tab) => tab.tabIndex === 0),
    ).toHaveLength(1);
  });

  test('gives the focus back, and its keys stay inside', async () => {
    const timeline = await openPage('view=list');
    const dialog = await openDialog('Iframe');
    await userEvent.keyboard('l');
    expect(timeline.getState().view).toBe('list');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Share' }));
  });

  test.each(['Iframe', 'Element', 'Inline'])(
    'has nothing that an accessibility checker objects to: %s',
    async (tab) => {
      await openPage('view=list');
      const dialog = await openDialog(tab);
      const { violations } = await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
    },
  );
});

describe('copying', () => {
  test('copies with one click and says so, for eyes and ears', async () => {
    await openPage('view=list', 'countries=RU');
    const dialog = await openDialog();
    const writeText = vi.fn(async () => undefined);
    clipboard(writeText);
    await userEvent.setup({ writeToClipboard: false }).pointer([]);
    clipboard(writeText);
    const button = within(dialog).getByRole('button', { name: 'Copy link' });
    await act(async () => button.click());
    expect(writeText).toHaveBeenCalledExactlyOnceWith(linkIn(dialog));
    within(dialog).getByText('Copied', { ignore: 'output *' });
    expect(within(dialog).getByRole('status').textContent).toBe('Copied');
  });

  test.each([
    [
      'is refused',
      async () => {
        throw new DOMException('no', 'NotAllowedError');
      },
    ],
    ['is missing', undefined],
  ])('selects the text to be copied by hand where that %s', async (_, writeText) => {
    await openPage('view=list');
    const dialog = await openDialog('Iframe');
    clipboard(writeText);
    await act(async () => within(dialog).getByRole('button', { name: 'Copy code' }).click());
    const field = within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: 'Code for your page' });
    expect([field.readOnly, document.activeElement, field.selectionStart, field.selectionEnd]).toEqual([
      true,
      field,
      0,
      field.value.length,
    ]);
    expect(
      within(dialog)
        .getAllByText(/did not allow copying/)
        .map(({ parentElement }) => parentElement?.localName),
    ).toEqual(['div', 'output']);
  });
});

describe('what it writes', () => {
  test('the link is the author’s query with the reader’s hash', async () => {
    const timeline = await openPage('view=list&countries=RU&utm=1', 'x=2');
    await act(async () => timeline.setState({ tones: ['conflict'] }));
    expect(linkIn(await openDialog())).toBe(
      'http://localhost:3000/page/?view=list&countries=RU&utm=1#x=2&tones=conflict',
    );
  });

  test('an embed’s link leads to the full page, without what the host page settled', async () => {
    const timeline = await openPage(
      'embed=1&view=list&hide=title,search&countries=RU&theme=dark&lock=range&gestures=greedy&motion=reduced&utm=1&set=',
    );
    await act(async () => timeline.setState({ tones: ['conflict'] }));
    expect(linkIn(await openDialog())).toBe(
      'http://localhost:3000/page/?view=list&countries=RU&utm=1&set=#tones=conflict',
    );
  });

  test('a link that would be too long says what it had to leave out', async () => {
    await openPage('view=list', `q=${'я'.repeat(330)}&countries=RU`);
    const dialog = await openDialog();
    expect(linkIn(dialog)).toBe('http://localhost:3000/page/?view=list#countries=RU');
    expect(within(dialog).getAllByText('The view is too long for an address. Left out: q.').length).toBeGreaterThan(0);
  });

  test('codes follow what the editor settles', async () => {
    await openPage('view=list&countries=RU&theme=dark');
    const dialog = await openDialog('Iframe');
    const inside = within(within(dialog).getByRole('tabpanel'));
    expect(inside.getByRole('combobox', { name: 'Theme' })).toHaveProperty('value', 'dark');
    await userEvent.selectOptions(inside.getByRole('combobox', { name: 'Theme' }), 'light');
    await userEvent.selectOptions(inside.getByRole('combobox', { name: 'Mouse wheel' }), 'greedy');
    for (const name of ['legend', 'title', 'the dates']) await userEvent.click(inside.getByRole('checkbox', { name }));
    const height = inside.getByRole('spinbutton', { name: 'Height in pixels' });
    await userEvent.clear(height);
    await userEvent.type(height, '720');
    const frame = new DOMParser().parseFromString(codeIn(dialog), 'text/html').querySelector('iframe');
    expect([frame?.getAttribute('height'), frame?.title]).toEqual(['720', TITLE]);
    expect(decodeAddress(new URL(frame?.src ?? '').searchParams)).toMatchObject({
      options: { embed: true, hide: ['title', 'legend'], lock: ['range'], theme: 'light', gestures: 'greedy' },
      view: { view: 'list', countries: ['RU'] },
    });
    await choose(dialog, 'Element');
    const element = new DOMParser().parseFromString(codeIn(dialog), 'text/html').querySelector('diplomatic-timeline');
    expect([
      element?.getAttribute('hide'),
      element?.getAttribute('gestures'),
      element?.getAttribute('label'),
      element?.hasAttribute('embed'),
    ]).toEqual(['title,legend', 'greedy', TITLE, false]);
  });

  test('a height that is none leaves the last one that was', async () => {
    await openPage('view=list');
    const dialog = await openDialog('Iframe');
    const height = within(dialog).getByRole('spinbutton', { name: 'Height in pixels' });
    for (const wrong of ['5', '99999', '-3']) {
      await userEvent.clear(height);
      await userEvent.type(height, wrong);
    }
    const px = Number(/height="(\d+)"/.exec(codeIn(dialog))?.[1]);
    expect(px >= 120 && px <= 4000).toBe(true);
  });

  test('a picture has a description to go with it', async () => {
    await openPage('view=list&countries=RU');
    const dialog = await openDialog();
    const words = `${TITLE}. 1 Jan 2014 – 27 Feb 2016. Countries: Russia. 6 of 11 events.`;
    expect(within(dialog).getByRole<HTMLTextAreaElement>('textbox', { name: /alt text/ }).value).toBe(words);
    expect(within(dialog).getByRole<HTMLImageElement>('img', { name: words }).src).toMatch(/^data:image\/svg\+xml/);
  });
});

describe('where the page is', () => {
  test('hosted, nothing is asked', () => {
    const dialog = renderHosted({});
    expect(linkIn(dialog)).toBe('https://news.example/t/#countries=RU');
    expect(within(dialog).queryByRole('textbox', { name: 'Where the page is hosted' })).toBeNull();
  });

  test('on this machine, it asks where it will be, and writes that', async () => {
    await openPage('view=list', 'countries=RU');
    const dialog = await openDialog();
    const field = within(dialog).getByRole('textbox', { name: 'Where the page is hosted' });
    await userEvent.clear(field);
    expect(linkIn(dialog)).toBe('https://example.org/timeline/?view=list#countries=RU');
    await userEvent.type(field, 'ftp://x');
    expect(within(dialog).getByRole('alert').textContent).toMatch(/begins with https/);
    await userEvent.clear(field);
    await userEvent.type(field, 'https://news.example/t/');
    expect(linkIn(dialog)).toBe('https://news.example/t/?view=list#countries=RU');
    await choose(dialog, 'Iframe');
    expect(codeIn(dialog)).toContain('src="https://news.example/t/?embed=1');
  });

  test('from a disk, codes stand for a host of the reader’s and never name the disk', () => {
    const dialog = renderHosted({ address: 'file:///home/me/dist/index.html' });
    expect(linkIn(dialog)).toBe('https://example.org/timeline/#countries=RU');
    within(dialog).getByText(/open on your own machine/);
  });

  test('datasets that lie together have codes for the page, and none for the library', async () => {
    const dialog = renderHosted({ datasets: ['a', 'b'], dataFile: undefined });
    await choose(dialog, 'Iframe');
    expect(codeIn(dialog)).toContain('?embed=1&amp;set=a,b');
    await choose(dialog, 'Inline');
    within(dialog).getByText(/one data set at a time/);
  });

  test('events that no address leads to have no link to a view and no code', () => {
    renderHosted({}, undefined, false);
    const dialog = screen.getByRole('dialog', { name: 'Give away' });
    expect(within(dialog).queryByRole('tab')).toBeNull();
    expect(within(dialog).queryByRole('textbox', { name: 'Link to this view' })).toBeNull();
    within(dialog).getByRole('button', { name: 'SVG' });
  });

  test('in a host page’s own document there is a picture to save', async () => {
    await openPage('', '', { address: false, view: { view: 'list' } });
    const dialog = await openDialog();
    expect(within(dialog).queryByRole('tab')).toBeNull();
    within(dialog).getByRole('button', { name: 'SVG' });
  });
});

test('a further set has a page with a card, which is offered beside the link where the build has made one', () => {
  const template = Object.assign(document.createElement('template'), {
    id: 'shipped-datasets',
    innerHTML:
      '<script data-id="own"></script><script data-id="calls" data-page="https://news.example/t/data/calls.html"></script><script data-id="plain"></script>',
  });
  const offered = () => screen.queryByRole<HTMLTextAreaElement>('textbox', { name: 'Link with a picture' })?.value;
  for (const [datasets, page] of [
    [['calls'], 'https://news.example/t/data/calls.html'],
    [['plain'], undefined],
    [['calls', 'plain'], undefined],
    [[], undefined],
  ] as const) {
    document.body.replaceChildren(template);
    renderHosted({ datasets });
    expect(offered()).toBe(page);
    cleanup();
  }
});

describe('a file of one’s own in a frame on another page', () => {
  const OWN_FILE = { options: { data: 'calls.json' }, dataFile: 'calls.json' };
  /** The host answers with this header, or not at all. */
  const hostSends = (allowed: string | undefined, status = 200) =>
    vi.stubGlobal('fetch', () =>
      Promise.resolve(
        new Response(null, {
          status,
          headers: allowed === undefined ? {} : { 'access-control-allow-origin': allowed },
        }),
      ),
    );

  test.each(['Iframe', 'Element'])(
    '%s: no code where the host lets no frame read it, but what the host must do',
    async (tab) => {
      hostSends(undefined);
      const dialog = renderHosted(OWN_FILE);
      await choose(dialog, tab);
      const note = await within(dialog).findByRole('note');
      expect(note.textContent).toMatch(/No code yet.*“calls\.json”.*Access-Control-Allow-Origin: \*/);
      expect(within(dialog).queryByRole('textbox', { name: 'Code for your page' })).toBeNull();
      expect(within(dialog).queryByText('How it looks there')).toBeNull();
      expect((await axe.run(dialog, { rules: { 'color-contrast': { enabled: false } } })).violations).toEqual([]);
      expect(linkIn(dialog)).toContain('https://news.example/t/');
      await choose(dialog, 'Inline');
      expect(codeIn(dialog)).toContain('./calls.json');
    },
  );

  test.each(['*', 'null', ' * '])('the code where it does: %j', async (allowed) => {
    hostSends(allowed);
    const dialog = renderHosted(OWN_FILE);
    await choose(dialog, 'Iframe');
    await vi.waitFor(() => expect(codeIn(dialog)).toContain('data=calls.json'));
    expect(within(dialog).queryByRole('note')).toBeNull();
  });

  test('a host for one site alone lets no frame without an origin in', async () => {
    hostSends('https://news.example');
    const dialog = renderHosted(OWN_FILE);
    await choose(dialog, 'Iframe');
    await within(dialog).findByRole('note');
    expect(within(dialog).queryByRole('textbox', { name: 'Code for your page' })).toBeNull();
  });

  test.each([
    ['on this machine', undefined, 200, 'http://localhost:4173/'],
    ['at a host that doesn’t answer', undefined, 405, 'https://news.example/t/'],
  ] as const)('the code with what the host will have to do: %s', async (_, allowed, status, address) => {
    hostSends(allowed, status);
    const dialog = renderHosted({ ...OWN_FILE, address });
    await choose(dialog, 'Iframe');
    const note = await within(dialog).findByRole('note');
    expect(note.textContent).toMatch(/has to be sent with the header Access-Control-Allow-Origin: \*/);
    expect(codeIn(dialog)).toContain('data=calls.json');
  });

  test('nothing is asked for shipped datasets, which come as scripts', async () => {
    const asked = vi.fn<() => Promise<Response>>();
    vi.stubGlobal('fetch', asked);
    const dialog = renderHosted({ datasets: ['a'] });
    await choose(dialog, 'Iframe');
    expect(codeIn(dialog)).toContain('set=a');
    expect(asked).not.toHaveBeenCalled();
  });
});
