import { deleteEvents } from '../../model/edit/edit-events';
import { describeEdit } from '../../model/edit/describe-edit';
import { revertRecord } from '../../model/edit/revert';
import { useAnnouncer, useText } from '../context/store-context';
import type { EventForm } from './event-form';

/** Deleting, which undo brings back, and how many fields were edited. */
export function EditFoot({ form }: { readonly form: EventForm }) {
  const t = useText();
  const { say } = useAnnouncer();
  const { event, edits, edited, desk } = form;
  const { baseline } = desk.draft();
  return (
    <div className="dt-edit-foot">
      <button
        type="button"
        className="dt-button"
        onClick={() => {
          const before = desk.past().length;
          edits.make({ did: 'delete', list: 'events', id: event.id }, (now) => deleteEvents(now, [event.id]));
          const step = desk.past().length > before ? desk.past().at(-1) : undefined;
          // Not of this part, which goes with the event.
          if (step !== undefined) say('edit', describeEdit(step.edit, t));
        }}
      >
        {t('edit.delete')}
      </button>
      {edited.length === 0 || baseline === undefined ? (
        <span className="dt-meta">{t('edit.delete.undone')}</span>
      ) : (
        <span className="dt-edit-foot-end">
          <span className="dt-meta">{t('edit.edited', { n: edited.length })}</span>
          <button
            type="button"
            className="dt-button"
            onClick={() => {
              edits.make({ did: 'revert', list: 'events', id: event.id, field: undefined }, (now) =>
                revertRecord(baseline, now, 'events', event.id),
              );
            }}
          >
            {t('edit.revertAll')}
          </button>
        </span>
      )}
    </div>
  );
}
