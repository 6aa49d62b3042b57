import { useText, useTimeline } from '../context/store-context';

/** While something is dragged over the page: what letting go will do. A browser tells no name before that. */
export function DropCard() {
  const t = useText();
  const title = useTimeline((state) => state.dataset?.title);
  return (
    <div className="dt-drop">
      <div className="dt-drop-card">
        <svg
          width="32"
          height="32"
          viewBox="0 0 32 32"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          aria-hidden="true"
        >
          <path d="M16 2v19m-8-8 8 8 8-8M1.5 22v8h29v-8" />
        </svg>
        <p className="dt-drop-title">{t('open.drop')}</p>
        <p className="dt-drop-stays">{t('open.stays')}</p>
        <p>{title === undefined ? t('open.drop.first') : t('open.drop.before', { title })}</p>
        <p className="dt-drop-kinds">{t('open.kinds')}</p>
      </div>
    </div>
  );
}
