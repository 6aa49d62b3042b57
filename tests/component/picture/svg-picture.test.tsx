import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { svgPicture } from '../../../src/picture/svg-picture';
import type { PictureView } from '../../../src/picture/picture-plot';
import type { WholeDataset } from '../../../src/model/dataset';
import { NO_FILTER } from '../../../src/model/filter';
import type { Ink } from '../../../src/render/ink';
import { svgInk } from '../../../src/render/svg-ink';
import { measureByTable } from '../../../src/render/text-widths';
import { LIGHT } from '../../../src/render/tokens';
import { matchEvents } from '../../../src/state/query/matches';
import { EMPTY_STATE } from '../../../src/state/view/timeline-state';
import { makeMixedDataset, shippedDataset, t, tableFor } from '../../support/make-chart';
import { makeActor, makeDataset, makeEvent } from '../../support/make-dataset';

function parsed(svg: string): Element {
  const { documentElement } = new DOMParser().parseFromString(svg, 'image/svg+xml');
  expect(documentElement.querySelector('parsererror')).toBeNull();
  expect(documentElement.localName).toBe('svg');
  return documentElement;
}

function drawn(draw: (ink: Ink) => void): Element {
  const ink = svgInk('it');
  draw(ink);
  return parsed(`<svg xmlns="http://www.w3.org/2000/svg">${ink.markup()}</svg>`);
}

function pictureOf(
  data: WholeDataset,
  view: Partial<PictureView> = {},
  more: Partial<Parameters<typeof svgPicture>[0]> = {},
) {
  return svgPicture({ table: tableFor(data), view: { ...EMPTY_STATE, ...view }, theme: LIGHT, t, ...more });
}

const HOSTILE = [
  '</text><script>alert(1)</script>',
  '"><image href="https://example.org/x"/>',
  "' onload='alert(1)",
  '&lt;b&gt; &amp; & <',
  ']]><!--',
  '\u0000\u0008\u001f\ufffe',
  '\ud800 half a pair',
  '\u202eright to left',
  '{{constructor}}',
  'url(#x)',
];

describe('ink as SVG', () => {
  test('every verb gives one element that says what was drawn', () => {
    const stroke = { colour: '#123456', width: 2, dash: [2, 3] };
    const root = drawn((ink) => {
      ink.line(0, 1, 10, 1, stroke);
      ink.rect(1, 2, 3, 4, { fill: '#ffffff' }, 9);
      ink.rects([0, 0, 1, 1, 5, 5, 2, 2], '#000000');
      ink.circle(5, 6, 8, { stroke });
      ink.diamond(5, 5, 10, { fill: '#111111', stroke });
      ink.polygon(
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        { fill: '#222222' },
      );
      ink.polyline(
        [
          [0, 0],
          [5, 5],
        ],
        stroke,
      );
      ink.curve(0, 0, 5, 5, 10, 0, stroke);
      ink.text('Talks', 10, 20, { colour: '#333333', bold: true, align: 'right', halo: '#ffffff' });
    });
    expect([...root.children].map(({ localName }) => localName)).toEqual([
      'path',
      'rect',
      'path',
      'circle',
      'path',
      'path',
      'path',
      'path',
      'text',
    ]);
    expect(root.children[0]!.getAttribute('stroke-dasharray')).toBe('2 3');
    expect(root.children[1]!.getAttribute('rx')).toBe('1.5');
    expect(root.children[2]!.getAttribute('d')).toBe('M0 0h1v1h-1zM5 5h2v2h-2z');
    expect(root.children[3]!.getAttribute('r')).toBe('4');
    const text = root.children[8]!;
    expect(text.textContent).toBe('Talks');
    expect([
      text.getAttribute('text-anchor'),
      text.getAttribute('paint-order'),
      text.getAttribute('font-weight'),
    ]).toEqual(['end', 'stroke', '600']);
  });

  test('what is drawn while clipped stands in a group with that clip, and nothing else does', () => {
    const root = drawn((ink) => {
      ink.clipped(1, 2, 3, 4, () => ink.circle(0, 0, 2, { fill: '#000000' }));
      ink.circle(9, 9, 2, { fill: '#000000' });
    });
    const [clip, group, free] = root.children;
    expect(group!.getAttribute('clip-path')).toBe(`url(#${clip!.id})`);
    expect(group!.children).toHaveLength(1);
    expect(free!.localName).toBe('circle');
  });

  test.each(HOSTILE)('text stays text: %j', (hostile) => {
    const root = drawn((ink) => ink.text(hostile, 0, 0, { colour: hostile }));
    expect([...root.querySelectorAll('*')].map(({ localName }) => localName)).toEqual(['text']);
    expect(root.firstElementChild!.attributes).toHaveLength(3);
  });

  test('numbers that are none leave the picture whole', () => {
    const root = drawn((ink) => ink.rect(Number.NaN, Infinity, -5, 2, { fill: '#000000' }));
    expect(root.outerHTML).toContain('x="0" y="0" width="0" height="2"');
  });
});

describe('the picture of a view', () => {
  const shipped = ['syria-cessation-2016', 'syria-diplomacy-2011-2016'].map((id) => shippedDataset(id));

  test.each(shipped.map((data) => [data.id, data] as const))(
    '%s: every event is drawn or counted, and a small set has every label',
    (_id, data) => {
      const picture = pictureOf(data, { expanded: data.opening?.expanded });
      expect(picture.rows.size).toBe(data.events.length);
      expect(picture.lanesLeftOut).toBe(0);
      const words = parsed(picture.svg).textContent;
      if (data.events.length < 20) for (const { label } of data.events) expect(words).toContain(label);
      expect(words).toContain(data.title);
      expect(words).toContain(`${data.events.length} events`);
    },
  );

  test.each([1, 2, 3])('of any dataset it holds exactly the events that pass the filter (seed %i)', (seed) => {
    const data = makeMixedDataset({ seed, events: 400 });
    const filter = { ...NO_FILTER, tones: ['conflict'] as const };
    const { mask } = matchEvents(tableFor(data), filter);
    const { rows } = pictureOf(data, { filter, group: 'type' });
    expect([...rows].toSorted((a, b) => a - b)).toEqual([...mask.keys()].filter((row) => mask[row] === 1));
  });

  test('it holds axis, names, folds, legend, credit, note and address, each in its place', () => {
    const data = shipped[0]!;
    const words = [
      ...parsed(
        pictureOf(data, {}, { note: 'Tone: conflict', address: 'https://example.org/a/' }).svg,
      ).querySelectorAll('text'),
    ].map((text) => text.textContent);
    for (const text of [
      'February 2016',
      'Sergey Lavrov',
      'Foreign Minister',
      '9 months',
      'cooperation',
      'start unsure',
      'https://example.org/a/',
    ])
      expect(words).toContain(text);
    expect(words.some((text) => text.includes('Tone: conflict'))).toBe(true);
    expect(words.some((text) => text.includes('TASS') && text.includes('CC BY 4.0'))).toBe(true);
  });

  test('under its title stands the whole first sentence of the description, abbreviations and all', () => {
    const description = 'Calls between the U.S. and Russia in 2016. Eleven in all.';
    const { svg } = pictureOf({ ...makeMixedDataset({ seed: 1, events: 5 }), description });
    expect(parsed(svg).textContent).toContain('Calls between the U.S. and Russia in 2016.');
    expect(svg).not.toContain('Eleven in all');
  });

  test('with only the plot asked for it has no title, legend or credit of its own, but a name and a description', () => {
    const root = parsed(pictureOf(shipped[0]!, {}, { parts: 'plot', ids: 'own' }).svg);
    expect([...root.querySelectorAll('text')].map((text) => text.textContent)).not.toContain('cooperation');
    expect(root.getAttribute('aria-labelledby')).toBe('own-title own-desc');
    expect(root.querySelector('#own-desc')!.textContent).toContain('11 events');
  });

  test('lanes beyond the height allowed are left out, and it says how many', () => {
    const data = shipped[1]!;
    const whole = pictureOf(data);
    const cut = pictureOf(data, {}, { mostLanesPx: 400 });
    expect(cut.lanesLeftOut).toBeGreaterThan(5);
    expect(cut.heightPx).toBeLessThan(whole.heightPx);
    expect(parsed(cut.svg).textContent).toContain(`${cut.lanesLeftOut} more rows are not in this picture`);
  });

  test('lanes grow to a height asked for', () => {
    expect(pictureOf(shipped[0]!, {}, { heightPx: 1000 }).heightPx).toBe(1000);
  });

  test('a filter that leaves nothing is said in the picture', () => {
    const { svg, rows } = pictureOf(shipped[0]!, { filter: { ...NO_FILTER, text: 'no such words' } });
    expect(rows.size).toBe(0);
    expect(parsed(svg).textContent).toContain('No event matches');
  });

  test('hostile words in every field stay words: no element, attribute or address comes of them', () => {
    const names = new Set(
      [...parsed(pictureOf(makeMixedDataset({ seed: 1, events: 40 })).svg).querySelectorAll('*')].map(
        ({ localName }) => localName,
      ),
    );
    for (const hostile of HOSTILE) {
      const data = makeDataset([makeEvent({ id: 'a', title: hostile, participants: [[hostile, 'party']] })], {
        title: hostile,
        description: hostile,
        actors: [makeActor(hostile, { label: hostile })],
      });
      const { svg } = pictureOf(data, {}, { address: hostile, note: hostile });
      const root = parsed(svg);
      for (const element of root.querySelectorAll('*')) {
        expect(names).toContain(element.localName);
        expect(
          element
            .getAttributeNames()
            .filter((name) => name.startsWith('on') || name === 'style' || name.endsWith('href')),
        ).toEqual([]);
      }
    }
  });

  test('it has no style, no script, nothing loaded, and the same bytes every time', () => {
    const { svg } = pictureOf(shipped[0]!);
    expect(svg).not.toMatch(/style=|<style|<script|href=|@import|data:/);
    expect(pictureOf(shippedDataset()).svg).toBe(svg);
  });
});

describe('widths without a browser', () => {
  test('letters have Arial’s widths at 12.5 px, bold ones more, accents none', () => {
    expect(measureByTable('A', false)).toBeCloseTo(8.3375);
    expect(measureByTable('Kerry', true)).toBeGreaterThan(measureByTable('Kerry', false));
    expect(measureByTable('é', false)).toBe(measureByTable('e', false));
    expect(measureByTable('Ла', false)).toBeCloseTo(((656 + 556) * 12.5) / 1000, 5);
    expect(measureByTable('外', false)).toBe(12.5);
  });
});

test('the picture is made of render’s ink alone: no colour that the theme lacks', () => {
  const colours = new Set(readFileSync('src/render/tokens.ts', 'utf8').match(/#[0-9A-F]{6}/g));
  const { svg } = pictureOf(shippedDataset('syria-diplomacy-2011-2016'));
  for (const colour of svg.match(/#[0-9A-F]{6}/g) ?? []) expect(colours).toContain(colour);
});
