import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { english } from '../../../../src/base/messages/en';
import { makeTranslate } from '../../../../src/base/translate';
import { pageFiles } from '../../../../src/app/giving/page-files';
import { readInEnglish } from '../../../../src/formats/json/read-in-english';
import { loadWholeReader } from '../../../../src/formats/json/load-reader';
import { writeDataset } from '../../../../src/formats/json/write';
import { wholeDataset } from '../../../../src/model/whole-dataset';
import { receiveDataset } from '../../../../src/state/view/loading';
import { EMPTY_STATE } from '../../../../src/state/view/timeline-state';
import type { TimelineState } from '../../../../src/state/view/timeline-state';
import { HOSTILE_STRINGS } from '../../../fixtures/hostile-strings';
import { hostileDataset } from '../../../support/hostile-datasets';
import { SMALL_KIT } from '../../../support/make-kit';

vi.mock('../../../../src/formats/page/kit-texts', async () => {
  const { SMALL_KIT: kit } = await import('../../../support/make-kit');
  return { kit };
});

// What is written is drawn beside the page, when React has time for it, as it is for a reader.
const home = globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean };
const before = home.IS_REACT_ACT_ENVIRONMENT;
beforeAll(() => {
  home.IS_REACT_ACT_ENVIRONMENT = false;
});
afterAll(() => {
  home.IS_REACT_ACT_ENVIRONMENT = before ?? false;
});

// The next file's page is its own.
afterEach(() => {
  document.head.replaceChildren();
  document.body.replaceChildren();
});

const t = makeTranslate('en', english);
const HEAD = `</script><!--<script></title></template></style>\u2028 “é” Сирия $& $1 '"`;

async function opened(strings: readonly string[], head: string): Promise<TimelineState> {
  await loadWholeReader();
  const read = readInEnglish(JSON.stringify(hostileDataset(strings, head)), 'hostile');
  if (!read.ok) throw new Error(read.problem.detail);
  return receiveDataset(EMPTY_STATE, read.dataset, []);
}

function textOf(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', reject);
    reader.readAsText(file);
  });
}

test('a page that is saved from hostile texts holds them as words, and gives back what it was saved with', async () => {
  // An even choice of all kinds.
  const view = await opened(
    HOSTILE_STRINGS.filter((_, at) => at % 60 === 0),
    HEAD,
  );
  const table = view.table!;
  const file = await pageFiles.saveAsPage({ table, view: { ...view, sort: 'date-desc' }, t, theme: 'dark' });
  const text = await textOf(file);
  expect(/[^\0-\x7f]/.exec(text)?.[0]).toBeUndefined();
  const page = new DOMParser().parseFromString(text, 'text/html');
  // Nothing but what every saved page has.
  expect([...page.querySelectorAll('script')].map(({ id, type }) => `${type} ${id}`)).toEqual([
    'application/ld+json ',
    'text/plain page-words',
    'text/plain page-loader',
    'application/json default-dataset',
    ' page-program',
  ]);
  expect([...page.querySelectorAll('style, base, iframe, object, embed, link, meta[http-equiv]')].length).toBe(3);
  const running = [...page.querySelectorAll('*')].flatMap((element) =>
    [...element.attributes].flatMap(({ name, value }) =>
      /^on/i.test(name) ||
      (/href$|^(?:src|action|formaction)$/i.test(name) && !/^(?:https?:|#|data:image\/svg)/.test(value))
        ? [`${name}="${value}"`]
        : [],
    ),
  );
  expect(running).toEqual([]);
  expect(page.querySelector('title')!.textContent).toBe(table.dataset.title);
  expect(page.querySelectorAll('#timeline [data-event]').length).toBe(table.size);
  const data = page.querySelector<HTMLElement>('#default-dataset')!;
  expect(JSON.parse(data.textContent)).toEqual(JSON.parse(writeDataset(wholeDataset(table))));
  expect(Object.fromEntries(new URLSearchParams(data.dataset['opening']))).toEqual({
    lang: 'en',
    theme: 'dark',
    sort: 'date-desc',
  });
  expect(() => JSON.parse(page.querySelector('script')!.textContent!) as unknown).not.toThrow();

  document.head.replaceChildren(...page.head.childNodes);
  document.body.replaceChildren(...page.body.childNodes);
  const { kit } = await import('../../../../src/app/giving/own-texts');
  expect(kit).toEqual(SMALL_KIT);
});

test('a filter leaves the other events in the data and out of what is written', async () => {
  const view = await opened(['one', 'two', 'three'], 'Three');
  const file = await pageFiles.saveAsPage({
    table: view.table!,
    view: { ...view, filter: { ...view.filter, text: 'two' } },
    t,
    theme: 'auto',
  });
  expect(file.name).toBe('Three.html');
  const page = new DOMParser().parseFromString(await textOf(file), 'text/html');
  expect(page.querySelectorAll('#timeline [data-event]').length).toBe(1);
  expect(JSON.parse(page.querySelector('#default-dataset')!.textContent!)).toMatchObject({ events: { length: 3 } });
});

test('who stops waiting is told so', async () => {
  const view = await opened(['one'], 'One');
  const stop = new AbortController();
  stop.abort(new Error('enough'));
  await expect(
    pageFiles.saveAsPage({ table: view.table!, view, t, theme: 'auto', signal: stop.signal }),
  ).rejects.toThrow('enough');
});
