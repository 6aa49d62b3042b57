import { showableText } from '../../base/clean-text';
import { PageDialog } from '../context/PageDialog';
import { useText } from '../context/store-context';
import type { OpeningPhase, OpenServices } from './open-services';

/** Longer names say no more. */
export const LONGEST_NAME = 120;

/** A file that takes its time is being looked at, which can be ended. */
export function LookingDialog({
  services,
  looking,
}: {
  readonly services: OpenServices;
  readonly looking: Extract<OpeningPhase, { readonly at: 'looking' }> | undefined;
}) {
  const t = useText();
  return (
    <PageDialog
      open={looking !== undefined}
      onClose={services.cancel}
      title={showableText(looking?.name ?? '', LONGEST_NAME)}
      close={t('open.cancel')}
      className="dt-looking"
    >
      <p className="dt-dialog-note">{t('open.looking')}</p>
      <progress
        aria-label={t('open.looking')}
        max={1}
        {...(looking?.done === undefined ? {} : { value: looking.done })}
      />
    </PageDialog>
  );
}
