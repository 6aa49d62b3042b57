import { useState } from 'react';
import { useText } from '../context/store-context';
import { usePageServices } from '../context/page-services';
import { useSay } from '../context/use-say';

/** Begins to edit what the panel shows, where writing is allowed; says why not, where there is too much of it. */
export function EditButton({ onEdit }: { readonly onEdit: () => void }) {
  const t = useText();
  const { writing } = usePageServices();
  const [isLarge, setLarge] = useState(false);
  const words = isLarge ? t('details.tooMany') : '';
  useSay(words);
  if (writing === undefined) return null;
  const begin = async (): Promise<void> => {
    onEdit();
    writing.begin('timeline');
    const services = await writing.services.load();
    setLarge((await services.begin('timeline')) === 'large');
  };
  return (
    <div className="dt-panel-edit">
      {words === '' ? null : <span className="dt-meta">{words}</span>}
      <button
        type="button"
        className="dt-button"
        // That the code can't be had is told where the desk would stand.
        onClick={() => void begin().catch(() => undefined)}
      >
        {t('details.edit')}
      </button>
    </div>
  );
}
