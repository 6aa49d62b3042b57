import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Translate } from '../../../base/translate';
import type { Rejection } from '../../../model/rejection';
import { moveFocus } from '../../kit/focus/focus';
import { ModalDialog } from '../../kit/ModalDialog';
import { SCROLL_BOX } from '../../kit/scroller';
import { useNarrow, useTextScale } from '../../kit/size';
import { StatusLine } from '../../context/StatusLine';
import { useSay } from '../../context/use-say';
import { useText } from '../../context/store-context';
import type { MappingStepProps, SettlePlace } from '../table-tools';
import { Columns } from './Columns';
import { EventsPreview } from './EventsPreview';
import { openInWords } from './LayoutBar';
import { MappingFoot } from './MappingFoot';
import { MappingFile, MappingHead } from './MappingHead';
import { MappingProvider } from './mapping-context';
import { MappingTabs } from './MappingTabs';
import type { MappingTab } from './MappingTabs';
import { countOpen } from './open-points';
import { tableInWords } from './table-prose';
import { useMapping } from './use-mapping';
import type { Mapping } from './use-mapping';

/** Narrower than columns and events side by side. */
const TABS_BELOW_PX = 680;

/**
 * The step in which somebody says what the columns of a table mean, and sees with each change what events come of it. It
 * covers the page; Esc leaves it, and what was on screen is as it was.
 */
export function MappingStep(props: MappingStepProps) {
  const id = useId();
  const mapping = useMapping(props);
  return (
    <ModalDialog open onClose={props.onCancel} labelledBy={id} className="dt-mapping">
      <MappingProvider value={mapping}>
        <StepBody {...props} id={id} mapping={mapping} />
      </MappingProvider>
      <StatusLine modal />
    </ModalDialog>
  );
}

function StepBody({
  id,
  mapping,
  progress,
  onCancel,
  onOpen,
  onStop,
  place,
}: MappingStepProps & { readonly id: string; readonly mapping: Mapping }) {
  const t = useText();
  const body = useRef<HTMLDivElement>(null);
  const isPhone = useNarrow(body, TABS_BELOW_PX * useTextScale(body));
  const [tab, setTab] = useState<MappingTab>('columns');
  const [told, setTold] = useState<Told>({ text: '', faults: [], turn: 0 });
  useSay(saidOf(mapping, told, t));
  const tell = (text: string, changes: 0 | 1, faults: readonly Rejection[] = []) =>
    setTold({ text, faults, turn: mapping.turns + changes });
  const open = () => {
    mapping.remember();
    onOpen(mapping.choice.mapping);
  };
  useEffect(() => {
    if (place !== undefined && body.current !== null) moveFocus(controlAt(body.current, place), 'scroll to it');
    // Once, when it opens; what follows is the reader's.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  const both = !isPhone;
  return (
    // Keys of the whole step, wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={body}
      className={`dt-map${isPhone ? ' dt-map--phone' : ''}`}
      onKeyDown={(event) => keysOfStep(event, mapping, open)}
    >
      <MappingHead id={id} isPhone={isPhone} onCancel={onCancel} onOpen={open} onTold={tell} />
      {told.text !== '' && told.turn === mapping.turns ? <ToldOf told={told} /> : null}
      {isPhone ? <MappingTabs id={id} tab={tab} onChoose={setTab} /> : null}
      <div className="dt-map-main">
        {both || tab === 'columns' ? (
          <div
            className="dt-map-columns"
            {...(isPhone ? tabPanelOf(id, 'columns') : { role: 'group', 'aria-label': t('mapping.tab.columns') })}
            {...SCROLL_BOX}
          >
            <Columns isPhone={isPhone} />
            {isPhone ? (
              <section className="dt-map-file" aria-label={t('mapping.asFile')}>
                <MappingFile onTold={tell} />
              </section>
            ) : null}
          </div>
        ) : null}
        {both || tab === 'events' ? (
          <div
            className="dt-map-events"
            {...(isPhone ? tabPanelOf(id, 'events') : { role: 'group', 'aria-label': t('mapping.asEvents') })}
            {...SCROLL_BOX}
          >
            <EventsPreview />
          </div>
        ) : null}
      </div>
      <MappingFoot progress={progress} isPhone={isPhone} onOpen={open} onStop={onStop} />
    </div>
  );
}

function tabPanelOf(id: string, tab: MappingTab) {
  return { id: `${id}-panel`, role: 'tabpanel', 'aria-labelledby': `${id}-${tab}` };
}

/** What settles that of a column; else what says what the column means. */
function controlAt(body: HTMLElement, { about, column }: SettlePlace): HTMLElement | null | undefined {
  const row = [...body.querySelectorAll<HTMLElement>('[data-column]')].find(
    (each) => each.dataset['column'] === column,
  );
  return row?.querySelector<HTMLElement>(`[data-settles="${about}"] button`) ?? row?.querySelector('button, select');
}

/** What was done with the file of the mapping, which holds until the next change. */
interface Told {
  readonly text: string;
  /** What in it couldn't be used. */
  readonly faults: readonly Rejection[];
  /** How many changes there were by then. */
  readonly turn: number;
}

/** What was done, or what the last change has led to, said once; nothing before the first. */
function saidOf({ turns, findings, points }: Mapping, told: Told, t: Translate): string {
  if (told.text !== '' && told.turn === turns)
    return [told.text, ...told.faults.slice(0, MOST_FAULTS).map((fault) => faultInWords(fault, t))].join(' ');
  return turns === 0 ? '' : `${tableInWords(findings, t)} ${openInWords(countOpen(points), t)}`;
}

const MOST_FAULTS = 5;

/** For the eye: what was done with the file, and each field of it that can't be used. */
function ToldOf({ told: { text, faults } }: { readonly told: Told }) {
  const t = useText();
  const more = faults.length - MOST_FAULTS;
  return (
    <div className="dt-map-told">
      <p>{text}</p>
      {faults.length === 0 ? null : (
        <ul>
          {faults.slice(0, MOST_FAULTS).map((fault) => (
            <li key={`${fault.where} ${fault.field} ${fault.expected}`}>{faultInWords(fault, t)}</li>
          ))}
          {more > 0 ? <li>{t('open.more', { n: more })}</li> : null}
        </ul>
      )}
    </div>
  );
}

/** "/date/order: “middle”; expected one of day-first, month-first, either." */
function faultInWords({ where, found, expected }: Rejection, t: Translate): string {
  const what = found === '' ? t('open.wanted', { expected }) : t('open.foundWanted', { found, expected });
  return where === '/' ? what : t('mapping.faultAt', { place: where, what });
}

/** Ctrl or Cmd with Enter opens; with Z it is a step back, with Shift the other way; Ctrl with Y. In fields too: what is typed here is a change like any. */
function keysOfStep(event: KeyboardEvent, { undo, redo }: Mapping, open: () => void): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
  if (key === 'enter') {
    event.preventDefault();
    return open();
  }
  if (key !== 'z' && !(key === 'y' && event.ctrlKey)) return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) redo();
  else undo();
}

declare module '../../context/lazy-modules' {
  interface LazyModules {
    readonly mapping: { readonly MappingStep: typeof MappingStep };
  }
}
