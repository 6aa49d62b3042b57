import { firstSentence } from '../../base/first-sentence';
import { useSyncExternalStore } from 'react';
import type { RefObject, ReactNode } from 'react';
import { DataText } from '../context/DataText';
import { DatasetPicker } from './DatasetPicker';
import { ErrorBoundary } from '../context/ErrorBoundary';
import { FilterBar } from '../filter/FilterBar';
import { FilterChips, FixedFilters } from '../filter/FilterChips';
import { Heading } from '../context/Heading';
import { LanguageNotice, Notices } from '../notices/Notices';
import { useCanFilter, usePageSettings } from '../context/page-settings';
import { usePageServices } from '../context/page-services';
import { useText, useTimeline } from '../context/store-context';
import { Toolbar } from './Toolbar';
import type { WriteDoor } from '../context/desk';
import { useFace } from '../context/use-desk';
import { useLazyModule } from '../context/use-lazy';
import { useOpenRoom } from '../context/use-opened';
import { Search } from '../search/Search';

/** Title, bar of filters and controls, what is filtered by, and notices. */
export function PageHeader({
  search,
  onHelp,
  onShare,
  onAbout,
}: {
  readonly search: RefObject<HTMLInputElement | null>;
  readonly onHelp: () => void;
  readonly onShare: () => void;
  readonly onAbout: (() => void) | undefined;
}) {
  const t = useText();
  const { retry, cancel, writing } = usePageServices();
  const { hidden, ownHref } = usePageSettings();
  const canFilter = useCanFilter();
  const hasData = useTimeline((state) => state.dataset !== undefined);
  const face = useFace();
  const told = (
    <>
      <ErrorBoundary name={t('app.part.notices')}>
        <LanguageNotice />
        <Notices
          ownHref={ownHref}
          {...(retry === undefined ? {} : { onRetry: retry })}
          {...(cancel === undefined ? {} : { onCancel: cancel })}
        />
      </ErrorBoundary>
      <ErrorBoundary name={t('app.part.open')}>
        <Opened onReport={onAbout} />
        <Carried />
      </ErrorBoundary>
    </>
  );
  // All there is to read then. The page's own data has its written page under it instead.
  if (!hasData && ownHref !== undefined) return <PageMain className="dt-header">{told}</PageMain>;
  return (
    <header className={`dt-header${face === undefined ? '' : ' dt-header--written'}`}>
      {hasData ? (
        <>
          {hidden.has('title') ? (
            <HiddenTitle />
          ) : (
            <ErrorBoundary name={t('app.part.title')}>
              <Title />
            </ErrorBoundary>
          )}
          <ErrorBoundary name={t('app.part.write')}>
            {writing === undefined ? null : <Writing writing={writing} onShare={onShare} onHelp={onHelp} />}
          </ErrorBoundary>
          {/* Text and table show all of it, and have a bar of their own. */}
          {face === 'text' || face === 'table' ? null : (
            <ErrorBoundary name={t('app.part.bar')}>
              <div className="dt-bar">
                <FilterBar
                  search={hidden.has('search') ? undefined : <Search inputRef={search} />}
                  withFilters={canFilter}
                />
                <Toolbar onHelp={onHelp} onShare={onShare} onAbout={hidden.has('details') ? undefined : onAbout} />
              </div>
              {canFilter ? <FilterChips /> : <FixedFilters />}
            </ErrorBoundary>
          )}
        </>
      ) : null}
      {told}
    </header>
  );
}

/** What came in the page's address. */
function Carried() {
  const { carried } = usePageServices();
  const isShown = useSyncExternalStore(carried?.subscribe ?? NEVER, () => carried?.carried() !== undefined);
  const part = useLazyModule('carried', isShown);
  return part === undefined || !isShown ? null : <part.CarriedStrip />;
}

const NEVER = (): (() => void) => () => undefined;

/** What became of a file of the reader's own. */
function Opened({ onReport }: { readonly onReport: (() => void) | undefined }) {
  const room = useOpenRoom();
  return room === undefined ? null : <room.OpenedStrip onReport={onReport} />;
}

/** Faces, undo, and what keeps the work, over what is being written; the list of what is kept. */
function Writing(room: { readonly writing: WriteDoor; readonly onShare: () => void; readonly onHelp: () => void }) {
  const { subscribe, isWanted } = room.writing;
  const part = useLazyModule('write', useSyncExternalStore(subscribe, isWanted));
  return part === undefined ? null : <part.WriteRoom {...room} />;
}

function Title() {
  const room = useOpenRoom();
  const dataset = useTimeline((state) => state.dataset);
  if (dataset === undefined) return null;
  const description =
    dataset.description === undefined ? null : (
      <p>
        <DataText>{firstSentence(dataset.description)}</DataText>
      </p>
    );
  return (
    <div className="dt-title">
      <DatasetPicker title={dataset.title} />
      {room === undefined ? description : <room.OpenedLine otherwise={description} />}
    </div>
  );
}

/** A page has a first heading, seen or not. */
function HiddenTitle() {
  const title = useTimeline((state) => state.dataset?.title);
  return (
    <Heading level={1} className="dt-visually-hidden">
      {title}
    </Heading>
  );
}

/** The page's main part; a guest in another document has none. */
export function PageMain({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  const { guest = false } = usePageSettings();
  return guest ? <div className={className}>{children}</div> : <main className={className}>{children}</main>;
}
