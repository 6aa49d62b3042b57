import { ModalDialog } from './ModalDialog';
import { SettingsSection } from './SettingsSection';
import { useText } from './store-context';

interface HelpDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The page's one key table, in its order. */
  readonly keys: readonly { readonly keys: string; readonly does: string }[];
}

/** The keys, and under them what a reader can set, in a modal dialog. */
export function HelpDialog({ open, onClose, keys }: HelpDialogProps) {
  const t = useText();
  return (
    <ModalDialog open={open} onClose={onClose} title={t('help.title')} close={t('help.close')}>
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
      <SettingsSection />
    </ModalDialog>
  );
}
