import { memo } from 'react';
import type { ReactNode } from 'react';
import type { Translate } from '../../base/translate';
import type { EventReading, LineReading, SourceReading } from '../../formats/notebook/notebook-types';
import type { DiplomaticEvent } from '../../model/dataset';
import type { EventDate } from '../../model/dates/event-date';
import { EventShape } from '../../written/ShapeIcon';
import { DataText } from '../context/DataText';
import { useText } from '../context/store-context';
import {
  alternativeInWords,
  aroundName,
  faultInWords,
  hostOf,
  kindInWords,
  moreInWords,
  problemsInWords,
  shortDate,
} from './reading-prose';
import type { LineFault } from './text-services';

/** What can be done from a reading. */
export interface ReadingActs {
  readonly onSettle: (line: number, alternative: number) => void;
  readonly onAllLike: (isAll: boolean) => void;
  /** Shows an event in the face that has a panel. */
  readonly onOpen: (event: string) => void;
}

interface ReadingProps {
  readonly line: number;
  readonly reading: LineReading;
  /** The event that the line begins, as it is drawn. */
  readonly event: DiplomaticEvent | undefined;
  readonly fault: LineFault | undefined;
  /** The day that the timeline looks from. */
  readonly asOf: EventDate | undefined;
  /** The caret is in its line: its buttons are stops of the Tab key. */
  readonly isCurrent: boolean;
  /** How many dates are settled together with this one; undefined where that isn't offered beside this line. */
  readonly alike: number | undefined;
  readonly isAllLike: boolean;
  readonly acts: ReadingActs;
}

/** What was understood of a line. */
export const Reading = memo(function Reading(props: ReadingProps) {
  const { reading, fault, asOf } = props;
  const t = useText();
  const problems = problemsInWords(reading, t);
  if (reading.kind === 'unread')
    return (
      <>
        <strong className="dt-reading-which">{t('write.notRead')}</strong>
        <span>{problems}</span>
        {fault === undefined ? null : <span className="dt-reading-problem">{faultInWords(fault, t)}</span>}
      </>
    );
  if (reading.kind === 'blank') return null;
  return (
    <>
      {reading.event === undefined ? (
        <span className="dt-reading-quiet">{kindInWords(reading, t, asOf)}</span>
      ) : (
        <EventWords {...props} said={reading.event} />
      )}
      {problems === '' ? null : <span className="dt-reading-problem">{problems}</span>}
      {fault === undefined ? null : <span className="dt-reading-problem">{faultInWords(fault, t)}</span>}
    </>
  );
});

function EventWords({
  line,
  reading,
  event,
  isCurrent,
  alike,
  isAllLike,
  acts,
  said,
}: ReadingProps & { readonly said: EventReading }) {
  const t = useText();
  const { date } = reading;
  const tabIndex = isCurrent ? 0 : -1;
  const more = moreInWords(said.more, t);
  const id = reading.owner?.id;
  return (
    <>
      <span className="dt-reading-sign">{event === undefined ? null : <EventShape event={event} size={14} />}</span>
      {date?.sure === 'two-ways' ? (
        <>
          <strong className="dt-reading-which">{t('write.which')}</strong>
          {date.alternatives.map(({ edtf }, at) => (
            <button
              key={edtf}
              type="button"
              className="dt-button dt-reading-way"
              tabIndex={tabIndex}
              onClick={() => acts.onSettle(line, at)}
            >
              {alternativeInWords(edtf, t)}
            </button>
          ))}
          {alike === undefined ? null : (
            <label className="dt-reading-alike">
              <input
                type="checkbox"
                tabIndex={tabIndex}
                checked={isAllLike}
                onChange={({ target }) => acts.onAllLike(target.checked)}
              />
              {t('write.same', { n: alike })}
            </label>
          )}
        </>
      ) : (
        <>
          <span>{shortDate(date, t)}</span>
          {date?.edtf === undefined ? null : (
            <code className="dt-reading-edtf" dir="ltr">
              {date.edtf}
            </code>
          )}
        </>
      )}
      <Parties said={said} t={t} />
      {said.type === undefined ? null : <span className="dt-reading-quiet">{t(`typeShort.${said.type}`)}</span>}
      {said.status.map((value) => (
        <span key={value} className="dt-reading-quiet">
          {t(`status.${value}`)}
        </span>
      ))}
      <Sources sources={said.sources} t={t} />
      {more === '' || id === undefined ? null : (
        <button
          type="button"
          className="dt-link"
          tabIndex={tabIndex}
          title={t('write.plus.open')}
          onClick={() => acts.onOpen(id)}
        >
          {more}
        </button>
      )}
    </>
  );
}

function Parties({ said, t }: { readonly said: EventReading; readonly t: Translate }): ReactNode {
  if (said.parties.length === 0) return <span className="dt-reading-quiet">{t('write.nobody')}</span>;
  return said.parties.map(({ actor, label, role }) => {
    const [before, after] = aroundName(role, t);
    return (
      <span key={`${actor} ${role}`} className="dt-pill">
        {before}
        <DataText className="dt-pill-name">{label}</DataText>
        {after}
      </span>
    );
  });
}

function Sources({ sources, t }: { readonly sources: readonly SourceReading[]; readonly t: Translate }): ReactNode {
  if (sources.length === 0) return <em className="dt-reading-quiet">{t('write.noSource')}</em>;
  return sources.map(({ id, publisher, isSuggested, url }) => (
    <span key={id} className={`dt-source-pill${isSuggested ? ' dt-source-pill--unsure' : ''}`}>
      {publisher === undefined ? (
        url === undefined ? (
          t('write.source.open')
        ) : (
          <bdi dir="ltr">{hostOf(url)}</bdi>
        )
      ) : isSuggested ? (
        <>
          <DataText>{t('write.source.unsure', { publisher })}</DataText>{' '}
          {url === undefined ? null : (
            <span className="dt-reading-quiet">{t('write.source.from', { host: hostOf(url) })}</span>
          )}
        </>
      ) : (
        <DataText>{publisher}</DataText>
      )}
    </span>
  ));
}
