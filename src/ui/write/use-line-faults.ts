import { useEffect, useRef, useState } from 'react';
import { useText } from '../context/store-context';
import { useSay } from '../context/use-say';

/**
 * Says what is wrong with a line that somebody has typed in when the caret leaves it, once for as long as it stays as it
 * is: while they type, it is wrong most of the time.
 */
export function useLineFaults({
  line,
  text,
  isWrong,
  says,
}: {
  readonly line: number;
  readonly text: string;
  readonly isWrong: boolean;
  readonly says: string;
}): void {
  const t = useText();
  const [words, setWords] = useState('');
  const last = useRef({ line, text, isWrong, says, isTouched: false });
  const told = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const left = last.current;
    const isTouched = left.line === line && (left.isTouched || left.text !== text);
    last.current = { line, text, isWrong, says, isTouched };
    if (left.line === line || !left.isTouched || !left.isWrong || told.current.has(left.text)) return;
    told.current = new Set([...told.current, left.text]);
    setWords(t('write.lineSays', { n: t.number(left.line + 1), what: left.says }));
  }, [line, text, isWrong, says, t]);
  useSay(words);
}
