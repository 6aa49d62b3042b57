import { useId, useState } from 'react';
import { DataText } from '../context/DataText';
import { Heading } from '../context/Heading';
import type { KeepServices, ListedTimeline, ListedVersion } from '../context/keep-services';
import { useText } from '../context/store-context';
import { aboutInWords, fileInWords, timeInWords } from './keep-prose';
import { SaveButtons } from './SaveButtons';
import { useNow } from './use-keeping';

/** Of a long list of versions those that are shown at first. */
const FEW = 4;

/** One timeline of the list: what it is, what can be done with it, and its versions. */
export function TimelineEntry({
  keeping,
  timeline,
}: {
  readonly keeping: KeepServices;
  readonly timeline: ListedTimeline;
}) {
  const t = useText();
  const id = useId();
  const now = useNow();
  const [isUnfolded, setUnfolded] = useState(false);
  const { about, isElsewhere } = timeline;
  const title = about?.title ?? t('keep.entry.unreadable');
  const named = (what: string): { readonly 'aria-label': string } => ({
    'aria-label': t('keep.named', { what, title }),
  });
  return (
    <li className="dt-timelines-entry">
      <div className="dt-timelines-entry-head">
        <div className="dt-timelines-about">
          <Heading level={3}>
            <DataText foreign>{title}</DataText>
          </Heading>
          {about === undefined ? (
            <p>{t('keep.entry.unreadable.why')}</p>
          ) : (
            <p>
              {aboutInWords(about, isElsewhere, t, now)}{' '}
              <span className={about.file?.isCurrent === true ? undefined : 'dt-timelines-warning'}>
                {fileInWords(about.file, t)}
              </span>
            </p>
          )}
        </div>
        <div className="dt-keep-acts">
          {about === undefined ? null : (
            <button
              type="button"
              className="dt-button"
              {...named(t('keep.open'))}
              onClick={() => void keeping.open(timeline.id)}
            >
              {t('keep.open')}
            </button>
          )}
          {about === undefined ? (
            <button
              type="button"
              className="dt-button"
              {...named(t('keep.saveThere'))}
              onClick={() => void keeping.saveFileOf(timeline.id)}
            >
              {t('keep.saveThere')}
            </button>
          ) : (
            <SaveButtons
              keeping={keeping}
              className="dt-button"
              named={named}
              onSave={(kind) => void keeping.saveFileOf(timeline.id, kind)}
            />
          )}
          {about === undefined ? null : (
            <button
              type="button"
              className={`dt-button${isUnfolded ? ' dt-button--on' : ''}`}
              {...named(t('keep.versions'))}
              aria-expanded={isUnfolded}
              aria-controls={id}
              onClick={() => setUnfolded(!isUnfolded)}
            >
              {t('keep.versions')}
            </button>
          )}
          <button
            type="button"
            className="dt-button"
            {...named(t('keep.delete'))}
            onClick={() => void keeping.remove(timeline.id)}
          >
            {t('keep.delete')}
          </button>
        </div>
      </div>
      <div id={id}>
        {about === undefined || !isUnfolded ? null : <Versions keeping={keeping} timeline={timeline} about={about} />}
      </div>
    </li>
  );
}

function Versions({
  keeping,
  timeline,
  about,
}: {
  readonly keeping: KeepServices;
  readonly timeline: ListedTimeline;
  readonly about: NonNullable<ListedTimeline['about']>;
}) {
  const t = useText();
  const now = useNow();
  const [isAll, setAll] = useState(false);
  const { versions } = about;
  const shown = isAll ? versions : versions.slice(0, FEW);
  return (
    <>
      <ul className="dt-timelines-versions">
        <li>
          <span>{t('keep.now', { time: timeInWords(about.changedAt, t, now) })}</span>
          <DataText foreign>{about.words}</DataText>
          <span className="dt-timelines-size">{t('keep.entry.events', { n: about.events })}</span>
          <span className="dt-timelines-is-open">{timeline.isOnScreen ? t('keep.isOpen') : ''}</span>
        </li>
        {shown.map((version) => (
          <Version key={version.number} keeping={keeping} id={timeline.id} version={version} today={about.changedAt} />
        ))}
      </ul>
      <p className="dt-timelines-foot">
        {shown.length === versions.length ? null : (
          <button type="button" className="dt-link" onClick={() => setAll(true)}>
            {t('keep.versions.earlier', { n: versions.length - shown.length })}
          </button>
        )}
        <span>{t('keep.versions.note')}</span>
      </p>
    </>
  );
}

function Version({
  keeping,
  id,
  version,
  today,
}: {
  readonly keeping: KeepServices;
  readonly id: string;
  readonly version: ListedVersion;
  readonly today: number;
}) {
  const t = useText();
  const time = timeInWords(version.at, t, today);
  const named = (what: string): string => t('keep.named', { what, title: `${time}, ${version.words}` });
  return (
    <li>
      <span>{time}</span>
      <DataText foreign>{version.words}</DataText>
      <span className="dt-timelines-size">{t('keep.entry.events', { n: version.events })}</span>
      <span className="dt-keep-acts">
        <button
          type="button"
          className="dt-button dt-button--small"
          aria-label={named(t('keep.look'))}
          onClick={() => void keeping.look(id, version.number)}
        >
          {t('keep.look')}
        </button>
        <button
          type="button"
          className="dt-button dt-button--small"
          aria-label={named(t('keep.restore'))}
          onClick={() => void keeping.restore(id, version.number)}
        >
          {t('keep.restore')}
        </button>
      </span>
    </li>
  );
}
