import { showableText } from '../../base/clean-text';
import { PageDialog } from '../context/PageDialog';
import { useText } from '../context/store-context';
import { LONGEST_NAME } from './LookingDialog';
import type { OpenServices } from './open-services';

/** Several files that don't belong together: one at a time is opened. */
export function ChooseDialog({
  services,
  files,
}: {
  readonly services: OpenServices;
  readonly files: readonly { readonly name: string; readonly format: string }[] | undefined;
}) {
  const t = useText();
  return (
    <PageDialog
      open={files !== undefined}
      onClose={services.cancel}
      title={t('open.files', { n: files?.length ?? 0 })}
      close={t('open.cancel')}
    >
      <p className="dt-dialog-note">{t('open.which')}</p>
      <ul className="dt-open-list">
        {(files ?? []).map(({ name, format }, at) => (
          // Two files may have one name, and the list never changes its order.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <button type="button" className="dt-link" onClick={() => services.choose(at)}>
              {showableText(name, LONGEST_NAME)}
            </button>
            <span className="dt-meta">{format}</span>
          </li>
        ))}
      </ul>
    </PageDialog>
  );
}
