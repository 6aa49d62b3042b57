import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { isPublic } from './page-home';
import type { ShareSource } from '../context/page-services';
import { ShareCode } from './ShareCode';
import type { CodeKind } from './ShareCode';
import { ShareOptions } from './ShareOptions';
import { settingsOf } from './share-settings';
import { useFrameAccess } from './use-frame-access';
import type { FrameAccess } from './use-frame-access';
import { useText } from '../context/store-context';
import { moveFocus } from '../kit/focus/focus';

const WAYS = ['iframe', 'element', 'inline'] as const satisfies readonly CodeKind[];

/** Codes for a page of the reader's own that show the view on screen there. */
export function PutInPage({
  source,
  home,
}: {
  readonly source: ShareSource;
  /** Where the page is hosted, as the link beside it says. */
  readonly home: string;
}) {
  const t = useText();
  const id = useId();
  const [settings, setSettings] = useState(() => settingsOf(source.options));
  const access = useFrameAccess(source);
  const [way, setWay] = useState<CodeKind>('iframe');
  return (
    <>
      <Tabs id={id} way={way} onChoose={setWay} />
      <div className="dt-share-panel" id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${way}`}>
        <p className="dt-share-for">{t(`share.${way}.for`)}</p>
        {isFrame(way) ? <FrameNote source={source} access={access} /> : null}
        {canBeCode(way, source, access) ? (
          <ShareCode kind={way} source={source} settings={settings} home={home} />
        ) : null}
        {hasOptions(way, source, access) ? (
          <ShareOptions kind={way} settings={settings} onChange={setSettings} />
        ) : null}
      </div>
    </>
  );
}

function isFrame(way: CodeKind): boolean {
  return way === 'iframe' || way === 'element';
}

/** Not a frame that would stay empty: on a host that others reach, what it says of its files is what holds. */
function canBeCode(kind: CodeKind, source: ShareSource, access: FrameAccess): boolean {
  return !isFrame(kind) || access === 'allowed' || (access !== undefined && !isDead(source, access));
}

function isDead({ address }: ShareSource, access: FrameAccess): boolean {
  return access === 'refused' && isPublic(address);
}

function hasOptions(kind: CodeKind, source: ShareSource, access: FrameAccess): boolean {
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
  way,
  onChoose,
}: {
  readonly id: string;
  readonly way: CodeKind;
  readonly onChoose: (way: CodeKind) => void;
}) {
  const t = useText();
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = WAYS.indexOf(way);
    const last = WAYS.length - 1;
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const to = new Map([
      ['ArrowLeft', at + (isRtl ? 1 : -1)],
      ['ArrowRight', at + (isRtl ? -1 : 1)],
      ['Home', 0],
      ['End', last],
    ]).get(event.key);
    if (to === undefined) return;
    event.preventDefault();
    const next = WAYS[(to + WAYS.length) % WAYS.length] ?? way;
    onChoose(next);
    moveFocus(event.currentTarget.querySelector<HTMLElement>(`[data-way="${next}"]`), 'scroll to it');
  };
  return (
    // The pattern of ARIA: arrows go from tab to tab, Tab goes on into what the tab shows.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div className="dt-share-tabs" role="tablist" aria-label={t('share.ways')} onKeyDown={onKeyDown}>
      {WAYS.map((each) => (
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
