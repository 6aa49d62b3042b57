import { expect, test } from 'vitest';
import { parseUrl } from '../../../src/base/parse-url';

test('an address is read as the browser reads it, and what is none is undefined', () => {
  expect(parseUrl('b.json', 'https://example.org/a/')?.href).toBe('https://example.org/a/b.json');
  for (const address of ['b.json', '', 'http://', 'https://exa mple.org/', 'https://[1', '//']) {
    expect(parseUrl(address), address).toBeUndefined();
    expect(URL.canParse(address), address).toBe(false);
  }
});
