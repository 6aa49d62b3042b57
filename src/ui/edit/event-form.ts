import type { DiplomaticEvent, WholeDataset } from '../../model/dataset';
import { actorOf } from '../../model/lookups';
import { changedFields, revertField } from '../../model/edit/revert';
import type { EventField } from '../../model/edit/revert';
import { dateInWords } from '../../model/dates/date-prose';
import { ownLabel } from '../../model/edit/renewed-event';
import { listInWords } from '../../base/translate';
import type { Translate } from '../../base/translate';
import type { Desk } from '../context/desk';
import type { FieldWas } from './FieldRow';
import type { Edits } from './use-edits';

/** What the parts of an event's form share. */
export interface EventForm {
  readonly desk: Desk;
  readonly dataset: WholeDataset;
  readonly event: DiplomaticEvent;
  readonly edits: Edits;
  /** The fields that were edited here. */
  readonly edited: readonly EventField[];
  /** How a field was before it was edited here; undefined where it wasn't. */
  readonly was: (field: EventField) => FieldWas | undefined;
}

/** The form of an event as it stands on the desk. */
export function eventForm(desk: Desk, event: DiplomaticEvent, edits: Edits, t: Translate): EventForm {
  const { dataset, baseline } = desk.draft();
  const { was: before, fields } = changedFields(baseline, dataset, event.id) ?? { was: undefined, fields: [] };
  return {
    desk,
    dataset,
    event,
    edits,
    edited: fields,
    was: (field) => {
      if (baseline === undefined || before === undefined || !fields.includes(field)) return undefined;
      return {
        words: wasInWords(before, field, baseline, t),
        revert: () => {
          edits.make({ did: 'revert', list: 'events', id: event.id, field }, (now) =>
            revertField(baseline, now, event.id, field),
          );
        },
      };
    },
  };
}

/** What a field said, in so few words that they stand under it. */
function wasInWords(event: DiplomaticEvent, field: EventField, dataset: WholeDataset, t: Translate): string {
  switch (field) {
    case 'title':
      return event.title;
    case 'label':
      return ownLabel(event) ?? '';
    case 'date':
      return dateInWords(event.date, t);
    case 'participants':
      return listInWords(
        event.participants.map(({ actor }) => actorOf(dataset, actor)?.label ?? actor),
        t,
      );
    case 'place':
      return event.place?.label ?? '';
    case 'type':
      return t(event.type === undefined ? 'type.none' : `type.${event.type}`);
    case 'tone':
      return t(`tone.${event.tone}`);
    case 'status':
      return listInWords(
        event.status.map(({ value }) => t(`status.${value}`)),
        t,
      );
    case 'summary':
      return event.summary ?? '';
    case 'importance':
      return t(`edit.importance.${event.importance}`);
    case 'evidence':
      return t('edit.sources', { n: event.evidence.length });
    case 'relations':
      return t('edit.relations', { n: event.relations.length });
    case 'statements':
      return t('edit.statements', { n: event.statements.length });
    case 'claims':
      return t('edit.claims', { n: event.claims.length });
    case 'media':
      return event.media?.description ?? event.media?.src ?? '';
    case 'mode':
      return event.mode ?? '';
    case 'countries':
    case 'attribution':
    case 'caveats':
      return '';
  }
}
