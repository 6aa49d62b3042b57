import { PageDialog } from '../context/PageDialog';
import { SettingsSection } from './SettingsSection';
import { useIsPhone } from '../context/shown-layout';
import { useText } from '../context/store-context';
import { useMedia } from '../kit/use-media';
import type { Translate } from '../../base/translate';

type Keys = readonly { readonly keys: string; readonly does: string }[];

interface HelpDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** The page's one key table, in its order. */
  readonly keys: Keys;
}

/**
 * What a reader can set, and the keys, in a modal dialog; on a phone, which seldom has keys, what can be set comes
 * first and the keys are folded.
 */
export function HelpDialog({ open, onClose, keys }: HelpDialogProps) {
  const t = useText();
  const isPhone = useIsPhone();
  // Who has a mouse is likely to have keys.
  const isWithKeys = useMedia('(any-hover: hover) or (any-pointer: fine)');
  return (
    <PageDialog open={open} onClose={onClose} title={t('tool.settings')} close={t('help.close')}>
      {isPhone ? (
        <SettingsSection />
      ) : (
        <>
          <h3 className="dt-settings-title">{t('help.title')}</h3>
          <KeyTable keys={keys} />
        </>
      )}
      {isPhone ? (
        <details className="dt-settings dt-disclosure" open={isWithKeys}>
          <summary className="dt-help-keys">{t('help.title')}</summary>
          <KeyTable keys={keys} />
        </details>
      ) : (
        <SettingsSection />
      )}
    </PageDialog>
  );
}

function KeyTable({ keys }: { readonly keys: Keys }) {
  const t = useText();
  return (
    <>
      <p className="dt-dialog-note">{t('help.note')}</p>
      <p className="dt-dialog-note">{t('help.readers')}</p>
      <table className="dt-keys">
        <thead>
          <tr>
            <th scope="col">{t('help.key')}</th>
            <th scope="col">{t('help.does')}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((row) => (
            <tr key={row.keys}>
              <th scope="row">
                <kbd dir="ltr">{row.keys}</kbd>
              </th>
              <td>{row.does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The help's rows, without those of parts that the author has hidden or locked. */
export function keyRows(
  t: Translate,
  hidden: ReadonlySet<string> = new Set(),
  locked: ReadonlySet<string> = new Set(),
  canOpen = true,
): { readonly keys: string; readonly does: string }[] {
  const moves = !locked.has('range');
  const rows = [
    { keys: '← →', does: t('key.arrows') },
    { keys: '↑ ↓', does: t('key.updown') },
    { keys: 'Home End', does: t('key.ends') },
    { keys: '← Home', does: t('key.toHeader') },
    moves ? { keys: 'PageUp PageDown', does: t('key.pages') } : undefined,
    { keys: 'Enter Space', does: t('key.select') },
    { keys: 'Esc', does: t('key.escape') },
    { keys: 'Tab, ← →', does: t('key.bar') },
    moves ? { keys: '+ − 0 .', does: t('key.zoom') } : undefined,
    { keys: '[ ]', does: t('key.sameActor') },
    hidden.has('search') ? undefined : { keys: '/', does: t('key.search') },
    hidden.has('filters') || locked.has('filters') ? undefined : { keys: 'f', does: t('key.filters') },
    { keys: 'l u ?', does: t('key.letters') },
    canOpen ? { keys: 'o', does: t('key.open') } : undefined,
    moves ? { keys: t('key.name.wheel'), does: t('key.wheel') } : undefined,
    moves ? { keys: t('key.name.drag'), does: t('key.drag') } : undefined,
  ];
  return rows.filter((row) => row !== undefined);
}

declare module '../context/lazy-modules' {
  interface LazyModules {
    readonly help: { readonly HelpDialog: typeof HelpDialog; readonly keyRows: typeof keyRows };
  }
}
