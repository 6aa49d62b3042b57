import { useText } from '../context/store-context';
import type { Job } from './use-job';

/** How far something is that is being made, with a way to stop it, or what became of it. Takes its room beforehand. */
export function JobLine({ job: { now, told, cancel } }: { readonly job: Job }) {
  const t = useText();
  return (
    <p className="dt-give-told">
      {now === undefined ? (
        told
      ) : (
        <>
          <span>
            {now.share === undefined
              ? t('give.making')
              : t('give.makingShare', { percent: Math.floor(now.share * 100) })}
          </span>{' '}
          <button type="button" className="dt-link" onClick={cancel}>
            {t('give.stop')}
          </button>
        </>
      )}
    </p>
  );
}
