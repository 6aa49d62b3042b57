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
      redirect: 'error',
    });
    if (response.ok) return response;
    // Read to its end: left unread, it would be broken off when something else is asked for, and the console would say
    // so.
    await response.arrayBuffer();
    return fault(response.status === 404 ? 'missing' : 'network', `HTTP ${response.status}`);
  } catch (error) {
    // A host's refusal looks like a lost connection: nothing more is told.
    return fault(
      self.origin === 'null' ? 'no-leave' : 'network',
      error instanceof Error ? error.message : String(error),
    );
  }
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
