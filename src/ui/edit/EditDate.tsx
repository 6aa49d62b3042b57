import { useEffect, useRef, useState } from 'react';
import { withLazyCode } from '../../base/lazy-code';
import type { DiplomaticEvent } from '../../model/dataset';
import { dateInWords } from '../../model/dates/date-prose';
import { isDateFault, parseEventDate } from '../../model/dates/parse-event-date';
import type { DateReading } from '../../model/dates/reading/date-reading';
import { readingInWords } from '../../model/dates/reading/reading-in-words';
import { renewedEvent } from '../../model/edit/renewed-event';
import { EventShape } from '../../written/ShapeIcon';
import { useText } from '../context/store-context';
import { FieldRow } from './FieldRow';
import type { EventForm } from './event-form';
import { useCellTools } from './use-tools';
import { useFieldText } from './use-field-text';

/** What was understood of a date, with the text it was understood from. */
interface Understood {
  readonly text: string;
  readonly reading: DateReading;
}

/** A date as it is typed; under it how it is drawn, in words and in EDTF, and of two readings each as a button. */
export function EditDate({ form }: { readonly form: EventForm }) {
  const t = useText();
  const tools = useCellTools();
  const { event, dataset, desk, edits } = form;
  const context = { t, baseline: desk.draft().baseline };
  const [understood, setUnderstood] = useState<Understood>();
  /** What was typed and can be read two ways: asked about until it is settled. */
  const [asked, setAsked] = useState<DateReading>();
  const value = tools?.cellText(dataset, event, 'date', context) ?? '';
  const field = useFieldText({
    value,
    isLive: false,
    onCommit: (text) => {
      if (tools === undefined) return [];
      const { reading, problem } = tools.setCell(dataset, event.id, 'date', text, context);
      setAsked(reading?.sure === 'two-ways' ? reading : undefined);
      const faults = edits.set(
        'events',
        event.id,
        'date',
        (now) => tools.setCell(now, event.id, 'date', text, context).dataset,
      );
      return problem === undefined ? faults : [t(problem.key, problem.params)];
    },
  });
  const { text } = field;
  const read = tools?.readDate;
  // Of the dataset the language alone counts, which hardly ever changes.
  const whole = useRef(dataset);
  useEffect(() => {
    whole.current = dataset;
  });
  useEffect(() => {
    let isGone = false;
    const show = (now: Understood | undefined): void => {
      if (!isGone) setUnderstood(now);
    };
    if (read === undefined || text.trim() === '') show(undefined);
    else
      Promise.resolve(withLazyCode(() => read(text, whole.current, { t }))).then(
        (reading) => show({ text, reading }),
        // Then nothing is said of what is typed; what is saved is.
        () => show(undefined),
      );
    return () => {
      isGone = true;
    };
  }, [read, text, t]);
  const reading = understood?.text === text ? understood.reading : undefined;
  const ways = reading?.sure === 'two-ways' ? reading : asked?.edtf === event.date?.edtf ? asked : undefined;
  const settle = (edtf: string): void => {
    setAsked(undefined);
    edits.make({ did: 'settle', dates: 1 }, (now) =>
      tools === undefined ? now : tools.setCell(now, event.id, 'date', edtf, context).dataset,
    );
    // What was typed is answered.
    field.type(edtf);
  };
  const unread = value !== '' && event.date === undefined && text === value;
  const faults = field.faults.length > 0 || !unread ? field.faults : [t('cell.problem.date')];
  const shown = reading?.edtf === undefined ? undefined : parseEventDate(reading.edtf);
  return (
    <FieldRow
      label={t('edit.field.date')}
      faults={faults}
      was={form.was('date')}
      hint={
        ways !== undefined ? (
          <Ways reading={ways} onSettle={settle} />
        ) : reading?.edtf === undefined || shown === undefined || isDateFault(shown) ? null : (
          <>
            <EventShape event={drawnAs(event, shown, form)} /> {readingInWords(reading, t, dataset.asOf)}{' '}
            <code dir="ltr">{reading.edtf}</code>
          </>
        )
      }
    >
      {(ties) => (
        <input
          {...ties}
          type="text"
          className="dt-field"
          dir="auto"
          value={text}
          placeholder={t('edit.date.hint')}
          onChange={({ target }) => field.type(target.value)}
          onBlur={field.commit}
          onKeyDown={field.onKeyDown}
        />
      )}
    </FieldRow>
  );
}

/** The event as it would be drawn with that date. */
function drawnAs(event: DiplomaticEvent, date: DiplomaticEvent['date'], { dataset }: EventForm): DiplomaticEvent {
  return renewedEvent(event, { date }, dataset);
}

function Ways({ reading, onSettle }: { readonly reading: DateReading; readonly onSettle: (edtf: string) => void }) {
  const t = useText();
  return (
    <>
      <span>{t('edit.date.which')}</span>{' '}
      {reading.alternatives.map(({ edtf }) => {
        const date = parseEventDate(edtf);
        return (
          <button
            key={edtf}
            type="button"
            className="dt-button"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onSettle(edtf)}
          >
            {isDateFault(date) ? edtf : dateInWords(date, t)}
          </button>
        );
      })}
    </>
  );
}
