import { PLACEHOLDER_HOME, homeOf } from './page-home';
import { CopyField } from '../kit/CopyField';
import { LeftOutKeys } from './LeftOutKeys';
import type { ShareSource } from '../context/page-context';
import { useText } from '../context/store-context';

/** The address of the view on the timeline's own page. */
export function ShareLink({ source, home }: { readonly source: ShareSource; readonly home: string }) {
  const t = useText();
  const { address, left } = source.link(homeOf(home) ?? PLACEHOLDER_HOME);
  return (
    <>
      <CopyField label={t('share.field.link')} text={address} action={t('share.copy.link')} lines={2} dir="ltr" />
      <LeftOutKeys keys={left} />
    </>
  );
}
