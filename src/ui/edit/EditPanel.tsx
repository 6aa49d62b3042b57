import { useRef } from 'react';
import type { RefObject } from 'react';
import { setEvent } from '../../model/edit/edit-events';
import { recordOf } from '../../model/edit/lists';
import { EVENT_TYPES, STATUSES } from '../../model/vocabulary';
import { Heading } from '../context/Heading';
import type { Desk } from '../context/desk';
import { useText } from '../context/store-context';
import { useOnDesk } from '../context/use-desk';
import { EditDate } from './EditDate';
import { EditEvidence } from './EditEvidence';
import { EditFoot } from './EditFoot';
import { EditMore } from './EditMore';
import { EditRelations } from './EditRelations';
import { EditWho } from './EditWho';
import { eventForm } from './event-form';
import type { EventForm } from './event-form';
import { SelectRow } from './SelectRow';
import { TextRow } from './TextRow';
import { useBroughtEvidence } from './use-brought-evidence';
import { useEditStyle } from './use-edit-style';
import { useEdits } from './use-edits';

/** One event, field by field; each change is an edit that can be undone. */
export function EditPanel({
  desk,
  id,
  onDone,
}: {
  readonly desk: Desk;
  /** The event's. */
  readonly id: string;
  /** Back to the panel as readers see it. */
  readonly onDone: () => void;
}) {
  const t = useText();
  const edits = useEdits(desk);
  const { dataset } = useOnDesk(desk, (each) => each.draft());
  const event = recordOf(dataset, 'events', id);
  const root = useRef<HTMLElement>(null);
  useEditStyle(root);
  if (event === undefined) return null;
  return <EventEdited root={root} form={eventForm(desk, event, edits, t)} onDone={onDone} />;
}

function EventEdited({
  root,
  form,
  onDone,
}: {
  readonly root: RefObject<HTMLElement | null>;
  readonly form: EventForm;
  readonly onDone: () => void;
}) {
  const t = useText();
  const { event, edits, was } = form;
  const brought = useBroughtEvidence(form);
  const set = (field: Parameters<EventForm['was']>[0], fields: Parameters<typeof setEvent>[2], isRun: boolean) =>
    edits.set('events', event.id, field, (now) => setEvent(now, event.id, fields), { isRun });
  return (
    <article ref={root} className="dt-edit" {...brought.handlers}>
      <div className="dt-edit-head">
        <Heading level={2} className="dt-edit-title" tabIndex={-1} data-panel-heading>
          {t('edit.title')}
        </Heading>
        <button type="button" className="dt-button" onClick={onDone}>
          {t('edit.done')}
        </button>
      </div>
      <div className="dt-edit-rows">
        <TextRow
          label={t('edit.field.title')}
          value={event.title}
          lines={2}
          wraps
          was={was('title')}
          onCommit={(title, isRun) => set('title', { title: title.replaceAll(/\s+/g, ' ') }, isRun)}
        />
        <EditDate form={form} />
        <EditWho form={form} />
        <TextRow
          label={t('edit.field.place')}
          value={event.place?.label ?? ''}
          was={was('place')}
          onCommit={(label, isRun) =>
            set(
              'place',
              { place: label.trim() === '' ? undefined : { country: undefined, ...event.place, label: label.trim() } },
              isRun,
            )
          }
        />
        <SelectRow
          label={t('edit.field.type')}
          value={event.type ?? ''}
          choices={[
            { value: '', label: t('type.none') },
            ...EVENT_TYPES.map((type) => ({ value: type, label: t(`type.${type}`) })),
          ]}
          was={was('type')}
          onChoose={(value) => {
            const type = EVENT_TYPES.find((each) => each === value);
            // A mode is one of its type.
            return set('type', type === event.type ? {} : { type, mode: undefined }, false);
          }}
        />
        <SelectRow
          label={t('edit.field.status')}
          value={event.status.at(-1)?.value ?? ''}
          choices={[
            { value: '', label: t('edit.status.none') },
            ...STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) })),
          ]}
          was={was('status')}
          onChoose={(value) => {
            const status = STATUSES.find((each) => each === value);
            // Of several the last: those before it say how it was earlier.
            const before = event.status.slice(0, -1);
            return set(
              'status',
              { status: status === undefined ? before : [...before, { value: status, asOf: undefined }] },
              false,
            );
          }}
        />
        <TextRow
          label={t('edit.field.summary')}
          value={event.summary ?? ''}
          lines={3}
          placeholder={t('edit.summary.hint')}
          was={was('summary')}
          onCommit={(summary, isRun) => set('summary', { summary }, isRun)}
        />
      </div>
      <EditEvidence form={form} brought={brought} />
      <EditRelations form={form} />
      <EditMore form={form} />
      <EditFoot form={form} />
    </article>
  );
}
