import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { inlineScript, licencesOnce } from '../../../src/build/saved-program';
import { inlineText } from '../../../src/build/security-policy';

test('a script that is made fit to stand in a page means the same', () => {
  const code =
    '[`</script>é${1}<!--`, "</SCRIPT ☃", /[😀-😂]é<!--/u.test("😁é<!--"), /^é+$/.test("éé"), "\u2028", ({ дом: 1 }).дом]';
  const fit = inlineScript(code);
  expect(inlineText('script', fit)).toBe(fit);
  expect(runInNewContext(fit)).toEqual(runInNewContext(code));
});

test('raw text of a template is left alone, or refused where it would change', () => {
  expect(inlineScript(String.raw`String.raw${'`'}\d${'`'}`)).toBe(String.raw`String.raw${'`'}\d${'`'}`);
  expect(() => inlineScript('String.raw`é`')).toThrow('String.raw');
});

test('a licence that several packages have stands once, under the notices of all', () => {
  const list =
    '# L\n\n## a (ISC)\n\nCopyright A\n\nDo\nit.\n\n## b (MIT)\n\nOther.\n\n## c (ISC)\n\nCopyright C\n\nDo it.\n';
  expect(licencesOnce(list)).toBe(
    '# L\n\n## a (ISC)\n\nCopyright A\n\n## c (ISC)\n\nCopyright C\n\nDo\nit.\n\n## b (MIT)\n\nOther.',
  );
});
