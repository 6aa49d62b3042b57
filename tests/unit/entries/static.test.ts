import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DatasetError, renderStatic } from '../../../src/entries/static';

const article = readFileSync('data/syria-cessation-2016.json', 'utf8');
const text =
  '</text><script>alert(1)</script>" fill="var(--paper)" \' onload=alert(1) <template data-picture=""></template>';
const hostile = {
  title: text,
  description: text,
  events: [{ id: 'a', title: text, summary: text, date: '2016-02-2X', participants: [text], place: text }],
};

describe('a view as HTML without a document', () => {
  test('has the picture and the events that pass, in words', () => {
    const html = renderStatic(article, { countries: ['RU'], group: 'actor' });
    expect(html.match(/data-event="/g)).toHaveLength(6);
    expect(html.match(/<svg [^>]*role="img" aria-labelledby/g)).toHaveLength(1);
    expect(html.includes('6 of 11 events · Countries: Russia')).toBe(true);
  });

  test('takes the object as well as the text, and rare dates as the page does', () => {
    const html = renderStatic(JSON.parse(article) as object);
    expect(html).toBe(renderStatic(article));
    expect(renderStatic(hostile).match(/data-event="/g)).toHaveLength(1);
  });

  test.each(['all', 'picture'] as const)('whatever stands in the data, no markup comes of it (%s)', (parts) => {
    const html = renderStatic(hostile, { parts });
    expect(html.match(/<script|<template|\son\w+=(?!alert\(1\) &lt;)/g)).toBeNull();
    // A text that looks like a name of ours for a colour stays as it is.
    if (parts === 'all') expect(html).toContain('fill=&quot;var(--paper)&quot;');
  });

  test('needs no stylesheet for its colours, and knows none of the page’s', () => {
    for (const parts of ['all', 'picture'] as const)
      for (const theme of ['light', 'dark'] as const)
        expect(renderStatic(article, { theme, parts }).match(/var\(--[\w-]+/g)).toBeNull();
    expect(renderStatic(article, { theme: 'auto' })).toMatch(/fill="var\(--paper\b/);
  });

  test.each([
    ['ru', 'ltr', 'Страны: Россия'],
    ['ar-EG', 'rtl', 'روسيا'],
    ['fr', 'ltr', 'Russie'],
    ['xx', 'ltr', 'Countries: Russia'],
  ])('speaks %s; the picture is placed from the left all the same', (lang, dir, words) => {
    const html = renderStatic(article, { lang, countries: ['RU'] });
    expect(html.slice(0, 200)).toContain(`lang="${lang === 'xx' ? 'en' : lang}" dir="${dir}"`);
    expect(html.includes(words)).toBe(true);
    expect(html.includes('direction="ltr"')).toBe(true);
  });

  test.each([
    ['https://example.org/t/', true],
    ['../timeline/', true],
    ['javascript:alert(1)', false],
    ['java\nscript:alert(1)', false],
    ['data:text/html,x', false],
  ])('links to %j: %s', (href, isLinked) => {
    expect(renderStatic(article, { href }).includes('Open it as an interactive timeline')).toBe(isLinked);
  });

  test('two on a page share no id', () => {
    const [one = [], two = []] = ['one', 'two'].map((ids) =>
      [...renderStatic(article, { ids }).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id),
    );
    expect(one.filter((id) => two.includes(id))).toEqual([]);
    expect(new Set(one).size).toBe(one.length);
  });

  test('throws what is wrong with a dataset that can’t be used', () => {
    expect(() => renderStatic('no JSON')).toThrow(DatasetError);
    expect(() => renderStatic({})).toThrow('there is no list of "events"');
    expect(renderStatic({ title: 'Nothing yet', events: [] })).toContain('Nothing yet');
  });
});
