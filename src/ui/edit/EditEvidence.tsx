import { useRef, useState } from 'react';
import { keyed } from '../../base/react-keys';
import type { Evidence, Source } from '../../model/dataset';
import { isPublisherSuggested, removeEvidence, setEvidence, setSource } from '../../model/edit/edit-sources';
import { sourceOf } from '../../model/lookups';
import { Heading } from '../context/Heading';
import { useText } from '../context/store-context';
import { useSay } from '../context/use-say';
import { moveFocus } from '../kit/focus/focus';
import type { EventForm } from './event-form';
import { SourceForm } from './SourceForm';
import { TextRow } from './TextRow';
import { Was } from './FieldRow';
import type { BroughtEvidence } from './use-brought-evidence';

/** What an event rests on, a card each; links, quotes and references are dropped, pasted or typed. */
export function EditEvidence({ form, brought }: { readonly form: EventForm; readonly brought: BroughtEvidence }) {
  const t = useText();
  const { event, dataset } = form;
  const [isTyping, setTyping] = useState(false);
  const was = form.was('evidence');
  useSay(brought.outcome);
  return (
    <section className="dt-edit-part">
      <div className="dt-edit-part-head">
        <Heading level={3} className="dt-edit-part-title">
          {t('edit.evidence')}
        </Heading>
        <span className="dt-meta">
          {event.evidence.length === 0 ? t('edit.noSource') : t('edit.sources', { n: event.evidence.length })}
        </span>
        <button type="button" className="dt-link" aria-expanded={isTyping} onClick={() => setTyping(!isTyping)}>
          {t('edit.evidence.byHand')}
        </button>
      </div>
      {isTyping ? <ByHand brought={brought} onLeave={() => setTyping(false)} /> : null}
      <ul className="dt-edit-cards">
        {keyed(event.evidence).map(({ key, item }, at) => {
          const source = sourceOf(dataset, item.source);
          return source === undefined ? null : (
            <li key={`${key} ${source.id}`} className="dt-edit-card">
              <EvidenceCard form={form} item={item} source={source} at={at} />
            </li>
          );
        })}
      </ul>
      <DropArea brought={brought} />
      {was === undefined ? null : <Was label={t('edit.evidence')} was={was} />}
    </section>
  );
}

function ByHand({ brought, onLeave }: { readonly brought: BroughtEvidence; readonly onLeave: () => void }) {
  const t = useText();
  const [text, setText] = useState('');
  return (
    <form
      className="dt-edit-by-hand"
      onSubmit={(event) => {
        event.preventDefault();
        brought.take(text).then(
          (isTaken) => (isTaken ? onLeave() : undefined),
          () => undefined,
        );
      }}
    >
      <input
        // Somebody has just asked for it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        type="text"
        className="dt-field"
        dir="auto"
        aria-label={t('edit.evidence.byHand')}
        placeholder={t('edit.evidence.example')}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <button type="submit" className="dt-button">
        {t('edit.add')}
      </button>
    </form>
  );
}

function DropArea({ brought }: { readonly brought: BroughtEvidence }) {
  const t = useText();
  const { over, outcome } = brought;
  return (
    <div className={over === undefined ? 'dt-edit-drop' : 'dt-edit-drop dt-edit-drop--over'}>
      {over === undefined ? (
        <>
          {outcome === '' ? null : <p className="dt-edit-outcome">{outcome}</p>}
          <p>{t('edit.drop')}</p>
        </>
      ) : (
        <>
          <p className="dt-edit-drop-title">{t(`edit.drop.${over}`)}</p>
          <p>{t(`edit.drop.${over}.more`)}</p>
        </>
      )}
    </div>
  );
}

function EvidenceCard({
  form,
  item,
  source,
  at,
}: {
  readonly form: EventForm;
  readonly item: Evidence;
  readonly source: Source;
  readonly at: number;
}) {
  const t = useText();
  const { event, edits, desk } = form;
  const [isOpen, setOpen] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const { baseline } = desk.draft();
  const isNew = baseline !== undefined && !baseline.sources.some(({ id }) => id === source.id);
  const isSuggested = isPublisherSuggested(source);
  const name = source.publisher ?? source.title ?? source.url ?? source.id;
  const remove = (): void => {
    edits.set('events', event.id, 'evidence', (now) =>
      removeEvidence(now, event.id, at, { withSource: isNew || baseline === undefined }),
    );
  };
  return (
    <>
      <SourceWords source={source} />
      <TextRow
        label={t('edit.field.quote')}
        value={item.quote ?? ''}
        onCommit={(text, isRun) =>
          edits.set(
            'events',
            event.id,
            'evidence',
            (now) => setEvidence(now, event.id, at, { quote: text.trim() === '' ? undefined : text.trim() }),
            { isRun },
          )
        }
      />
      {isOpen ? <SourceForm dataset={form.dataset} source={source} edits={edits} /> : null}
      <div className="dt-edit-buttons">
        {isSuggested ? (
          <button
            type="button"
            className="dt-button"
            onClick={() => {
              // The button goes; its neighbour stays where the reader is.
              moveFocus(change.current, 'in place');
              edits.set('sources', source.id, 'publisher', (now) =>
                setSource(now, source.id, { publisher: source.publisher }),
              );
            }}
          >
            {t('edit.suggested.right')}
          </button>
        ) : null}
        <button
          ref={change}
          type="button"
          className="dt-button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'edit.close' : 'edit.change')}
        </button>
        <button
          type="button"
          className="dt-button dt-edit-undo"
          aria-label={t('edit.remove.of', { name })}
          onClick={remove}
        >
          {t('edit.remove')}
        </button>
      </div>
    </>
  );
}

/** Publisher, title, day and address of a source, in short. */
function SourceWords({ source }: { readonly source: Source }) {
  const t = useText();
  const { publisher, title, url, published } = source;
  const host = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url ?? '')?.[1];
  const isSuggested = isPublisherSuggested(source);
  return (
    <div className="dt-edit-source">
      <div>
        <strong>
          <bdi>{publisher ?? title ?? t('edit.noPublisher')}</bdi>
        </strong>{' '}
        {isSuggested && host !== undefined ? (
          <span className="dt-meta dt-edit-suggested">{t('edit.suggested', { host })}</span>
        ) : published === undefined ? null : (
          <span className="dt-meta">{published}</span>
        )}
      </div>
      {title === undefined || publisher === undefined ? null : (
        <cite className="dt-line">
          <bdi>{title}</bdi>
        </cite>
      )}
      {url === undefined ? null : (
        <a className="dt-edit-url" dir="ltr" href={url} target="_blank" rel="noopener noreferrer">
          {url.replace(/^https?:\/\/(?:www\.)?/i, '')}
          <span className="dt-visually-hidden"> {t('panel.newTab')}</span>
        </a>
      )}
    </div>
  );
}
