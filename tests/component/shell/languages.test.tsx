import { readFileSync } from 'node:fs';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createLanguage } from '../../../src/app/language';
import { mountInline } from '../../../src/embed/inline/mount-inline';
import { mountTimeline } from '../../../src/app/mount-timeline';
import type { TimelineHandle } from '../../../src/app/timeline-handle';
import { readAddress } from '../../../src/app/address-bar';
import { CodeMissing } from '../../../src/base/lazy-code';
import { translateFor } from '../../../src/base/messages/choose-catalogue';
import { listInWords, withoutIsolates } from '../../../src/base/translate';
import { citationOf } from '../../../src/written/citation';
import { WrittenEvents } from '../../../src/written/WrittenEvents';
import { shippedDataset, tableFor } from '../../support/make-chart';

const text = readFileSync('data/syria-cessation-2016.json', 'utf8');
const CALL = 'ev-lavrov-kerry-call';
let handle: TimelineHandle | undefined;

/** The page as main.tsx opens it, as a list, since there is no plot without a browser. */
async function open(query: string, hash = ''): Promise<TimelineHandle> {
  history.replaceState(null, '', `/page/?view=list&${query}${hash === '' ? '' : `#${hash}`}`);
  const target = document.body.appendChild(document.createElement('div'));
  const { author, options } = readAddress();
  handle = await act(async () =>
    mountTimeline(target, { source: { kind: 'text', text, name: 'here' }, view: author, options, address: true }),
  );
  await act(async () => {
    await vi.dynamicImportSettled();
  });
  return handle;
}

const root = () => document.querySelector<HTMLElement>('.dt-app')!;
const spoken = () => [document.documentElement.lang, document.documentElement.dir, root().lang, root().dir];
const count = () => withoutIsolates(document.querySelector('.dt-event-count')?.textContent ?? '');
const browserSpeaks = (...tags: string[]) => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(tags);

afterEach(async () => {
  await act(async () => handle?.destroy());
  handle = undefined;
  vi.restoreAllMocks();
  document.body.replaceChildren();
  document.documentElement.lang = 'en';
  document.documentElement.removeAttribute('dir');
  history.replaceState(null, '', '/');
});

// First of all: from the second time on a language is here at once.
test('nothing is shown in English before another language is there, and what stood in the page keeps its room unseen', async () => {
  history.replaceState(null, '', '/page/?view=list&lang=fr');
  const target = document.body.appendChild(document.createElement('div'));
  target.append('Written in English');
  const { author, options } = readAddress();
  handle = mountTimeline(target, {
    source: { kind: 'text', text, name: 'here' },
    view: author,
    options,
    address: true,
  });
  expect([target.style.visibility, target.textContent]).toEqual(['hidden', 'Written in English']);
  await act(async () => {
    await vi.dynamicImportSettled();
  });
  expect(target.style.visibility).toBe('');
  expect(count()).toBe('11 sur 11 événements');
});

describe('the page', () => {
  test.each([
    ['lang=ru', '', ['ar'], ['ru', 'ltr', 'ru', 'ltr'], '11 из 11 событий'],
    ['lang=ru', 'lang=ar', ['fr'], ['ar', 'rtl', 'ar', 'rtl'], '11 من أصل 11 حدثًا'],
    ['', '', ['de', 'fr-CA', 'ru'], ['fr-CA', 'ltr', 'fr-CA', 'ltr'], '11 sur 11 événements'],
    ['lang=ar-EG', '', ['en-US'], ['ar-EG', 'rtl', 'ar-EG', 'rtl'], '١١ من أصل ١١ حدثًا'],
    ['lang=de', '', ['en-US'], ['en', 'ltr', 'en', 'ltr'], '11 of 11 events'],
    ['', '', ['en-US'], ['en', 'ltr', 'en', 'ltr'], '11 of 11 events'],
  ])('at ?%s #%s for a browser set to %s is marked %s and says %s', async (query, hash, browser, marks, words) => {
    browserSpeaks(...browser);
    await open(query, hash);
    expect(spoken()).toEqual(marks);
    expect(count()).toBe(words);
  });

  test('keeps the words of the data in their own language, and names countries in the reader’s', async () => {
    await open(`lang=ru&event=${CALL}`);
    const heading = screen.getByRole('heading', { level: 2, name: /Lavrov and Kerry/ });
    expect(heading.querySelector('bdi')?.lang).toBe('en');
    expect(document.querySelector('.dt-list .dt-event-link bdi')?.getAttribute('lang')).toBe('en');
    expect(
      [...document.querySelectorAll<HTMLElement>('.dt-person-facts')].map((facts) => [
        facts.textContent,
        facts.querySelector('bdi')?.lang,
      ]),
    ).toContainEqual(['Foreign Minister, Россия', 'en']);
    expect(root().textContent).toContain('Россия');
    expect(root().textContent).not.toContain('since 30 Sep [2015]');
  });
});

test('cards in Russian leave out the year that stands above them', async () => {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 390, 100));
  await open('lang=ru');
  const dates = [...document.querySelectorAll('.dt-card-date')].map(({ textContent }) => textContent);
  expect(dates).toContain('22 февр.');
  expect(dates.filter((date) => /\d{4}(?!\])/.test(date))).toEqual([]);
});

test.each([
  ['ru', 'Заголовки, имена и описания приведены на языке данных: английский.'],
  ['fr-CA', 'Les titres, les noms et les résumés sont en anglais, comme dans les données.'],
  ['ar', 'العناوين والأسماء والملخصات باللغة الإنجليزية كما في البيانات.'],
  ['en-GB', undefined],
])('about the data the page in %s says which language they are in, where that is another', async (language, words) => {
  await open(`lang=${language}`);
  const told = [...document.querySelectorAll('.dt-summary p')].map(({ textContent }) => textContent);
  expect(told.length).toBeGreaterThan(3);
  expect(told.filter((line) => /англ|anglais|الإنجليزية|in English/.test(line))).toEqual(
    words === undefined ? [] : [words],
  );
});

describe('from right to left', () => {
  test('the words of the data stand in their own direction and language', async () => {
    await open('lang=ar&event=ev-assad-request');
    const held = (words: RegExp) =>
      [...document.querySelectorAll<HTMLElement>('.dt-event bdi')]
        .filter(({ textContent }) => words.test(textContent))
        .map(({ lang }) => lang);
    expect(held(/^Known here only/)).toEqual(['en']);
    expect(held(/^Undated in the report/)).toEqual(['en']);
    expect(held(/^TASS$/)).toEqual(['en']);
    expect(held(/^Read in a copy/)).toEqual(['en']);
    expect(document.querySelector('.dt-event')?.textContent).not.toMatch(/[\u0600-\u06FF], /);
  });

  test('lists have the comma of the language, and each foreign name stands for itself', () => {
    const t = translateFor('ar');
    expect(listInWords(['روسيا', 'سوريا'], t)).toBe('روسيا، سوريا');
    expect(listInWords(['John Kerry', 'سوريا'], t)).toBe('\u2068John Kerry\u2069، سوريا');
    expect(listInWords(['Россия', 'США'], translateFor('ru'))).toBe('Россия, США');
    expect(listInWords(['روسيا', 'سوريا'], t, 'list.semicolon')).toBe('روسيا؛ سوريا');
  });

  test('no list written out has the semicolon or the comma of Latin letters', () => {
    const dataset = shippedDataset();
    const table = tableFor(dataset);
    const rows = Array.from({ length: table.size }, (_, row) => row);
    const t = translateFor('ar');
    const { container } = render(<WrittenEvents table={table} rows={rows} t={t} ids="source" />);
    const lines = [...container.querySelectorAll('dd')].map((line) => line.textContent);
    expect(lines.filter((line) => line.includes('؛ ')).length).toBeGreaterThan(20);
    expect(lines.filter((line) => /[\u0600-\u06FF\u2069][;,] /.test(line))).toEqual([]);
    for (const event of dataset.events) expect(citationOf(dataset, event, t)).not.toMatch(/[\u0600-\u06FF\u2069]; /);
  });

  test('addresses are written from left to right', async () => {
    await open('lang=ar');
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'مشاركة' }));
    const dialog = await screen.findByRole('dialog');
    const fields = [
      ...dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input.dt-field, textarea.dt-field'),
    ].filter(({ value }) => value.includes('://'));
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.map((field) => field.dir)).toEqual(fields.map(() => 'ltr'));
  });
});

describe('the choice of a language', () => {
  async function choose(language: string) {
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Settings and help' }));
    const select = await screen.findByRole('combobox', { name: 'Language' });
    expect(
      within(select)
        .getAllByRole('option')
        .map((option) => [option.textContent, option.lang]),
    ).toEqual([
      ['English', 'en'],
      ['العربية', 'ar'],
      ['Français', 'fr'],
      ['Русский', 'ru'],
    ]);
    await user.selectOptions(select, language);
    await act(async () => {
      await vi.dynamicImportSettled();
    });
    return select;
  }

  test('changes everything at once and keeps the view, the selection and the focus, and writes itself into the address', async () => {
    const timeline = await open('', 'countries=RU,US&sort=title');
    await act(async () => timeline.select(CALL));
    const before = timeline.getState();
    const select = await choose('Русский');
    expect(spoken()).toEqual(['ru', 'ltr', 'ru', 'ltr']);
    expect(count()).toBe('8 из 11 событий');
    expect(timeline.getState()).toEqual(before);
    expect(document.activeElement).toBe(select);
    expect(select).toHaveProperty('value', 'ru');
    expect(new URLSearchParams(location.hash.slice(1)).get('lang')).toBe('ru');
    expect(new URLSearchParams(location.hash.slice(1)).get('countries')).toBe('RU,US');
  });

  test('goes with the links of the page, and stays when Back takes an event away', async () => {
    const timeline = await open('');
    await choose('Français');
    await act(async () => timeline.select(CALL));
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href*="event="]')].map(({ href }) =>
      new URLSearchParams(new URL(href).hash.slice(1)).get('lang'),
    );
    expect(links.length).toBeGreaterThan(0);
    expect(new Set(links)).toEqual(new Set(['fr']));
    await act(async () => {
      history.replaceState('diplomatic-timeline', '', '/page/?view=list');
      window.dispatchEvent(new PopStateEvent('popstate', { state: 'diplomatic-timeline' }));
    });
    expect(root().lang).toBe('fr');
    expect(location.hash).toBe('#lang=fr');
  });

  test('follows an address that is typed by hand', async () => {
    await open('lang=ru');
    await act(async () => {
      history.replaceState(null, '', '/page/?view=list#lang=ar');
      window.dispatchEvent(new PopStateEvent('popstate', { state: null }));
    });
    await act(async () => {
      await vi.dynamicImportSettled();
    });
    expect(root().dir).toBe('rtl');
  });
});

describe('a timeline in somebody else’s page', () => {
  test('speaks as it is told, else as what stands around it, else as the browser; the page itself stays as it is', async () => {
    browserSpeaks('ar');
    const said = async (lang: string | undefined, option?: string) => {
      const place = document.body.appendChild(document.createElement('div'));
      document.documentElement.removeAttribute('lang');
      if (lang !== undefined) place.lang = lang;
      const inline = await act(async () =>
        mountInline(place, {
          dataset: text,
          shadow: false,
          view: 'list',
          ...(option === undefined ? {} : { lang: option }),
        }),
      );
      await act(async () => {
        await vi.dynamicImportSettled();
      });
      const spokenHere = place.querySelector<HTMLElement>('.dt-app')?.lang;
      expect(document.documentElement.lang).toBe('');
      await act(async () => inline.destroy());
      return spokenHere;
    };
    expect(await said('fr', 'ru')).toBe('ru');
    expect(await said('fr-CH')).toBe('fr-CH');
    expect(await said('de')).toBe('ar');
  });
});

describe('a language that can’t be had', () => {
  test('leaves what is spoken, says which is missing, and can be asked for again', async () => {
    let isThere = false;
    const find = vi.fn((locale: string) =>
      isThere || locale === 'en' ? translateFor(locale) : Promise.reject(new CodeMissing('offline')),
    );
    const language = createLanguage(['ru'], [], find);
    await language.coming;
    expect([language.get().missing, language.translate('help.close'), language.translate.locale]).toEqual([
      'ru',
      'Close',
      'en',
    ]);
    isThere = true;
    language.choose('ru');
    expect([
      language.get().missing,
      language.translate('help.close'),
      language.translate.locale,
      language.chosen(),
    ]).toEqual([undefined, 'Закрыть', 'ru', 'ru']);
  });

  test('of two that are asked for the later is spoken, whichever comes first', async () => {
    const coming = new Map<string, () => void>();
    const language = createLanguage(['en'], [], (locale) =>
      locale === 'en'
        ? translateFor('en')
        : new Promise((resolve) => coming.set(locale, () => resolve(translateFor(locale)))),
    );
    language.choose('ar');
    language.choose('fr');
    coming.get('fr')?.();
    coming.get('ar')?.();
    await act(async () => undefined);
    expect(language.translate.locale).toBe('fr');
  });
});
