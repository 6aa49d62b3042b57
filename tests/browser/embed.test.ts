// Ports, which have no origin, and not windows.
/* oxlint-disable unicorn/require-post-message-target-origin */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FrameLocator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { TimelineElement } from '../../src/embed/element/timeline-element';
import { labelled, moved, useStage } from '../support/browser-timeline';
import { sliceOf } from '../support/full';
import type { Answer } from '../support/serve';

interface Heard {
  readonly type: string;
  readonly detail: unknown;
  readonly from: string;
}
declare const window: Window & { heard: Heard[] };

/** Far longer than anything here takes, on a machine with other things to do. */
const eventually: typeof expect.poll = (read, options) => expect.poll(read, { timeout: 10_000, ...options });
const EVENTS = ['ready', 'state', 'select', 'height', 'error', 'open-link'];
const CALL = 'ev-lavrov-kerry-call';

/** A host page under a policy as strict as ours, which writes down every event of the elements in it. */
function hostPage(body: string, script = ''): readonly [Answer, Answer] {
  const listeners = `window.heard = []; for (const name of ${JSON.stringify(EVENTS)}) addEventListener('timeline-' + name, (event) => window.heard.push({ type: name, detail: event.detail, from: event.target.id }));\n`;
  return [
    {
      body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><meta name="viewport" content="width=device-width">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'">
      <link rel="icon" href="./icon.svg"><link rel="stylesheet" href="./host.css"></head><body><p>Before it.</p>${body}<p>After it.</p>`,
    },
    { body: listeners + script },
  ];
}

const files = new Map<string, Answer>([
  ['host.css', { body: 'body { margin: 16px } .apart { height: 3000px } [hidden] { display: none }' }],
]);
function addHost(name: string, body: string, script?: string): void {
  const [page, code] = hostPage(
    `${body}<script src="./${name}.js"></script><script defer src="./embed.js"></script>`,
    script,
  );
  files.set(`${name}.html`, page);
  files.set(`${name}.js`, code);
}

const one = (id: string, attributes = '') =>
  `<diplomatic-timeline id="${id}" src="./" label="Timeline: ${id}" ${attributes}><a href="./">The timeline</a></diplomatic-timeline>`;
addHost('single', one('a'));
addHost('wider', one('a', 'set="syria-diplomacy-2011-2016"'));
addHost(
  'eight',
  [
    ...[1, 2].map((n) => one(`n${n}`)),
    `<div id="tab" hidden>${one('hidden')}</div>`,
    ...[3, 4, 5, 6, 7].map((n) => `<div class="apart"></div>${one(`n${n}`, n % 2 === 0 ? 'view="list"' : '')}`),
  ].join(''),
  '',
);
addHost('five-loaders', `${one('a')}${'<script defer src="./embed.js"></script>'.repeat(4)}`);
addHost(
  'linked',
  one('a') + one('b', 'group="type"'),
  `addEventListener('DOMContentLoaded', () => {
  const [a, b] = document.querySelectorAll('diplomatic-timeline')
  a.addEventListener('timeline-state', ({ detail: { group, ...rest } }) => b.setState(rest))
  b.addEventListener('timeline-state', ({ detail: { group, ...rest } }) => a.setState(rest))
})`,
);
addHost(
  'stranger',
  '<diplomatic-timeline id="a" src="./plain.html" label="Not a timeline"><a href="./">The timeline</a></diplomatic-timeline>',
);
files.set('plain.html', {
  body: '<!doctype html><title>Plain</title><link rel="icon" href="data:,"><p>Nothing of ours.',
});
addHost(
  'links',
  one('a'),
  "addEventListener('timeline-open-link', (event) => { if (!document.body.dataset.allow) event.preventDefault() })",
);

const stage = useStage(files);

async function openHost(name: string, width = 1200): Promise<Page> {
  const { page } = await stage.open({
    url: `${stage.url()}${name}.html`,
    until: 'load',
    viewport: { width, height: 900 },
  });
  return page;
}

const frameOf = (page: Page, id: string): FrameLocator => page.frameLocator(`#${id} iframe`);
const heardBy = (page: Page, id: string, type: string) =>
  page.evaluate(
    ([from, name]) =>
      window.heard.filter((each) => each.from === from && each.type === name).map(({ detail }) => detail),
    [id, type],
  );
const ready = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((element: TimelineElement) => element.ready.then(() => undefined));
const stateOf = (page: Page, id: string) =>
  page.locator(`#${id}`).evaluate((element: TimelineElement) => element.getState() as Record<string, unknown>);

/** How the frame stands: its own height, its document's, and the boxes in it that scroll up and down. */
async function measure(page: Page, id: string) {
  const frame = await frameOf(page, id)
    .locator('html')
    .evaluate((html) => ({
      view: html.clientHeight,
      document: html.scrollHeight,
      across: html.scrollWidth - html.clientWidth,
      scrollers: [...html.querySelectorAll<HTMLElement>('*')]
        .filter(
          (box) =>
            box.scrollHeight > box.clientHeight + 1 &&
            /auto|scroll/.test(getComputedStyle(box).overflowY) &&
            box.closest('.dt-panel') === null,
        )
        .map((box) => box.className),
    }));
  return { ...frame, width: await page.evaluate(() => document.documentElement.clientWidth) };
}

/** A host gives no more room. */
const MOST_PX = 4000;

/** Until all of it is loaded and the frame is as high as its document, by what it last said; gives that height. */
async function comesToHeight(page: Page, id: string): Promise<number> {
  await frameOf(page, id)
    .locator('.dt-app--content[data-timeline-parts]')
    .locator('.dt-chart[data-settled="yes"], .dt-list')
    .first()
    .waitFor({ state: 'attached' });
  await eventually(
    async () => {
      const { view, document } = await measure(page, id);
      return { view, document, told: (await heardBy(page, id, 'height')).at(-1) };
    },
    { message: id },
  ).toSatisfy(
    ({ view, document, told }) => view === Math.min(document, MOST_PX) && view === told,
    'the frame as high as its document, and as it said',
  );
  return (await measure(page, id)).view;
}

/**
 * Ten turns of both documents: whatever goes round in a circle would have come round by then. A frame out of sight
 * draws nothing, but has its tasks.
 */
const rest = async (page: Page, id: string) => {
  const tenTurns = () =>
    new Promise<void>((done) => {
      let left = 10;
      const next = () => (left-- === 0 ? done() : void setTimeout(next));
      next();
    });
  await frameOf(page, id).locator('html').evaluate(tenTurns);
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        let left = 10;
        const next = () => (left-- === 0 ? done() : void requestAnimationFrame(next));
        next();
      }),
  );
  await frameOf(page, id).locator('html').evaluate(tenTurns);
};

test('the loader is at most 2.5 kB gzipped', () => {
  expect(gzipSync(readFileSync(resolve(import.meta.dirname, '../../dist/embed.js')), { level: 9 }).length).toBeLessThan(
    2550,
  );
});

describe('an element', () => {
  test.each(sliceOf([1200, 640, 390], 2))(
    'on a page %i px wide finds its height within three messages, and nothing in it scrolls',
    async (width) => {
      const page = await openHost('single', width);
      await ready(page, 'a');
      await comesToHeight(page, 'a');
      await rest(page, 'a');
      const { view, document, scrollers, across } = await measure(page, 'a');
      expect({ view, scrollers, across }).toEqual({ view: document, scrollers: [], across: 0 });
      const heights = await heardBy(page, 'a', 'height');
      expect(heights.length, `${heights.join(', ')}`).toBeLessThanOrEqual(3);
      expect(await page.getByRole('link', { name: 'The timeline' }).count()).toBe(0);
    },
  );

  test('follows its attributes, keeps to its theme, and goes to full screen and back', async () => {
    const page = await openHost('single');
    await ready(page, 'a');
    const frame = frameOf(page, 'a');
    const element = page.locator('#a');
    await element.evaluate((it) => {
      it.setAttribute('theme', 'dark');
      it.setAttribute('actors', 'sergey-lavrov');
    });
    await frame.getByText('2 of 11 events', { exact: true }).first().waitFor();
    expect(
      await frame.locator('html').evaluate((html) => [html.style.colorScheme, getComputedStyle(html).backgroundColor]),
    ).toEqual(['dark', 'rgb(20, 23, 27)']);
    expect(await frame.locator('html').evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
    await eventually(() => stateOf(page, 'a')).toMatchObject({ actors: ['sergey-lavrov'] });
    // What came from the page itself isn't told as its reader's.
    expect(await heardBy(page, 'a', 'state')).toEqual([]);
    await rest(page, 'a');
    const before = await comesToHeight(page, 'a');
    await frame.getByRole('button', { name: 'Full screen' }).click();
    await frame.locator('.dt-app--fill').waitFor();
    await eventually(async () => (await measure(page, 'a')).view).toBe(900);
    await frame.getByRole('button', { name: 'Leave full screen' }).click();
    await frame.locator('.dt-app--content').waitFor();
    await rest(page, 'a');
    expect(await comesToHeight(page, 'a')).toBe(before);
  });

  test('tells what its reader chooses, and its credit leads to the same view on a page of its own', async () => {
    const page = await openHost('links');
    await ready(page, 'a');
    const frame = frameOf(page, 'a');
    await labelled(frame as unknown as Page, CALL).click();
    await eventually(() => heardBy(page, 'a', 'select')).toEqual([CALL]);
    await eventually(async () => (await stateOf(page, 'a'))['event']).toBe(CALL);
    const credit = frame.getByRole('link', { name: /^Diplomatic Timeline/ });
    await credit.click();
    await eventually(() => heardBy(page, 'a', 'open-link')).toHaveLength(1);
    const [{ href }] = (await heardBy(page, 'a', 'open-link')) as [{ href: string }];
    expect(href).toBe(`${stage.url()}#event=${CALL}`);
    expect(page.context().pages()).toHaveLength(1);
    await page.evaluate(() => {
      document.body.dataset['allow'] = 'yes';
    });
    const [popup] = await Promise.all([page.context().waitForEvent('page'), credit.click()]);
    await popup.waitForURL(href);
    expect(await popup.evaluate(() => opener)).toBeNull();
    await popup.close();
    expect(page.url()).toBe(`${stage.url()}links.html`);
  });

  test('folds a long list, shows all of it when asked, and opens its sheets where the reader looks', async () => {
    const page = await openHost('wider', 390);
    await ready(page, 'a');
    const frame = frameOf(page, 'a');
    await frame.getByRole('button', { name: 'Show all 58 events' }).waitFor();
    const folded = await comesToHeight(page, 'a');
    expect(folded).toBeLessThan(1300);
    await frame.getByRole('button', { name: 'Show all 58 events' }).click();
    await eventually(async () => (await heardBy(page, 'a', 'height')).at(-1)).toBeGreaterThan(folded + 200);
    await comesToHeight(page, 'a');
    const last = frame.getByText('Cessation of hostilities takes effect in Syria').first();
    await last.scrollIntoViewIfNeeded();
    // The page around a frame of a process of its own scrolls a moment later.
    await eventually(async () => {
      const box = await last.boundingBox();
      return box !== null && box.y >= 0 && box.y + box.height <= 900;
    }).toBe(true);
    const scrolled = await page.evaluate(() => scrollY);
    expect(scrolled).toBeGreaterThan(300);
    // As a hand does it: the frame learns what its reader sees between the two.
    const { x, y: top } = (await last.boundingBox())!;
    await page.mouse.move(x + 10, top + 10);
    await page.mouse.down();
    await eventually(() =>
      frame.locator('.dt-app').evaluate((app) => Number.parseFloat(app.style.getPropertyValue('--dt-seen-top'))),
    ).toBeGreaterThan(300);
    await page.mouse.up();
    const sheet = frame.getByRole('dialog', { name: 'Details' });
    await sheet.waitFor();
    await eventually(async () => {
      const { y, height } = (await sheet.boundingBox())!;
      return y >= -1 && y + height <= 901;
    }).toBe(true);
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  });

  test('of a page that isn’t a timeline keeps its fallback', async () => {
    const page = await openHost('stranger');
    await frameOf(page, 'a').getByText('Nothing of ours.').waitFor();
    expect(await page.getByRole('link', { name: 'The timeline' }).isVisible()).toBe(true);
    expect(await page.evaluate(() => window.heard)).toEqual([]);
  });

  test('is the same with five loaders', async () => {
    const page = await openHost('five-loaders');
    await ready(page, 'a');
    expect(await page.locator('#a iframe').count()).toBe(1);
  });

  test('connects anew when its frame is loaded anew', async () => {
    const page = await openHost('single');
    await ready(page, 'a');
    // What is still on the way when a page is left, the browser calls a failed request.
    await frameOf(page, 'a').locator('[data-timeline-parts="here"]').waitFor();
    await frameOf(page, 'a')
      .locator('html')
      .evaluate(() => location.reload());
    await eventually(() => heardBy(page, 'a', 'ready')).toHaveLength(2);
    await page.locator('#a').evaluate((element: TimelineElement) => element.setState({ countries: ['SY'] }));
    await frameOf(page, 'a').getByText('2 of 11 events', { exact: true }).first().waitFor();
  });
});

test('of eight on a page those far away load when they come near, and one in a hidden tab finds its height when it is shown', async () => {
  const page = await openHost('eight');
  await ready(page, 'n1');
  await ready(page, 'n2');
  const loaded = () => page.frames().filter((frame) => frame.url().includes('embed=1')).length;
  expect(loaded()).toBeLessThan(5);
  for (const n of [3, 4, 5, 6, 7]) {
    await page.locator(`#n${n}`).scrollIntoViewIfNeeded();
    await ready(page, `n${n}`);
  }
  expect(await heardBy(page, 'hidden', 'height')).toEqual([]);
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('#tab')!.hidden = false;
    scrollTo(0, 0);
  });
  await ready(page, 'hidden');
  for (const id of ['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'hidden']) {
    await comesToHeight(page, id);
    const heights = await heardBy(page, id, 'height');
    expect(heights.length, `${id}: ${heights.join(', ')}`).toBeLessThanOrEqual(3);
  }
  // Hidden after it was shown, and shown again, it has nothing new to say.
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('#tab')!.hidden = true;
  });
  const before = await heardBy(page, 'hidden', 'height');
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('#tab')!.hidden = false;
  });
  await rest(page, 'hidden');
  expect(await heardBy(page, 'hidden', 'height')).toEqual(before);
});

test('two that are linked follow each other and come to rest', async () => {
  const page = await openHost('linked');
  await ready(page, 'a');
  await ready(page, 'b');
  await labelled(frameOf(page, 'a') as unknown as Page, CALL).click();
  await eventually(async () => (await stateOf(page, 'b'))['event']).toBe(CALL);
  await moved(frameOf(page, 'b') as unknown as Page, () =>
    frameOf(page, 'b').getByRole('button', { name: 'Zoom in' }).click(),
  );
  await eventually(async () => (await stateOf(page, 'b'))['from']).not.toBeNull();
  await eventually(async () => {
    const [a, b] = [await stateOf(page, 'a'), await stateOf(page, 'b')];
    return a['from'] === b['from'] && a['to'] === b['to'];
  }).toBe(true);
  await rest(page, 'a');
  await rest(page, 'b');
  const [a, b] = [await heardBy(page, 'a', 'state'), await heardBy(page, 'b', 'state')] as [
    object[],
    { readonly from: number | null }[],
  ];
  expect(a, 'told by the first, whose reader chose once').toHaveLength(1);
  // A zoom of 200 ms, told at most seven times a second, and none of it back again.
  expect(b.length).toBeLessThanOrEqual(4);
  expect([(await stateOf(page, 'a'))['group'], (await stateOf(page, 'b'))['group']]).toEqual(['country', 'type']);
  expect(await page.evaluate(() => window.heard.filter(({ type }) => type === 'error'))).toEqual([]);
});

describe('a frame that somebody else speaks to', () => {
  const PROTOCOL = 'diplomatic-timeline/1';
  const bare =
    '<iframe id="bare" name="bare" src="./?embed=1" title="Timeline" width="1000" height="560" sandbox="allow-scripts"></iframe><iframe id="sibling" src="./sibling.html" title="Sibling" sandbox="allow-scripts"></iframe>';
  addHost(
    'spoof',
    bare,
    `
    window.greetings = { bare: 0, sibling: 0 };
    window.said = [];
    window.spoofed = new Promise((done) => addEventListener('message', ({ source, data }) => {
      const from = source === frames[0] ? 'bare' : source === frames[1] ? 'sibling' : 'nobody';
      if (from === 'bare') window.said.push(data);
      if (data?.type === 'hello') window.greetings[from]++;
      window.isSiblingHere ||= data === 'here';
      // Not before there is somebody to be deceived.
      if (window.isSiblingHere && window.greetings.bare > 0) frames[1].postMessage('begin', '*');
      if (data === 'spoofed') done();
    }));
    window.answers = [];
    window.connect = (name) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = ({ data }) => window.answers.push({ name, ...data }); frames[0].postMessage({ type: 'connect', protocol: '${PROTOCOL}' }, '*', [port2]); return port1; };`,
  );
  files.set('sibling.html', {
    body: '<!doctype html><title>Sibling</title><link rel="icon" href="data:,"><script src="./sibling.js"></script>',
  });
  files.set('sibling.js', {
    body: `
    const timeline = parent.frames[0];
    const told = [];
    let left = 20;
    let hasBegun = false;
    const attack = () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => told.push(data);
      port1.postMessage({ type: 'setTheme', theme: 'dark' });
      timeline.postMessage({ type: 'connect', protocol: '${PROTOCOL}' }, '*', [port2]);
      timeline.postMessage({ type: 'setState', state: { countries: 'RU' } }, '*');
      parent.postMessage({ type: 'hello', protocol: '${PROTOCOL}' }, '*');
      if (left-- > 0) requestAnimationFrame(attack); else { parent.postMessage('spoofed', '*'); document.title = 'told ' + told.length; }
    };
    addEventListener('message', ({ source, data }) => {
      if (source !== parent || data !== 'begin' || hasBegun) return;
      hasBegun = true;
      attack();
    });
    // Again until it is answered: the frame may stand before the script that listens to it.
    const here = setInterval(() => (hasBegun ? clearInterval(here) : parent.postMessage('here', '*')), 20);`,
  });

  interface Spoofed extends Window {
    spoofed: Promise<void>;
    answers: { readonly name: string; readonly type: string; readonly error?: string; readonly state?: object }[];
    connect: (name: string) => MessagePort;
    greetings: Record<string, number>;
    said: unknown[];
  }

  test('takes the first connect of its parent only, and no message changes or breaks it that isn’t one of ours', async () => {
    const page = await openHost('spoof');
    const frame = page.frameLocator('#bare');
    await frame.locator('.dt-chart[data-settled="yes"]').waitFor();
    await page.evaluate(() => (window as unknown as Spoofed).spoofed);
    await eventually(() => page.evaluate(() => (window as unknown as Spoofed).greetings['bare'])).toBeGreaterThan(0);
    // A sibling's connect has no effect: the frame still fills its own height, and waits for its parent.
    expect(await frame.locator('.dt-app--fill').count()).toBe(1);
    const answers = await page.evaluate(async () => {
      const spoofed = window as unknown as Spoofed;
      frames[0]!.postMessage({ type: 'connect', protocol: 'diplomatic-timeline/2' }, '*', [new MessageChannel().port2]);
      frames[0]!.postMessage({ type: 'connect', protocol: 'diplomatic-timeline/1' }, '*');
      frames[0]!.postMessage(JSON.parse('{"type":"connect","__proto__":{"protocol":"diplomatic-timeline/1"}}'), '*', [
        new MessageChannel().port2,
      ]);
      const port = spoofed.connect('first');
      const second = spoofed.connect('second');
      second.postMessage({ type: 'setState', state: { countries: 'RU' } });
      const heard = (error: string) =>
        new Promise<void>((done) =>
          port.addEventListener('message', ({ data }) => (data.error === error ? done() : undefined)),
        );
      port.start();
      const [large, odd, many] = [heard('too-large'), heard('malformed'), heard('too-many')];
      port.postMessage({ type: 'setState', state: { q: 'a'.repeat(1_000_000) } });
      await large;
      port.postMessage(JSON.parse('{"type":"setState","state":{"__proto__":{"polluted":1}}}'));
      port.postMessage(JSON.parse('{"type":"setState","state":{"constructor":{"prototype":{"polluted":1}}}}'));
      await odd;
      for (let n = 0; n < 1000; n++) port.postMessage({ type: 'navigate', href: 'https://example.org' });
      await many;
      return spoofed.answers;
    });
    const kinds = (name: string) =>
      answers.filter((answer) => answer.name === name).map(({ type, error }) => error ?? type);
    expect(kinds('second')).toEqual([]);
    expect(kinds('first').filter((kind) => kind === 'too-many')).toHaveLength(1);
    expect(kinds('first').filter((kind) => kind === 'unsupported').length).toBeLessThanOrEqual(10);
    expect(kinds('first').filter((kind) => kind === 'malformed')).toHaveLength(2);
    expect(answers.find(({ type }) => type === 'ready')).toMatchObject({ state: { countries: [], q: '' } });
    expect(
      await frame
        .locator('html')
        .evaluate((html) => [html.style.colorScheme, ({} as Record<string, unknown>)['polluted'], location.search]),
    ).toEqual(['light', undefined, '?embed=1']);
    expect(await frame.getByText('11 of 11 events', { exact: true }).count()).toBeGreaterThan(0);
    expect(
      await page
        .frameLocator('#sibling')
        .locator('html')
        .evaluate(() => document.title),
    ).toBe('told 0');
    expect(await page.evaluate(() => document.querySelector('#bare')!.getAttribute('src'))).toBe('./?embed=1');
    await labelled(frame as unknown as Page, CALL).click();
    await frame.getByRole('complementary', { name: 'Details' }).getByText('Lavrov and Kerry').first().waitFor();
  });

  test('says no word of the view before it is connected', async () => {
    const page = await openHost('spoof');
    await page.frameLocator('#bare').locator('.dt-chart[data-settled="yes"]').waitFor();
    const said = () => page.evaluate(() => (window as unknown as Spoofed).said);
    await eventually(async () => (await said()).length).toBeGreaterThan(0);
    const words = [
      { type: 'hello', protocol: PROTOCOL },
      // In the words of other hosts, a number and nothing else.
      { context: 'iframe.resize', height: expect.any(Number) },
      { sentinel: 'amp', type: 'embed-size', height: expect.any(Number) },
    ];
    for (const message of await said()) expect(words).toContainEqual(message);
  });
});

test('the demonstration shows all ways in, in silence, and its timelines follow each other', async () => {
  const { page } = await stage.open({
    url: `${stage.url()}demo.html`,
    until: 'load',
    viewport: { width: 1200, height: 900 },
  });
  await page.frameLocator('iframe.frame').locator('.dt-chart[data-settled="yes"]').waitFor();
  for (const id of ['element', 'by-country', 'by-type']) {
    await page.locator(`#${id}`).scrollIntoViewIfNeeded();
    await ready(page, id);
  }
  // By key: the figures above still come to their heights, and a pointer would be where a mark was.
  await labelled(frameOf(page, 'by-country') as unknown as Page, CALL).press('Enter');
  await eventually(async () => (await stateOf(page, 'by-country'))['event']).toBe(CALL);
  await eventually(async () => (await stateOf(page, 'by-type'))['event']).toBe(CALL);
  await labelled(frameOf(page, 'element') as unknown as Page, CALL).press('Enter');
  await page.getByText(`Chosen: ${CALL}`).waitFor();
  await page.locator('#inline .dt-chart[data-settled="yes"]').waitFor();
  const across = () =>
    page.evaluate(() => ({
      page: innerWidth,
      over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }));
  await eventually(across).toEqual({ page: 1200, over: 0 });
  await page.setViewportSize({ width: 640, height: 900 });
  await page.locator('#inline .dt-app--narrow .dt-chart--narrow[data-settled="yes"]').waitFor();
  await eventually(across).toEqual({ page: 640, over: 0 });
});
