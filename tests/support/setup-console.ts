import { format } from 'node:util';
import { afterEach, beforeEach } from 'vitest';

const complaints: string[] = [];

/** React and the browser report mistakes as warnings; here every one of them fails the test that caused it. */
beforeEach(() => {
  complaints.length = 0;
  console.error = (...parts: unknown[]) => void complaints.push(`console.error: ${format(...parts)}`);
  console.warn = (...parts: unknown[]) => void complaints.push(`console.warn: ${format(...parts)}`);
});

afterEach(() => {
  const found = complaints.splice(0);
  if (found.length > 0) throw new Error(`The test wrote to the console:\n${found.join('\n')}`);
});
