import { PROTOCOL } from '../frame-protocol';
import type { Hello } from '../frame-protocol';

/** A loader that comes late must still hear one of them. */
const HELLO_AT_MS = [0, 100, 400, 1600];
const HELLO: Hello = { type: 'hello', protocol: PROTOCOL };

/**
 * Tells the parent that the frame is there, and calls back with the port of the first `connect` that the parent itself sends. Messages
 * of anybody else, and every later `connect`, change nothing. Returns how to stop.
 */
export function greetParent(onPort: (port: MessagePort) => void): () => void {
  const { parent } = window;
  const hellos = HELLO_AT_MS.map((ms) => setTimeout(() => parent.postMessage(HELLO, '*'), ms));
  const stop = () => {
    for (const hello of hellos) clearTimeout(hello);
    window.removeEventListener('message', onMessage);
  };
  const onMessage = (event: MessageEvent<unknown>) => {
    const [port, ...more] = event.ports;
    if (event.source !== parent || port === undefined || more.length > 0 || !isConnect(event.data)) return;
    stop();
    onPort(port);
  };
  window.addEventListener('message', onMessage);
  return stop;
}

function isConnect(data: unknown): boolean {
  return (
    typeof data === 'object' &&
    data !== null &&
    'type' in data &&
    'protocol' in data &&
    data.type === 'connect' &&
    data.protocol === PROTOCOL
  );
}
