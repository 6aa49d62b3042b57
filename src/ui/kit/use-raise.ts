import { useCallback, useState } from 'react';

/**
 * Hands what was thrown outside React (in a frame, a timer, a listener) to the nearest boundary, as if rendering had
 * thrown it.
 */
export function useRaise(): (error: unknown) => void {
  const [, set] = useState<never>();
  return useCallback((error: unknown) => {
    set(() => {
      throw error;
    });
  }, []);
}
