import { keyed } from '../../base/react-keys';
import type { Media } from '../../model/dataset';
import { setClaim, setEvent, setMedia, setStatement } from '../../model/edit/edit-events';
import { addAside, deleteAside, setAside } from '../../model/edit/edit-records';
import { textOrNothing } from '../../model/edit/lists';
import { ownLabel, ownTone } from '../../model/edit/renewed-event';
import { nameOf } from '../../model/lookups';
import { TONES } from '../../model/vocabulary';
import { useText } from '../context/store-context';
import type { EventForm } from './event-form';
import { SelectRow } from './SelectRow';
import { TextRow } from './TextRow';

/** What few events need: their label and weight, what was said and claimed in them, a picture, a note. */
export function EditMore({ form }: { readonly form: EventForm }) {
  const t = useText();
  const { event, edits, was } = form;
  const set = (field: string, fields: Parameters<typeof setEvent>[2], isRun = false) =>
    edits.set('events', event.id, field, (now) => setEvent(now, event.id, fields), { isRun });
  return (
    <details className="dt-edit-part dt-disclosure">
      <summary>{t('edit.more')}</summary>
      <div className="dt-edit-rows">
        <TextRow
          label={t('edit.field.label')}
          value={ownLabel(event) ?? ''}
          placeholder={event.label}
          was={was('label')}
          onCommit={(label, isRun) => set('label', { label }, isRun)}
        />
        <SelectRow
          label={t('edit.field.importance')}
          value={String(event.importance)}
          choices={([3, 2, 1] as const).map((each) => ({ value: String(each), label: t(`edit.importance.${each}`) }))}
          was={was('importance')}
          onChoose={(value) => set('importance', { importance: value === '3' ? 3 : value === '1' ? 1 : 2 })}
        />
        <SelectRow
          label={t('edit.field.tone')}
          value={ownTone(event) ?? ''}
          choices={[
            { value: '', label: t('edit.tone.usual') },
            ...TONES.map((tone) => ({ value: tone, label: t(`tone.${tone}`) })),
          ]}
          was={was('tone')}
          onChoose={(value) => set('tone', { tone: TONES.find((each) => each === value) })}
        />
        <Said form={form} />
        <EventNotes form={form} />
        <Picture form={form} />
      </div>
    </details>
  );
}

/** Statements and claims: their words can be mended; without any they go. */
function Said({ form }: { readonly form: EventForm }) {
  const t = useText();
  const { event, dataset, edits } = form;
  return (
    <>
      {keyed(event.statements).map(({ key, item: { speaker, text, quote } }, at) => {
        const field = text === undefined ? 'quote' : 'text';
        return (
          <TextRow
            key={`s${key}`}
            label={t('edit.statement.of', { name: nameOf(dataset, speaker) })}
            value={text ?? quote ?? ''}
            lines={2}
            isLive={false}
            was={at === 0 ? form.was('statements') : undefined}
            onCommit={(words) =>
              edits.set('events', event.id, 'statements', (now) =>
                setStatement(now, event.id, at, { [field]: textOrNothing(words) }),
              )
            }
          />
        );
      })}
      {event.claims.map(({ id, claimedBy, text }, at) => (
        <TextRow
          key={id}
          label={claimedBy === undefined ? t('edit.claim') : t('edit.claim.of', { name: nameOf(dataset, claimedBy) })}
          value={text}
          lines={2}
          isLive={false}
          was={at === 0 ? form.was('claims') : undefined}
          onCommit={(words) =>
            edits.set('events', event.id, 'claims', (now) => setClaim(now, event.id, id, textOrNothing(words)))
          }
        />
      ))}
    </>
  );
}

/** Remarks on the event; one that is emptied goes. */
function EventNotes({ form }: { readonly form: EventForm }) {
  const t = useText();
  const { event, dataset, edits } = form;
  const own = dataset.notes.filter((note) => note.event === event.id);
  return (
    <>
      {own.map(({ id, text }) => (
        <TextRow
          key={id}
          label={t('edit.note')}
          value={text}
          lines={2}
          isLive={false}
          onCommit={(words) =>
            edits.set('notes', id, 'text', (now) =>
              words.trim() === '' ? deleteAside(now, 'notes', id) : setAside(now, 'notes', id, { text: words.trim() }),
            )
          }
        />
      ))}
      <TextRow
        key={`new ${own.length}`}
        label={t('edit.note.new')}
        value=""
        lines={2}
        isLive={false}
        onCommit={(words) =>
          edits.set('events', event.id, 'note', (now) =>
            words.trim() === ''
              ? now
              : addAside(now, 'notes', {
                  text: words.trim(),
                  event: event.id,
                  from: undefined,
                  to: undefined,
                  evidence: [],
                }),
          )
        }
      />
    </>
  );
}

const MEDIA_FIELDS = ['src', 'description', 'credit', 'licence'] as const;

/** A picture by its address; without one it goes. */
function Picture({ form }: { readonly form: EventForm }) {
  const t = useText();
  const { event, edits } = form;
  const { media } = event;
  const fields = media === undefined ? MEDIA_FIELDS.slice(0, 1) : MEDIA_FIELDS;
  const change = (field: (typeof MEDIA_FIELDS)[number], words: string): Media | undefined => {
    const text = textOrNothing(words);
    if (field === 'src' && text === undefined) return undefined;
    const bare: Media = { src: '', description: undefined, credit: undefined, licence: undefined };
    return { ...(media ?? bare), [field]: text };
  };
  return (
    <>
      {fields.map((field) => (
        <TextRow
          key={field}
          label={t(`edit.media.${field}`)}
          value={media?.[field] ?? ''}
          dir={field === 'src' ? 'ltr' : 'auto'}
          isLive={false}
          was={field === 'src' ? form.was('media') : undefined}
          onCommit={(words) =>
            edits.set('events', event.id, 'media', (now) => setMedia(now, event.id, change(field, words)))
          }
        />
      ))}
    </>
  );
}
