import { useRef, useState } from 'react';
import { keyed } from '../../base/react-keys';
import { addParticipant, removeParticipant, setRole } from '../../model/edit/edit-events';
import { countNames, nameParticipant } from '../../model/edit/edit-names';
import { nameOf } from '../../model/lookups';
import { ROLE_ORDER } from '../../model/vocabulary';
import { useText } from '../context/store-context';
import type { EventForm } from './event-form';
import { FieldRow } from './FieldRow';
import { Picker } from './Picker';
import type { Faults } from './use-edits';

/** Who takes part, each with a role; a name that nobody has yet makes one. */
export function EditWho({ form }: { readonly form: EventForm }) {
  const t = useText();
  const { event, dataset, edits } = form;
  const [isAdding, setAdding] = useState(false);
  const [faults, setFaults] = useState<Faults>([]);
  const add = useRef<HTMLButtonElement>(null);
  const set = (change: Parameters<typeof edits.set>[3]) =>
    setFaults(edits.set('events', event.id, 'participants', change));
  return (
    <FieldRow label={t('edit.field.who')} faults={faults} was={form.was('participants')} isGroup>
      {() => (
        <>
          {event.participants.length === 0 ? null : (
            <ul className="dt-edit-chips">
              {keyed(event.participants).map(({ key, item: { actor, role } }, at) => {
                const name = nameOf(dataset, actor);
                return (
                  <li key={key} className="dt-edit-chip">
                    <bdi>{name}</bdi>
                    <select
                      className="dt-edit-role"
                      aria-label={t('edit.role.of', { name })}
                      value={role}
                      onChange={({ target }) => {
                        const next = ROLE_ORDER.find((each) => each === target.value);
                        if (next !== undefined) set((now) => setRole(now, event.id, at, next));
                      }}
                    >
                      {ROLE_ORDER.map((each) => (
                        <option key={each} value={each}>
                          {t(`role.${each}`)}
                        </option>
                      ))}
                    </select>
                    <button
                      type="button"
                      className="dt-edit-remove"
                      aria-label={t('edit.remove.of', { name })}
                      onClick={() => {
                        add.current?.focus();
                        set((now) => removeParticipant(now, event.id, at));
                      }}
                    >
                      <span aria-hidden="true">×</span>
                    </button>
                  </li>
                );
              })}
            </ul>
          )}
          {isAdding ? (
            <Picker
              label={t('edit.who.add')}
              options={options(form)}
              onPick={(actor) => set((now) => addParticipant(now, event.id, actor))}
              onText={(name) => set((now) => nameParticipant(now, event.id, name))}
              onLeave={() => {
                setAdding(false);
                requestAnimationFrame(() => add.current?.focus());
              }}
            />
          ) : (
            <button ref={add} type="button" className="dt-button" onClick={() => setAdding(true)}>
              {t('edit.who.add')}
            </button>
          )}
        </>
      )}
    </FieldRow>
  );
}

/** Those who aren't in it yet, those with most events first. */
function options({ dataset, event }: EventForm) {
  const counts = countNames(dataset);
  const here = new Set(event.participants.map(({ actor }) => actor));
  return dataset.actors
    .filter(({ id }) => !here.has(id))
    .toSorted((a, b) => (counts.get(b.id) ?? 0) - (counts.get(a.id) ?? 0))
    .map(({ id, label, altNames }) => ({ id, label, words: altNames }));
}
