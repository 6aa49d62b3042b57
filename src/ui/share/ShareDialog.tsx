import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { homeOf, isPublic, PLACEHOLDER_HOME } from './page-home';
import { PageDialog } from '../context/PageDialog';
import { useShownView } from '../context/shown-layout';
import { usePageServices } from '../context/page-services';
import type { ShareSource } from '../context/page-services';
import { ShareCode, LeftOutKeys } from './ShareCode';
import type { CodeKind } from './ShareCode';
import { ShareImage } from './ShareImage';
import { ShareOptions } from './ShareOptions';
import { settingsOf } from './share-settings';
import { sharePageOf } from './share-page';
import { viewInWords } from './share-prose';
import { useFrameAccess } from './use-frame-access';
import type { FrameAccess } from './use-frame-access';
import { useText, useTimeline, useTimelineStore } from '../context/store-context';
import { CopyField } from '../context/CopyField';
import { moveFocus } from '../kit/focus/focus';

const WAYS = ['link', 'iframe', 'element', 'inline', 'image'] as const;
type Way = (typeof WAYS)[number];

/** The view on screen as a link, as codes for a page of the reader's own, and as a picture. */
export function ShareDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useText();
  return (
    <PageDialog open={open} onClose={onClose} title={t('share.title')} close={t('share.close')} className="dt-share">
      <Ways />
    </PageDialog>
  );
}

/** Taken when the dialog opens: behind a modal dialog the view stands still. */
function Ways() {
  const t = useText();
  const store = useTimelineStore();
  const { share } = usePageServices();
  const shown = useShownView();
  const id = useId();
  const table = useTimeline((state) => state.table);
  const [source] = useState(() => share?.());
  const [settings, setSettings] = useState(() => settingsOf(source?.options ?? {}));
  const [home, setHome] = useState(() => homeOf(source?.address ?? '') ?? '');
  const access = useFrameAccess(source);
  const ways: readonly Way[] = source === undefined || !source.isReachable ? ['image'] : WAYS;
  const [way, setWay] = useState<Way>(ways[0] ?? 'image');
  if (table === undefined) return null;
  const summary = viewInWords(store.getState(), table, shown, t);
  return (
    <>
      <p className="dt-dialog-note">{summary}</p>
      {source !== undefined && !source.isReachable ? (
        <p className="dt-share-note">{t(source.isInTab ? 'share.inTab' : 'share.noAddress')}</p>
      ) : null}
      {ways.length === 1 ? null : <Tabs id={id} ways={ways} way={way} onChoose={setWay} />}
      <div
        className="dt-share-panel"
        {...(ways.length === 1 ? {} : { id: `${id}-panel`, role: 'tabpanel', 'aria-labelledby': `${id}-${way}` })}
      >
        <p className="dt-share-for">{t(`share.${way}.for`)}</p>
        {source !== undefined && isFrame(way) ? <FrameNote source={source} access={access} /> : null}
        {source !== undefined && isAddressed(way) && !isPublic(source.address) ? (
          <ShareHome home={home} onChange={setHome} />
        ) : null}
        {source !== undefined && way === 'link' ? <ShareLink source={source} home={home} /> : null}
        {source !== undefined && isCode(way) && canBeCode(way, source, access) ? (
          <ShareCode kind={way} source={source} settings={settings} home={home} />
        ) : null}
        {isCode(way) && hasOptions(way, source, access) ? (
          <ShareOptions kind={way} settings={settings} onChange={setSettings} />
        ) : null}
        {way === 'image' ? (
          <ShareImage
            summary={viewInWords(store.getState(), table, 'timeline', t)}
            link={
              source?.isReachable === true && isPublic(source.address) ? source.link(source.address).address : undefined
            }
          />
        ) : null}
      </div>
    </>
  );
}

function isCode(way: Way): way is CodeKind {
  return way === 'iframe' || way === 'element' || way === 'inline';
}

/** Whether a way tells where the page is. */
function isAddressed(way: Way): boolean {
  return way === 'link' || way === 'iframe' || way === 'element';
}

function isFrame(way: Way): boolean {
  return way === 'iframe' || way === 'element';
}

/** Not a frame that would stay empty: on a host that others reach, what it says of its files is what holds. */
function canBeCode(kind: CodeKind, source: ShareSource, access: FrameAccess): boolean {
  return !isFrame(kind) || access === 'allowed' || (access !== undefined && !isDead(source, access));
}

function isDead({ address }: ShareSource, access: FrameAccess): boolean {
  return access === 'refused' && isPublic(address);
}

function hasOptions(kind: CodeKind, source: ShareSource | undefined, access: FrameAccess): boolean {
  if (source === undefined) return false;
  return kind === 'inline' ? source.dataFile !== undefined : canBeCode(kind, source, access);
}

/** What the host has to do for a frame to show a file of one's own; nothing where it does. */
function FrameNote({ source, access }: { readonly source: ShareSource; readonly access: FrameAccess }) {
  const t = useText();
  if (access === 'allowed' || access === undefined) return null;
  const words = isDead(source, access) ? 'share.frame.refused' : 'share.frame.needs';
  return (
    <p className="dt-share-note" role="note">
      {t(words, { file: source.dataFile ?? '' })}
    </p>
  );
}

function Tabs({
  id,
  ways,
  way,
  onChoose,
}: {
  readonly id: string;
  readonly ways: readonly Way[];
  readonly way: Way;
  readonly onChoose: (way: Way) => void;
}) {
  const t = useText();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = ways.indexOf(way);
    const last = ways.length - 1;
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const to = new Map([
      ['ArrowLeft', at + (isRtl ? 1 : -1)],
      ['ArrowRight', at + (isRtl ? -1 : 1)],
      ['Home', 0],
      ['End', last],
    ]).get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    const next = ways[(to + ways.length) % ways.length] ?? way;
    onChoose(next);
    moveFocus(event.currentTarget.querySelector<HTMLElement>(`[data-way="${next}"]`), 'scroll to it');
  };
  return (
    // The pattern of ARIA: arrows go from tab to tab, Tab goes on into what the tab shows.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div className="dt-share-tabs" role="tablist" aria-label={t('share.ways')} onKeyDown={onKeyDown}>
      {ways.map((each) => (
        <button
          key={each}
          id={`${id}-${each}`}
          type="button"
          role="tab"
          data-way={each}
          className="dt-share-tab"
          aria-selected={each === way}
          aria-controls={`${id}-panel`}
          tabIndex={each === way ? 0 : -1}
          onClick={() => onChoose(each)}
        >
          {t(`share.${each}`)}
        </button>
      ))}
    </div>
  );
}

/** The address of the view on the timeline's own page. */
function ShareLink({ source, home }: { readonly source: ShareSource; readonly home: string }) {
  const t = useText();
  const { address, left } = source.link(homeOf(home) ?? PLACEHOLDER_HOME);
  return (
    <>
      <CopyField label={t('share.field.link')} text={address} action={t('share.copy.link')} lines={2} dir="ltr" />
      <LeftOutKeys keys={left} />
      <SetPage datasets={source.datasets} />
    </>
  );
}

/** The page of the one further set on screen: crawlers and oEmbed see no more of an address than its path. */
function SetPage({ datasets }: Pick<ShareSource, 'datasets'>) {
  const t = useText();
  const [only, ...more] = datasets;
  const page = only === undefined || more.length > 0 ? undefined : sharePageOf(only, document);
  if (page === undefined) return null;
  return (
    <>
      <p className="dt-share-for dt-share-further">{t('share.page.for')}</p>
      <CopyField label={t('share.field.page')} text={page} action={t('share.copy.link')} lines={2} dir="ltr" />
    </>
  );
}

/** Asks where the page is hosted, where that isn't the address it is open at. */
function ShareHome({ home, onChange }: { readonly home: string; readonly onChange: (home: string) => void }) {
  const t = useText();
  const id = useId();
  const isWrong = home !== '' && homeOf(home) === undefined;
  return (
    <div className="dt-share-home">
      <p id={`${id}-why`} className="dt-share-note">
        {t('share.home.local')}
      </p>
      <label htmlFor={id}>{t('share.home')}</label>
      <input
        id={id}
        className="dt-field"
        type="url"
        dir="ltr"
        autoComplete="off"
        spellCheck={false}
        placeholder={PLACEHOLDER_HOME}
        value={home}
        aria-invalid={isWrong}
        aria-describedby={`${id}-why ${id}-fault`}
        onChange={(event) => onChange(event.target.value.trim())}
      />
      <p id={`${id}-fault`} className="dt-share-fault" role="alert">
        {isWrong ? t('share.home.wrong', { example: PLACEHOLDER_HOME }) : ''}
      </p>
    </div>
  );
}

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly share: { readonly ShareDialog: typeof ShareDialog };
  }
}
