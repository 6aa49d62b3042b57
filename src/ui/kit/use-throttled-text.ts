import { useEffect, useRef, useState } from 'react';

/**
 * A text for a live region: the first change comes through at once, further ones at most every `pauseMs`, the last one
 * always.
 */
export function useThrottledText(text: string, pauseMs = 1000): string {
  const [spoken, setSpoken] = useState(text);
  const spokenAt = useRef(-Infinity);
  useEffect(() => {
    if (text === spoken) return undefined;
    const speak = () => {
      spokenAt.current = performance.now();
      setSpoken(text);
    };
    const waitMs = spokenAt.current + pauseMs - performance.now();
    if (waitMs <= 0) {
      speak();
      return undefined;
    }
    const timer = setTimeout(speak, waitMs);
    return () => clearTimeout(timer);
  }, [text, spoken, pauseMs]);
  return spoken;
}
