import { useEffect, useState } from 'react';
import type { ShareSource } from '../context/page-services';

/** Whether a sandboxed frame on another page will be let read the dataset's file; undefined until that is known. */
export type FrameAccess = 'allowed' | 'refused' | 'unknown' | undefined;

/**
 * Asks the page's host whether frames without an origin may read what is on screen. Shipped datasets come as scripts,
 * which nobody refuses; a file of one's own is read where its host says so (Fetch standard, CORS check).
 */
export function useFrameAccess(source: ShareSource | undefined): FrameAccess {
  const file = source?.options.data;
  const [access, setAccess] = useState<FrameAccess>(file === undefined ? 'allowed' : undefined);
  useEffect(() => {
    if (file === undefined) return undefined;
    let isWanted = true;
    void frameAccess(file).then((found) => {
      if (isWanted) setAccess(found);
    });
    return () => {
      isWanted = false;
    };
  }, [file]);
  return access;
}

async function frameAccess(file: string): Promise<FrameAccess> {
  // Here it was read from such a frame.
  if (self.origin === 'null') return 'allowed';
  try {
    const { ok, headers } = await fetch(new URL(file, location.href), { method: 'HEAD', credentials: 'omit' });
    const allowed = headers.get('access-control-allow-origin')?.trim();
    return ok ? (allowed === '*' || allowed === 'null' ? 'allowed' : 'refused') : 'unknown';
  } catch {
    return 'unknown';
  }
}
