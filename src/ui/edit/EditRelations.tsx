import { useState } from 'react';
import { keyed } from '../../base/react-keys';
import { dateShort } from '../../model/dates/date-prose';
import { addRelation, removeRelation } from '../../model/edit/edit-events';
import { RELATION_TYPES } from '../../model/vocabulary';
import type { RelationType } from '../../model/vocabulary';
import { useText } from '../context/store-context';
import type { EventForm } from './event-form';
import { FieldRow } from './FieldRow';
import { Picker } from './Picker';
import type { Faults } from './use-edits';

/** How this event stands to others. */
export function EditRelations({ form }: { readonly form: EventForm }) {
  const t = useText();
  const { event, dataset, edits } = form;
  const [isAdding, setAdding] = useState(false);
  const [type, setType] = useState<RelationType>('responds-to');
  const [faults, setFaults] = useState<Faults>([]);
  const nameOfTarget = (id: string): string =>
    dataset.events.find((each) => each.id === id)?.label ??
    dataset.events.flatMap(({ claims }) => claims).find((claim) => claim.id === id)?.text ??
    id;
  const set = (change: Parameters<typeof edits.set>[3]) =>
    setFaults(edits.set('events', event.id, 'relations', change));
  return (
    <div className="dt-edit-part">
      <FieldRow label={t('edit.related')} faults={faults} was={form.was('relations')} isGroup>
        {() => (
          <>
            {event.relations.length === 0 ? (
              <span className="dt-meta">{t('edit.related.none')} </span>
            ) : (
              <ul className="dt-edit-lines">
                {keyed(event.relations).map(({ key, item: { type: own, to } }, at) => (
                  <li key={key}>
                    <span className="dt-meta">{t(`relation.${own}`)}</span> <bdi>{nameOfTarget(to)}</bdi>
                    <button
                      type="button"
                      className="dt-edit-remove"
                      aria-label={t('edit.remove.of', { name: nameOfTarget(to) })}
                      onClick={() => set((now) => removeRelation(now, event.id, at))}
                    >
                      <span aria-hidden="true">×</span>
                    </button>
                  </li>
                ))}
              </ul>
            )}
            {isAdding ? (
              <div className="dt-edit-adding">
                <select
                  className="dt-button dt-select"
                  aria-label={t('edit.related.how')}
                  value={type}
                  onChange={({ target }) => setType(RELATION_TYPES.find((each) => each === target.value) ?? type)}
                >
                  {RELATION_TYPES.map((each) => (
                    <option key={each} value={each}>
                      {t(`relation.${each}`)}
                    </option>
                  ))}
                </select>
                <Picker
                  label={t('edit.related.which')}
                  options={dataset.events
                    .filter(({ id }) => id !== event.id)
                    .map(({ id, title, date }) => ({ id, label: title, note: dateShort(date, t) }))}
                  onPick={(to) => {
                    set((now) => addRelation(now, event.id, type, to));
                    setAdding(false);
                  }}
                  onLeave={() => setAdding(false)}
                />
              </div>
            ) : (
              <button type="button" className="dt-link" onClick={() => setAdding(true)}>
                {t('edit.related.add')}
              </button>
            )}
          </>
        )}
      </FieldRow>
    </div>
  );
}
