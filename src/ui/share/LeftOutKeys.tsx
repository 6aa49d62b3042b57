import { useText } from '../context/store-context';

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
