import type { LoadProblem } from '../../model/load-problem';

/**
 * Asks for a file of the page's own host; a LoadProblem where the page may not, or there is none. In a frame without an
 * origin that host is another's, which has to allow it (Fetch standard, CORS check): whether it does, only asking tells.
 * Never throws.
 */
export async function fetchAllowed(address: string, signal: AbortSignal | undefined): Promise<Response | LoadProblem> {
  const fault = (kind: LoadProblem['kind'], detail: string): LoadProblem => ({ kind, source: address, detail });
  if (self.location.protocol === 'file:') return fault('no-fetch', '');
  const url = allowedAddress(address);
  if (url === undefined) return fault('not-allowed', address);
  try {
    const response = await fetch(url, {
      ...(signal === undefined ? {} : { signal }),
      credentials: 'omit',
      redirect: 'manual',
    });
    if (response.ok) return response;
    if (response.type === 'opaqueredirect') return fault('redirected', '');
    await readAway(response);
    return fault(refusal(response.status), `HTTP ${response.status}`);
  } catch (error) {
    // A host's refusal looks like a lost connection: nothing more is told.
    return fault(
      self.origin === 'null' ? 'no-leave' : 'network',
      error instanceof Error ? error.message : String(error),
    );
  }
}

/** What an answer that gives no file says of it (RFC 9110, section 15). */
function refusal(status: number): LoadProblem['kind'] {
  if (status === 404 || status === 410) return 'missing';
  return status === 401 || status === 403 ? 'forbidden' : 'server';
}

/** As long as any page that says why there is no file. */
const MOST_READ_AWAY = 200_000;

/**
 * Reads an answer that nobody wants: left unread, it would be broken off when something else is asked for, and the console
 * would say so. One without an end is broken off all the same.
 */
async function readAway({ body }: Response): Promise<void> {
  if (body === null) return;
  const reader = body.getReader();
  for (let read = 0; read < MOST_READ_AWAY;) {
    const { value, done } = await reader.read();
    if (done) return;
    read += value.length;
  }
  await reader.cancel();
}

/** Only files of the page's own origin; other hosts are for a list made at build. Undefined for anything else. */
function allowedAddress(address: string): URL | undefined {
  try {
    const url = new URL(address, self.location.href);
    const isOwn = url.origin === new URL(self.location.href).origin;
    return isOwn && ['http:', 'https:'].includes(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}
