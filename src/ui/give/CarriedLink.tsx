import { useEffect, useId, useState } from 'react';
import type { WholeDataset } from '../../model/dataset';
import { withCarried } from '../../state/address/own-address';
import { CopyField } from '../context/CopyField';
import type { ShareSource } from '../context/page-services';
import { useText } from '../context/store-context';
import { ShareHome } from '../share/ShareHome';
import { PLACEHOLDER_HOME, homeOf, isPublic } from '../share/page-home';
import { CARRIED_PARTS } from './give-services';
import type { CarriedPart, GiveServices } from './give-services';
import type { PartGiven } from './part-given';

/** Of more characters some programs cut a link; and more fit into none that is still handed on. */
const LENGTHS = { cutAbove: 2000, most: 32_000 } as const;

/** Data for an address; `long` where it has more characters than any link. */
type Packed =
  | { readonly kind: 'data'; readonly data: string }
  | { readonly kind: 'long' }
  | { readonly kind: 'failed' };

/** An address that holds all of the timeline, with its length and what that means before it is copied. */
export function CarriedLink({
  services,
  part,
  source,
  home,
  onHome,
}: {
  readonly services: GiveServices;
  readonly part: PartGiven;
  readonly source: ShareSource;
  readonly home: string;
  readonly onHome: (home: string) => void;
}) {
  const t = useText();
  const id = useId();
  const [chosen, setChosen] = useState<CarriedPart>('all');
  const [isAsked, setIsAsked] = useState(!isPublic(source.address));
  const packedParts: Readonly<Record<CarriedPart, Packed | undefined>> = {
    all: usePacked(services, part, 'all'),
    lines: usePacked(services, part, 'lines'),
    bare: usePacked(services, part, 'bare'),
  };
  const isOnDisk = home === '' && source.address.startsWith('file:');
  const at = isOnDisk ? source.address.replace(/[?#].*$/su, '') : homeOf(home);
  const linkOf = (packed: Packed | undefined): string | undefined =>
    packed?.kind === 'data' ? withCarried(source.link(at ?? PLACEHOLDER_HOME).address, packed.data) : undefined;
  const isOver = (one: CarriedPart): boolean =>
    packedParts[one]?.kind === 'long' || (linkOf(packedParts[one])?.length ?? 0) > LENGTHS.most;
  const lengthOf = (one: CarriedPart): string => {
    const length = linkOf(packedParts[one])?.length;
    return isOver(one) ? t('give.link.over') : length === undefined ? '' : t('give.link.short', { n: length });
  };
  const packed = packedParts[chosen];
  const link = linkOf(packed);
  const isLong = isOver(chosen);
  return (
    <>
      <p className="dt-share-for">
        {t('give.link.for')}{' '}
        {isAsked ? null : (
          <>
            {t('give.link.at', { home: at ?? PLACEHOLDER_HOME })}{' '}
            <button type="button" className="dt-link" onClick={() => setIsAsked(true)}>
              {t('give.link.change')}
            </button>
          </>
        )}
      </p>
      {isAsked ? <ShareHome home={home} onChange={onHome} isKnown={isPublic(source.address)} /> : null}
      <fieldset className="dt-group dt-give-parts" aria-label={t('give.link.part')}>
        {CARRIED_PARTS.map((each) => (
          <label key={each}>
            <input type="radio" name={id} checked={chosen === each} onChange={() => setChosen(each)} />
            <span>
              {t(`give.link.${each}`)} <span className="dt-give-note">{lengthOf(each)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {isLong ? (
        <p className="dt-give-warning" role="note">
          <b>{t('give.link.tooLong', { most: LENGTHS.most })}</b> {t('give.link.instead')}
        </p>
      ) : null}
      {packed === undefined ? <p className="dt-share-note">{t('give.link.packing')}</p> : null}
      {packed?.kind === 'failed' ? <p className="dt-share-note">{t('pageFile.missing')}</p> : null}
      {at === undefined ? <p className="dt-share-note">{t('give.link.nowhere')}</p> : null}
      {link === undefined || isLong || at === undefined ? null : (
        <>
          {isOnDisk ? (
            <p className="dt-give-warning" role="note">
              {t('give.link.onDisk')}
            </p>
          ) : null}
          {link.length > LENGTHS.cutAbove ? (
            <p className="dt-give-warning" role="note">
              <b>{t('give.link.length', { n: link.length })}</b> {t('give.link.long', { most: LENGTHS.cutAbove })}
            </p>
          ) : (
            <p className="dt-share-note">{t('give.link.length', { n: link.length })}</p>
          )}
          <CopyField
            label={t('give.link.field')}
            text={link}
            action={t('share.copy.link')}
            lines={2}
            dir="ltr"
            isMain
            note={t('give.link.most', { most: LENGTHS.most })}
          />
        </>
      )}
    </>
  );
}

/** Packed as soon as the part is there. */
function usePacked(services: GiveServices, { dataset, table }: PartGiven, part: CarriedPart): Packed | undefined {
  const t = useText();
  const [made, setMade] = useState<{ readonly of: WholeDataset; readonly packed: Packed }>();
  useEffect(() => {
    if (dataset === undefined) return undefined;
    const own = new AbortController();
    const set = (packed: Packed) => own.signal.aborted || setMade({ of: dataset, packed });
    services.carry(dataset, { t, signal: own.signal, part, most: LENGTHS.most }).then(
      (data) => set(data === undefined ? { kind: 'long' } : { kind: 'data', data }),
      () => set({ kind: 'failed' }),
    );
    return () => own.abort();
  }, [services, dataset, part, t]);
  if (table.size > MOST_PACKED) return LONG;
  return made?.of === dataset ? made?.packed : undefined;
}

/** However little is said of each, more events fit into no link. */
const MOST_PACKED = 5000;
const LONG: Packed = { kind: 'long' };
