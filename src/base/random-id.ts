/** A random id of 128 bits, in letters and digits. `crypto.randomUUID` is there on https alone. */
export function randomId(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
