import { elementCode, iframeCode, inlineCode } from './embed-code';
import { PLACEHOLDER_HOME, homeOf } from './page-home';
import { CopyField } from '../context/CopyField';
import type { ShareSource } from '../context/page-services';
import { embedTarget, inlineTarget } from './share-settings';
import type { ShareSettings } from './share-settings';
import { useText, useTimelineStore } from '../context/store-context';

export type CodeKind = 'iframe' | 'element' | 'inline';

/** A code for a page of the editor's own that shows the view on screen. */
export function ShareCode({
  kind,
  source,
  settings,
  home,
}: {
  readonly kind: CodeKind;
  readonly source: ShareSource;
  readonly settings: ShareSettings;
  readonly home: string;
}) {
  const t = useText();
  const store = useTimelineStore();
  const state = store.getState();
  const { options, datasets, dataFile } = source;
  if (kind === 'inline') {
    if (dataFile === undefined) return <p className="dt-share-note">{t('share.inline.several')}</p>;
    const code = inlineCode(inlineTarget(state, settings, options, `./${dataFile}`));
    return (
      <>
        <p className="dt-share-note">{t('share.inline.files', { file: dataFile })}</p>
        <CopyField label={t('share.field.code')} text={code} action={t('share.copy.code')} lines={9} code />
      </>
    );
  }
  const title = t('share.frameTitle', { title: state.dataset?.title ?? '' });
  const target = embedTarget(state, settings, { home: homeOf(home) ?? PLACEHOLDER_HOME, options, datasets, title });
  return (
    <>
      <CopyField
        label={t('share.field.code')}
        text={kind === 'iframe' ? iframeCode(target, settings.heightPx) : elementCode(target, settings.heightPx)}
        action={t('share.copy.code')}
        lines={6}
        code
      />
      <LeftOutKeys keys={target.left} />
    </>
  );
}

/** Says which keys a view had to do without to fit into an address; nothing where all of it fits. */
export function LeftOutKeys({ keys }: { readonly keys: readonly string[] }) {
  const t = useText();
  if (keys.length === 0) return null;
  return (
    <p className="dt-share-note" role="note">
      {t('share.left', { keys: new Intl.ListFormat(t.locale).format(keys) })}
    </p>
  );
}
