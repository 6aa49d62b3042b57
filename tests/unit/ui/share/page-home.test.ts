import { describe, expect, test } from 'vitest';
import { homeOf, isPublic } from '../../../../src/ui/share/page-home';
import { pictureName } from '../../../../src/ui/give/picture-file';

describe('where a page is hosted', () => {
  test.each([
    ['https://news.example/a/b/?x=1#y', 'https://news.example/a/b/'],
    ['http://news.example', 'http://news.example/'],
    ['https://me:secret@news.example/t.html', 'https://news.example/t.html'],
  ])('%s is at %s', (address, home) => expect(homeOf(address)).toBe(home));

  test.each([
    'file:///home/me/dist/index.html',
    'about:srcdoc',
    'about:blank',
    'blob:null/1',
    'data:text/html,x',
    'javascript:alert(1)',
    'news.example',
    '',
  ])('%s is nowhere that a host page could load it from', (address) =>
    expect([homeOf(address), isPublic(address)]).toEqual([undefined, false]),
  );

  test.each([
    'http://localhost:5173/',
    'http://127.0.0.1:8080/',
    'http://a.localhost/',
    'http://desk.local/',
    'http://[::1]/',
    'http://192.168.1.4/',
    'http://10.0.0.1/',
    'http://172.20.0.1/',
    'http://[fd00::1]/',
  ])('%s is for this machine or house alone', (address) =>
    expect([homeOf(address), isPublic(address)]).toEqual([address, false]),
  );

  test.each([
    'https://news.example/',
    'https://localhost.example/',
    'http://172.40.0.1/',
    'https://127.example/',
    'http://8.8.8.8/',
  ])('%s is for everybody', (address) => expect(isPublic(address)).toBe(true));
});

describe('the name of a picture’s file', () => {
  test.each([
    [['syria', '22 – 27 Feb 2016. 9 of 11 events.'], 'png', 'syria-22-27-feb-2016-9-of-11-events.png'],
    [['../../etc/passwd', 'C:\\x'], 'svg', 'etc-passwd-c-x.svg'],
    [['Élysée', 'Ångström'], 'png', 'elysee-angstrom.png'],
    [['Сирия', '<script>'], 'png', 'script.png'],
    [['', '\u202e\u0000'], 'png', 'timeline.png'],
  ])('%j as %s is %s', (words, ending, name) => expect(pictureName(words, ending)).toBe(name));

  test('is no longer than a file system likes', () => {
    expect(pictureName(['x'.repeat(500)], 'png')).toHaveLength(84);
    expect(pictureName([`${'x'.repeat(79)} y`], 'png')).toBe(`${'x'.repeat(79)}.png`);
  });
});
