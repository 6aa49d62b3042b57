import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Translate } from '../../../base/translate';
import { ModalDialog } from '../../kit/ModalDialog';
import { useNarrow, useTextScale } from '../../kit/size';
import { StatusLine } from '../../context/StatusLine';
import { useSay } from '../../context/use-say';
import { useText } from '../../context/store-context';
import type { MappingStepProps } from '../table-tools';
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
}: MappingStepProps & { readonly id: string; readonly mapping: Mapping }) {
  const t = useText();
  const body = useRef<HTMLDivElement>(null);
  const isPhone = useNarrow(body, TABS_BELOW_PX * useTextScale(body));
  const [tab, setTab] = useState<MappingTab>('columns');
  const [told, setTold] = useState<Told>({ text: '', turn: 0 });
  useSay(saidOf(mapping, told, t));
  const tell = (text: string, changes: 0 | 1) => setTold({ text, turn: mapping.turns + changes });
  const open = () => {
    mapping.remember();
    onOpen(mapping.choice.mapping);
  };
  const both = !isPhone;
  return (
    // Keys of the whole step, wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={body}
      className={`dt-map${isPhone ? ' dt-map--phone' : ''}`}
      onKeyDown={(event) => stepBack(event, mapping)}
    >
      <MappingHead id={id} isPhone={isPhone} onCancel={onCancel} onOpen={open} onTold={tell} />
      {isPhone ? <MappingTabs id={id} tab={tab} onChoose={setTab} /> : null}
      <div className="dt-map-main">
        {both || tab === 'columns' ? (
          <div className="dt-map-columns" {...panelOf(id, 'columns', isPhone)}>
            <Columns isPhone={isPhone} />
            {isPhone ? (
              <section className="dt-map-file" aria-label={t('mapping.asFile')}>
                <MappingFile onTold={tell} />
              </section>
            ) : null}
          </div>
        ) : null}
        {both || tab === 'events' ? (
          <div className="dt-map-events" {...panelOf(id, 'events', isPhone)}>
            <EventsPreview />
          </div>
        ) : null}
      </div>
      <MappingFoot progress={progress} isPhone={isPhone} onOpen={open} onStop={onStop} />
    </div>
  );
}

function panelOf(id: string, tab: MappingTab, isPhone: boolean) {
  return isPhone ? { id: `${id}-panel`, role: 'tabpanel', 'aria-labelledby': `${id}-${tab}` } : {};
}

/** What was done with the file of the mapping, which holds until the next change. */
interface Told {
  readonly text: string;
  /** How many changes there were by then. */
  readonly turn: number;
}

/** What was done, or what the last change has led to, said once; nothing before the first. */
function saidOf({ turns, findings, points }: Mapping, told: Told, t: Translate): string {
  if (told.text !== '' && told.turn === turns) return told.text;
  return turns === 0 ? '' : `${tableInWords(findings, t)} ${openInWords(countOpen(points), t)}`;
}

/** Ctrl or Cmd with Z, with Shift the other way; Ctrl with Y. In fields too: what is typed here is a change like any. */
function stepBack(event: KeyboardEvent, { undo, redo }: Mapping): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
  const key = event.key.toLowerCase();
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
