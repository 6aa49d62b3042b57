import { expect, test } from 'vitest';
import { fullPageOf } from '../../../src/ui/full-page';

test('the full page has the same view, and none of what an author settled for the frame', () => {
  expect(fullPageOf('https://example.org/t/?embed=1&countries=RU,US&hide=title&lock=range&theme=dark&set=a&mine=1#event=ev-1&from=2016-02-22T12:00:00Z'))
    .toBe('https://example.org/t/?countries=RU,US&set=a&mine=1#event=ev-1&from=2016-02-22T12:00:00Z');
  expect(fullPageOf('file:///home/a/index.html?embed=1')).toBe('file:///home/a/index.html');
});
