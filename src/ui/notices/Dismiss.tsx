import { useText } from '../context/store-context';

/** The quiet way to let a notice go. */
export function Dismiss({ onDismiss }: { onDismiss: () => void }) {
  const t = useText();
  return (
    <button type="button" className="dt-link" onClick={onDismiss}>
      {t('notice.dismiss')}
    </button>
  );
}
