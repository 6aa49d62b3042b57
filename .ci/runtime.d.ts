/** What browsers and Node both have and the pure layers may use; nothing that belongs to a document. */
declare class TextEncoder {
  encode(text?: string): Uint8Array<ArrayBuffer>;
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
}
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes?: ArrayBufferView | ArrayBuffer, options?: { readonly stream?: boolean }): string;
}
declare class URL {
  constructor(address: string, base?: string | URL);
  readonly href: string;
  readonly protocol: string;
  readonly host: string;
  readonly hostname: string;
  readonly origin: string;
  readonly pathname: string;
  readonly username: string;
  readonly password: string;
  search: string;
  hash: string;
  readonly searchParams: URLSearchParams;
}
declare class URLSearchParams {
  constructor(text?: string | URLSearchParams | Record<string, string> | Iterable<readonly [string, string]>);
  get(key: string): string | null;
  getAll(key: string): string[];
  has(key: string): boolean;
  set(key: string, value: string): void;
  append(key: string, value: string): void;
  delete(key: string): void;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  entries(): IterableIterator<[string, string]>;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}
interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}
interface MessagePort {
  addEventListener(type: 'message', listener: () => void, options?: { readonly once?: boolean }): void;
  start(): void;
  postMessage(message: unknown): void;
  close(): void;
}
declare class MessageChannel {
  readonly port1: MessagePort;
  readonly port2: MessagePort;
}
/** Undefined where there is none: Node. */
declare const reportError: ((error: unknown) => void) | undefined;
declare const performance: { now(): number };
declare const console: { error(...parts: readonly unknown[]): void; warn(...parts: readonly unknown[]): void };
declare const crypto: { getRandomValues(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> };
