import { useId } from 'react';
import { ModalDialog } from './ModalDialog';
import { SettingsSection } from './SettingsSection';
import { useIsPhone } from './page-context';
import { useText } from './store-context';

type Keys = readonly { readonly keys: string; readonly does: string }[];

interface HelpDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The page's one key table, in its order. */
  readonly keys: Keys;
}

/** The keys, and under them what a reader can set, in a modal dialog; on a phone, which seldom has keys, what can be set comes first. */
export function HelpDialog({ open, onClose, keys }: HelpDialogProps) {
  const t = useText();
  const isPhone = useIsPhone();
  const id = useId();
  return (
    <ModalDialog open={open} onClose={onClose} title={t(isPhone ? 'tool.settings' : 'help.title')} close={t('help.close')}>
      {isPhone ? <SettingsSection /> : <KeyTable keys={keys} />}
      {isPhone ? (
        <section className="dt-settings" aria-labelledby={id}>
          <h3 id={id} className="dt-settings-title">{t('help.title')}</h3>
          <KeyTable keys={keys} />
        </section>
      ) : <SettingsSection />}
    </ModalDialog>
  );
}

function KeyTable({ keys }: { readonly keys: Keys }) {
  const t = useText();
  return (
    <>
      <p className="dt-dialog-note">{t('help.note')}</p>
      <table className="dt-keys">
        <thead>
          <tr><th scope="col">{t('help.key')}</th><th scope="col">{t('help.does')}</th></tr>
        </thead>
        <tbody>
          {keys.map((row) => (
            <tr key={row.keys}>
              <th scope="row"><kbd dir="ltr">{row.keys}</kbd></th>
              <td>{row.does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
