import { memo, useState } from 'react';
import type { RefObject } from 'react';
import type { LineReading, Notebook } from '../../formats/notebook/notebook-types';
import type { LineLayout } from './use-line-layout';
import type { LineFault } from './text-services';

/**
 * The same text once more, unseen, behind the field: it gives the field its height and tells where lines stand, and what
 * of them is to be settled or isn't read shows through. Aligned letter by letter, so it has the field's own type.
 */
export function Mirror({
  box,
  lines,
  notebook,
  faults,
  layout,
  isWrapped,
}: {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly lines: readonly string[];
  readonly notebook: Notebook;
  readonly faults: readonly LineFault[];
  readonly layout: LineLayout;
  readonly isWrapped: boolean;
}) {
  const keys = useLineKeys(lines);
  const faulty = new Set(faults.map(({ line }) => line));
  const first = isWrapped ? 0 : layout.first;
  const end = isWrapped ? lines.length : layout.end;
  const height = isWrapped ? undefined : layout.topOf(lines.length);
  return (
    <div
      ref={box}
      className={`dt-text-type dt-text-mirror${isWrapped ? '' : ' dt-text-mirror--rows'}`}
      style={{ blockSize: height }}
      aria-hidden="true"
    >
      {lines.slice(first, end).map((text, at) => {
        const line = first + at;
        const reading = notebook.readings[line];
        const [from, to] = reading?.date?.sure === 'two-ways' ? (reading.dateAt ?? NOWHERE) : NOWHERE;
        return (
          <MirrorLine
            key={keys[line]}
            text={text}
            from={from}
            to={to}
            look={lookOf(reading, faulty.has(line))}
            topPx={isWrapped ? undefined : layout.topOf(line)}
          />
        );
      })}
    </div>
  );
}

const NOWHERE: readonly [number, number] = [0, 0];

function lookOf(reading: LineReading | undefined, isFaulty: boolean): string {
  return reading?.kind === 'unread' || isFaulty ? 'dt-text-unread' : '';
}

const MirrorLine = memo(function MirrorLine({
  text,
  from,
  to,
  look,
  topPx,
}: {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly look: string;
  readonly topPx: number | undefined;
}) {
  return (
    <div dir="auto" className={look} style={{ insetBlockStart: topPx }}>
      {from === to ? (
        <span>{text}</span>
      ) : (
        <>
          {text.slice(0, from)}
          <mark>{text.slice(from, to)}</mark>
          {text.slice(to)}
        </>
      )}
    </div>
  );
});

interface KeyedLines {
  readonly lines: readonly string[];
  readonly keys: readonly number[];
  /** The first that was never given. */
  readonly next: number;
}

const NO_LINES: KeyedLines = { lines: [], keys: [], next: 0 };

/** A key for each line, which it keeps while others come, go and change before and behind it. */
function useLineKeys(lines: readonly string[]): readonly number[] {
  const [known, setKnown] = useState(NO_LINES);
  if (known.lines === lines) return known.keys;
  const next = keyedLines(known, lines);
  setKnown(next);
  return next.keys;
}

function keyedLines(was: KeyedLines, lines: readonly string[]): KeyedLines {
  let start = 0;
  while (start < lines.length && start < was.lines.length && lines[start] === was.lines[start]) start += 1;
  let tail = 0;
  const most = Math.min(lines.length, was.lines.length) - start;
  while (tail < most && lines.at(-1 - tail) === was.lines.at(-1 - tail)) tail += 1;
  const between = lines.length - start - tail;
  const keys = [
    ...was.keys.slice(0, start),
    ...Array.from({ length: between }, (_, at) => was.next + at),
    ...was.keys.slice(was.keys.length - tail),
  ];
  return { lines, keys, next: was.next + between };
}
