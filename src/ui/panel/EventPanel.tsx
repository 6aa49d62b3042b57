import { useRef } from 'react';
import type { ReactNode } from 'react';
import { attributionInWords } from '../../model/event-prose';
import { dateInWords, weekdayDate } from '../../model/dates/date-prose';
import type { Dataset, DiplomaticEvent } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import type { Translate } from '../../base/translate';
import { DataText } from '../context/DataText';
import { EventCitation } from './EventCitation';
import { EventEvidence } from './EventEvidence';
import { EventRelated } from './EventRelated';
import { EventClaims, EventStatements } from './EventSaid';
import { EventWhen } from './EventWhen';
import { EventCountries, EventParticipants } from './EventWho';
import { keyed } from '../../base/react-keys';
import { PanelHeading } from './PanelHeading';
import { PanelSection } from './PanelSection';
import { useText } from '../context/store-context';
import { EventShape } from '../../written/ShapeIcon';
import { moveFocus } from '../kit/focus/focus';

/** Everything known about one event, the claim's author and the evidence first. */
export function EventPanel({
  dataset,
  event,
  filteredOut,
  edit,
}: {
  readonly dataset: Dataset;
  readonly event: DiplomaticEvent;
  /** The filter hides it from the chart; the panel keeps it and says so. */
  readonly filteredOut: boolean;
  /** What begins to edit it. */
  readonly edit?: ReactNode;
}) {
  const t = useText();
  const when = useRef<HTMLDivElement>(null);
  const oneSided = event.caveats.filter(({ kind }) => kind === 'one-sided');
  const caveats = event.caveats.filter(({ kind }) => kind !== 'one-sided');
  return (
    <article className="dt-event">
      {edit}
      <Eyebrow event={event} onAskDate={() => showPart(when.current)} />
      <PanelHeading>
        <DataText>{event.title}</DataText>
      </PanelHeading>
      {event.summary === undefined ? null : (
        <p className="dt-lead">
          <DataText>{event.summary}</DataText>
        </p>
      )}
      {filteredOut ? <p className="dt-box">{t('details.filteredOut')}</p> : null}
      <PanelSection title={t('details.whoSaysSo')}>
        <p>
          {event.attribution === undefined ? (
            t('details.noAttribution')
          ) : (
            <Attribution attribution={event.attribution} />
          )}
        </p>
        <Caveats caveats={oneSided} />
      </PanelSection>
      <EventEvidence dataset={dataset} event={event} />
      <div ref={when} className="dt-part">
        <EventWhen dataset={dataset} event={event} />
      </div>
      <EventParticipants dataset={dataset} event={event} />
      <EventCountries event={event} />
      <EventStatements dataset={dataset} event={event} />
      <EventClaims dataset={dataset} event={event} />
      <EventRelated dataset={dataset} event={event} />
      {caveats.length === 0 ? null : (
        <PanelSection title={t('details.caveats')}>
          <Caveats caveats={caveats} />
        </PanelSection>
      )}
      <EventCitation dataset={dataset} event={event} />
    </article>
  );
}

/** Words of the data alone where no other voice is cited, else a sentence of ours round them. */
function Attribution({ attribution }: { readonly attribution: NonNullable<DiplomaticEvent['attribution']> }) {
  const t = useText();
  const words = attributionInWords(attribution, t);
  return attribution.via === undefined ? <DataText>{words}</DataText> : words;
}

/** Brings a part of the panel into view, for eyes and for the keyboard. */
function showPart(part: HTMLElement | null): void {
  const heading = part?.querySelector<HTMLElement>('h3, h4');
  heading?.setAttribute('tabindex', '-1');
  moveFocus(heading, 'in place');
  part?.scrollIntoView({ block: 'nearest' });
}

function Eyebrow({ event, onAskDate }: { readonly event: DiplomaticEvent; readonly onAskDate: () => void }) {
  const t = useText();
  return (
    <p className="dt-eyebrow">
      {event.date === undefined ? null : <EyebrowDate date={event.date} onAskDate={onAskDate} />}
      <span className="dt-eyebrow-part">{t(event.type === undefined ? 'type.none' : `type.${event.type}`)}</span>{' '}
      <span className="dt-eyebrow-part">
        <EventShape event={event} /> {t(`tone.${event.tone}`)}
      </span>{' '}
      {event.announced ? <span className="dt-eyebrow-part">{t('status.announced')}</span> : null}
    </p>
  );
}

function EyebrowDate({ date, onAskDate }: { readonly date: EventDate; readonly onAskDate: () => void }) {
  const t = useText();
  const { basis } = date;
  return (
    <span className="dt-eyebrow-part">
      {eyebrowDate(date, t)}
      {basis === undefined ? null : (
        <>
          {' '}
          <span aria-hidden="true">(</span>
          <button
            type="button"
            className="dt-link"
            aria-label={t('details.askDate', { basis: t(`basis.${basis}`) })}
            onClick={onAskDate}
          >
            {t(`basis.${basis}`)}
          </button>
          <span aria-hidden="true">)</span>
        </>
      )}
    </span>
  );
}

function eyebrowDate(date: EventDate, t: Translate): string {
  const plainDay =
    date.form === 'single' &&
    (date.precision === 'day' || date.precision === 'minute') &&
    !date.uncertain &&
    !date.approximate &&
    date.display === undefined;
  return plainDay ? weekdayDate(date.start.start, t) : dateInWords(date, t);
}

function Caveats({ caveats }: { readonly caveats: DiplomaticEvent['caveats'] }) {
  const t = useText();
  return (
    <>
      {keyed(caveats).map(({ key, item: { kind, text } }) => (
        <p key={key} className="dt-box">
          <strong className="dt-box-kind">{t(`caveat.${kind}`)}</strong> <DataText>{text}</DataText>
        </p>
      ))}
    </>
  );
}
