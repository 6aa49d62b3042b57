import { useId } from 'react';
import type { KeepServices, TimelineList } from '../context/keep-services';
import { Heading } from '../context/Heading';
import { usePageServices } from '../context/page-services';
import { StatusLine } from '../context/StatusLine';
import { useText } from '../context/store-context';
import { useSay } from '../context/use-say';
import { ModalDialog } from '../kit/ModalDialog';
import { sizeInWords } from './keep-prose';
import { TimelineEntry } from './TimelineEntry';

/** "Your timelines": over all of the page, what the browser keeps, and what can be done with it. */
export function Timelines({
  keeping,
  list,
}: {
  readonly keeping: KeepServices;
  readonly list: TimelineList | undefined;
}) {
  const id = useId();
  return (
    <ModalDialog open={list !== undefined} onClose={keeping.closeList} labelledBy={id} className="dt-timelines">
      {list === undefined ? null : <Whole keeping={keeping} list={list} id={id} />}
    </ModalDialog>
  );
}

function Whole({
  keeping,
  list,
  id,
}: {
  readonly keeping: KeepServices;
  readonly list: TimelineList;
  readonly id: string;
}) {
  const t = useText();
  const { timelines, bytes, isRefused } = list;
  const count = timelines?.length ?? 0;
  return (
    <div className="dt-timelines-page">
      <Head keeping={keeping} id={id} />
      {timelines === undefined ? null : (
        <p className="dt-timelines-count">
          {isRefused
            ? t('keep.list.refused')
            : count === 0
              ? t('keep.list.empty')
              : t('keep.list.count', { n: count, size: sizeInWords(bytes, t) })}
        </p>
      )}
      {count === 0 ? null : (
        <div className="dt-timelines-note">
          <p>{t('keep.list.note')}</p>
          <button type="button" className="dt-button" onClick={() => void keeping.saveAll()}>
            {t('keep.list.saveAll')}
          </button>
        </div>
      )}
      <ul className="dt-timelines-list">
        {(timelines ?? []).map((timeline) => (
          <TimelineEntry key={timeline.id} keeping={keeping} timeline={timeline} />
        ))}
      </ul>
      <Removed keeping={keeping} removed={list.removed} />
      <StatusLine modal />
    </div>
  );
}

function Head({ keeping, id }: { readonly keeping: KeepServices; readonly id: string }) {
  const t = useText();
  const { opening, writing } = usePageServices();
  const leaveTo = (act: () => void): void => {
    keeping.closeList();
    act();
  };
  return (
    <div className="dt-timelines-head">
      <Heading level={2} id={id} tabIndex={-1}>
        {t('keep.list.title')}
      </Heading>
      <div className="dt-keep-acts">
        <button type="button" className="dt-button" onClick={keeping.closeList}>
          {t('keep.list.back')}
        </button>
        {opening === undefined ? null : (
          <button type="button" className="dt-button" onClick={() => leaveTo(opening.ask)}>
            {t('keep.list.openFile')}
          </button>
        )}
        {writing === undefined ? null : (
          <button type="button" className="dt-button dt-button--main" onClick={() => leaveTo(writing.startNew)}>
            {t('keep.list.new')}
          </button>
        )}
      </div>
    </div>
  );
}

/** At the foot: what was deleted last comes back with one click. */
function Removed({ keeping, removed }: { readonly keeping: KeepServices; readonly removed: TimelineList['removed'] }) {
  const t = useText();
  const words =
    removed === undefined
      ? ''
      : removed.title === ''
        ? t('keep.removed.unreadable')
        : t('keep.removed', { title: removed.title });
  useSay(words);
  if (removed === undefined) return null;
  return (
    <section className="dt-timelines-removed" aria-label={words}>
      <p>
        <strong>{words}</strong>{' '}
        {removed.title === ''
          ? null
          : t('keep.removed.counts', {
              events: t('keep.entry.events', { n: removed.events }),
              versions: t('keep.removed.versions', { n: removed.versions }),
            })}
      </p>
      <p className="dt-timelines-until">{t('keep.removed.until')}</p>
      <button type="button" className="dt-button" onClick={() => void keeping.undoRemove()}>
        {t('keep.removed.undo')}
      </button>
    </section>
  );
}
