import { expect, test } from 'vitest';
import { openingOf } from '../../../../src/app/giving/saved-opening';

test('a saved page opens as it was saved, its address over that, and never with other data', () => {
  const { author, options } = openingOf(
    'lang=ru&theme=dark&countries=RU&sort=title',
    'file:///x.html?countries=US&embed=1&data=other.json&set=calls#theme=light',
  );
  expect(author).toEqual({ countries: ['US'], sort: 'title' });
  expect(options).toEqual({ lang: 'ru', theme: 'light', embed: true });
});
