import { homeOf, PLACEHOLDER_HOME } from './page-home';
import { CopyField } from '../context/CopyField';
import type { ShareSource } from '../context/page-services';
import { LeftOutKeys } from './ShareCode';
import { sharePageOf } from './share-page';
import { useText } from '../context/store-context';

/** The address of the view on the timeline's own page. */
export function ShareLink({ source, home }: { readonly source: ShareSource; readonly home: string }) {
  const t = useText();
  const { address, left } = source.link(homeOf(home) ?? PLACEHOLDER_HOME);
  return (
    <>
      <CopyField
        label={t('share.field.link')}
        text={address}
        action={t('share.copy.link')}
        lines={2}
        dir="ltr"
        isMain
      />
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
