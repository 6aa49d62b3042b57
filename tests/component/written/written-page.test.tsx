import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { oembedDocument, socialTags } from '../../../src/build/social-tags';
import { siteAddress } from '../../../src/build/prerender';
import { scriptSafe, writtenDocument, writtenSet } from '../../../src/build/written-page';
import { attributionInWords } from '../../../src/model/event-prose';
import { eventDateInWords } from '../../../src/model/dates/date-prose';
import type { WholeDataset } from '../../../src/model/dataset';
import { actorOf, sourceOf } from '../../../src/model/lookups';
import { CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, themeVariables } from '../../../src/render/tokens';
import { shippedDataset, t } from '../../support/make-chart';

const IDS = ['syria-cessation-2016', 'syria-diplomacy-2011-2016'] as const;
const sets = new Map(IDS.map((id) => [id as string, writtenSet(readFileSync(`data/${id}.json`, 'utf8'), id)!]));
const written = (id: string) => sets.get(id)!;

function parsed(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** Made once: nothing here changes it. */
const blocks = new Map(
  IDS.map((id) => [
    id as string,
    parsed(written(id).block({ further: [] })).querySelector<HTMLElement>('.dt-written')!,
  ]),
);
const blockOf = (id: string) => blocks.get(id)!;

/** Everything a reader is owed of an event, in the words of the page. */
function owed(dataset: WholeDataset, event: WholeDataset['events'][number]): string[] {
  return [
    event.title,
    eventDateInWords(event, dataset.asOf, t),
    event.summary ?? '',
    ...event.participants.flatMap(({ actor, role, office }) => [
      actorOf(dataset, actor)!.label,
      t(`role.${role}`),
      office ?? '',
    ]),
    event.attribution === undefined ? t('details.noAttribution') : attributionInWords(event.attribution, t),
    ...event.evidence.flatMap(({ source, find, quote }) => {
      const { publisher, grade, url } = sourceOf(dataset, source)!;
      return [
        publisher ?? '',
        grade === undefined ? '' : t(`grade.${grade}`),
        find ?? '',
        quote ?? '',
        url === undefined ? t('source.noLink') : new URL(url).hostname,
      ];
    }),
    ...event.status.map(({ value }) => t(`status.${value}`)),
    ...event.caveats.map(({ text }) => text),
    ...event.claims.map(({ text }) => text),
    ...event.statements.flatMap(({ text, quote }) => [text ?? '', quote ?? '']),
    event.date!.note ?? '',
    event.place?.label ?? '',
  ].filter((words) => words !== '');
}

describe.each(IDS)('%s written out', (id) => {
  const dataset = shippedDataset(id);

  test('every event is there with date, actors by role, attribution, sources, status and caveats', () => {
    const items = [...blockOf(id).querySelectorAll<HTMLElement>('[data-event]')];
    const byId = new Map(items.map((item) => [item.dataset['event'], item.textContent]));
    expect(items).toHaveLength(dataset.events.length);
    for (const event of dataset.events)
      for (const words of owed(dataset, event)) expect(byId.get(event.id), event.id).toContain(words);
  });

  test('every source is listed with its grade, and its address or why there is none, where events point at it', () => {
    const block = blockOf(id);
    dataset.sources.forEach((source, index) => {
      const item = block.querySelector(`#dt-source-${index + 1}`)!;
      for (const words of [
        source.publisher,
        source.title,
        source.ownership,
        source.grade === undefined ? undefined : t(`grade.${source.grade}`),
        source.url ?? t('source.noLink'),
        source.note,
      ]) {
        if (words !== undefined) expect(item.textContent).toContain(words);
      }
    });
    for (const link of block.querySelectorAll('a[href^="#"]'))
      expect(block.querySelector(link.getAttribute('href')!)).not.toBeNull();
  });

  test('two pictures, the same for a phone, follow the page’s theme and keep their ids apart', () => {
    const block = blockOf(id);
    const pictures = [...block.querySelectorAll('.dt-written-picture > svg')];
    expect(pictures).toHaveLength(2);
    expect(block.querySelector('template')).toBeNull();
    for (const picture of pictures) expect(picture.outerHTML).not.toMatch(/#[0-9A-F]{6}"/);
    const ids = [...block.querySelectorAll('[id]')].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('keeps to the page’s policy: no style, script, handler or foreign request', () => {
    const block = blockOf(id);
    expect(block.querySelector('[style], style, script, iframe, object, img')).toBeNull();
    for (const element of block.querySelectorAll('*'))
      expect(element.getAttributeNames().filter((name) => name.startsWith('on'))).toEqual([]);
  });

  test('JSON-LD holds the dataset and every event with what schema.org asks for', () => {
    const {
      '@context': context,
      '@graph': [set, list],
    } = JSON.parse(written(id).jsonLd(undefined));
    expect(context).toBe('https://schema.org');
    expect(set).toMatchObject({
      '@type': 'Dataset',
      name: dataset.title,
      description: dataset.description,
      license: 'https://creativecommons.org/licenses/by/4.0/',
    });
    expect(list).toMatchObject({ '@type': 'ItemList', numberOfItems: dataset.events.length });
    const items = list.itemListElement.map(({ item }: { item: Record<string, unknown> }) => item);
    expect(items.map(({ identifier }: { identifier: string }) => identifier).toSorted()).toEqual(
      dataset.events.map((event) => event.id).toSorted(),
    );
    for (const item of items) {
      expect(item['@type']).toBe('Event');
      for (const field of ['name', 'description']) expect(item[field]).toMatch(/\S/);
      for (const date of [item.startDate, item.endDate])
        if (date !== undefined) expect(date).toMatch(/^\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/);
    }
    expect(JSON.stringify([set, list])).not.toContain('"@id"');
  });

  test('with an address everything has an absolute id of its own below it', () => {
    const {
      '@graph': [set, list],
    } = JSON.parse(written(id).jsonLd('https://example.org/a/'));
    const ids = [
      set['@id'],
      list['@id'],
      ...list.itemListElement.map(({ item }: { item: Record<string, unknown> }) => item['@id']),
    ];
    expect(new Set(ids).size).toBe(dataset.events.length + 2);
    for (const each of ids) expect(each).toMatch(/^https:\/\/example\.org\/a\/[?#]/);
  });
});

test('has nothing that an accessibility checker objects to', async () => {
  document.body.replaceChildren(document.importNode(blockOf(IDS[0]), true));
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id: rule, nodes }) => [rule, nodes[0]?.html])).toEqual([]);
  document.body.replaceChildren();
}, 60_000);

test('a date in doubt is told in words, and not as a start', () => {
  const {
    '@graph': [, list],
  } = JSON.parse(written(IDS[0]).jsonLd(undefined));
  const event = (id: string) =>
    list.itemListElement
      .map(({ item }: { item: Record<string, unknown> }) => item)
      .find(({ identifier }: { identifier: string }) => identifier === id);
  const doubtful = shippedDataset().events.filter(({ date }) => date!.form === 'one-of' || date!.uncertain);
  expect(doubtful.length).toBeGreaterThan(3);
  for (const { id, date } of doubtful) {
    expect(event(id).startDate).toBeUndefined();
    expect(event(id).description).toContain(
      eventDateInWords(
        shippedDataset().events.find((each) => each.id === id)!,
        shippedDataset().asOf,
        t,
      ),
    );
    expect(date).toBeDefined();
  }
  expect(event('ev-cessation-start').eventStatus).toBe('https://schema.org/EventScheduled');
});

test('hostile words stay words, in the block, the page and the JSON-LD', () => {
  const nasty = '</script><img src=x onerror=alert(1)> $& <!-- "\'';
  const set = writtenSet(
    JSON.stringify({
      schemaVersion: '1.0',
      id: 'nasty',
      title: nasty,
      description: nasty,
      asOf: '2020-01-01',
      sources: [{ id: 's', publisher: nasty, title: nasty, note: nasty, url: null }],
      actors: [{ id: 'a', label: nasty, kind: 'person' }],
      events: [
        {
          id: 'e',
          title: nasty,
          summary: nasty,
          date: '2019-01-01',
          participants: [{ actor: 'a', role: 'speaker' }],
          evidence: [{ source: 's', find: nasty }],
        },
      ],
    }),
    'nasty',
  )!;
  const page = parsed(
    writtenDocument({
      set,
      style: '../a.css',
      icon: '../i.svg',
      home: '../index.html',
      policy: "default-src 'none'",
      head: '',
      address: undefined,
    }),
  );
  expect(page.querySelectorAll('img, [onerror]')).toHaveLength(0);
  expect(page.querySelectorAll('script')).toHaveLength(1);
  expect(page.title).toBe(nasty);
  expect(page.querySelector('[data-event] h3')!.textContent).toContain(nasty);
  expect(JSON.parse(page.querySelector('script')!.textContent)['@graph'][0].name).toBe(nasty);
  expect(scriptSafe(set.jsonLd(undefined))).not.toContain('<');
});

test('a page of its own has the policy, a title, a description, its style and a way back', () => {
  const page = parsed(
    writtenDocument({
      set: written(IDS[1]),
      style: 'a{color:red}',
      icon: '../icon.svg',
      home: '../index.html?set=x',
      policy: "default-src 'none'; style-src 'x'",
      head: '',
      address: undefined,
    }),
  );
  expect(page.querySelector('meta[http-equiv="Content-Security-Policy"]')!.getAttribute('content')).toBe(
    "default-src 'none'; style-src 'x'",
  );
  expect(page.documentElement.lang).toBe('en');
  expect(page.querySelector('meta[name="description"]')!.getAttribute('content')).toMatch(/^A curated selection .*\.$/);
  expect(page.querySelector('head > style')!.textContent).toBe('a{color:red}');
  expect(page.querySelector('a[href="../index.html?set=x"]')).not.toBeNull();
});

test('what search engines and cards say of it is the whole first sentence of its description', () => {
  const text = readFileSync(`data/${IDS[0]}.json`, 'utf8');
  const description = 'Calls between the U.S. and Russia in 2016. Eleven in all.';
  const set = writtenSet(JSON.stringify({ ...JSON.parse(text), description }), 'a.json')!;
  expect(set.sentence).toBe('Calls between the U.S. and Russia in 2016.');
});

test('further data sets are linked from the page', () => {
  const html = written(IDS[0]).block({ further: [{ id: 'b', title: 'B & C', events: 58, href: './data/b.html' }] });
  const link = parsed(html).querySelector('nav a')!;
  expect([link.getAttribute('href'), link.textContent]).toEqual(['./data/b.html', 'B & C, 58 events']);
});

test('what is no dataset isn’t written', () => {
  expect(writtenSet('{ "a": 1 }', 'a.json')).toBeUndefined();
});

test('the block’s colours are the tokens, of all four themes', () => {
  const [light = '', dark = '', more = '', darkMore = ''] = readFileSync('src/written/written.css', 'utf8').split(
    '@media screen and (prefers-',
  );
  for (const [theme, part] of [
    [LIGHT, light],
    [DARK, dark],
    [CONTRAST_LIGHT, more],
    [CONTRAST_DARK, darkMore],
  ] as const) {
    for (const [name, value] of Object.entries(themeVariables(theme)))
      if (!name.startsWith('--actor')) expect(part).toContain(`${name}: ${value.toLowerCase()};`);
  }
});

describe('SITE_URL', () => {
  test.each([
    [undefined, undefined],
    ['', undefined],
    [' https://example.org ', 'https://example.org/'],
    ['https://example.org/a', 'https://example.org/a/'],
    ['http://example.org:8080/a/index.html', 'http://example.org:8080/a/'],
  ])('%s is %s', (given, address) => {
    expect(siteAddress(given)).toBe(address);
  });

  test.each([
    'example.org',
    '/timeline/',
    'ftp://example.org/',
    'javascript:alert(1)',
    'https://example.org/?a=1',
    'https://example.org/#a',
    'https://me:secret@example.org/',
  ])('%s stops the build and says so', (given) => {
    expect(() => siteAddress(given)).toThrow(`SITE_URL is "${given}", which is no absolute http(s) address`);
  });

  test('the oEmbed document has what the specification requires of a rich one, and the frame as an editor would paste it', () => {
    const said = JSON.parse(
      oembedDocument({ site: 'https://example.org/a/', title: 'A "B" <c>', image: 'https://example.org/a/card.png' }),
    );
    expect(said).toMatchObject({ version: '1.0', type: 'rich', title: 'A "B" <c>' });
    for (const size of ['width', 'height', 'thumbnail_width', 'thumbnail_height'])
      expect(said[size]).toBeGreaterThan(0);
    const [frame, ...others] = parsed(said.html).body.children;
    expect(others).toEqual([]);
    expect(frame!.getAttribute('src')).toBe('https://example.org/a/?embed=1');
    expect(frame!.getAttribute('title')).toBe('Timeline: A "B" <c>');
    expect(frame!.getAttribute('sandbox')).toBe(
      'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads',
    );
    expect(frame!.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  test('tags name absolute addresses; without a picture the card is small', () => {
    const sketch = {
      address: 'https://example.org/a/',
      title: 'T',
      sentence: 'S.',
      oembed: 'https://example.org/a/oembed.json',
      image: { address: 'https://example.org/a/card.png', alt: 'A' },
    };
    const of = (tags: ReturnType<typeof socialTags>) =>
      new Map(
        tags.map(({ attrs }) => [
          attrs['property'] ?? attrs['name'] ?? attrs['rel'],
          attrs['content'] ?? attrs['href'],
        ]),
      );
    const tags = of(socialTags(sketch));
    expect([
      tags.get('canonical'),
      tags.get('alternate'),
      tags.get('og:url'),
      tags.get('og:image'),
      tags.get('twitter:card'),
    ]).toEqual([
      'https://example.org/a/',
      'https://example.org/a/oembed.json',
      'https://example.org/a/',
      'https://example.org/a/card.png',
      'summary_large_image',
    ]);
    expect(of(socialTags({ ...sketch, image: undefined })).get('twitter:card')).toBe('summary');
  });
});
