import { useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { EventTable } from '../../model/event-table';
import { filterInWords } from '../../model/filter-prose';
import { matchEvents } from '../../state/query/matches';
import { DataText } from '../context/DataText';
import { Heading } from '../context/Heading';
import { PageDialog } from '../context/PageDialog';
import { usePageServices } from '../context/page-services';
import type { ShareSource } from '../context/page-services';
import { usePageSettings } from '../context/page-settings';
import { useShownView } from '../context/shown-layout';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { PutInPage } from '../share/PutInPage';
import { ShareHome } from '../share/ShareHome';
import { ShareLink } from '../share/ShareLink';
import { homeOf, isPublic } from '../share/page-home';
import { viewInWords } from '../share/share-prose';
import { CarriedLink } from './CarriedLink';
import { CiteView } from './CiteView';
import { GiveFiles } from './GiveFiles';
import { GivePicture } from './GivePicture';
import { PageFiles } from './PageFiles';
import { PartChoice } from './PartChoice';
import { useGiving, usePartGiven } from './part-given';
import { useGiveStyle } from './use-give-style';

/**
 * All that can be done with a timeline elsewhere: a link to the view or one that carries it, codes for other pages, the
 * page itself, files, the picture, a reference to it.
 */
export function ShareDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useText();
  const { share } = usePageServices();
  const table = useTimeline((state) => state.table);
  // Taken when the dialog opens: behind a modal dialog the view stands still.
  const source = useMemo(() => (open ? share?.() : undefined), [open, share]);
  const isOwn = source !== undefined && !source.isReachable;
  return (
    <PageDialog
      open={open}
      onClose={onClose}
      title={t(isOwn ? 'give.title' : 'share.title')}
      close={t('share.close')}
      className="dt-share dt-give"
    >
      {table === undefined ? null : <Sheet table={table} source={source} onClose={onClose} />}
    </PageDialog>
  );
}

function Sheet({
  table,
  source,
  onClose,
}: {
  readonly table: EventTable;
  readonly source: ShareSource | undefined;
  readonly onClose: () => void;
}) {
  const t = useText();
  const store = useTimelineStore();
  const shown = useShownView();
  const { hidden } = usePageSettings();
  const place = useRef<HTMLDivElement>(null);
  useGiveStyle(place);
  const { here: services, isMissing } = useGiving();
  const [state] = useState(() => store.getState());
  const [home, setHome] = useState(() => homeOf(source?.address ?? '') ?? '');
  const [isFiltered, setIsFiltered] = useState(false);
  const matches = matchEvents(table, state.filter);
  const mask = isFiltered ? matches.mask : undefined;
  const part = usePartGiven(services, table, mask, isFiltered ? matches.count : table.size);
  const isOwn = source !== undefined && !source.isReachable;
  const canTake = !hidden.has('download');
  const address =
    source?.isReachable === true && isPublic(source.address) ? source.link(source.address).address : undefined;
  return (
    <div className="dt-give-sheet" ref={place}>
      <p className="dt-dialog-note">
        {isOwn ? <DataText>{table.dataset.title}</DataText> : viewInWords(state, table, shown, t)}
      </p>
      {canTake && services !== undefined ? (
        <PartChoice part={part} filtered={matches.count} isFiltered={isFiltered} onChange={setIsFiltered} />
      ) : null}
      <div className="dt-give-columns">
        <div>
          {source === undefined || isOwn ? null : (
            <Part title={t('give.view.link')}>
              <p className="dt-share-for">{t('share.link.for')}</p>
              {isPublic(source.address) ? null : <ShareHome home={home} onChange={setHome} />}
              <ShareLink source={source} home={home} />
            </Part>
          )}
          {isOwn && canTake && services !== undefined ? (
            <Part title={t('give.link')}>
              <CarriedLink services={services} part={part} source={source} home={home} onHome={setHome} />
            </Part>
          ) : null}
          {isOwn || source === undefined ? null : (
            <details className="dt-give-part dt-give-fold">
              <summary>
                <Heading level={3}>{t('give.inPage')}</Heading>
              </summary>
              <PutInPage source={source} home={home} />
            </details>
          )}
          {canTake ? <PageFiles services={services} part={part} /> : null}
        </div>
        <div>
          {canTake && isMissing ? <p className="dt-share-note">{t('pageFile.missing')}</p> : null}
          {canTake && services !== undefined ? (
            <Part title={t('give.files')} note={t('give.files.number')}>
              <GiveFiles services={services} part={part} link={address} />
            </Part>
          ) : null}
          {canTake ? (
            <Part title={t('give.picture')}>
              <GivePicture
                state={state}
                table={table}
                mask={mask}
                summary={viewInWords(state, table, 'timeline', t)}
                link={address}
                onPrint={onClose}
              />
            </Part>
          ) : null}
          <Part title={t('give.cite')}>
            <CiteView
              view={{
                dataset: table.dataset,
                events: table.size,
                shown: matches.count,
                filter: filterInWords(state.filter, table.dataset, t),
                address: source !== undefined && isPublic(source.address) ? (address ?? source.address) : undefined,
              }}
            />
          </Part>
        </div>
      </div>
    </div>
  );
}

function Part({
  title,
  note,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className="dt-give-part">
      <Heading level={3}>
        {title}
        {note === undefined ? null : <span className="dt-give-note"> {note}</span>}
      </Heading>
      {children}
    </section>
  );
}

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly share: { readonly ShareDialog: typeof ShareDialog };
  }
}
