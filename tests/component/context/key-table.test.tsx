import { describe, expect, test } from 'vitest';
import { english } from '../../../src/base/messages/en';
import { makeTranslate } from '../../../src/base/translate';
import { keyRows } from '../../../src/ui/settings/HelpDialog';
import { commandOf, worksAnywhere } from '../../../src/ui/context/key-table';

function press(key: string, parts: Partial<Parameters<typeof commandOf>[0]> = {}) {
  return commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, target: document.body, ...parts });
}

function field(tag: string, type?: string): HTMLElement {
  const element = document.createElement(tag);
  if (type !== undefined) element.setAttribute('type', type);
  return element;
}

describe('a key', () => {
  test.each([
    ['ArrowLeft', 'previous'],
    ['ArrowRight', 'next'],
    ['ArrowUp', 'up'],
    ['ArrowDown', 'down'],
    ['Home', 'first'],
    ['End', 'last'],
    ['PageUp', 'page-back'],
    ['PageDown', 'page-on'],
    ['+', 'zoom-in'],
    ['=', 'zoom-in'],
    ['-', 'zoom-out'],
    ['0', 'fit-all'],
    ['.', 'fit-selection'],
    ['[', 'actor-previous'],
    [']', 'actor-next'],
    ['/', 'search'],
    ['f', 'filters'],
    ['l', 'list'],
    ['u', 'undo'],
    ['?', 'help'],
    ['Escape', 'escape'],
  ])('%s asks for %s', (key, command) => expect(press(key)).toBe(command));

  test('that isn’t ours asks for nothing', () => {
    for (const key of ['a', 'Enter', ' ', 'Tab', 'constructor', '__proto__', 'Dead'])
      expect(press(key), key).toBeUndefined();
  });

  test.each(['ctrlKey', 'metaKey', 'altKey'] as const)('with %s keeps its usual meaning', (modifier) => {
    for (const key of ['f', '0', '+', 'ArrowLeft', '/']) expect(press(key, { [modifier]: true }), key).toBeUndefined();
  });

  test('typed into a field is typing', () => {
    const editable = field('div');
    Object.defineProperty(editable, 'isContentEditable', { value: true });
    for (const target of [
      field('input'),
      field('input', 'text'),
      field('input', 'search'),
      field('input', 'date'),
      field('input', 'range'),
      field('textarea'),
      field('select'),
      editable,
    ]) {
      for (const key of ['f', '/', '0', 'ArrowLeft', '?'])
        expect(press(key, { target }), `${key} in ${target.outerHTML}`).toBeUndefined();
    }
  });

  test.each([
    ['а', 'KeyF', 'filters'],
    ['д', 'KeyL', 'list'],
    ['г', 'KeyU', 'undo'],
    ['х', 'BracketLeft', 'actor-previous'],
    ['ъ', 'BracketRight', 'actor-next'],
    ['ظ', 'Slash', 'search'],
    ['؟', 'Slash', 'help'],
  ])('%s, where a Latin keyboard has another, asks for it by its place %s', (key, code, command) =>
    expect(press(key, { code })).toBe(command),
  );

  test('a Latin letter is itself wherever it lies', () => {
    expect(press('a', { code: 'KeyF' })).toBeUndefined();
    expect(press('f', { code: 'KeyX' })).toBe('filters');
  });

  test('written with AltGr, which comes as Ctrl and Alt, works', () => {
    const altGr = { ctrlKey: true, altKey: true, getModifierState: (name: string) => name === 'AltGraph' };
    expect(press('[', altGr)).toBe('actor-previous');
    expect(press('[', { ...altGr, metaKey: true })).toBeUndefined();
  });

  test('made of one character does nothing where they are switched off; the others do what they did', () => {
    const off = (key: string) =>
      commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, target: document.body }, false);
    for (const key of ['/', 'f', 'l', 'u', '?', '+', '=', '-', '0', '.', '[', ']'])
      expect(off(key), key).toBeUndefined();
    expect(off('ArrowLeft')).toBe('previous');
    expect(off('Escape')).toBe('escape');
  });

  test('on a button, a checkbox or nothing at all works', () => {
    for (const target of [field('button'), field('input', 'checkbox'), field('input', 'radio'), field('a'), null])
      expect(press('f', { target })).toBe('filters');
  });
});

test('moving from event to event works on the chart only, the rest anywhere inside', () => {
  for (const command of ['previous', 'next', 'up', 'down', 'first', 'last', 'page-back', 'page-on'] as const)
    expect(worksAnywhere(command), command).toBe(false);
  for (const command of ['search', 'filters', 'list', 'undo', 'help', 'escape', 'zoom-in', 'fit-all'] as const)
    expect(worksAnywhere(command), command).toBe(true);
});

test('the help names every key', () => {
  const named = keyRows(makeTranslate('en', english))
    .map(({ keys, does }) => {
      expect(does.length).toBeGreaterThan(0);
      return keys;
    })
    .join(' ')
    .split(' ');
  for (const key of [
    '←',
    '→',
    '↑',
    '↓',
    'Home',
    'End',
    'PageUp',
    'PageDown',
    'Enter',
    'Space',
    'Esc',
    '+',
    '−',
    '0',
    '.',
    '[',
    ']',
    '/',
    'f',
    'l',
    'u',
    '?',
  ])
    expect(named).toContain(key);
});
