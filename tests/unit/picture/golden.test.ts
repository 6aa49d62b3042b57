import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withLazyCode } from '../../../src/base/lazy-code';
import { translateFor } from '../../../src/base/messages/choose-catalogue';
import { GOLDEN_SCENES } from '../../support/golden-scenes';

const FOLDER = 'tests/golden';

/** `npm run golden` writes them anew and lists what changed; look at those before they are committed. */
const isRenewing = process.env['RENEW_GOLDEN'] === '1';

test.each(GOLDEN_SCENES)('the picture $name is as it was', async ({ name, draw }) => {
  // A language, and what a picture says in it, come when they are asked for first.
  const svg = await withLazyCode(() => draw(translateFor));
  const file = `${FOLDER}/${name}.svg`;
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (isRenewing && svg !== before) {
    writeFileSync(file, svg);
    return;
  }
  // Element by element: what differs is read as lines, and not as one text of 100 kB.
  expect(svg.split('\n')).toEqual(before.split('\n'));
});

test('every picture that is kept belongs to a scene, and there are twenty', () => {
  expect(readdirSync(FOLDER).toSorted()).toEqual(GOLDEN_SCENES.map(({ name }) => `${name}.svg`).toSorted());
  expect(GOLDEN_SCENES).toHaveLength(20);
});
