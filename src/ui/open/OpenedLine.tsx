import { useState } from 'react';
import { showableText } from '../../base/clean-text';
import { useText, useTimeline } from '../context/store-context';
import { LONGEST_NAME } from './LookingDialog';
import { TextForm } from './TextForm';
import type { OpenServices } from './open-services';
import { useOpenServices, useOpening } from './use-opening';

/** Under the title: which file this is, and that no address leads to it; and a way to call it otherwise. */
export function OpenedLine({ otherwise }: { readonly otherwise: React.ReactNode }) {
  const services = useOpenServices();
  return services === undefined ? otherwise : <Line services={services} otherwise={otherwise} />;
}

function Line({ services, otherwise }: { readonly services: OpenServices; readonly otherwise: React.ReactNode }) {
  const t = useText();
  const opened = useOpening(services, (each) => each.opened());
  const title = useTimeline((state) => state.dataset?.title ?? '');
  const [isRenaming, setRenaming] = useState(false);
  if (opened === undefined) return otherwise;
  return (
    <div className="dt-opened-line">
      <p>{t('open.from', { name: showableText(opened.name, LONGEST_NAME) })}</p>
      {isRenaming ? (
        <TextForm
          label={t('open.title.label')}
          value={title}
          onSet={(words) => {
            setRenaming(false);
            if (words !== '' && words !== title) services.amend({ about: 'title', title: words });
          }}
          onLeave={() => setRenaming(false)}
        />
      ) : (
        <button type="button" className="dt-link" onClick={() => setRenaming(true)}>
          {t('open.rename')}
        </button>
      )}
    </div>
  );
}
