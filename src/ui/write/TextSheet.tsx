import { useCallback, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { RefObject } from 'react';
import { chooseEvent } from '../../state/view/choose';
import type { Desk } from '../context/desk';
import { useText, useTimelineStore } from '../context/store-context';
import { focusedNear, isFocusNowhere, moveFocus } from '../kit/focus/focus';
import { windowOf } from '../kit/any-window';
import { SCROLL_BOX } from '../kit/scroller';
import { useNarrow } from '../kit/size';
import { LineDock } from './LineDock';
import { LineReadings } from './LineReadings';
import { Mirror } from './Mirror';
import type { ReadingActs } from './Reading';
import { lineInWords, problemsInWords } from './reading-prose';
import { StatusRow } from './StatusRow';
import type { TextDesk } from './text-services';
import { headLines, lineAt, lineStarts, linesToSettle } from './text-lines';
import { useLineFaults } from './use-line-faults';
import { MOST_WRAPPED, useLineLayout } from './use-line-layout';
import { useTextField } from './use-text-field';
import { useTimelineOfLine } from './use-timeline-of-line';
import { spaceOf } from '../kit/screen-space';
import type { ScreenPoint } from '../kit/screen-space';

/** Below this width there is no room for readings beside the text: that of one line stands under it. */
const DOCKED_BELOW_PX = 860;

/** A text and its reading: what is typed, what was understood of it, and where the caret is. */
export function TextSheet({ desk, text }: { readonly desk: Desk; readonly text: TextDesk }) {
  const t = useText();
  const store = useTimelineStore();
  const id = useId();
  const face = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const mirror = useRef<HTMLDivElement>(null);
  const written = useSyncExternalStore(text.subscribe, text.written);
  const { notebook, faults } = written;
  const isDocked = useNarrow(face, DOCKED_BELOW_PX);
  const [caret, setCaret] = useState(0);
  const [isAllLike, setAllLike] = useState(false);
  const starts = useMemo(() => lineStarts(written.text), [written.text]);
  const lines = useMemo(() => written.text.split('\n'), [written.text]);
  const current = lineAt(starts, caret);
  const isWrapped = lines.length <= MOST_WRAPPED;
  const layout = useLineLayout(mirror, scroller, { text: written.text, count: lines.length, isWrapped });
  const lineAtPoint = useCallback(
    (point: ScreenPoint): number =>
      mirror.current === null ? 0 : layout.lineAtPx(spaceOf(mirror.current).pointAt(point).y),
    [layout],
  );
  const { field, goToLine, ...handlers } = useTextField({ desk, text, onCaret: setCaret, lineAtPoint });
  const showLine = useCallback(
    (line: number, how: 'with focus' | 'in place') => {
      goToLine(line);
      if (how === 'with focus') moveFocus(field.current, 'in place');
      const box = scroller.current;
      if (box === null) return;
      const [top, end] = [layout.topOf(line), layout.topOf(line + 1)];
      if (top < box.scrollTop || end > box.scrollTop + box.clientHeight)
        box.scrollTop = Math.max(top - box.clientHeight / 3, 0);
    },
    [goToLine, field, layout],
  );
  useFirstFocus(field, () => {
    // Who begins goes on where the text ends.
    if (desk.draft().origin.from === 'new' && desk.past().length === 0) goToLine(lines.length - 1);
  });
  const reading = notebook.readings[current];
  const event = reading?.owner?.kind === 'event' ? reading.owner.id : undefined;
  useTimelineOfLine({ place: scroller, event, lineOf: (each) => headLines(notebook).get(each), onChosen: showLine });
  const fault = faults.find(({ line }) => line === current);
  const { asOf } = notebook.dataset;
  const says = reading === undefined ? '' : lineInWords(reading, { t, asOf, fault });
  const isWrong =
    reading !== undefined && (reading.kind === 'unread' || fault !== undefined || problemsInWords(reading, t) !== '');
  useLineFaults({ line: current, text: lines[current] ?? '', isWrong, says });

  const onSettle = useCallback(
    (line: number, alternative: number) => {
      const at = field.current?.selectionEnd ?? 0;
      text.settle(line, alternative, isAllLike, { start: at, end: at });
      setAllLike(false);
      // The button goes with the question.
      moveFocus(field.current, 'in place');
    },
    [field, text, isAllLike],
  );
  const onOpen = useCallback(
    (each: string) => {
      store.apply(chooseEvent, each);
      desk.setFace('timeline');
    },
    [store, desk],
  );
  const acts = useMemo((): ReadingActs => ({ onSettle, onAllLike: setAllLike, onOpen }), [onSettle, onOpen]);
  const goToNext = () => {
    const all = linesToSettle(notebook);
    const next = all.find((line) => line > current) ?? all[0];
    if (next !== undefined) showLine(next, 'with focus');
  };
  const readings = { notebook, faults, current, isAllLike, acts };
  const scrollBox = { ...SCROLL_BOX, role: 'group', 'aria-label': t('write.text.head') };
  const gutter = [];
  for (let line = layout.first; line < layout.end; line += 1) gutter.push(line);
  return (
    <div ref={face} className={`dt-text${isDocked ? ' dt-text--docked' : ''}`}>
      {isDocked ? null : (
        <div className="dt-text-heads">
          <span className="dt-text-head" id={`${id}-head`}>
            {t('write.text.head')}
          </span>
          <span className="dt-text-head" aria-hidden="true">
            {t('write.reading.head')}
          </span>
        </div>
      )}
      <div className="dt-text-frame">
        <div ref={scroller} className="dt-text-scroll" {...scrollBox}>
          <div className="dt-text-sheet">
            <div
              className="dt-text-current"
              style={{
                insetBlockStart: layout.topOf(current),
                blockSize: layout.topOf(current + 1) - layout.topOf(current),
              }}
              aria-hidden="true"
            />
            {isDocked ? null : (
              <div className="dt-text-gutter" aria-hidden="true">
                {gutter.map((line) => (
                  <span
                    key={line}
                    className={line === current ? 'dt-text-number--current' : undefined}
                    style={{ insetBlockStart: layout.topOf(line) }}
                  >
                    {t.digits(line + 1)}
                  </span>
                ))}
              </div>
            )}
            <div className="dt-text-paper">
              <Mirror
                box={mirror}
                lines={lines}
                notebook={notebook}
                faults={faults}
                layout={layout}
                isWrapped={isWrapped}
              />
              <textarea
                ref={field}
                className={`dt-text-type dt-text-field${isWrapped ? '' : ' dt-text-field--rows'}`}
                dir="auto"
                lang={notebook.dataset.language ?? ''}
                spellCheck
                autoCapitalize="sentences"
                wrap={isWrapped ? 'soft' : 'off'}
                aria-label={t('write.text.label')}
                aria-describedby={`${id}-line`}
                aria-invalid={isWrong || undefined}
                aria-errormessage={isWrong ? `${id}-line` : undefined}
                placeholder={t('write.text.sample')}
                defaultValue={written.text}
                onScroll={({ currentTarget }) =>
                  mirror.current?.style.setProperty('--dt-shift', `${-currentTarget.scrollLeft}px`)
                }
                {...handlers}
              />
            </div>
            {isDocked ? null : <LineReadings layout={layout} {...readings} />}
          </div>
        </div>
      </div>
      {isDocked ? (
        <LineDock id={`${id}-line`} says={says} onLine={(line) => showLine(line, 'in place')} {...readings} />
      ) : null}
      <StatusRow
        id={isDocked ? undefined : `${id}-line`}
        notebook={notebook}
        line={current}
        says={says}
        isWrong={isWrong}
        onNext={goToNext}
      />
    </div>
  );
}

/** Whoever comes to write, writes; who goes through the faces by their buttons stays there. */
function useFirstFocus(field: RefObject<HTMLTextAreaElement | null>, begin: () => void): void {
  const act = useRef(begin);
  useEffect(() => {
    const box = field.current;
    if (box === null) return;
    act.current();
    // A finger wants to see it, not the keyboard that it would bring up.
    if (windowOf(box).matchMedia('(pointer: coarse)').matches) return;
    const near = focusedNear(box);
    if (near?.closest('.dt-faces') === null || isFocusNowhere(box)) moveFocus(box, 'in place');
  }, [field]);
}
