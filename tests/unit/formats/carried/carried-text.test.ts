import { deflateRawSync, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runToEnd } from '../../../../src/base/steps';
import { packText, unpackText } from '../../../../src/formats/carried/carried-text';
import { HOSTILE_STRINGS } from '../../../fixtures/hostile-strings';
import { anyText, FUZZ } from '../../../support/fuzz';

const pack = (text: string, most = 32_000) => runToEnd(packText(text, most));
const unpack = (packed: string) => runToEnd(unpackText(packed));
const fault = (packed: string) => {
  const found = unpack(packed);
  return found.kind === 'fault' ? found.fault : `text: ${found.text.slice(0, 40)}`;
};
const LINES = Array.from({ length: 60 }, (_, n) => `${n + 1} Feb 2016: Talks of day ${n} - Russia, Syria [talks]`).join(
  '\n',
);
const PACKED = pack(LINES)!;

test('a text comes back as it was, whatever is in it', () => {
  fc.assert(
    fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme', maxLength: 2000 })), (text) => {
      // A half of a pair has no UTF-8: what stands for it comes back.
      const whole = Buffer.from(text, 'utf8').toString('utf8');
      expect(unpack(pack(whole)!)).toEqual({ kind: 'text', text: whole });
    }),
    { numRuns: 200 },
  );
  expect(unpack(PACKED)).toEqual({ kind: 'text', text: LINES });
});

test('it is deflate as everybody reads it, in letters that an address leaves alone', () => {
  expect(PACKED).toMatch(/^1\.[\w-]+$/);
  expect(new URLSearchParams({ t: PACKED }).toString()).toBe(`t=${PACKED}`);
  const bytes = Buffer.from(PACKED.slice(2), 'base64url');
  expect(inflateRawSync(bytes.subarray(0, -3)).toString('utf8')).toBe(LINES);
  // As short as zlib makes it, but for a twentieth.
  expect(PACKED.length).toBeLessThan((deflateRawSync(LINES, { level: 9 }).length * 4) / 3 / 0.95 + 6);
});

test('what is too long for an address is not packed to its end', () => {
  let random = 7;
  const noise = Array.from({ length: 60_000 }, () => {
    random = (random * 48_271) % 2_147_483_647;
    return random.toString(36);
  }).join('');
  const steps = packText(noise, 32_000);
  let count = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) count += 1;
  expect(step.value).toBeUndefined();
  expect(count).toBeLessThan(4);
  expect(pack(LINES, PACKED.length)).toBe(PACKED);
  expect(pack(LINES, PACKED.length - 1)).toBeUndefined();
  expect(pack('x'.repeat(4_000_001))).toBeUndefined();
});

test('a link that was cut is told, wherever that was', () => {
  for (let length = 0; length < PACKED.length; length++)
    expect(['cut', 'damaged'], String(length)).toContain(fault(PACKED.slice(0, length)));
  expect(fault(PACKED.slice(0, -1))).toBe('cut');
  expect(fault(PACKED.slice(0, PACKED.length / 2))).toBe('cut');
});

test('one letter that is another is told', () => {
  for (let at = 2; at < PACKED.length; at += 3) {
    const other = PACKED[at] === 'A' ? 'B' : 'A';
    const found = unpack(PACKED.slice(0, at) + other + PACKED.slice(at + 1));
    // The last letters may hold bits that mean nothing.
    if (found.kind === 'text') expect(found.text).toBe(LINES);
    else expect(['cut', 'damaged', 'swollen']).toContain(found.fault);
  }
});

test('what programs do to a link on its way is forgiven', () => {
  for (const mangled of [`${PACKED}.`, `${PACKED})`, `${PACKED}>,`, `${PACKED.slice(0, 70)}\n ${PACKED.slice(70)}`])
    expect(unpack(mangled)).toEqual({ kind: 'text', text: LINES });
  expect(fault(`${PACKED.slice(0, 70)}.${PACKED.slice(70)}`)).toBe('damaged');
});

test('another version is told as newer', () => {
  expect(fault(`2.${PACKED.slice(2)}`)).toBe('newer');
  expect(fault('999999999.')).toBe('newer');
  expect(fault(`0.${PACKED.slice(2)}`)).toBe('damaged');
});

test('what swells is let go at four million bytes', () => {
  const bomb = (size: number) => `1.${deflateRawSync(Buffer.alloc(size), { level: 9 }).toString('base64url')}AAAA`;
  expect(fault(bomb(4_000_001))).toBe('swollen');
  // 30 MB in 39,000 characters: most of them are never looked at.
  const packed = bomb(30_000_000);
  expect(packed.length).toBeLessThan(48_000);
  const steps = unpackText(packed);
  let looked = 0;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) looked = step.value;
  expect(step.value).toEqual({ kind: 'fault', fault: 'swollen' });
  expect(looked).toBeLessThan(0.3);
  expect(fault(`1.${'A'.repeat(48_000)}`)).toBe('swollen');
});

test('five hundred hostile strings are words, never a text and never thrown', () => {
  const escaped = (text: string) => new URLSearchParams({ t: text }).toString().slice(2);
  const data = (text: string) => `1.${Buffer.from(text, 'utf8').toString('base64url')}`;
  for (const text of HOSTILE_STRINGS)
    for (const packed of [text, `1.${text}`, `1.${escaped(text)}`, data(text), `${PACKED}${text}`]) {
      const found = unpack(packed);
      if (found.kind === 'text') expect([LINES, '']).toContain(found.text);
    }
});

test('any letters at all are answered', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(unpack(`1.${Buffer.from(bytes).toString('base64url')}`).kind).toMatch(/^(?:text|fault)$/);
    }),
    FUZZ,
  );
});
